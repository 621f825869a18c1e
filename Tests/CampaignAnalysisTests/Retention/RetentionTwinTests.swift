import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct RetentionTwinTests {
  private static let day = SlowTwin.day

  @Test(arguments: TwinCase.all, [RetentionOptions(), RetentionOptions(cohort: .reached, days: [1, 7, 60])])
  func `retention is that of the definition`(test: TwinCase, options: RetentionOptions) throws {
    let data = test.dataset()
    let scope = test.scope(of: data)
    let figures = measureUnprotected(
      data, scopes: [scope], options: AnalysisOptions(sections: [.retention], retention: options))
    let retention = try #require(figures.first?.retention)
    let twin = SlowTwin(data, scope)
    let end = scope.end.milliseconds
    let observed = twin.observedUntil
    let cohort = options.cohort == .new ? twin.newContacts : twin.contacts(twin.members)
    func after(_ contact: Int) -> [SlowTwin.Row] {
      twin.histories[contact].filter { $0.time >= end && $0.level >= .interaction && !$0.isRefund }
    }
    #expect(retention.cohortSize == cohort.count)
    checkBaseline(retention, twin, options)
    try checkHoldout(retention, twin, after)
    guard observed > end else {
      #expect(retention.stays == nil)
      #expect(retention.survival == nil)
      #expect(retention.unknown.contains { $0.figure == "retention" && $0.state == .incomplete })
      return
    }
    let stays = cohort.filter { !after($0).isEmpty }
    #expect(retention.stays == Proportion(stays.count, of: cohort.count))
    let carrying: Set = ["share", "mention", "contribution", "referral"]
    let carriesOn = cohort.filter { contact in
      after(contact).contains { carrying.contains($0.kind) }
        || data.ties.contains { $0.from == contact && $0.kind == "refers" && ($0.time?.milliseconds ?? .min) >= end }
    }
    #expect(retention.carriesOn == Proportion(carriesOn.count, of: cohort.count))
    #expect(retention.joins == Proportion(cohort.count { Set(after($0).map(\.owner)).count >= 2 }, of: cohort.count))
    var before: Int64 = 0
    for entry in retention.days {
      let from = end + before
      let until = end + Int64(entry.day) * Self.day
      func share(_ isKnown: Bool, _ holds: (SlowTwin.Row) -> Bool) -> Proportion? {
        isKnown ? Proportion(cohort.count { after($0).contains(where: holds) }, of: cohort.count) : nil
      }
      #expect(entry.bracket == share(observed >= until) { $0.time >= from && $0.time < until })
      #expect(entry.unbounded == share(observed > until) { $0.time >= until })
      #expect(
        entry.nthDay == share(observed >= until + Self.day) { $0.time >= until && $0.time < until + Self.day })
      before = Int64(entry.day) * Self.day
    }
    checkGroups(retention, twin, cohort, after)
    checkSurvival(retention, twin, cohort, after, options)
  }

  private func checkGroups(
    _ retention: Retention, _ twin: SlowTwin, _ cohort: Set<Int>, _ after: (Int) -> [SlowTwin.Row]
  ) {
    var acquirer: [Int: Int] = [:]
    for contact in cohort { acquirer[contact] = twin.histories[contact].first { twin.isMember($0) }?.owner }
    for group in retention.byPartner {
      let own = cohort.filter { acquirer[$0] == group.partner }
      let staying = own.filter { !after($0).isEmpty }
      let kept = staying.filter { after($0).contains { $0.owner == group.partner } }
      #expect(group.cohort == own.count)
      #expect(group.stays == staying.count)
      #expect(group.kept == kept.count)
      #expect(group.passedOn == staying.count - kept.count)
    }
    #expect(retention.byPartner.reduce(0) { $0 + ($1.cohort ?? 0) } == cohort.count)
    #expect(retention.byFirstContact.reduce(0) { $0 + ($1.cohort ?? 0) } == cohort.count)
    let end = twin.scope.end.milliseconds
    for entry in retention.partnerRetention {
      let until = end + Int64(entry.day) * Self.day
      guard twin.observedUntil >= until else {
        #expect(entry.active == nil)
        continue
      }
      let active = twin.participants.filter { partner in
        twin.histories.joined().contains {
          $0.owner == partner && $0.content != nil && $0.time >= end && $0.time < until
        }
          || twin.data.exchanges.contains {
            $0.from == partner && $0.time.milliseconds >= end && $0.time.milliseconds < until
          }
      }
      #expect(entry.active == Proportion(complete: active.count, of: twin.participants.count))
    }
  }

  private func checkSurvival(
    _ retention: Retention, _ twin: SlowTwin, _ cohort: Set<Int>, _ after: (Int) -> [SlowTwin.Row],
    _ options: RetentionOptions
  ) {
    let end = twin.scope.end.milliseconds
    let observed = twin.observedUntil
    let gap = Int64(twin.data.settings.activityGapDays) * Self.day
    guard observed >= end + gap else {
      #expect(retention.survival == nil)
      #expect(retention.lost == nil)
      return
    }
    func lifetimes(_ contacts: Set<Int>) -> Lifetimes {
      Lifetimes(
        contacts.sorted().map { contact in
          let times = after(contact).map(\.time)
          let lapse = ([end] + times).first { g in
            g + gap <= observed && !times.contains { $0 > g && $0 < g + gap }
          }
          return (time: Int(((lapse ?? observed - gap) - end) / Self.day), isEvent: lapse != nil)
        })
    }
    let stays = cohort.count { !after($0).isEmpty }
    #expect(retention.lost == Proportion(cohort.count - stays, of: cohort.count))
    #expect(retention.survival?.curve == KaplanMeier(lifetimes(cohort)))
    guard options.cohort == .new, let known = retention.baseline else { return }
    let baseline = baseline(twin)
    #expect(known.lost == Proportion(baseline.count { after($0).isEmpty }, of: baseline.count))
    let (mine, theirs) = (lifetimes(cohort), lifetimes(baseline))
    let isReliable = expectedEvents(mine, theirs).allSatisfy { $0 >= 5 - 1e-9 }
    #expect(known.logRank == (isReliable ? LogRank(mine, theirs) : nil))
    #expect(known.survival?.curve == KaplanMeier(theirs))
  }

  /// Contacts whose first touch of all is in the window and not in T(K), whatever the filter.
  private func baseline(_ twin: SlowTwin) -> Set<Int> {
    Set(
      twin.histories.compactMap(\.first).filter {
        $0.time >= twin.scope.start.milliseconds && $0.time < twin.scope.end.milliseconds
          && twin.isInSegment($0.contact) && !twin.isMember($0, filtered: false)
      }.map(\.contact))
  }

  private func checkBaseline(_ retention: Retention, _ twin: SlowTwin, _ options: RetentionOptions) {
    guard options.cohort == .new else {
      #expect(retention.baseline == nil)
      #expect(retention.unknown.contains { $0.figure == "baseline" && $0.state == .undefined })
      return
    }
    #expect(retention.baseline?.cohortSize == baseline(twin).count)
  }

  /// Events that equality lets one expect in two groups: day by day, those of both by the shares at risk.
  private func expectedEvents(_ first: Lifetimes, _ second: Lifetimes) -> [Double] {
    func at(_ counts: [Int], _ day: Int) -> Int { day < counts.count ? counts[day] : 0 }
    func atRisk(_ group: Lifetimes, _ day: Int) -> Double {
      Double(group.count - (0..<day).reduce(0) { $0 + at(group.events, $1) + at(group.censored, $1) })
    }
    var expected = [0.0, 0.0]
    for day in 0..<max(first.events.count, second.events.count) {
      let events = Double(at(first.events, day) + at(second.events, day))
      let risks = [atRisk(first, day), atRisk(second, day)]
      guard events > 0 else { continue }
      for group in 0..<2 { expected[group] += events * risks[group] / (risks[0] + risks[1]) }
    }
    return expected
  }

  private func checkHoldout(
    _ retention: Retention, _ twin: SlowTwin, _ after: (Int) -> [SlowTwin.Row]
  ) throws {
    let holdout = try #require(retention.holdout)
    let data = twin.data
    let groups = [false, true].map { isHeldOut in
      (0..<data.contacts.count).filter { data.contacts.isHeldOut($0) == isHeldOut && twin.isInSegment($0) }
    }
    #expect(holdout.contaminated == Set(groups[1]).intersection(twin.contacts(twin.members)).count)
    let sales: Set = ["order", "booking", "donation", "subscription"]
    let salesEnd = twin.scope.end.adding(days: data.settings.conversionDaysAfterEnd).milliseconds
    #expect(holdout.outcomes.map(\.outcome) == [.customer, .stays, .joins])
    for row in holdout.outcomes {
      guard row.outcome == .customer || twin.observedUntil > twin.scope.end.milliseconds else {
        #expect(row.addressed == nil && row.heldOut == nil && row.lift == nil && row.detectable == nil)
        continue
      }
      func has(_ contact: Int) -> Bool {
        switch row.outcome {
        case .customer:
          twin.histories[contact].contains {
            sales.contains($0.kind) && !$0.isRefund && $0.time >= twin.scope.start.milliseconds && $0.time < salesEnd
          }
        case .stays: !after(contact).isEmpty
        case .joins: Set(after(contact).map(\.owner)).count >= 2
        }
      }
      let shares = groups.map { group in Proportion(group.count { has($0) }, of: group.count) }
      #expect(row.addressed == shares[0])
      #expect(row.heldOut == shares[1])
      #expect(row.lift == RateDifference(shares[0], minus: shares[1]))
      let (count, whole) = (shares[0].count + shares[1].count, shares[0].of + shares[1].of)
      let p = Double(count) / Double(whole)
      let spread = p * (1 - p) * (1 / Double(shares[0].of) + 1 / Double(shares[1].of))
      #expect(areClose(row.detectable, count == 0 || count == whole ? nil : 2.8 * spread.squareRoot()))
    }
  }

  /// A silence of exactly the gap ends a contact's activity; one millisecond less does not.
  @Test func `a contact lapses when it is silent for exactly the gap`() throws {
    for (second, lapsed) in [(Int64(0), 5), (-1, 35)] {
      var builder = DatasetBuilder()
      builder.channel("h", owner: "p")
      builder.campaign("k", from: 0, to: 10)
      builder.settings.observedUntil = .day(100)
      builder.touch(1, "ada", "h", "view")
      builder.touch(15, "ada", "h", "click")
      builder.touch(at: Instant.day(45).adding(milliseconds: second), "ada", "h", "click")
      let data = builder.build()
      let figures = measureUnprotected(
        data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: [.retention]))
      let steps = try #require(figures.first?.retention?.survival).curve.steps
      #expect(steps.map(\.events) == [1])
      #expect(steps.map(\.time) == [lapsed == 35 ? 34 : lapsed])
    }
  }

  /// The border cases of what is known: at or after the horizon, by a millisecond.
  @Test(arguments: [
    (Int64(-1), false, false), (0, true, false), (1, true, true), (SlowTwin.day - 1, true, true),
  ])
  func `what is known depends on the millisecond up to which data are complete`(
    offset: Int64, knowsBracket: Bool, knowsUnbounded: Bool
  ) throws {
    var builder = DatasetBuilder()
    builder.channel("h", owner: "p")
    builder.campaign("k", from: 0, to: 10)
    builder.settings.observedUntil = Instant.day(40).adding(milliseconds: offset)
    builder.touch(1, "ada", "h", "view")
    builder.touch(10, "ada", "h", "click")
    let data = builder.build()
    let figures = measureUnprotected(
      data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: [.retention]))
    let retention = try #require(figures.first?.retention)
    #expect((retention.days[0].bracket != nil) == knowsBracket)
    #expect((retention.days[0].unbounded != nil) == knowsUnbounded)
    #expect(retention.days[0].nthDay == nil)
    #expect((retention.lost != nil) == knowsBracket)
    #expect(retention.stays == Proportion(1, of: 1))
  }

  /// A tie made in the very moment of the end counts; one a millisecond sooner, or of another kind, does not.
  @Test(arguments: [("refers", 10.0, 1), ("refers", 9.999, 0), ("knows", 12, 0)])
  func `a referral made at the end or later carries on`(kind: String, day: Double, count: Int) throws {
    var builder = DatasetBuilder()
    builder.channel("h", owner: "p")
    builder.campaign("k", from: 0, to: 10)
    builder.settings.observedUntil = .day(100)
    builder.touch(1, "ada", "h", "view")
    builder.tie("ada", "ben", kind, day: day)
    let data = builder.build()
    let figures = measureUnprotected(
      data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: [.retention]))
    #expect(figures.first?.retention?.carriesOn == Proportion(count, of: 1))
  }
}
