import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis
@testable import Networks

/// Who reaches a contact, the warm ways to it, and reach over ties.
struct ContactAndTiesTests {
  /// ada → ben → cem → dot, a short cut ada → dot of little trust, and eve whom nobody knows.
  private func chain(weights: Bool = true) -> Dataset {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "mill")
    builder.channel("show", owner: "radio")
    builder.channel("shop", owner: "bakery")
    builder.touch(1, "ada", "letter", "open")
    builder.touch(3, "ben", "letter", "open")
    builder.touch(2, "dot", "show", "listen")
    builder.touch(5, "dot", "show", "click")
    builder.touch(4, "dot", "show", "order")
    builder.touch(6, "eve", "shop", "visit")
    builder.tie("ada", "ben", "knows", day: 2)
    builder.tie("ben", "cem", "knows", day: 4)
    builder.tie("cem", "dot", "knows", day: 6)
    builder.tie("ada", "dot", "knows", day: 1)
    var dataset = builder.build()
    if weights { for (tie, weight) in zip(0..., [0.9, 0.8, 0.5, 0.2]) { dataset.ties[tie].weight = weight } }
    return dataset
  }

  private func contact(_ id: String, _ dataset: Dataset) throws -> Int {
    try #require(dataset.contacts.firstIndex(ofID: id))
  }

  private func ids(_ contacts: [Int]?, _ dataset: Dataset) -> [String]? {
    contacts?.map { dataset.contacts.ids[$0] }
  }

  @Test func `a contact's page tells who reached it, when, how often and how far`() throws {
    let dataset = chain()
    let page = profile(ofContact: try contact("dot", dataset), in: dataset, scope: Scope(windowOf: dataset))
    #expect(page.byPartner.map { dataset.partners[$0.index].id } == ["radio"])
    let radio = try #require(page.byPartner.first)
    #expect(radio.touches == 3)
    #expect(radio.first == .day(2))
    #expect(radio.last == .day(5))
    #expect(radio.level == .transaction)
    #expect(radio.byLevel == [1, 1, 1])
    #expect(page.tiesFrom == 2)
    #expect(page.tiesTo == 0)
  }

  @Test func `the shortest way and the most trusted way may differ`() throws {
    let dataset = chain()
    let dot = try contact("dot", dataset)
    let page = profile(ofContact: dot, in: dataset, scope: Scope(windowOf: dataset))
    // The radio reaches dot itself; the mill's ada knows dot; the bakery's eve knows nobody.
    #expect(page.warmPaths.map(\.start) == [.partner(1), .partner(0)])
    #expect(page.warmPaths.map(\.shortest.ties) == [0, 1])
    let mill = try #require(page.warmPaths.last)
    #expect(ids(mill.shortest.contacts, dataset) == ["ada", "dot"])
    // Ben to dot: 0.8 × 0.5; ada to dot directly 0.2, by ben 0.9 × 0.4.
    #expect(ids(mill.mostTrusted?.contacts, dataset) == ["ben", "cem", "dot"])
    #expect(areClose(mill.mostTrusted?.trust, 0.4))
    let ada = try contact("ada", dataset)
    let single = profile(ofContact: dot, in: dataset, scope: Scope(windowOf: dataset), from: .contact(ada))
    #expect(ids(single.warmPaths.first?.mostTrusted?.contacts, dataset) == ["ada", "ben", "cem", "dot"])
    #expect(areClose(single.warmPaths.first?.mostTrusted?.trust, 0.36))
    #expect(areClose(single.warmPaths.first?.shortest.trust, 0.2))
    let eve = try contact("eve", dataset)
    #expect(profile(ofContact: dot, in: dataset, scope: Scope(windowOf: dataset), from: .contact(eve)).warmPaths == [])
  }

  @Test func `a way over a tie of no trust is trusted by 0, not unknown`() throws {
    var dataset = chain()
    for (tie, weight) in zip(0..., [0.9, 0.8, 0, 0]) { dataset.ties[tie].weight = weight }
    let page = profile(
      ofContact: try contact("dot", dataset), in: dataset, scope: Scope(windowOf: dataset),
      from: .contact(try contact("ada", dataset)))
    #expect(page.warmPaths.first?.mostTrusted?.trust == 0)
    #expect(ids(page.warmPaths.first?.mostTrusted?.contacts, dataset) == ["ada", "dot"])
  }

  @Test func `weights that are no trust leave only the shortest way`() throws {
    var dataset = chain()
    dataset.ties[0].weight = 3
    let page = profile(ofContact: try contact("dot", dataset), in: dataset, scope: Scope(windowOf: dataset))
    #expect(page.warmPaths.map(\.shortest.ties) == [0, 1])
    #expect(page.warmPaths.allSatisfy { $0.mostTrusted == nil && $0.shortest.trust == nil })
    #expect(page.unknown.contains { $0.figure == "warm_paths.most_trusted" && $0.state == .undefined })
  }

  @Test func `steps over ties are counted from the start`() throws {
    let dataset = chain()
    let ada = try contact("ada", dataset)
    let reach = reachWithin(ReachWithinOptions(node: ada, within: 2), in: dataset, scope: Scope(windowOf: dataset))
    #expect(reach.contacts == 3)
    #expect(reach.steps.map(\.contacts) == [2, 1])
    #expect(ids(reach.reached, dataset) == ["ben", "cem", "dot"])
    #expect(
      reachWithin(ReachWithinOptions(node: ada, within: 1), in: dataset, scope: Scope(windowOf: dataset)).contacts == 2)
  }

  @Test func `a partner's channels are the first step`() throws {
    let dataset = chain()
    let eve = try contact("eve", dataset)
    // The mill touched ada and ben; a tie later come cem and dot.
    let mill = ReachWithinOptions(node: eve, via: 0, within: 2)
    let reach = reachWithin(mill, in: dataset, scope: Scope(windowOf: dataset))
    #expect(reach.steps.map(\.contacts) == [2, 2])
    // In order of time: ada was touched on day 1, so only her tie of day 2 comes later, not that of day 1; ben on
    // day 3, before his tie of day 4; dot takes a third step.
    var timed = mill
    timed.isTimeRespecting = true
    let inOrder = reachWithin(timed, in: dataset, scope: Scope(windowOf: dataset))
    #expect(ids(inOrder.reached, dataset) == ["ada", "ben", "cem"])
    timed.within = 3
    #expect(reachWithin(timed, in: dataset, scope: Scope(windowOf: dataset)).steps.map(\.contacts) == [2, 1, 1])
    // Ben waits a day from his touch, cem two days from ben's tie.
    timed.waitingDays = 1
    #expect(reachWithin(timed, in: dataset, scope: Scope(windowOf: dataset)).steps.map(\.contacts) == [2, 1])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64]) func `reach over ties agrees with a slow twin`(seed: UInt64) {
    let dataset = RandomDataset.make(seed: seed)
    let scope = Scope(windowOf: dataset)
    for node in stride(from: 0, to: dataset.contacts.count, by: 7) {
      for within in [1, 2, 3, 50] {
        for via in [nil, 0, 3] {
          var options = ReachWithinOptions(node: node, via: via, within: within)
          #expect(Set(reachWithin(options, in: dataset, scope: scope).reached) == slowReach(options, dataset))
          options.isTimeRespecting = true
          #expect(Set(reachWithin(options, in: dataset, scope: scope).reached) == slowTimedReach(options, dataset))
        }
      }
    }
  }

  /// Sets of contacts, one step after the other.
  private func slowReach(_ options: ReachWithinOptions, _ dataset: Dataset) -> Set<Int> {
    var reached: Set<Int> = []
    var frontier: Set<Int> = options.via == nil ? Set([options.node].compactMap(\.self)) : []
    for step in 1...options.within {
      var next: Set<Int> = []
      if step == 1, let via = options.via {
        next = Set(touches(of: via, dataset).map(\.contact))
      } else {
        for tie in dataset.ties where frontier.contains(tie.from) { next.insert(tie.to) }
      }
      frontier = next.subtracting(reached)
      reached.formUnion(next)
      if frontier.isEmpty { break }
    }
    return reached.subtracting([options.node].compactMap(\.self))
  }

  /// States of contact and time of arrival, one step after the other.
  private func slowTimedReach(_ options: ReachWithinOptions, _ dataset: Dataset) -> Set<Int> {
    struct State: Hashable {
      var contact: Int
      var time: Int64
    }
    var reached: Set<Int> = []
    var frontier: Set<State> = []
    if options.via == nil, let node = options.node { frontier = [State(contact: node, time: .min)] }
    var seen = frontier
    for step in 1...options.within {
      var next: Set<State> = []
      if step == 1, let via = options.via {
        next = Set(touches(of: via, dataset).map { State(contact: $0.contact, time: $0.time) })
      } else {
        for state in frontier {
          for tie in dataset.ties where tie.from == state.contact && tie.from != tie.to {
            if let time = tie.time?.milliseconds, time > state.time { next.insert(State(contact: tie.to, time: time)) }
          }
        }
      }
      frontier = next.subtracting(seen)
      seen.formUnion(next)
      reached.formUnion(next.map(\.contact))
      if frontier.isEmpty { break }
    }
    return reached.subtracting([options.node].compactMap(\.self))
  }

  private func touches(of partner: Int, _ dataset: Dataset) -> [(contact: Int, time: Int64)] {
    (0..<dataset.contacts.count).flatMap { contact in
      dataset.log.slice(of: contact).map { dataset.log.touches[$0] }
        .filter { dataset.channels[$0.channel].owner == partner }
        .map { (contact: contact, time: $0.milliseconds) }
    }
  }

  @Test func `few contacts at a distance are withheld, and none can be worked out`() throws {
    var dataset = chain()
    dataset.settings.minimumGroup = 3
    let ada = try contact("ada", dataset)
    let reach = reachWithin(ReachWithinOptions(node: ada, within: 2), in: dataset, scope: Scope(windowOf: dataset))
    // Three in all, but two and one on the way.
    #expect(reach.contacts == 3)
    #expect(reach.steps.allSatisfy { $0.contacts == nil })
    #expect(reach.unknown.contains { $0.figure == "steps.contacts" && $0.state == .withheld })
    dataset.settings.minimumGroup = 4
    let hidden = reachWithin(ReachWithinOptions(node: ada, within: 2), in: dataset, scope: Scope(windowOf: dataset))
    #expect(hidden.contacts == nil)
    #expect(hidden.reached.isEmpty)
  }
}
