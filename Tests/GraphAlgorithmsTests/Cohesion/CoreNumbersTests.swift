import GraphAlgorithms
import GraphStructures
import Testing

struct CoreNumbersTests {
  @Test(arguments: Reference.all)
  func `core numbers equal those of igraph`(reference: Reference) throws {
    try expect("core", of: reference, reference.graph.coreNumbers().map(Double.init))
  }

  @Test(arguments: [30, 100, 400])
  func `a core is what is left when nodes of smaller degree are removed again and again`(edgeCount: Int) {
    let edges = randomEdges(nodeCount: 60, edgeCount: edgeCount, seed: UInt64(edgeCount))
    let graph = UndirectedGraph(edges, loops: .drop)
    var expected = [Int32](repeating: 0, count: 60)
    for level in 1...Int32(60) {
      var isLeft = [Bool](repeating: true, count: 60)
      var changed = true
      while changed {
        changed = false
        for node in graph.nodes where isLeft[Int(node)] {
          if graph.adjacency.neighbors(of: node).count(where: { isLeft[Int($0)] }) < level {
            isLeft[Int(node)] = false
            changed = true
          }
        }
      }
      for node in 0..<60 where isLeft[node] { expected[node] = level }
    }
    #expect(graph.coreNumbers() == expected)
    #expect(UndirectedGraph(edges).coreNumbers() == expected, "loops do not count")
  }

  @Test func `small and large graphs have cores`() {
    #expect(UndirectedGraph(EdgeList(nodeCount: 0)).coreNumbers().isEmpty)
    #expect(UndirectedGraph(EdgeList(nodeCount: 1, sources: [0], targets: [0])).coreNumbers() == [0])
    #expect(UndirectedGraph(star(leaves: 1_000_000)).coreNumbers().allSatisfy { $0 == 1 })
    #expect(UndirectedGraph(path(nodeCount: 1_000_000)).coreNumbers().allSatisfy { $0 == 1 })
  }
}
