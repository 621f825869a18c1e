import CampaignFigures
import CampaignModel
import LogScanning

extension Partnerships {
  /// Turns the counts of a pass, and the tables beside the log, into figures. O(pairs that occur).
  init(_ tally: PartnershipTally, scope: Scope, test: ScopeTest, dataset: Dataset) {
    self.scope = scope
    let order = PartnerOrder(dataset)
    let dealings = Dealings(tally, scope, test, dataset)
    pairs = dealings.pairs(order).map { dealings.pair($0.a, $0.b) }.sortedByMainFigure(\.given) {
      (order.rank[$0.a], order.rank[$0.b]) < (order.rank[$1.a], order.rank[$1.b])
    }
    comparisons = pairs.reduce(0) { $0 + $1.trust.count { $0.difference != nil } }
    unknown = []
    setQValues()
    if !dataset.tellsOwnFromForeign {
      unknown.addWithoutContents([
        PartnershipFigures.aToB, PartnershipFigures.bToA, PartnershipFigures.balance, PartnershipFigures.balanceLow,
        PartnershipFigures.balanceHigh, PartnershipFigures.knot, PartnershipFigures.isKnotConclusive,
        PartnershipFigures.givesMore,
      ])
    }
    if pairs.contains(where: { $0.barometer.maturity == nil }) {
      unknown.append(
        UnknownFigure(
          "partnerships.barometer.maturity", .undefined,
          LocalizedText(
            "Of some partnerships fewer than two scales are known.",
            "Von manchen Partnerschaften sind weniger als zwei Skalen bekannt.")))
    }
    if !pairs.isEmpty, !tally.hasAllShares {
      unknown.append(
        UnknownFigure(
          "partnerships.shared_contacts", .undefined,
          .manyPairs.filled(["\(RegionSums.maximumPairs)"])))
    }
    let isLate = dataset.observedUntil.map { scope.end.adding(days: 30) > $0 } ?? false
    if isLate {
      unknown.append(
        UnknownFigure(
          PartnershipFigures.trust, .incomplete,
          LocalizedText(
            "New touchpoints of the last 30 days before observation stopped are not judged.",
            "Neue Kontaktpunkte der letzten 30 Tage vor dem Ende der Beobachtung werden nicht beurteilt.")))
    }
  }
}

/// What partners deal with each other in one scope, put together pair by pair.
private struct Dealings {
  let tally: PartnershipTally
  let scope: Scope
  let dataset: Dataset
  let takesPart: [Bool]
  let gestures: Gestures
  /// Per direction, the latest assessment before the end.
  var views = PairIndex()
  var latest: [Assessment] = []
  /// Pairs that exchanged something in the window.
  var exchanged = PairIndex()
  /// Per unordered pair, the delays of its judged gestures.
  var gesturePairs = PairIndex()
  var delays: [[Int64?]] = []

  init(_ tally: PartnershipTally, _ scope: Scope, _ test: ScopeTest, _ dataset: Dataset) {
    self.tally = tally
    self.scope = scope
    self.dataset = dataset
    takesPart = Participants.flags(of: scope.campaign, isCarrier: tally.isCarrier, in: dataset)
    gestures = Gestures(from: test.start, until: test.end, in: dataset)
    for gesture in gestures.judged {
      let number = gesturePairs.number(min(gesture.from, gesture.to), max(gesture.from, gesture.to))
      if number == delays.count { delays.append([]) }
      delays[number].append(gesture.delay)
    }
    for exchange in dataset.exchanges
    where exchange.time.milliseconds >= test.start && exchange.time.milliseconds < test.end {
      _ = exchanged.number(exchange.from, exchange.to)
    }
    for assessment in dataset.assessments where assessment.date < scope.end {
      let number = views.number(assessment.from, assessment.to)
      if number == latest.count {
        latest.append(assessment)
      } else if assessment.date >= latest[number].date {
        latest[number] = assessment
      }
    }
  }

  /// Pairs of different participants between which anything was given, exchanged or assessed.
  func pairs(_ order: PartnerOrder) -> [(a: Int, b: Int)] {
    var found = PairIndex()
    for (left, right) in tally.gifts.pairs + exchanged.pairs + views.pairs where left != right {
      let (p, q) = (Int(left), Int(right))
      guard takesPart[p], takesPart[q] else { continue }
      _ = order.rank[p] < order.rank[q] ? found.number(p, q) : found.number(q, p)
    }
    return found.pairs.map { (a: Int($0.left), b: Int($0.right)) }
  }

  func pair(_ a: Int, _ b: Int) -> Partnerships.Pair {
    let hasContents = dataset.tellsOwnFromForeign
    let given = tally.given(a, about: b)
    let returned = tally.given(b, about: a)
    let trade = hasContents ? GiveAndTake(given, returned) : nil
    let reciprocity = Reciprocity(
      gesturePairs.knownNumber(min(a, b), max(a, b)).map { delays[$0] } ?? [])
    let barometer = Barometer((view(a, b), view(b, a))) { scale in
      switch scale {
      case .structure: hasContents ? structure(a, b) : nil
      case .social: reciprocity.answered?.rate.map { 100 * $0 }
      case .performance: hasContents ? performance(a, b, given + returned) : nil
      }
    }
    return Partnerships.Pair(
      a: a, b: b, direction: PartnershipDirection(dataset.partners[a], dataset.partners[b]),
      aToB: hasContents ? given : nil, bToA: hasContents ? returned : nil, balance: trade?.balance,
      balanceLow: trade?.low, balanceHigh: trade?.high, knot: trade?.knot, isConclusive: trade?.isConclusive,
      givesMore: !hasContents || given == returned ? nil : given > returned ? a : b,
      sharedContacts: tally.hasAllShares
        ? tally.shares.knownNumber(min(a, b), max(a, b)).map { tally.shared[$0] } ?? 0 : nil,
      reciprocity: reciprocity, barometer: barometer, trust: [trust(a, b), trust(b, a)])
  }

  private func view(_ from: Int, _ to: Int) -> Assessment? { views.knownNumber(from, to).map { latest[$0] } }

  /// Share of the window's 30-day blocks in which the two appear with each other.
  private func structure(_ a: Int, _ b: Int) -> Double? {
    guard tally.blockCount >= 2 else { return nil }
    return 100 * Double(tally.blocksInTouch(a, b)) / Double(tally.blockCount)
  }

  private func performance(_ a: Int, _ b: Int, _ given: Int) -> Double? {
    let larger = max(tally.given(a, about: a), tally.given(b, about: b))
    return larger > 0 ? 100 * min(1, Double(given) / Double(larger)) : nil
  }

  private func trust(_ from: Int, _ to: Int) -> TrustTransfer {
    let all = tally.newTouchpoints[to]
    let endorsed = tally.endorsements.knownNumber(from, to).map { tally.endorsed[$0] } ?? .init()
    return TrustTransfer(
      from: from, to: to, endorsed: Proportion(endorsed.outcomes, of: endorsed.pairs),
      unendorsed: Proportion(all.outcomes - endorsed.outcomes, of: all.pairs - endorsed.pairs))
  }
}
