import GraphAlgorithms
import GraphStructures
import Testing

/// The best key to each node by relaxing every arc until nothing changes (Bellman and Ford).
private func slowBest(
  _ graph: some Graph, from source: NodeID, start: Double, none: Double, _ extend: (Double, Double) -> Double,
  _ isBetter: (Double, Double) -> Bool
) -> [Double] {
  var best = [Double](repeating: none, count: graph.nodeCount)
  best[Int(source)] = start
  var changed = true
  while changed {
    changed = false
    for node in graph.nodes where best[Int(node)] != none {
      for position in graph.outgoing.row(node) {
        let neighbor = Int(graph.outgoing.neighbors[position])
        let candidate = extend(best[Int(node)], graph.outgoing.weight(at: position))
        if isBetter(candidate, best[neighbor]) {
          best[neighbor] = candidate
          changed = true
        }
      }
    }
  }
  return best
}

struct ShortestPathsTests {
  @Test(arguments: Reference.all)
  func `lengths equal those of networkx`(reference: Reference) throws {
    let found = try reference.graph.shortestPaths(from: [0]).lengths
    try expect("dijkstra", of: reference, found.map { $0.isFinite ? $0 : -1 })
  }

  @Test(arguments: [true, false], [60, 200, 800])
  func `lengths and trusts equal those of plain relaxation`(directed: Bool, edgeCount: Int) throws {
    let drawn = randomEdges(nodeCount: 80, edgeCount: edgeCount, weighted: true, seed: UInt64(edgeCount))
    let graph: any Graph = directed ? DirectedGraph(drawn) : UndirectedGraph(drawn)
    let lengths = try graph.shortestPaths(from: [4])
    #expect(lengths.lengths == slowBest(graph, from: 4, start: 0, none: .infinity, +, <))
    let shares = EdgeList(
      nodeCount: 80, sources: drawn.sources, targets: drawn.targets,
      weights: drawn.weights.map { $0.map { ($0 - 1) / 4 } })
    let trusting: any Graph = directed ? DirectedGraph(shares) : UndirectedGraph(shares)
    let trusts = try trusting.mostTrustedPaths(from: [4])
    #expect(trusts.trusts == slowBest(trusting, from: 4, start: 1, none: 0, *, >))
    for target in graph.nodes {
      guard let path = trusts.path(to: target) else { continue }
      let product = zip(path, path.dropFirst()).reduce(1.0) { product, step in
        let row = trusting.outgoing.row(step.0).filter { trusting.outgoing.neighbors[$0] == step.1 }
        return product * (row.map { trusting.outgoing.weight(at: $0) }.max() ?? 0)
      }
      #expect(product == trusts.trusts[Int(target)])
    }
  }

  @Test func `a detour of small lengths beats a direct long edge, and trust prefers it only if worth it`() throws {
    let edges = EdgeList(nodeCount: 4, sources: [0, 0, 1], targets: [2, 1, 2], weights: [0.7, 0.8, 0.9])
    let graph = DirectedGraph(edges)
    #expect(try graph.shortestPaths(from: [0]).path(to: 2) == [0, 2])
    #expect(try graph.mostTrustedPaths(from: [0]).path(to: 2) == [0, 1, 2])
    #expect(try graph.mostTrustedPaths(from: [0]).path(to: 3) == nil)
    #expect(try graph.mostTrustedPaths(from: [2], direction: .incoming).path(to: 0) == [2, 1, 0])
    #expect(try graph.shortestPaths(from: [1]).path(to: 0) == nil)
    #expect(try graph.shortestPaths(from: [1, 0]).lengths == [0, 0, 0.7, .infinity])
  }

  @Test func `edges of length 0 and of trust 0 are defined`() throws {
    let edges = EdgeList(nodeCount: 3, sources: [0, 1], targets: [1, 2], weights: [0, 0])
    #expect(try UndirectedGraph(edges).shortestPaths(from: [0]).lengths == [0, 0, 0])
    #expect(try UndirectedGraph(edges).shortestPaths(from: [0]).path(to: 2) == [0, 1, 2])
    let trusts = try UndirectedGraph(edges).mostTrustedPaths(from: [0])
    #expect(trusts.trusts == [1, 0, 0])
    #expect(trusts.path(to: 1) == nil && trusts.path(to: 0) == [0])
  }

  @Test(arguments: [-0.5, .nan, .infinity])
  func `weights that are no lengths are an error`(weight: Double) {
    let graph = DirectedGraph(EdgeList(nodeCount: 2, sources: [0], targets: [1], weights: [weight]))
    #expect(throws: GraphAlgorithmError.self) { try graph.shortestPaths(from: [0]) }
    #expect(throws: GraphAlgorithmError.self) { try graph.mostTrustedPaths(from: [0]) }
  }

  @Test func `trust above 1 is an error that names the edge`() {
    let graph = DirectedGraph(EdgeList(nodeCount: 3, sources: [0, 1], targets: [1, 2], weights: [1, 1.5]))
    #expect(
      throws: GraphAlgorithmError.invalidWeight(
        algorithm: "Most trusted paths", source: 1, target: 2, weight: 1.5, requirement: "a number from 0 to 1")
    ) { try graph.mostTrustedPaths(from: [0]) }
  }

  @Test func `a path of a hundred thousand nodes is followed`() throws {
    let count = 100_000
    let paths = try UndirectedGraph(path(nodeCount: count)).shortestPaths(from: [0])
    #expect(paths.lengths.last == Double(count - 1))
    #expect(paths.path(to: NodeID(count - 1))?.count == count)
  }
}
