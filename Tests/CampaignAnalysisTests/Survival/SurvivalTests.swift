import CampaignFigures
import TestSupport
import Testing

@testable import CampaignAnalysis

/// The leukemia trial of E. J. Freireich et al., "The effect of 6-mercaptopurine on the duration of
/// steroid-induced remissions in acute leukemia" (1963), Blood 21: weeks of remission of 42 patients. Results as in
/// D. G. Kleinbaum and M. Klein, "Survival Analysis" (2012), chapter 2.
struct SurvivalTests {
  private static let treated = Lifetimes(
    [
      (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false), (11, false),
      (13, true), (16, true), (17, false), (19, false), (20, false), (22, true), (23, true), (25, false), (32, false),
      (32, false), (34, false), (35, false),
    ].map { (time: $0.0, isEvent: $0.1) })

  private static let control = Lifetimes(
    [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map { (time: $0, isEvent: true) })

  @Test func `the treated group's curve is the published one`() throws {
    let curve = KaplanMeier(Self.treated)
    #expect(curve.median == 23)
    #expect(areClose(curve.survival(at: 6), 0.8571, tolerance: 5e-5))
    #expect(areClose(curve.survival(at: 10), 0.7529, tolerance: 5e-5))
    #expect(areClose(curve.survival(at: 23), 0.4482, tolerance: 5e-5))
    let first = try #require(curve.steps.first)
    #expect(first.time == 6)
    #expect(first.atRisk == 21)
    #expect(first.events == 3)
    #expect(first.censored == 1)
    #expect(areClose(first.low, 0.6197, tolerance: 5e-5))
    #expect(areClose(first.high, 0.9516, tolerance: 5e-5))
  }

  @Test func `the control group's median is eight weeks, and nobody survives`() throws {
    let curve = KaplanMeier(Self.control)
    #expect(curve.median == 8)
    let last = try #require(curve.steps.last)
    #expect(last.survival == 0)
    #expect(last.low == 0)
    #expect(last.high == 0)
  }

  @Test func `the log-rank statistic is the published one, whichever group comes first`() throws {
    let test = try #require(LogRank(Self.treated, Self.control))
    #expect(areClose(test.chiSquared, 16.793, tolerance: 5e-5))
    #expect(areClose(test.p, 4.17e-5, tolerance: 5e-8))
    let swapped = try #require(LogRank(Self.control, Self.treated))
    #expect(areClose(swapped.chiSquared, test.chiSquared))
    #expect(areClose(test.expectedEvents[0], 19.26, tolerance: 0.01))
    #expect(areClose(test.expectedEvents[1], 10.74, tolerance: 0.01))
    #expect(test.isReliable)
  }

  /// Without censoring the area under the curve up to the last time is the plain mean: 182 weeks / 21.
  @Test func `the restricted mean of uncensored lifetimes is their mean`() {
    let curve = KaplanMeier(Self.control)
    #expect(areClose(curve.restrictedMean(to: 23), 182.0 / 21))
    #expect(curve.restrictedMean(to: 0) == 0)
    #expect(areClose(curve.restrictedMean(to: 1), 1))
  }

  /// lifelines 0.30.3, `median_survival_times` of the log-log confidence interval.
  @Test func `the median's interval is where the limits come down to one half`() {
    let treated = KaplanMeier(Self.treated).medianInterval
    #expect(treated.low == 13)
    #expect(treated.high == nil)
    let control = KaplanMeier(Self.control).medianInterval
    #expect(control.low == 4)
    #expect(control.high == 11)
    #expect(KaplanMeier(Lifetimes()).medianInterval.low == nil)
  }

  /// Weeks of remission after chemotherapy (R. G. Miller, "Survival Analysis", 1981, page 49): R's survfit prints the
  /// restricted means 52.6 with the standard error 19.83, and 22.7 with 4.18. The limits are worked out from the tables of
  /// lifelines 0.30.3.
  @Test func `the restricted mean's interval is the published one`() {
    let maintained = KaplanMeier(
      Lifetimes(
        [
          (9, true), (13, true), (13, false), (18, true), (23, true), (28, false), (31, true), (34, true), (45, false),
          (48, true), (161, false),
        ].map { (time: $0.0, isEvent: $0.1) }))
    let mean = maintained.restrictedMean(to: 161)
    #expect(areClose(mean, 52.645454545454555))
    let interval = maintained.restrictedMeanInterval(to: 161)
    #expect(areClose((interval.high - mean) / 1.959963984540054, 19.82860279556259))
    #expect(areClose(interval.low, 13.782107202401647))
    let others = KaplanMeier(
      Lifetimes(
        [
          (5, true), (5, true), (8, true), (8, true), (12, true), (16, false), (23, true), (27, true), (30, true),
          (33, true), (43, true), (45, true),
        ].map { (time: $0.0, isEvent: $0.1) }))
    #expect(areClose(others.restrictedMeanInterval(to: 45).low, 14.513837629056802))
    #expect(areClose(others.restrictedMeanInterval(to: 161).high, 30.902829037609855))
    #expect(areClose(KaplanMeier(Self.treated).restrictedMeanInterval(to: 20).low, 13.663513701991471))
  }

  @Test func `the restricted mean's interval stays within the time`() {
    let interval = KaplanMeier(Lifetimes([(time: 1, isEvent: true), (time: 9, isEvent: true)]))
      .restrictedMeanInterval(to: 9)
    #expect(interval.low == 0)
    #expect(interval.high == 9)
    let censored = KaplanMeier(Lifetimes([(time: 9, isEvent: false)])).restrictedMeanInterval(to: 9)
    #expect(censored == Interval(low: 9, high: 9))
  }

  @Test func `a group without events survives with certainty`() throws {
    let curve = KaplanMeier(Lifetimes([(time: 4, isEvent: false), (time: 9, isEvent: false)]))
    #expect(curve.median == nil)
    let step = try #require(curve.steps.last)
    #expect(step.survival == 1)
    #expect(step.low == 1)
    #expect(step.high == 1)
  }

  @Test func `no comparison without subjects or without variance`() {
    let one = Lifetimes([(time: 3, isEvent: true)])
    #expect(LogRank(Lifetimes(), one) == nil)
    #expect(LogRank(one, Lifetimes()) == nil)
    let censored = Lifetimes([(time: 3, isEvent: false)])
    #expect(LogRank(censored, censored) == nil)
    #expect(KaplanMeier(Lifetimes()).steps.isEmpty)
  }

  /// Ten against one at risk: of the eleven events that come one a day, the single subject can expect 10 / 11 at most.
  @Test func `a test with fewer than five expected events in a group says nothing`() throws {
    let many = Lifetimes((1...10).map { (time: $0, isEvent: true) })
    let test = try #require(LogRank(many, Lifetimes([(time: 1, isEvent: true)])))
    #expect(areClose(test.expectedEvents.reduce(0, +), 11))
    #expect(!test.isReliable)
  }

  @Test func `groups add up subject by subject`() {
    var sum = Self.treated
    sum.merge(Self.control)
    #expect(sum.count == 42)
    #expect(sum.events[8] == 4)
    #expect(sum.events[6] == 3)
    #expect(sum.censored[6] == 1)
  }
}
