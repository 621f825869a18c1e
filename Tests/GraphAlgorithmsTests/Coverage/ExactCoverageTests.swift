import GraphStructures
import Randomness
import Testing

@testable import GraphAlgorithms

struct ExactCoverageTests {
  /// Twelve carriers, of which greedy takes {0} first and ends with 11 of the 12 that {1, 2} have together.
  @Test func `the best choice is found where greedy takes the wrong one first`() {
    // Set 0 has elements 1 to 7, set 1 elements 0 to 5, set 2 elements 6 to 11.
    let rows: [[NodeID]] = [Array(1...7), Array(0...5), Array(6...11)]
    let lefts = rows.indices.flatMap { set in rows[set].map { _ in NodeID(set) } }
    let graph = TwoModeGraph(leftCount: 3, rightCount: 12, lefts: lefts, rights: rows.flatMap(\.self))
    let best = graph.maximumCoverage(CoverageOptions(limit: 2))
    #expect(best.chosen == [1, 2] && best.gains == [6, 6])
    #expect(best.upperBound == 12 && best.guarantee == 1)
  }

  /// Every subset is looked at in the plainest way.
  @Test(arguments: 0..<60) func `up to twenty sets the choice is the best one, and certain`(seed: Int) {
    var random = Xoshiro256(seed: UInt64(seed))
    let sets = 1 + random.draw(below: 9)
    var lefts: [NodeID] = []
    var rights: [NodeID] = []
    for _ in 0..<(sets * 4) {
      lefts.append(NodeID(random.draw(below: sets)))
      rights.append(NodeID(random.draw(below: 14)))
    }
    let graph = TwoModeGraph(leftCount: sets, rightCount: 14, lefts: lefts, rights: rights)
    var options = CoverageOptions(limit: seed % 3 == 0 ? nil : 1 + random.draw(below: 4))
    options.budget = seed % 2 == 0 ? nil : Double(random.draw(below: 12))
    options.costs = seed % 4 < 2 ? nil : (0..<sets).map { _ in Double(random.draw(below: 6)) }
    options.elementWeights = (0..<14).map { _ in Double(random.draw(below: 5)) }
    let found = graph.maximumCoverage(options)
    func worth(_ chosen: [Int]) -> Double {
      let covered = Set(chosen.flatMap { graph.rightsOfLeft.neighbors(of: NodeID($0)) })
      return covered.reduce(0) { $0 + (options.elementWeights?[Int($1)] ?? 1) }
    }
    var best = 0.0
    for subset in 0..<(1 << sets) {
      let chosen = (0..<sets).filter { subset >> $0 & 1 == 1 }
      guard chosen.count <= options.limit ?? .max,
        chosen.reduce(0.0, { $0 + (options.costs?[$1] ?? 1) }) <= options.budget ?? .infinity
      else { continue }
      best = max(best, worth(chosen))
    }
    #expect(found.covered == best)
    #expect(worth(found.chosen.map(Int.init)) == best)
    #expect(found.guarantee == (best > 0 ? 1 : nil))
    #expect(found.gains.allSatisfy { $0 > 0 })
    #expect(found.chosen.count <= options.limit ?? .max && found.cost <= options.budget ?? .infinity)
  }

  @Test func `nothing to cover has no guarantee`() {
    let empty = TwoModeGraph(leftCount: 2, rightCount: 0, lefts: [], rights: [])
    #expect(empty.maximumCoverage(CoverageOptions(limit: 1)).guarantee == nil)
  }
}
