import TestSupport
import Testing

@testable import CampaignAnalysis

struct VisitsOfChainTests {
  private struct Chain {
    var moves: [(from: Int, to: Int, chance: Double)] = []
    var start: [Double]
    var end: [Double]
    var leaving: [Double]

    /// A chain in which each state goes to some others; what is left over leads out, some of it to the end.
    init(stateCount: Int, neighborCount: Int, seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      start = (0..<stateCount).map { _ in .random(in: 0...1, using: &random) }
      end = start
      leaving = start
      for state in 0..<stateCount {
        let others = Set((0..<neighborCount).map { _ in Int.random(in: 0..<stateCount, using: &random) })
          .subtracting([state]).sorted()
        let out = Double.random(in: 0.2...1, using: &random)
        for other in others { moves.append((state, other, (1 - out) / Double(others.count))) }
        leaving[state] = others.isEmpty ? 1 : out
        end[state] = leaving[state] * .random(in: 0...1, using: &random)
      }
    }

    func visits(threads: Int = 1) -> VisitsOfChain {
      VisitsOfChain(moves, start: start, end: end, leaving: leaving, threads: threads)
    }
  }

  /// Visits by following everyone through the chain step by step until next to nobody is in it.
  private func followed(_ chain: Chain, from: [Double]) -> [Double] {
    var (here, visits) = (from, from)
    while here.contains(where: { $0 > 1e-15 }) {
      var next = [Double](repeating: 0, count: here.count)
      for (from, to, chance) in chain.moves { next[to] += here[from] * chance }
      here = next
      for state in visits.indices { visits[state] += here[state] }
    }
    return visits
  }

  /// Few and many neighbors: chains that are taken apart state by state, that are inverted as they are, and both.
  @Test(arguments: [(1, 0), (2, 1), (40, 1), (60, 2), (60, 4), (45, 20), (131, 3)], UInt64(1)...3)
  func `visits are those of people who are followed through the chain`(
    shape: (states: Int, neighbors: Int), seed: UInt64
  ) {
    let chain = Chain(stateCount: shape.states, neighborCount: shape.neighbors, seed: seed)
    let visits = chain.visits()
    let fromStart = followed(chain, from: chain.start)
    for state in 0..<shape.states {
      var alone = [Double](repeating: 0, count: shape.states)
      alone[state] = 1
      let own = followed(chain, from: alone)
      #expect(areClose(visits.fromStart[state], fromStart[state], tolerance: 1e-9))
      #expect(areClose(visits.toSelf[state], own[state], tolerance: 1e-9))
      #expect(areClose(visits.toEnd[state], zip(own, chain.end).reduce(0) { $0 + $1.0 * $1.1 }, tolerance: 1e-9))
    }
  }

  /// Each of 600 states goes to some eight others, wherever they are, and back: as a matrix it would take 2·10⁸ steps.
  @Test func `many states with few moves each are found by iteration`() {
    let chain = Chain(stateCount: 600, neighborCount: 8, seed: 5)
    let visits = chain.visits()
    let fromStart = followed(chain, from: chain.start)
    for state in 0..<600 { #expect(areClose(visits.fromStart[state], fromStart[state], tolerance: 1e-9)) }
    for state in stride(from: 0, to: 600, by: 23) {
      var alone = [Double](repeating: 0, count: 600)
      alone[state] = 1
      let own = followed(chain, from: alone)
      #expect(areClose(visits.toSelf[state], own[state], tolerance: 1e-9))
      #expect(areClose(visits.toEnd[state], zip(own, chain.end).reduce(0) { $0 + $1.0 * $1.1 }, tolerance: 1e-9))
    }
    let other = chain.visits(threads: 3)
    #expect(other.fromStart == visits.fromStart && other.toEnd == visits.toEnd && other.toSelf == visits.toSelf)
  }

  /// From the last of a line of states half go back and half on, as in a random walk that begins at 0 and ends beyond
  /// either end: of n states, number i (from 1) is met from itself 2 i (n + 1 − i)/(n + 1) times, and the chance to end
  /// beyond the last is i/(n + 1). As a matrix it would take sixteen billion steps.
  @Test func `a long line of states takes no matrix`() {
    let count = 2000
    let half = [Double](repeating: 0, count: count)
    var (leaving, end, start) = (half, half, half)
    (leaving[0], leaving[count - 1]) = (0.5, 0.5)
    end[count - 1] = 0.5
    start[0] = 1
    let moves = (1..<count).flatMap { [($0 - 1, $0, 0.5), ($0, $0 - 1, 0.5)] }.map {
      (from: $0.0, to: $0.1, chance: $0.2)
    }
    let visits = VisitsOfChain(moves, start: start, end: end, leaving: leaving)
    let width = Double(count + 1)
    for state in stride(from: 0, to: count, by: 7) {
      let place = Double(state + 1)
      #expect(areClose(visits.toSelf[state], 2 * place * (width - place) / width, tolerance: 1e-9))
      #expect(areClose(visits.toEnd[state], place / width, tolerance: 1e-9))
      #expect(areClose(visits.fromStart[state], 2 * (width - place) / width, tolerance: 1e-9))
    }
  }
}

struct BlockedMatrixTests {
  @Test(arguments: [1, 3, 4, 5, 31, 32, 33, 64, 70])
  func `a matrix times its inverse is one`(size: Int) {
    var random = SeededGenerator(seed: UInt64(size))
    var matrix = BlockedMatrix(size: size)
    for row in 0..<size {
      var sum = 0.1
      for column in 0..<size where column != row {
        let entry = Double.random(in: 0...1, using: &random)
        matrix[row, column] = -entry
        sum += entry
      }
      matrix[row, row] = sum
    }
    let before = matrix
    matrix.invert()
    for row in 0..<size {
      for column in 0..<size {
        let product = (0..<size).reduce(0.0) { $0 + before[row, $1] * matrix[$1, column] }
        #expect(abs(product - (row == column ? 1 : 0)) < 1e-9)
      }
    }
  }
}
