import GraphAlgorithms
import GraphStructures
import Randomness
import Testing

struct LocalClusteringTests {
  @Test(arguments: Reference.all)
  func `triangles and clustering equal those of networkx, whatever loops and parallel edges`(
    reference: Reference
  ) throws {
    let graph = UndirectedGraph(reference.edges)
    try expect("triangles", of: reference, graph.triangleCounts(threads: 2).map(Double.init))
    try expect("clustering", of: reference, graph.localClustering(threads: 2))
    try expect("transitivity", of: reference, [graph.transitivity() ?? 0])
    #expect(reference.plain.localClustering() == graph.localClustering())
  }

  @Test(arguments: [40, 160, 640])
  func `clustering of a directed graph equals LDBC's definition, taken literally`(edgeCount: Int) {
    let graph = DirectedGraph(randomEdges(nodeCount: 40, edgeCount: edgeCount, seed: UInt64(edgeCount)))
    let expected = graph.nodes.map { node in
      let around = Set(graph.outgoing.neighbors(of: node)).union(graph.incoming.neighbors(of: node)).subtracting([node])
      let arcs = around.reduce(0) { sum, one in
        sum + around.count { $0 != one && graph.outgoing.hasArc(from: one, to: $0) }
      }
      return around.count < 2 ? 0 : Double(arcs) / Double(around.count * (around.count - 1))
    }
    #expect(graph.localClustering(threads: 2) == expected)
    #expect(graph.localClustering() == expected)
  }

  @Test func `clustering is the same at any number of threads`() {
    var generator = Xoshiro256(seed: 8)
    let graph = UndirectedGraph(EdgeList.recursiveMatrix(scale: 11, edgeCount: 20_000, using: &generator))
    let one = graph.localClustering()
    for threads in [2, 3, 8] { #expect(graph.localClustering(threads: threads) == one) }
  }

  @Test func `stars, single nodes and empty graphs have no triangles`() {
    #expect(UndirectedGraph(star(leaves: 100_000)).localClustering(threads: 2).allSatisfy { $0 == 0 })
    #expect(UndirectedGraph(EdgeList(nodeCount: 0)).localClustering().isEmpty)
    #expect(UndirectedGraph(EdgeList(nodeCount: 1, sources: [0], targets: [0])).transitivity() == nil)
    #expect(DirectedGraph(EdgeList(nodeCount: 2, sources: [0], targets: [1])).localClustering() == [0, 0])
  }
}
