import CampaignFigures
import TestSupport
import Testing

@testable import CampaignAnalysis

struct RateTestTests {
  /// statsmodels 0.15.0, `proportions_ztest`.
  @Test func `p is that of statsmodels`() {
    #expect(areClose(RateTest.p(Proportion(20, of: 40), Proportion(30, of: 100)), 0.02567494257876497))
    #expect(areClose(RateTest.p(Proportion(3, of: 12), Proportion(1, of: 30)), 0.030698631033293296))
    #expect(areClose(RateTest.p(Proportion(430, of: 1000), Proportion(500, of: 1000)), 0.0016999279909134246))
    #expect(RateTest.p(Proportion(5, of: 10), Proportion(5, of: 10)) == 1)
  }

  @Test func `nothing can be said of an empty group, or where all or none have the outcome`() {
    #expect(RateTest.p(Proportion(0, of: 0), Proportion(5, of: 10)) == nil)
    #expect(RateTest.p(Proportion(5, of: 10), Proportion(0, of: 0)) == nil)
    #expect(RateTest.p(Proportion(0, of: 7), Proportion(0, of: 10)) == nil)
    #expect(RateTest.p(Proportion(7, of: 7), Proportion(10, of: 10)) == nil)
  }
}
