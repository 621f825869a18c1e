import Foundation
import GraphAlgorithms
import GraphStructures
import Randomness
import Testing

struct SpectralCentralityTests {
  @Test(arguments: Reference.with("hubs"))
  func `hubs and authorities equal those of networkx`(reference: Reference) throws {
    // networkx's HITS takes weights.
    let found = try reference.graph.hubsAndAuthorities(tolerance: 1e-13, maximumIterations: 10_000, threads: 2)
    try expect("hubs", of: reference, found.hubs)
    try expect("authorities", of: reference, found.authorities)
  }

  @Test(arguments: Reference.with("eigenvector"))
  func `eigenvector centrality equals that of networkx`(reference: Reference) throws {
    let weighted = try reference.graph.eigenvectorCentrality(tolerance: 1e-13, threads: 2)
    try expect("eigenvector-weighted", of: reference, weighted.scores)
    let bare = EdgeList(
      nodeCount: reference.nodeCount, sources: reference.edges.sources, targets: reference.edges.targets)
    let plain: any Graph = reference.isDirected ? DirectedGraph(bare) : UndirectedGraph(bare)
    try expect("eigenvector", of: reference, plain.eigenvectorCentrality(tolerance: 1e-13).scores)
  }

  @Test func `a star's eigenvector is known, though the graph is bipartite`() throws {
    // The center has 1/√2, each of k leaves 1/√(2k).
    let found = try UndirectedGraph(star(leaves: 8)).eigenvectorCentrality(tolerance: 1e-13)
    #expect(agree(found.scores, [Double(0.5).squareRoot()] + [Double](repeating: 0.25, count: 8)))
  }

  /// λ = √k and −√k are as large, and all else is 0: repeated multiplication with A + I takes 23 √k/2 rounds.
  @Test func `a star of any size settles in a few rounds`() throws {
    let leafCount = 40_000
    let graph = UndirectedGraph(star(leaves: leafCount))
    let found = try graph.eigenvectorCentrality(tolerance: 1e-12)
    #expect(found.iterations <= 8)
    let expected =
      [Double(0.5).squareRoot()] + [Double](repeating: 1 / (2 * Double(leafCount)).squareRoot(), count: leafCount)
    #expect(agree(found.scores, expected, within: 1e-12))
    // From even hubs, one step out and one back even them again.
    let hits = try graph.hubsAndAuthorities()
    #expect(hits.iterations <= 8)
    #expect(agree(hits.hubs, [Double](repeating: 1 / Double(leafCount + 1), count: leafCount + 1), within: 1e-12))
  }

  /// The eigenvalues of a path of n nodes are 2 cos(jπ/(n + 1)), the eigenvector of the largest is sin(kπ/(n + 1)) at
  /// node k: its lead over the next is 0.0001, for which repeated multiplication takes 200,000 rounds and more.
  @Test func `a chain of five hundred settles within a thousand rounds`() throws {
    let nodeCount = 500
    let graph = UndirectedGraph(path(nodeCount: nodeCount))
    let sines = (1...nodeCount).map { sin(Double($0) * .pi / Double(nodeCount + 1)) }
    let scale = (2 / Double(nodeCount + 1)).squareRoot()
    #expect(agree(try graph.eigenvectorCentrality(tolerance: 1e-12).scores, sines.map { $0 * scale }, within: 1e-8))
    // −λ stretches as much as λ; its vector has alternating signs. The start's share of both is what remains.
    let signs = (1...nodeCount).map { $0.isMultiple(of: 2) ? 1.0 : -1 }
    let evenShare = sines.reduce(0, +)
    let oddShare = zip(sines, signs).reduce(0) { $0 + $1.0 * $1.1 }
    let both = zip(sines, signs).map { evenShare * $0 + oddShare * $0 * $1 }
    let sum = both.reduce(0, +)
    let hits = try graph.hubsAndAuthorities()
    #expect(agree(hits.hubs.map { $0 * 500 }, both.map { $0 / sum * 500 }, within: 1e-6))
  }

  @Test func `scores do not depend on the scale of weights`() throws {
    let drawn = randomEdges(nodeCount: 30, edgeCount: 200, weighted: true, seed: 3)
    let small = EdgeList(
      nodeCount: 30, sources: drawn.sources, targets: drawn.targets, weights: drawn.weights?.map { $0 * 1e-6 })
    for (graph, scaled) in [
      (UndirectedGraph(drawn), UndirectedGraph(small)), (DirectedGraph(drawn), DirectedGraph(small)),
    ]
      as [(any Graph, any Graph)]
    {
      let scores = try graph.eigenvectorCentrality(tolerance: 1e-13).scores
      #expect(try agree(scaled.eigenvectorCentrality(tolerance: 1e-13).scores, scores))
    }
  }

  @Test func `what does not settle is an error, and so is a directed graph without cycles`() throws {
    #expect(throws: GraphAlgorithmError.acyclic(algorithm: "Eigenvector centrality")) {
      try DirectedGraph(path(nodeCount: 4)).eigenvectorCentrality()
    }
    let loop = EdgeList(nodeCount: 2, sources: [0, 1], targets: [1, 1])
    #expect(try agree(DirectedGraph(loop).eigenvectorCentrality(maximumIterations: 100).scores, [0, 1]))
    let drawn = randomEdges(nodeCount: 40, edgeCount: 120, seed: 1)
    for graph in [UndirectedGraph(drawn), DirectedGraph(drawn)] as [any Graph] {
      #expect(throws: GraphAlgorithmError.self) { try graph.hubsAndAuthorities(maximumIterations: 2) }
      #expect(throws: GraphAlgorithmError.self) { try graph.eigenvectorCentrality(maximumIterations: 2) }
    }
  }

  @Test func `graphs without nodes, edges or weight have scores`() throws {
    #expect(try DirectedGraph(EdgeList(nodeCount: 0)).hubsAndAuthorities().hubs.isEmpty)
    #expect(try DirectedGraph(EdgeList(nodeCount: 0)).eigenvectorCentrality().scores.isEmpty)
    #expect(try DirectedGraph(EdgeList(nodeCount: 2)).hubsAndAuthorities().hubs == [0, 0])
    #expect(try agree(DirectedGraph(EdgeList(nodeCount: 4)).eigenvectorCentrality().scores, [0.5, 0.5, 0.5, 0.5]))
  }

  @Test(arguments: [-1, .nan])
  func `weights that are no weights are an error`(weight: Double) {
    let graph = DirectedGraph(EdgeList(nodeCount: 2, sources: [0], targets: [1], weights: [weight]))
    #expect(throws: GraphAlgorithmError.self) { try graph.hubsAndAuthorities() }
    #expect(throws: GraphAlgorithmError.self) { try graph.eigenvectorCentrality() }
  }

  @Test func `scores are the same bits at any number of threads`() throws {
    var generator = Xoshiro256(seed: 2)
    let edges = EdgeList.recursiveMatrix(scale: 13, edgeCount: 50_000, using: &generator)
    let graph = DirectedGraph(edges)
    #expect(try graph.hubsAndAuthorities(threads: 3) == graph.hubsAndAuthorities())
  }
}
