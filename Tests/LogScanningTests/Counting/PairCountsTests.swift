import Testing

@testable import LogScanning

/// Few possible pairs lie in a grid, many are numbered.
struct PairCountsTests {
  private struct Coded: CodedCounts {
    var pairs: PairCounts

    mutating func code(_ coder: inout TallyCoder) throws(TallyFault) { try pairs.code(&coder, below: 100) }
  }

  private func rows(_ counts: PairCounts) -> [[Int]] { counts.sorted.map { [$0.left, $0.right, $0.count] } }

  @Test(arguments: [100, 1_000])
  func `pairs are counted apart from their mirror, and come out in order`(side: Int) {
    var counts = PairCounts(below: side)
    #expect(rows(counts) == [])
    for (left, right) in [(7, 3), (3, 7), (7, 3), (0, 99), (3, 4), (7, 3)] { counts.add(left, right) }
    #expect(rows(counts) == [[0, 99, 1], [3, 4, 1], [3, 7, 1], [7, 3, 3]])
    var others = PairCounts(below: side)
    others.add(7, 3, 10)
    others.add(1, 1)
    counts.merge(others)
    #expect(rows(counts) == [[0, 99, 1], [1, 1, 1], [3, 4, 1], [3, 7, 1], [7, 3, 13]])
  }

  @Test(arguments: [100, 1_000])
  func `counts grow beyond four bytes`(side: Int) throws {
    var counts = PairCounts(below: side)
    counts.add(2, 3, 1 << 32 - 1)
    #expect(rows(counts) == [[2, 3, 1 << 32 - 1]])
    counts.add(2, 3)
    counts.add(4, 5, 7 << 33 + 6)
    for _ in 0..<3 { counts.add(4, 5, 1 << 32 - 1) }
    let expected = [[2, 3, 1 << 32], [4, 5, 7 << 33 + 3 << 32 + 3]]
    #expect(rows(counts) == expected)
    let columns = TallyCoder.columns(of: Coded(pairs: counts))
    let read = try TallyCoder.read(columns, into: Coded(pairs: PairCounts(below: side)))
    #expect(rows(read.pairs) == expected)
    counts.merge(read.pairs)
    #expect(rows(counts) == expected.map { [$0[0], $0[1], 2 * $0[2]] })
  }
}
