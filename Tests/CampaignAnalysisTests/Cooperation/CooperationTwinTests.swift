import CampaignFigures
import CampaignModel
import Foundation
import TestSupport
import Testing

@testable import CampaignAnalysis

struct CooperationTwinTests {
  private static let gestures: Set = ["comment", "backlink", "share", "mention", "recommendation"]
  private static let month = 30 * SlowTwin.day

  private func measure(_ test: TwinCase, _ section: Section) throws -> (SlowTwin, ScopeFigures) {
    let data = test.dataset()
    let scope = test.scope(of: data)
    let figures = measureUnprotected(data, scopes: [scope], options: AnalysisOptions(sections: [section]))
    return (SlowTwin(data, scope), try #require(figures.first))
  }

  private func exchanges(_ twin: SlowTwin) -> [Exchange] {
    twin.data.exchanges.filter { $0.time.milliseconds >= twin.start && $0.time.milliseconds < twin.end }
  }

  @Test(arguments: TwinCase.all)
  func `cooperation is that of the definition`(test: TwinCase) throws {
    let (twin, measured) = try measure(test, .cooperation)
    let figures = try #require(measured.cooperation)
    let data = twin.data
    let contents = data.contents.filter { $0.campaign == test.campaign && test.campaign != nil }
    let active = twin.participants.filter { partner in
      twin.members.contains { $0.owner == partner && $0.content != nil }
        || contents.contains { $0.authors.contains(.partner(partner)) }
        || exchanges(twin).contains { $0.from == partner }
    }
    #expect(Set(figures.participants) == twin.participants)
    #expect(Set(figures.activePartnerList) == active)
    #expect(figures.activePartners == Proportion(complete: active.count, of: twin.participants.count))
    let authored = contents.filter { !$0.authors.isEmpty }
    #expect(
      figures.coCreationRate == Proportion(complete: authored.count { $0.authors.count > 1 }, of: authored.count))
    let interactions = twin.members.filter { $0.level >= .interaction && !$0.isRefund }
    #expect(figures.interactions == interactions.count)
    let depth = interactions.reduce(0) { $0 + $1.depth }
    #expect(areClose(figures.engagementDepth, interactions.isEmpty ? nil : depth / Double(interactions.count)))
    let reached = twin.contacts(twin.members).count
    #expect(areClose(figures.engagementPerContact, reached == 0 ? nil : Double(interactions.count) / Double(reached)))
    let perPartner = Double(interactions.count) / Double(active.count)
    #expect(areClose(figures.interactionsPerPartner, active.isEmpty ? nil : perPartner))
    let sectors = Dictionary(grouping: active.compactMap { data.partners[$0].sector }, by: \.self)
    let known = Double(sectors.values.reduce(0) { $0 + $1.count })
    let entropy = sectors.values.reduce(0.0) { $0 - Double($1.count) / known * log(Double($1.count) / known) }
    #expect(figures.sectors == sectors.count)
    #expect(areClose(figures.sectorDiversity, sectors.isEmpty ? nil : entropy))
    checkAmbassadors(figures, twin)
  }

  private func checkAmbassadors(_ figures: Cooperation, _ twin: SlowTwin) {
    let ties = twin.data.ties.filter { tie in
      guard tie.kind == "refers", let time = tie.time?.milliseconds else { return false }
      return time >= twin.start && time < twin.end && tie.from != tie.to && twin.newContacts.contains(tie.to)
    }
    let referrers = Set(ties.map(\.from))
    #expect(Set(figures.ambassadors.map(\.contact)) == referrers)
    for ambassador in figures.ambassadors {
      let direct = Set(ties.filter { $0.from == ambassador.contact }.map(\.to))
      #expect(ambassador.direct == direct.count)
      var reached = direct
      for _ in ties { reached.formUnion(ties.filter { reached.contains($0.from) }.map(\.to)) }
      reached.remove(ambassador.contact)
      #expect(ambassador.reached == reached.count)
    }
  }

  /// Answered gestures of some exchanges, judged one against every other, and the delays of the first answers.
  private func reciprocity(_ exchanges: [Exchange], _ twin: SlowTwin) -> (Proportion, Double?) {
    let judged = exchanges.filter {
      Self.gestures.contains($0.kind) && $0.time.milliseconds + Self.month <= twin.observedUntil
    }
    let delays = judged.compactMap { gesture in
      twin.data.exchanges.filter {
        Self.gestures.contains($0.kind) && $0.from == gesture.to && $0.to == gesture.from
          && $0.time.milliseconds > gesture.time.milliseconds
          && $0.time.milliseconds <= gesture.time.milliseconds + Self.month
      }.map { $0.time.milliseconds - gesture.time.milliseconds }.min()
    }.sorted()
    let middle = delays.isEmpty ? nil : Double(delays[(delays.count - 1) / 2] + delays[delays.count / 2]) / 2
    return (Proportion(delays.count, of: judged.count), middle.map { $0 / Double(SlowTwin.day) })
  }

