import TestSupport
import Testing

@testable import CampaignFigures

struct IntervalTests {
  /// numpy 2.4.6: `quantile([3, 1, 4, 1, 5, 9, 2, 6], [.025, .975])` is [1, 8.475].
  @Test func `ends are the quantiles that numpy gives`() throws {
    let interval = try #require(Interval(ofReplicates: [3, 1, 4, 1, 5, 9, 2, 6]))
    #expect(interval.low == 1)
    #expect(areClose(interval.high, 8.475))
  }

  @Test func `replicates without the figure are left out, and more than half of them leave no interval`() throws {
    #expect(Interval(ofReplicates: [2, nil, 2, nil]) == Interval(low: 2, high: 2))
    #expect(Interval(ofReplicates: [2, nil, nil]) == nil)
    #expect(Interval(ofReplicates: []) == nil)
  }
}
