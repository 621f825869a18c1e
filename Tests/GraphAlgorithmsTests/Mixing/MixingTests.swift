import GraphAlgorithms
import GraphStructures
import Testing

struct MixingTests {
  @Test(arguments: Reference.with("reciprocity-arcs"))
  func `reciprocity equals that of networkx by arcs and of igraph by pairs`(reference: Reference) throws {
    let graph = DirectedGraph(reference.edges)
    try expect("reciprocity-arcs", of: reference, [graph.reciprocity().byArcs ?? .nan])
    try expect("reciprocity-pairs", of: reference, [graph.reciprocity().byPairs ?? .nan])
  }

  @Test func `loops and parallel arcs change no reciprocity`() {
    let edges = EdgeList(nodeCount: 4, sources: [0, 0, 1, 1, 2, 3], targets: [1, 1, 0, 2, 2, 3])
    let found = DirectedGraph(edges).reciprocity()
    #expect(found.arcs == 3 && found.returnedArcs == 2)
    #expect(found.byPairs == 0.5)
    #expect(DirectedGraph(EdgeList(nodeCount: 2)).reciprocity().byArcs == nil)
  }

  @Test(arguments: Reference.with("degree-assortativity"))
  func `assortativity equals that of igraph`(reference: Reference) throws {
    let graph = reference.graph
    try expect("degree-assortativity", of: reference, [graph.degreeAssortativity() ?? .nan])
    let classes = (0..<reference.nodeCount).map { $0 % 3 }
    try expect("nominal-assortativity", of: reference, [graph.assortativity(byClass: classes) ?? .nan])
  }

  @Test func `assortativity is 1 among equals, −1 across two halves, and undefined where nothing varies`() {
    let pairs = UndirectedGraph(EdgeList(nodeCount: 4, sources: [0, 2], targets: [1, 3]))
    #expect(pairs.assortativity(byClass: [0, 0, 1, 1]) == 1)
    #expect(pairs.assortativity(byClass: [0, 1, 0, 1]) == -1)
    #expect(pairs.assortativity(byClass: [5, 5, 5, 5]) == nil)
    #expect(pairs.assortativity(byClass: [0, -1, 1, -1]) == nil)
    #expect(pairs.assortativity(byClass: [0, 0, 1, -1]) == nil, "one class is left")
    #expect(pairs.degreeAssortativity() == nil)
    #expect(agree([UndirectedGraph(star(leaves: 5)).degreeAssortativity() ?? 0], [-1]))
    #expect(UndirectedGraph(EdgeList(nodeCount: 0)).degreeAssortativity() == nil)
    #expect(UndirectedGraph(EdgeList(nodeCount: 0)).assortativity(byClass: []) == nil)
  }

  @Test func `a loop has both its ends in one class`() {
    // Arcs both ways: 0 → 0 twice, 0 → 1, 1 → 0: e = (2, 1; 1, 0)/4, a = b = (3/4, 1/4).
    let graph = UndirectedGraph(EdgeList(nodeCount: 2, sources: [0, 0], targets: [0, 1]))
    let chance = 0.75 * 0.75 + 0.25 * 0.25
    #expect(agree([graph.assortativity(byClass: [0, 1]) ?? .nan], [(0.5 - chance) / (1 - chance)]))
  }
}
