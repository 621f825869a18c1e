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

  @Test func `what does not settle is an error, as in a graph without cycles`() {
    #expect(throws: GraphAlgorithmError.self) {
      try DirectedGraph(path(nodeCount: 4)).eigenvectorCentrality(maximumIterations: 500)
    }
    let graph = DirectedGraph(randomEdges(nodeCount: 40, edgeCount: 120, seed: 1))
    #expect(throws: GraphAlgorithmError.self) { try graph.hubsAndAuthorities(maximumIterations: 2) }
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
