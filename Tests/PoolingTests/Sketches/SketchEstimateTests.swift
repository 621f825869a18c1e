import Testing

@testable import Pooling

struct SketchEstimateTests {
  /// (100 − N p)² = z² N p (1 − p) at p = 1/10, solved by hand: N p = 100 + 1.7287 ± √(3.4573 · 100 + 2.9885).
  @Test func `the interval is that of a binomial count`() {
    let estimate = SketchEstimate(hashes: 100, fraction: 0.1)
    #expect(estimate.value == 1000 && !estimate.isExact && estimate.isTold)
    #expect(abs(estimate.low - 830.55) < 0.05)
    #expect(abs(estimate.high - 1204.03) < 0.05)
  }

  @Test func `everything held is exact, and nothing has no width`() {
    let exact = SketchEstimate(hashes: 7, fraction: 1)
    #expect((exact.low, exact.high) == (7, 7) && exact.isExact && exact.isTold)
    #expect(!SketchEstimate(hashes: 99, fraction: 0.5).isTold)
    #expect(SketchEstimate(hashes: 0, fraction: 0.5).low == 0)
  }

  @Test func `no estimate is below the hashes that were seen`() {
    #expect(SketchEstimate(hashes: 120, fraction: 0.999).low == 120)
  }
}
