import GraphAlgorithms
import GraphStructures
import Randomness
import Testing

/// Sets drawn at random over a few elements.
private func randomSets(_ seed: UInt64, sets: Int = 8, elements: Int = 20) -> TwoModeGraph {
  var generator = Xoshiro256(seed: seed)
  var lefts: [NodeID] = []
  var rights: [NodeID] = []
  for set in 0..<sets {
    for _ in 0..<(1 + generator.draw(below: 8)) {
      lefts.append(NodeID(set))
      rights.append(NodeID(generator.draw(below: elements)))
    }
  }
  return TwoModeGraph(leftCount: sets, rightCount: elements, lefts: lefts, rights: rights)
}

private func worth(_ sets: some Sequence<NodeID>, in graph: TwoModeGraph, _ weights: [Double]?) -> Double {
  let union = Set(sets.flatMap { graph.rightsOfLeft.neighbors(of: $0) })
  return union.sorted().reduce(0) { $0 + (weights?[Int($1)] ?? 1) }
}

struct MaximumCoverageTests {
  @Test func `the events of Southern Women are chosen as published`() {
    // Events 8, 9 and 3 reach 14, 17 and all 18 women.
    let events = ClassicGraphs.southernWomen
    let turned = TwoModeGraph(
      leftCount: 14, rightCount: 18, lefts: EdgeList(events.rightsOfLeft).targets,
      rights: (0..<18).flatMap { woman in events.rightsOfLeft.neighbors(of: NodeID(woman)).map { _ in NodeID(woman) } })
    let coverage = turned.maximumCoverage(CoverageOptions())
    #expect(coverage.chosen == [7, 8, 2])
    #expect(coverage.gains == [14, 3, 1])
    #expect(coverage.covered == 18 && coverage.upperBound == 18 && coverage.guarantee == 1)
  }

  @Test(arguments: 0..<20)
  func `a choice of few is the best of all, and that of plain greedy where greedy finds it`(seed: Int) {
    let graph = randomSets(UInt64(seed))
    var generator = Xoshiro256(seed: UInt64(seed) + 100)
    let weights = seed % 2 == 0 ? nil : (0..<20).map { _ in Double(generator.draw(below: 4)) }
    let limit = 1 + seed % 4
    let found = graph.maximumCoverage(CoverageOptions(limit: limit, elementWeights: weights))
    var chosen: [NodeID] = []
    while chosen.count < limit {
      let covered = worth(chosen, in: graph, weights)
      let gains = (0..<NodeID(8)).map { worth(chosen + [$0], in: graph, weights) - covered }
      let best = gains.indices.max { (gains[$0], $1) < (gains[$1], $0) } ?? 0
      guard gains[best] > 0 else { break }
      chosen.append(NodeID(best))
    }
    let best = bestWorth(graph, weights) { $0.count <= limit }
    #expect(found.covered == best && found.covered == worth(found.chosen, in: graph, weights))
    let isGreedyBest = worth(chosen, in: graph, weights) == best
    #expect(found.chosen == chosen || !isGreedyBest)
    #expect(found.upperBound >= best - 1e-9)
  }

  @Test(arguments: 0..<30)
  func `with a budget the choice is affordable and its bound holds against every choice`(seed: Int) {
    let graph = randomSets(UInt64(seed) + 50)
    var generator = Xoshiro256(seed: UInt64(seed))
    let costs = (0..<8).map { _ in Double(generator.draw(below: 6)) }
    let budget = Double(3 + generator.draw(below: 8))
    let limit = seed % 3 == 0 ? 3 : nil
    let found = graph.maximumCoverage(CoverageOptions(limit: limit, budget: budget, costs: costs))
    let price = { (sets: [NodeID]) in sets.reduce(0) { $0 + costs[Int($1)] } }
    #expect(found.cost == price(found.chosen) && found.cost <= budget)
    #expect(found.covered == worth(found.chosen, in: graph, nil))
    let best = bestWorth(graph, nil) { price($0) <= budget && $0.count <= limit ?? 8 }
    #expect(found.upperBound >= best - 1e-9)
    if limit == nil { #expect(found.covered >= best * (1 - 1 / 2.718281828) / 2) }
  }

  private func bestWorth(_ graph: TwoModeGraph, _ weights: [Double]?, _ isAllowed: ([NodeID]) -> Bool) -> Double {
    (0..<256).reduce(0.0) { best, mask in
      let sets = (0..<NodeID(8)).filter { mask >> Int($0) & 1 == 1 }
      return isAllowed(sets) ? max(best, worth(sets, in: graph, weights)) : best
    }
  }

  @Test func `a dear set that alone is best is not missed`() {
    // Per cost the first set wins (1 for 1) and uses up what the second (9 for 10) needs.
    let graph = TwoModeGraph(
      leftCount: 2, rightCount: 10, lefts: [0] + [NodeID](repeating: 1, count: 9), rights: (0..<10).map { $0 })
    let found = graph.maximumCoverage(CoverageOptions(budget: 10, costs: [1, 10]))
    #expect(found.chosen == [1] && found.covered == 9)
  }

  @Test func `closed neighborhoods hold the node itself`() {
    let star = UndirectedGraph(star(leaves: 1_000_000))
    let found = star.maximumNeighborhoodCoverage(CoverageOptions(limit: 3))
    #expect(found.chosen == [0] && found.covered == 1_000_001 && found.guarantee == 1)
    let lonely = UndirectedGraph(EdgeList(nodeCount: 2, sources: [0], targets: [0]))
    #expect(lonely.maximumNeighborhoodCoverage(CoverageOptions()).gains == [1, 1])
  }

  @Test func `nothing to choose or nothing allowed covers nothing`() {
    let none = TwoModeGraph(leftCount: 0, rightCount: 0, lefts: [], rights: [])
    // Of nothing, nothing can be guaranteed: 0 of 0.
    #expect(none.maximumCoverage(CoverageOptions()).guarantee == nil)
    #expect(randomSets(1).maximumCoverage(CoverageOptions(limit: 0)).upperBound == 0)
    #expect(randomSets(1).maximumCoverage(CoverageOptions(budget: 0)).chosen.isEmpty)
  }
}