  @Test(arguments: TwinCase.all)
  func `gestures are answered as often and as soon as the definition says`(test: TwinCase) throws {
    let (twin, measured) = try measure(test, .cooperation)
    let figures = try #require(measured.cooperation)
    let (answered, median) = reciprocity(exchanges(twin), twin)
    #expect(figures.reciprocity.answered == answered)
    #expect(areClose(figures.reciprocity.medianDaysToAnswer, median))
  }

  @Test(arguments: TwinCase.all)
  func `partnerships are those of the definition`(test: TwinCase) throws {
    let (twin, measured) = try measure(test, .partnerships)
    let figures = try #require(measured.partnerships)
    func given(_ p: Int, _ q: Int) -> Set<Int> {
      twin.contacts(twin.members.filter { $0.owner == p && $0.brands.contains(q) })
    }
    var expected = 0
    for p in twin.participants {
      for q in twin.participants where twin.data.partners[p].id < twin.data.partners[q].id {
        let both: Set = [p, q]
        let deals = exchanges(twin).contains { Set([$0.from, $0.to]) == both }
        let views = twin.data.assessments.contains { Set([$0.from, $0.to]) == both && $0.date < twin.scope.end }
        let (there, back) = (given(p, q).count, given(q, p).count)
        guard there + back > 0 || deals || views else { continue }
        expected += 1
        let pair = try #require(figures.pairs.first { $0.a == p && $0.b == q })
        #expect(pair.aToB == there)
        #expect(pair.bToA == back)
        let balance = there + back == 0 ? nil : Double(there - back) / Double(there + back)
        #expect(areClose(pair.balance, balance))
        #expect(pair.knot == knot(there, back, balance))
        checkInterval(pair, there, back)
        #expect(pair.givesMore == (there == back ? nil : there > back ? p : q))
        let shared = twin.contacts(twin.members.filter { $0.owner == p })
          .intersection(twin.contacts(twin.members.filter { $0.owner == q }))
        #expect(pair.sharedContacts == shared.count)
        let (answered, median) = reciprocity(exchanges(twin).filter { Set([$0.from, $0.to]) == both }, twin)
        #expect(pair.reciprocity.answered == answered)
        #expect(areClose(pair.reciprocity.medianDaysToAnswer, median))
        let larger = Double(max(given(p, p).count, given(q, q).count))
        checkBarometer(
          pair, twin, performance: larger == 0 ? nil : min(100, 100 * Double(there + back) / larger),
          social: answered.rate.map { 100 * $0 })
        checkTrust(pair.trust[0], twin, p, q)
        checkTrust(pair.trust[1], twin, q, p)
      }
    }
    #expect(figures.pairs.count == expected)
  }

  private func knot(_ there: Int, _ back: Int, _ balance: Double?) -> Knot {
    guard let balance else { return .none }
    if there + back < 10 { return .unclear }
    if there == 0 || back == 0 { return .oneSided }
    return abs(balance) <= 1.0 / 3 + 1e-9 ? .reef : .granny
  }

  /// 2 s − 1 for the ends of Wilson's interval of the share s that was given from a to b.
  private func checkInterval(_ pair: Partnerships.Pair, _ there: Int, _ back: Int) {
    let share = Proportion(there, of: there + back)
    #expect(areClose(pair.balanceLow, share.low.map { 2 * $0 - 1 }))
    #expect(areClose(pair.balanceHigh, share.high.map { 2 * $0 - 1 }))
    guard let low = pair.balanceLow, let high = pair.balanceHigh, let knot = pair.knot, knot != .unclear else {
      #expect(pair.isConclusive == nil)
      return
    }
    let isWithin = low >= -1.0 / 3 - 1e-9 && high <= 1.0 / 3 + 1e-9
    let isOutside = low > 1.0 / 3 + 1e-9 || high < -1.0 / 3 - 1e-9
    #expect(pair.isConclusive == (knot == .reef ? isWithin : isOutside))
  }

