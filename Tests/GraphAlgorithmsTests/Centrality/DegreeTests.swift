import GraphAlgorithms
import GraphStructures
import Testing

struct DegreeTests {
  @Test(arguments: Reference.all)
  func `degrees and strengths equal those of networkx`(reference: Reference) throws {
    try expect("degree", of: reference, reference.graph.degrees().map(Double.init))
    try expect("strength", of: reference, reference.graph.strengths())
  }

  @Test func `a loop counts twice, and once each way where arcs have a direction`() {
    let edges = EdgeList(nodeCount: 2, sources: [0, 0], targets: [0, 1], weights: [3, 5])
    #expect(UndirectedGraph(edges).degrees() == [3, 1])
    #expect(UndirectedGraph(edges).strengths() == [11, 5])
    #expect(DirectedGraph(edges).degrees(.outgoing) == [2, 0])
    #expect(DirectedGraph(edges).degrees(.incoming) == [1, 1])
    #expect(DirectedGraph(edges).strengths(.incoming) == [3, 5])
    #expect(DirectedGraph(edges).degrees() == [3, 1])
  }
}
