import TestSupport
import Testing

@testable import CampaignAnalysis

struct FalseDiscoveryTests {
  /// The fifteen p values of Y. Benjamini and Y. Hochberg (1995), section 3.1; their rule calls the first four different at
  /// 5 %. The q values are those of scipy 1.17.1, `stats.false_discovery_control`.
  @Test func `q values of the published example call the same four different`() {
    let values = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1,
    ]
    let expected = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857, 0.063857, 0.0645, 0.0765, 0.486, 0.581182, 0.714875, 0.753231,
      0.813214, 1,
    ]
    let found = FalseDiscovery.qValues(values).compactMap(\.self)
    #expect(found.count == expected.count)
    for (q, expected) in zip(found, expected) { #expect(areClose(q, expected, tolerance: 1e-6)) }
    #expect(found.count { $0 <= 0.05 } == 4)
    #expect(FalseDiscovery.qValues(values.reversed()) == found.reversed())
  }

  /// Two comparisons count: 0.02 × 2 / 1 and 0.5 × 2 / 2.
  @Test func `comparisons without a p do not count`() {
    #expect(FalseDiscovery.qValues([nil, 0.5, nil, 0.02]) == [nil, 0.5, nil, 0.04])
    #expect(FalseDiscovery.qValues([nil]) == [nil])
    #expect(FalseDiscovery.qValues([]).isEmpty)
  }
}