  private func checkBarometer(_ pair: Partnerships.Pair, _ twin: SlowTwin, performance: Double?, social: Double?) {
    func view(_ from: Int, _ to: Int) -> Assessment? {
      twin.data.assessments.enumerated().filter { $1.from == from && $1.to == to && $1.date < twin.scope.end }
        .max { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }?.element
    }
    let (mine, yours) = (view(pair.a, pair.b), view(pair.b, pair.a))
    let starts = stride(from: twin.scope.start.milliseconds, to: twin.scope.end.milliseconds, by: Int(Self.month))
    let blocks = starts.count { $0 < twin.observedUntil }
    let touched = Set(
      twin.members.filter {
        $0.owner == pair.a && $0.brands.contains(pair.b) || $0.owner == pair.b && $0.brands.contains(pair.a)
      }.map { ($0.time - twin.scope.start.milliseconds) / Self.month })
    let structure = blocks < 2 ? nil : 100 * Double(touched.count { $0 < blocks }) / Double(blocks)
    var known: [Double] = []
    var differ = false
    let scales: [(Barometer.Scale, KeyPath<Assessment, Double?>, Double?, Double?)] = [
      (.structure, \.structure, structure, pair.barometer.structure),
      (.social, \.social, social, pair.barometer.social),
      (.performance, \.performance, performance, pair.barometer.performance),
    ]
    for (scale, path, derived, actual) in scales {
      let views = [mine?[keyPath: path], yours?[keyPath: path]].compactMap(\.self)
      let value = views.isEmpty ? derived : views.reduce(0, +) / Double(views.count)
      #expect(areClose(actual, value), "\(scale)")
      #expect(pair.barometer.derived.contains(scale) == views.isEmpty)
      if views.count == 2, abs(views[0] - views[1]) > 20 { differ = true }
      if let value { known.append(value) }
    }
    #expect(pair.barometer.viewsDiffer == differ)
    let maturity = (known.count < 2 ? nil : known.min()).map { smallest -> Barometer.Maturity in
      smallest < 25 - 1e-9 ? .contact : smallest < 50 - 1e-9 ? .trial : smallest < 75 - 1e-9 ? .established : .mature
    }
    #expect(pair.barometer.maturity == maturity)
  }

  private func checkTrust(_ trust: TrustTransfer, _ twin: SlowTwin, _ a: Int, _ b: Int) {
    let all = twin.newTouchpoints.filter { $0.brand == b && $0.row.time + Self.month <= twin.observedUntil }
    func isOutcome(_ entry: (contact: Int, brand: Int, row: SlowTwin.Row)) -> Bool {
      twin.histories[entry.contact].contains {
        $0.brands.contains(b) && $0.level >= .interaction && !$0.isRefund && $0.time > entry.row.time
          && $0.time <= entry.row.time + Self.month
      }
    }
    let endorsed = all.filter { entry in
      entry.row.owner == a
        && twin.histories[entry.contact].prefix(entry.row.place).contains {
          $0.owner == a && $0.level >= .interaction && !$0.isRefund
        }
    }
    let hits = endorsed.count { isOutcome($0) }
    let allHits = all.count { isOutcome($0) }
    let unendorsed = Proportion(allHits - hits, of: all.count - endorsed.count)
    #expect(trust.from == a && trust.to == b)
    #expect(trust.endorsed == Proportion(hits, of: endorsed.count))
    #expect(trust.unendorsed == unendorsed)
    #expect(trust.difference == RateDifference(Proportion(hits, of: endorsed.count), minus: unendorsed))
  }

  @Test(arguments: [
    (0, 0, Knot.none), (9, 0, .unclear), (4, 5, .unclear), (10, 0, .oneSided), (0, 10, .oneSided), (10, 5, .reef),
    (20, 10, .reef), (21, 10, .granny), (1, 9, .granny), (5, 5, .reef),
  ])
  func `a knot is told by how even the two sides give`(given: Int, returned: Int, knot: Knot) {
    #expect(Knot(given, returned) == knot)
    #expect(Knot(returned, given) == knot)
  }

  /// Two of 20 contacts responded where three of 30 did: 10 pairs and more, and no difference.
  @Test func `trust is conclusive only with ten pairs each and an interval that leaves out zero`() {
    func trust(_ first: Proportion, _ second: Proportion) -> TrustTransfer {
      TrustTransfer(from: 0, to: 1, endorsed: first, unendorsed: second)
    }
    #expect(!trust(Proportion(2, of: 20), Proportion(3, of: 30)).isConclusive)
    #expect(trust(Proportion(18, of: 20), Proportion(3, of: 30)).isConclusive)
    #expect(!trust(Proportion(9, of: 9), Proportion(0, of: 30)).isConclusive)
    #expect(trust(Proportion(1, of: 2), Proportion(0, of: 4)).lift == nil)
    #expect(trust(Proportion(1, of: 2), Proportion(1, of: 4)).lift == 2)
  }
}
