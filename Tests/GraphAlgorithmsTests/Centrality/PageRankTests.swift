import GraphAlgorithms
import GraphStructures
import Randomness
import Testing

struct PageRankTests {
  @Test func `Langville and Meyer's six pages rank as published`() throws {
    // A. N. Langville, C. D. Meyer, Google's PageRank and Beyond (2006), chapter 4: damping 0.9.
    let arcs: [(NodeID, NodeID)] = [(1, 2), (1, 3), (3, 1), (3, 2), (3, 5), (4, 5), (4, 6), (5, 4), (5, 6), (6, 4)]
    var edges = EdgeList(nodeCount: 6)
    for (source, target) in arcs { edges.append(from: source - 1, to: target - 1) }
    var options = PageRankOptions()
    options.damping = 0.9
    options.tolerance = 1e-14
    let found = try DirectedGraph(edges).pageRank(options)
    let published = [0.03721197, 0.05395735, 0.04150565, 0.37508082, 0.20599833, 0.28624589]
    #expect(agree(found.scores, published, within: 5e-9))
  }

  @Test(arguments: Reference.all)
  func `scores equal those of networkx, weighted or not, from anywhere or from seeds`(reference: Reference) throws {
    var options = PageRankOptions()
    options.tolerance = 1e-13
    let graph = reference.graph
    try expect("pagerank-weighted", of: reference, graph.pageRank(options, threads: 2).scores)
    try expect(
      "ppr-weighted", of: reference, graph.personalizedPageRank(seeds: [0, 3, 5], options, threads: 2).scores)
    options.usesWeights = false
    try expect("pagerank", of: reference, graph.pageRank(options).scores)
  }

  @Test func `scores are the same bits at any number of threads and add up to 1`() throws {
    var generator = Xoshiro256(seed: 1)
    let graph = DirectedGraph(EdgeList.recursiveMatrix(scale: 14, edgeCount: 60_000, using: &generator))
    let one = try graph.pageRank()
    for threads in [2, 3, 5] { #expect(try graph.pageRank(threads: threads) == one) }
    #expect(abs(one.scores.reduce(0, +) - 1) < 1e-12)
    #expect(one.change < 1e-10)
    let near = try graph.personalizedPageRank(seeds: [3, 9])
    #expect(try graph.personalizedPageRank(seeds: [3, 9], threads: 2) == near)
    #expect(abs(near.scores.reduce(0, +) - 1) < 1e-12)
  }

  @Test func `a fixed number of rounds is made, settled or not`() throws {
    // By hand: 0 → 1; node 1 is a sink. Round one: 0.075 + 0.85 · (0.5/2) = 0.2875 and 0.075 + 0.85 · (0.5 + 0.25).
    var options = PageRankOptions()
    options.fixedIterations = 1
    let graph = DirectedGraph(EdgeList(nodeCount: 2, sources: [0], targets: [1]))
    let found = try graph.pageRank(options)
    #expect(agree(found.scores, [0.2875, 0.7125], within: 1e-15))
    #expect(found.iterations == 1)
    options.fixedIterations = 0
    #expect(try graph.pageRank(options).scores == [0.5, 0.5])
  }

  @Test func `not settling is an error`() {
    var options = PageRankOptions()
    options.maximumIterations = 3
    let graph = DirectedGraph(randomEdges(nodeCount: 50, edgeCount: 200, seed: 3))
    #expect {
      try graph.pageRank(options)
    } throws: { error in
      guard case GraphAlgorithmError.notConverged("PageRank", 3, let change, 1e-10) = error else { return false }
      return change > 1e-10
    }
  }

  @Test(arguments: [-1, .nan, .infinity])
  func `weights that are no weights are an error, unless weights do not count`(weight: Double) throws {
    let graph = DirectedGraph(
      EdgeList(nodeCount: 3, sources: [0, 1], targets: [1, 2], weights: [1, weight]))
    #expect {
      try graph.pageRank()
    } throws: { error in
      guard case GraphAlgorithmError.invalidWeight("PageRank", 1, 2, _, _) = error else { return false }
      return true
    }
    var options = PageRankOptions()
    options.usesWeights = false
    #expect(try graph.pageRank(options).scores.count == 3)
  }

  @Test func `a node whose arcs weigh 0 is a sink`() throws {
    let zero = DirectedGraph(EdgeList(nodeCount: 2, sources: [0, 1], targets: [1, 0], weights: [0, 1]))
    let sink = DirectedGraph(EdgeList(nodeCount: 2, sources: [1], targets: [0], weights: [1]))
    #expect(try zero.pageRank().scores == sink.pageRank().scores)
  }

  @Test func `no node, one node and a star have scores`() throws {
    #expect(try DirectedGraph(EdgeList(nodeCount: 0)).pageRank().scores.isEmpty)
    #expect(try UndirectedGraph(EdgeList(nodeCount: 1, sources: [0], targets: [0])).pageRank().scores == [1])
    // All that the leaves hold goes to the center c: after a round c' = 0.15/n + 0.85 (1 − c).
    let count = 1_000_001
    var options = PageRankOptions()
    options.fixedIterations = 3
    let center = try UndirectedGraph(star(leaves: count - 1)).pageRank(options, threads: 2).scores[0]
    let expected = (0..<3).reduce(1 / Double(count)) { c, _ in 0.15 / Double(count) + 0.85 * (1 - c) }
    #expect(abs(center - expected) < 1e-9)
  }
}
