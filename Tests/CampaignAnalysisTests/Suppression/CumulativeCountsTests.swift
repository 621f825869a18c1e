import Testing

@testable import CampaignAnalysis

struct CumulativeCountsTests {
  @Test(
    arguments: [
      ([40, 60, 66, 70], [40, 60, nil, 70]), ([4, 60, 70], [nil, 60, 70]), ([60, 66, 70], [60, nil, 70] as [Int?]),
      ([64, 70], [nil, 70]), ([70, 70, 70], [70, 70, 70]), ([0, nil, 10], [0, nil, 10]), ([nil], [nil]), ([], []),
    ] as [([Int?], [Int?])]) func `sums near each other, or near the last, are left out`(counts: [Int?], shown: [Int?])
  {
    #expect(CumulativeCounts.thinned(counts, atLeast: 10) == shown)
  }
}
