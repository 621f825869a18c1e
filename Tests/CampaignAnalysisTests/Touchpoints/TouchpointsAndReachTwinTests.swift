import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct TouchpointsAndReachTwinTests {
  private func measure(_ test: TwinCase, _ section: Section) throws -> (SlowTwin, ScopeFigures) {
    let data = test.dataset()
    let scope = test.scope(of: data)
    let figures = measureUnprotected(data, scopes: [scope], options: AnalysisOptions(sections: [section]))
    return (SlowTwin(data, scope), try #require(figures.first))
  }

  @Test(arguments: TwinCase.all)
  func `new touchpoints are those of the definition`(test: TwinCase) throws {
    let (twin, measured) = try measure(test, .touchpoints)
    let figures = try #require(measured.touchpoints)
    let new = twin.newTouchpoints
    #expect(figures.newContacts == twin.newContacts.count)
    #expect(figures.newTouchpoints == new.count)
    #expect(figures.own == new.count { $0.row.owner == $0.brand })
    #expect(figures.penetration == Proportion(new.count { $0.row.owner != $0.brand }, of: new.count))
    #expect(figures.relevantNewContacts == twin.newContacts.count { twin.data.contacts.isRelevant($0) })
    let firsts = twin.newContacts.compactMap { twin.histories[$0].first }
    for partner in twin.data.partners.indices {
      let introduced = figures.introducedBy.first { $0.partner == partner }
      let count = new.count { $0.row.owner == partner && $0.brand != partner }
      #expect(introduced?.newTouchpoints ?? 0 == count)
      #expect(introduced?.newContacts ?? 0 == firsts.count { $0.owner == partner && !$0.isOwn })
      let brand = figures.byBrand.first { $0.brand == partner }
      #expect(brand?.total ?? 0 == new.count { $0.brand == partner })
      let touched = twin.contacts(twin.members.filter { $0.owner == partner })
      let ever = Set(
        twin.histories.joined().filter {
          $0.owner == partner && $0.time < twin.scope.end.milliseconds && twin.isInSegment($0.contact)
        }.map(\.contact))
      let share = figures.audiencePenetration.first { $0.partner == partner }?.share
      #expect(share == (touched.isEmpty ? nil : Proportion(touched.count, of: ever.count)))
    }
    for channel in twin.data.channels.indices {
      let entry = figures.byChannel.first { $0.channel == channel }
      #expect(entry?.newTouchpoints ?? 0 == new.count { $0.row.channel == channel })
      #expect(entry?.newContacts ?? 0 == firsts.count { $0.channel == channel })
    }
    let mix = FirstContactClass.allCases.map { kind in firsts.count { classify($0, twin.data) == kind } }
    #expect(figures.firstContactMix == mix)
    for week in figures.byWeek {
      let from = week.start.milliseconds
      let range = from..<from + 7 * SlowTwin.day
      let hasBegun = from < twin.observedUntil
      #expect(week.newTouchpoints == (hasBegun ? new.count { range.contains($0.row.time) } : nil))
      #expect(week.newContacts == (hasBegun ? firsts.count { range.contains($0.time) } : nil))
      #expect(
        week.isComplete == (min(range.upperBound, twin.scope.end.milliseconds) <= twin.observedUntil))
    }
  }

  private func classify(_ row: SlowTwin.Row, _ data: Dataset) -> FirstContactClass {
    if data.channels[row.channel].paid == true { return .ads }
    if row.brands.count >= 2 { return .joint }
    return row.isOwn ? .own : .partner
  }

  @Test(arguments: TwinCase.all)
  func `reach is that of the definition`(test: TwinCase) throws {
    let (twin, measured) = try measure(test, .reach)
    let reach = try #require(measured.reach)
    let members = twin.members
    let byContact = Dictionary(grouping: members, by: \.contact)
    #expect(reach.reach == byContact.count)
    #expect(reach.contactsGross == members.count)
    let own = twin.contacts(members.filter(\.isOwn))
    let foreign = twin.contacts(members.filter { !$0.isOwn })
    #expect(reach.own == own.count)
    #expect(reach.foreign == foreign.count)
    #expect(reach.duplicated == own.intersection(foreign).count)
    #expect(reach.incremental == foreign.subtracting(own).count)
    for times in 1...10 {
      let exactly = byContact.values.count { times < 10 ? $0.count == times : $0.count >= 10 }
      #expect(reach.frequencyDistribution[times - 1] == exactly)
      #expect(reach.kPlus[times - 1] == byContact.values.count { $0.count >= times })
    }
    let unpaid = members.filter { twin.data.channels[$0.channel].paid != true }
    let pairs = unpaid.filter { !$0.isOwn }.compactMap { row in row.content.map { "\($0) \(row.channel)" } }
    #expect(reach.takeovers == Set(pairs).count)
    #expect(reach.organicShares == unpaid.count { $0.kind == "share" })
    for day in reach.reachCurve {
      let until = twin.scope.start.milliseconds + Int64(day.day + 1) * SlowTwin.day
      let hasBegun = until - SlowTwin.day < twin.observedUntil
      #expect(day.reach == (hasBegun ? twin.contacts(members.filter { $0.time < until }).count : nil))
      #expect(day.isComplete == (min(until, twin.scope.end.milliseconds) <= twin.observedUntil))
    }
    checkChannels(reach, members, twin.data)
    try checkCarriers(reach, twin, own: own)
  }

  private func checkChannels(_ reach: Reach, _ members: [SlowTwin.Row], _ data: Dataset) {
    let channels = Dictionary(grouping: members, by: \.channel).mapValues { Set($0.map(\.contact)).count }
    #expect(
      reach.byChannel.map(\.channel)
        == channels.keys.sorted {
          (-(channels[$0] ?? 0), data.channels[$0].id) < (-(channels[$1] ?? 0), data.channels[$1].id)
        })
    for row in reach.byChannel {
      #expect(row.reach == channels[row.channel])
      let audience = data.channels[row.channel].audience
      let share = audience.flatMap { $0 == 0 ? nil : Double(channels[row.channel] ?? 0) / $0 }
      #expect(areClose(row.share, share))
    }
  }

  private func checkCarriers(_ reach: Reach, _ twin: SlowTwin, own: Set<Int>) throws {
    var owners: [Int: Set<Int>] = [:]
    for row in twin.members { owners[row.contact, default: []].insert(row.owner) }
    let carriers = Set(owners.values.joined())
    #expect(Set(reach.carriers.map(\.partner)) == carriers)
    func reached(_ partner: Int) -> Set<Int> { Set(owners.filter { $0.value.contains(partner) }.keys) }
    for carrier in reach.carriers {
      let contacts = reached(carrier.partner)
      #expect(carrier.reach == contacts.count)
      #expect(carrier.exclusive == contacts.count { owners[$0]?.count == 1 })
      #expect(carrier.incrementalOverOwn == contacts.subtracting(own).count)
      let shapley = contacts.reduce(0.0) { $0 + 1 / Double(owners[$1]?.count ?? 1) }
      #expect(areClose(carrier.shapley, shapley))
      #expect(Double(carrier.exclusive ?? 0) <= (carrier.shapley ?? 0) + 1e-9)
      #expect((carrier.shapley ?? 0) <= Double(carrier.reach ?? 0) + 1e-9)
    }
    #expect(areClose(reach.carriers.reduce(0) { $0 + ($1.shapley ?? 0) }, Double(owners.count)))
    #expect(reach.regions.reduce(0) { $0 + ($1.contacts ?? 0) } == owners.count)
    for region in reach.regions {
      #expect(region.contacts == owners.values.count { $0 == Set(region.partners) })
    }
    for pair in reach.overlap {
      let (a, b) = (reached(pair.a), reached(pair.b))
      #expect(pair.contacts == a.intersection(b).count)
      #expect(areClose(pair.jaccard, Double(a.intersection(b).count) / Double(a.union(b).count)))
    }
    var covered: Set<Int> = []
    for step in reach.stacked {
      let gain = reached(step.partner).subtracting(covered).count
      #expect(step.gain == gain)
      #expect(carriers.allSatisfy { reached($0).subtracting(covered).count <= gain })
      covered.formUnion(reached(step.partner))
      #expect(step.cumulative == covered.count)
    }
    #expect(covered.count == owners.count)
    checkCurve(reach, carriers.sorted(), owners)
  }

  /// The average over every set of k carriers, one by one.
  private func checkCurve(_ reach: Reach, _ carriers: [Int], _ owners: [Int: Set<Int>]) {
    for point in reach.randomOrderCurve {
      let sets = (0..<1 << carriers.count).filter { $0.nonzeroBitCount == point.carriers }
      let total = sets.reduce(0) { sum, set in
        let chosen = Set(carriers.indices.filter { set & 1 << $0 != 0 }.map { carriers[$0] })
        return sum + owners.values.count { !$0.isDisjoint(with: chosen) }
      }
      #expect(areClose(point.reach, Double(total) / Double(sets.count)))
    }
    #expect(reach.randomOrderCurve.count == carriers.count)
  }

  @Test(arguments: TwinCase.all)
  func `reach of a brand counts the touches about it alone`(test: TwinCase) throws {
    let data = test.dataset()
    let scope = test.scope(of: data)
    let twin = SlowTwin(data, scope)
    for brand in data.partners.indices.prefix(2) {
      let figures = measureUnprotected(
        data, scopes: [scope], options: AnalysisOptions(sections: [.reach], brand: brand))
      let reach = try #require(figures.first?.reach)
      let about = twin.members.filter { $0.brands.contains(brand) }
      #expect(reach.reach == twin.contacts(about).count)
      #expect(reach.contactsGross == about.count)
      #expect(reach.own == twin.contacts(about.filter { $0.owner == brand }).count)
      #expect(reach.foreign == twin.contacts(about.filter { $0.owner != brand }).count)
      checkChannels(reach, about, data)
    }
  }
}
