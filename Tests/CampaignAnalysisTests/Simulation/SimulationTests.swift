import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// What campaigns would be with other partners: by hand, and against the plain figures.
struct SimulationTests {
  private static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]

  private func figures(_ dataset: Dataset, _ scope: Scope) throws -> ScopeFigures {
    try #require(
      measureUnprotected(
        dataset, scopes: [scope], options: AnalysisOptions(sections: [.touchpoints, .reach, .retention])
      ).first)
  }

  @Test(arguments: seeds) func `without a partner the reach falls by what only it reached`(seed: UInt64) throws {
    let dataset = RandomDataset.make(seed: seed)
    for campaign in dataset.campaigns.indices {
      let scope = Scope(campaign: campaign, of: dataset)
      let reach = try #require(figures(dataset, scope).reach)
      for carrier in reach.carriers {
        let result = simulate(without: [carrier.partner], in: dataset, scope: scope)
        #expect(result.reach.lost == carrier.exclusive)
        #expect(result.reach.with == reach.reach)
        #expect(result.reach.without == (reach.reach ?? 0) - (carrier.exclusive ?? 0))
        #expect(result.after.partners == result.before.partners - 1)
      }
    }
  }

  /// The same loss counted anew on rows of the log, contact by contact, without any of the analyses.
  @Test(arguments: seeds) func `what hung on a partner agrees with a slow twin`(seed: UInt64) throws {
    let dataset = RandomDataset.make(seed: seed)
    let campaign = 1
    let scope = Scope(campaign: campaign, of: dataset)
    for partner in dataset.partners.indices {
      let with = SlowCounts(dataset, campaign: campaign, leavingOut: nil)
      let without = SlowCounts(dataset, campaign: campaign, leavingOut: partner)
      let result = simulate(without: [partner], in: dataset, scope: scope)
      #expect(result.newContacts.with == with.newContacts.count)
      #expect(result.newContacts.lost == with.newContacts.count - without.newContacts.count)
      #expect(result.newTouchpoints.lost == with.newTouchpoints - without.newTouchpoints)
      #expect(result.stays.lost == with.stays - without.stays)
      #expect(without.newContacts.isSubset(of: with.newContacts))
    }
  }

  @Test func `everyone gone, nothing is left`() throws {
    let dataset = RandomDataset.make(seed: 9)
    let result = simulate(
      without: Array(dataset.partners.indices), in: dataset, scope: Scope(campaign: 0, of: dataset))
    #expect(result.reach.without == 0)
    #expect(result.newTouchpoints.without == 0)
    #expect(result.after.partners == 0)
    #expect(result.after.largestComponent == 0)
  }

  @Test(arguments: seeds) func `the best mix by reach is the start of the stack`(seed: UInt64) throws {
    let dataset = RandomDataset.make(seed: seed, RandomDataset.Size(partners: 9, channels: 15))
    let scope = Scope(campaign: 1, of: dataset)
    let reach = try #require(figures(dataset, scope).reach)
    for limit in 1...reach.carriers.count {
      var options = BestMixOptions()
      options.limit = limit
      let mix = bestMix(in: dataset, scope: scope, options)
      let stack = reach.stacked.prefix(limit).filter { $0.gain ?? 0 > 0 }
      #expect(mix.chosen.map(\.partner) == stack.map(\.partner))
      #expect(mix.chosen.map(\.gain) == stack.map(\.gain))
      #expect(mix.chosen.map(\.cumulative) == stack.map(\.cumulative))
      for choice in mix.chosen + mix.others {
        let carrier = try #require(reach.carriers.first { $0.partner == choice.partner })
        #expect(choice.contacts == carrier.reach)
        #expect(choice.exclusive == carrier.exclusive)
        #expect(areClose(choice.shapley, carrier.shapley))
      }
      for choice in mix.chosen { #expect((choice.gain ?? 0) + (choice.overlap ?? 0) == choice.contacts) }
    }
  }

  /// Every subset of carriers is tried.
  @Test(arguments: seeds, BestMixOptions.Goal.allCases)
  func `no choice within the limits exceeds the bound`(seed: UInt64, goal: BestMixOptions.Goal) throws {
    let dataset = RandomDataset.make(seed: seed)
    let scope = Scope(campaign: 1, of: dataset)
    let costs = dataset.partners.indices.map { Double(3 + ($0 * 7) % 5) }
    for (limit, budget) in [(2, nil), (nil, 8.0), (3, 12.0)] as [(Int?, Double?)] {
      var options = BestMixOptions()
      options.goal = goal
      options.limit = limit
      options.budget = budget
      options.costs = costs
      let mix = bestMix(in: dataset, scope: scope, options)
      let chosen = mix.chosen.map(\.partner)
      #expect(chosen.count <= limit ?? Int.max)
      #expect(chosen.reduce(0.0) { $0 + costs[$1] } <= budget ?? .infinity)
      #expect(mix.covered == SlowCounts.contacts(dataset, campaign: 1, of: Set(chosen), goal))
      var best = 0
      for subset in 0..<(1 << dataset.partners.count) {
        let partners = dataset.partners.indices.filter { subset >> $0 & 1 == 1 }
        guard partners.count <= limit ?? Int.max, partners.reduce(0.0, { $0 + costs[$1] }) <= budget ?? .infinity
        else { continue }
        best = max(best, SlowCounts.contacts(dataset, campaign: 1, of: Set(partners), goal))
      }
      #expect(Double(best) <= (mix.upperBound ?? 0) + 1e-9)
      #expect(Double(mix.covered ?? 0) >= (mix.guarantee ?? 2) * Double(best) - 1e-9)
    }
  }

  @Test func `the most per cost comes first, and what is paid twice is told`() throws {
    var builder = DatasetBuilder()
    for owner in ["bakery", "mill", "radio"] { builder.channel("\(owner)-letter", owner: owner) }
    builder.campaign("spring", from: 0, to: 30, budget: 7)
    // The mill has four contacts for 8, the bakery two for 2, the radio two, one of them the bakery's, for 4.
    for contact in ["a", "b", "c", "d"] { builder.touch(1, contact, "mill-letter", "open", cost: 2) }
    for contact in ["a", "b"] { builder.touch(2, contact, "bakery-letter", "open", cost: 1) }
    for contact in ["b", "e"] { builder.touch(3, contact, "radio-letter", "open", cost: 2) }
    let dataset = builder.build()
    var options = BestMixOptions()
    options.budget = 7
    let mix = bestMix(in: dataset, scope: Scope(campaign: 0, of: dataset), options)
    #expect(mix.chosen.map { dataset.partners[$0.partner].id } == ["bakery", "radio"])
    #expect(mix.chosen.map(\.gain) == [2, 1])
    #expect(mix.chosen.map(\.cost) == [2, 4])
    // Half of the radio's contacts were the bakery's already: half of its 4 is paid twice.
    #expect(mix.chosen.map(\.overlapCost) == [0, 2])
    #expect(mix.cost == 6)
    #expect(mix.covered == 3)
    #expect(mix.available == 5)
    #expect(mix.others.map(\.exclusive) == [2])
  }

  @Test func `a would-be partner adds those of its past audience whom the campaign did not reach`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "mill")
    builder.channel("show", owner: "radio")
    builder.campaign("spring", from: 10, to: 30)
    builder.content("flour", brands: ["mill"], campaign: "spring")
    builder.contact("cem", relevant: true)
    // Ada, ben, cem listen to the radio; ben knew the mill before; ada is reached; dot starts to listen later.
    for contact in ["ada", "ben", "cem"] { builder.touch(1, contact, "show", "listen") }
    builder.touch(2, "ben", "letter", "open")
    builder.touch(12, "ada", "letter", "open", content: "flour")
    builder.touch(12, "eve", "letter", "open", content: "flour")
    builder.touch(40, "dot", "show", "listen")
    let dataset = builder.build()
    let radio = try #require(dataset.partners.firstIndex { $0.id == "radio" })
    let result = simulate(with: radio, in: dataset, scope: Scope(campaign: 0, of: dataset))
    #expect(result.audience == 3)
    #expect(result.shared == 1)
    #expect(result.added == 2)
    #expect(result.addedRelevant == 1)
    #expect(result.reach == 2)
    #expect(result.reachWith == 4)
    // Only cem never met the mill.
    #expect(result.byBrand.map(\.newTouchpoints) == [1])
    #expect(result.overlap.map(\.contacts) == [1])
  }

  @Test(arguments: seeds) func `no small count is shown, nor the difference of two shown ones`(seed: UInt64) throws {
    var dataset = RandomDataset.make(seed: seed)
    let minimum = 5
    dataset.settings.minimumGroup = minimum
    let scope = Scope(campaign: 1, of: dataset)
    func isFine(_ count: Int?) -> Bool { count.map { $0 == 0 || $0 >= minimum } ?? true }
    for partner in dataset.partners.indices {
      let result = simulate(without: [partner], in: dataset, scope: scope)
      for loss in [result.reach, result.newContacts, result.newTouchpoints, result.stays] {
        #expect(isFine(loss.with) && isFine(loss.without) && isFine(loss.lost))
        let shown = [loss.with, loss.without, loss.lost].count { $0 != nil }
        #expect(shown != 2, "Two of the three tell the third.")
      }
      let addition = simulate(with: partner, in: dataset, scope: scope)
      for count in [addition.audience, addition.shared, addition.added, addition.reach, addition.reachWith] {
        #expect(isFine(count))
      }
      #expect([addition.audience, addition.shared, addition.added].count { $0 != nil } != 2)
      func rest(_ whole: Int?, _ part: Int?) -> Int? { whole.flatMap { whole in part.map { whole - $0 } } }
      #expect(isFine(rest(addition.added, addition.addedRelevant)))
      for brand in addition.byBrand { #expect(isFine(rest(addition.audience, brand.newTouchpoints))) }
      for owner in addition.overlap { #expect(isFine(rest(addition.shared, owner.contacts))) }
    }
    for goal in BestMixOptions.Goal.allCases {
      var options = BestMixOptions()
      options.goal = goal
      let mix = bestMix(in: dataset, scope: scope, options)
      // Without a budget the choice is the stack itself.
      for choice in mix.chosen { #expect((choice.gain == nil) == (choice.stacked == nil)) }
      for choice in mix.chosen + mix.others {
        for count in [choice.gain, choice.overlap, choice.contacts, choice.exclusive, choice.stacked] {
          #expect(isFine(count))
        }
        if choice.gain != nil { #expect((choice.overlap == nil) == (choice.contacts == nil)) }
      }
    }
  }
}

/// The figures of one campaign counted from plain rows, with some partner's touches struck out.
private struct SlowCounts {
  private(set) var newContacts: Set<Int> = []
  private(set) var newTouchpoints = 0
  private(set) var stays = 0

  init(_ dataset: Dataset, campaign: Int, leavingOut partner: Int?) {
    let end = dataset.campaigns[campaign].end
    for contact in 0..<dataset.contacts.count {
      let rows = dataset.log.slice(of: contact).map { dataset.log.touches[$0] }.filter { touch in
        let isTheirs = dataset.channels[touch.channel].owner == partner
        return !isTheirs || touch.time < end && !SlowCounts.isMember(touch, campaign, dataset)
      }
      var met: Set<Int> = []
      for touch in rows {
        let brands = touch.content.map { dataset.contents[$0].brands } ?? [dataset.channels[touch.channel].owner]
        for brand in brands where met.insert(brand).inserted && SlowCounts.isMember(touch, campaign, dataset) {
          newTouchpoints += 1
        }
      }
      guard let first = rows.first, SlowCounts.isMember(first, campaign, dataset) else { continue }
      newContacts.insert(contact)
      if rows.contains(where: { $0.time >= end && dataset.kinds.kinds[$0.kind].level >= .interaction }) { stays += 1 }
    }
  }

  static func isMember(_ touch: Touch, _ campaign: Int, _ dataset: Dataset) -> Bool {
    let window = dataset.campaigns[campaign]
    guard touch.time >= window.start, touch.time < window.end, let content = touch.content else { return false }
    return dataset.contents[content].campaign == campaign
  }

  /// Contacts that some partners alone would reach, or win.
  static func contacts(
    _ dataset: Dataset, campaign: Int, of partners: Set<Int>, _ goal: BestMixOptions.Goal
  ) -> Int {
    (0..<dataset.contacts.count).count { contact in
      let rows = dataset.log.slice(of: contact).map { dataset.log.touches[$0] }.filter {
        !isMember($0, campaign, dataset) || partners.contains(dataset.channels[$0.channel].owner)
      }
      switch goal {
      case .reach: return rows.contains { isMember($0, campaign, dataset) }
      case .newContacts: return rows.first.map { isMember($0, campaign, dataset) } ?? false
      }
    }
  }
}
