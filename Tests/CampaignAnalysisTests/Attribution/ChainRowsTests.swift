import TestSupport
import Testing

@testable import CampaignAnalysis

struct ChainRowsTests {
  /// Rows in which each state goes to some others, and leaves with what is left of 1.
  private func rows(
    _ count: Int, goingOn: ClosedRange<Double>, seed: UInt64
  ) -> [(states: [Int], chances: [Double])] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { state in
      let others = Set((0..<4).map { _ in Int.random(in: 0..<count, using: &random) }).subtracting([state]).sorted()
      return (others, others.map { _ in .random(in: goingOn, using: &random) / Double(max(1, others.count)) })
    }
  }

  /// The same by a matrix: I − V, inverted.
  private func inverse(_ rows: [(states: [Int], chances: [Double])]) -> BlockedMatrix {
    var matrix = BlockedMatrix(size: rows.count)
    for (row, own) in rows.enumerated() {
      matrix[row, row] = 1
      for (state, chance) in zip(own.states, own.chances) { matrix[row, state] = -chance }
    }
    matrix.invert()
    return matrix
  }

  /// From some chains one leaves soon, so that columns are found by sweeps, from others late: by rounds.
  @Test(arguments: [1, 7, 8, 9, 50], [0.01...0.9, 0.98...0.998])
  func `columns and sums are those of the inverse`(count: Int, goingOn: ClosedRange<Double>) throws {
    for seed in UInt64(1)...4 { try expectInverse(of: rows(count, goingOn: goingOn, seed: seed)) }
  }

  private func expectInverse(of given: [(states: [Int], chances: [Double])]) throws {
    let count = given.count
    let chain = ChainRows(given, dividedBy: [Double](repeating: 1, count: count))
    let expected = inverse(given)
    let columns = try #require(chain.columns(2))
    let source = (0..<count).map { Double($0 % 3) }
    let sums = try #require(chain.settled(source))
    for row in 0..<count {
      #expect(areClose(columns.ofSelf[row], expected[row, row], tolerance: 1e-10))
      for (place, state) in zip(chain.places(of: row), given[row].states) {
        let entry = expected[state, row]
        #expect(abs(columns.ofOthers[place] - entry) < 1e-10 * max(1, entry))
      }
      let sum = (0..<count).reduce(0.0) { $0 + expected[row, $1] * source[$1] }
      #expect(areClose(sums[row], sum, tolerance: 1e-9))
    }
  }

  /// Two states from which nobody leaves: no sum of visits is finite.
  @Test func `what comes to no end is given up`() {
    let chain = ChainRows([([1], [1]), ([0], [1])], dividedBy: [1, 1])
    #expect(chain.settled([1, 1]) == nil)
    #expect(chain.columns(1) == nil)
  }
}
