import CampaignFigures
import TestSupport
import Testing

@testable import CampaignFigures

struct ProportionTests {
  /// R. G. Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I, method 3.
  @Test(arguments: [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)])
  func `the interval of a share is Wilson's, as Newcombe tabulates it`(
    count: Int, whole: Int, low: Double, high: Double
  ) throws {
    let share = Proportion(count, of: whole)
    #expect(areClose(share.rate, Double(count) / Double(whole)))
    #expect(areClose(share.low, low, tolerance: 5e-5))
    #expect(areClose(share.high, high, tolerance: 5e-5))
  }

  /// R. G. Newcombe, "Interval estimation for the difference between independent proportions" (1998), table II,
  /// method 10.
  @Test(arguments: [
    (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926), (0, 10, 0, 20, -0.1611, 0.2775), (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1), (10, 10, 0, 10, 0.6075, 1),
  ])
  func `the interval of a difference is Newcombe's`(
    count1: Int, whole1: Int, count2: Int, whole2: Int, low: Double, high: Double
  ) throws {
    let difference = try #require(RateDifference(Proportion(count1, of: whole1), minus: Proportion(count2, of: whole2)))
    #expect(areClose(difference.low, low, tolerance: 6e-5))
    #expect(areClose(difference.high, high, tolerance: 6e-5))
  }

  @Test func `nothing of nothing has no rate, and takes part in no difference`() {
    let nothing = Proportion(0, of: 0)
    #expect(nothing.rate == nil)
    #expect(nothing.low == nil)
    #expect(RateDifference(nothing, minus: Proportion(1, of: 2)) == nil)
    #expect(RateDifference(Proportion(complete: 1, of: 2), minus: Proportion(1, of: 2)) == nil)
  }

  @Test func `a complete count has a rate and no interval`() {
    let share = Proportion(complete: 3, of: 4)
    #expect(share.rate == 0.75)
    #expect(share.low == nil)
    #expect(share.high == nil)
  }

  @Test func `figures within a billionth of each other are equal`() {
    #expect(FigureOrder.isAtMost(1 + 1e-10, 1))
    #expect(!FigureOrder.isAtMost(1 + 1e-8, 1))
    #expect(FigureOrder.rounded(0.1 + 0.2) == FigureOrder.rounded(0.3))
  }
}
