import TestSupport
import Testing

@testable import CampaignAnalysis

struct GiveAndTakeTests {
  /// 15 of 15: Wilson's lower limit is 15 / (15 + z²) = 0.796117, so that the balance is at least 0.592233.
  @Test func `one side alone, fifteen times, is no chance`() {
    let trade = GiveAndTake(15, 0)
    #expect(trade.balance == 1)
    #expect(areClose(trade.low, 0.5922333979283028))
    #expect(trade.high == 1)
    #expect(trade.knot == .oneSided)
    #expect(trade.isConclusive == true)
  }

  /// The half-width of the interval at s = 1/2 is z / √(n + z²) in units of the balance: 1/3 at n = 8 z² = 30.7.
  @Test(arguments: [(5, 5, false), (15, 15, false), (16, 16, true), (40, 40, true), (50, 26, false)])
  func `a reef holds when its interval lies within a third of even`(given: Int, returned: Int, isConclusive: Bool) {
    let trade = GiveAndTake(given, returned)
    #expect(trade.knot == .reef)
    #expect(trade.isConclusive == isConclusive)
    #expect(GiveAndTake(returned, given).isConclusive == isConclusive)
  }

  /// 10 : 2 reaches down to a balance of 0.10, 40 : 8 to 0.41 (Wilson's limits 0.5520 and 0.7041 of the share).
  @Test(arguments: [(10, 2, false), (40, 8, true)])
  func `a granny slips when its interval lies outside of a third`(given: Int, returned: Int, isConclusive: Bool) {
    #expect(GiveAndTake(given, returned).knot == .granny)
    #expect(GiveAndTake(given, returned).isConclusive == isConclusive)
    #expect(GiveAndTake(returned, given).isConclusive == isConclusive)
  }

  @Test func `too few contacts are neither`() {
    #expect(GiveAndTake(0, 0).low == nil)
    #expect(GiveAndTake(0, 0).isConclusive == nil)
    #expect(GiveAndTake(4, 5).isConclusive == nil)
    #expect(GiveAndTake(4, 5).low != nil)
  }

  /// From a single derived scale nothing is rated.
  @Test(
    arguments: [
      (nil, nil, 100, nil), (80, nil, 100, .mature), (80, 60, nil, .established), (10, nil, 100, .contact),
      (nil, nil, nil, nil),
    ] as [(Double?, Double?, Double?, Barometer.Maturity?)])
  func `maturity takes two known scales`(
    structure: Double?, social: Double?, performance: Double?, maturity: Barometer.Maturity?
  ) {
    let barometer = Barometer((nil, nil)) { scale in
      switch scale {
      case .structure: structure
      case .social: social
      case .performance: performance
      }
    }
    #expect(barometer.maturity == maturity)
  }
}
