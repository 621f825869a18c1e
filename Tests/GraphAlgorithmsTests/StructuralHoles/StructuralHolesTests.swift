import GraphAlgorithms
import GraphStructures
import Testing

struct StructuralHolesTests {
  /// The example graph of UCINET and of networkx's tests, nodes A to G as 0 to 6.
  private let example = UndirectedGraph(
    EdgeList(nodeCount: 7, sources: [0, 0, 0, 0, 4, 5, 1, 1, 3, 6], targets: [1, 5, 6, 4, 6, 6, 6, 3, 6, 2]))

  @Test func `constraint and effective size of Burt's example are as published`() throws {
    // UCINET's manual and networkx, test_structuralholes.py: constraint and effective size of G, A and C.
    let constraint = try example.constraint().map { $0 ?? -1 }
    #expect(agree([constraint[6], constraint[0], constraint[2]], [0.400, 0.595, 1], within: 5e-4))
    let size = try example.effectiveSize().map { $0 ?? -1 }
    #expect(agree([size[6], size[0], size[2]], [4.67, 2.50, 1], within: 5e-3))
  }

  @Test(arguments: Reference.with("constraint"))
  func `constraint and effective size equal those of networkx`(reference: Reference) throws {
    let weighted = reference.graph
    let bare = EdgeList(
      nodeCount: reference.nodeCount, sources: reference.edges.sources, targets: reference.edges.targets)
    let plain: any Graph = reference.isDirected ? DirectedGraph(bare) : UndirectedGraph(bare)
    try expect("constraint", of: reference, plain.constraint().map { $0 ?? -1 })
    try expect("constraint-weighted", of: reference, weighted.constraint(threads: 2).map { $0 ?? -1 })
    try expect("effective-size", of: reference, plain.effectiveSize().map { $0 ?? -1 })
    try expect("effective-size-weighted", of: reference, weighted.effectiveSize(threads: 2).map { $0 ?? -1 })
  }

  @Test func `loops do not count, parallel edges add up, and direction does not matter`() throws {
    let drawn = randomEdges(nodeCount: 25, edgeCount: 80, weighted: true, seed: 1)
    let merged = UndirectedGraph(drawn, parallelEdges: .sum, loops: .drop)
    let (constraint, size) = (try merged.constraint(), try merged.effectiveSize())
    for graph in [UndirectedGraph(drawn), DirectedGraph(drawn)] as [any Graph] {
      #expect(try agree(graph.constraint().map { $0 ?? -1 }, constraint.map { $0 ?? -1 }))
      #expect(try agree(graph.effectiveSize(threads: 2).map { $0 ?? -1 }, size.map { $0 ?? -1 }))
    }
  }

  @Test func `without ties there is no constraint`() throws {
    let edges = EdgeList(nodeCount: 4, sources: [0, 1], targets: [0, 2], weights: [1, 0])
    #expect(try UndirectedGraph(edges).constraint() == [nil, nil, nil, nil])
    #expect(try UndirectedGraph(edges).effectiveSize() == [nil, nil, nil, nil])
    #expect(try DirectedGraph(EdgeList(nodeCount: 0)).constraint().isEmpty)
    // Alone with one contact a node is wholly constrained; the center of a star hardly.
    let constraint = try UndirectedGraph(star(leaves: 100)).constraint()
    #expect(abs((constraint[0] ?? 0) - 0.01) < 1e-12 && constraint[1] == 1)
  }

  /// Two hubs tied to each other and to each of n others, worked by hand. A hub gives each tie 1/(n + 1), the others
  /// give each hub half: by the other hub 1/(2(n + 1)) of each comes back. Read from every leaf, the rows of the hubs
  /// would be 8·10¹⁰ steps: this test would not end.
  @Test func `hubs with very many contacts cost no more than their ties`() throws {
    let leafCount = 200_000
    let leaves = (2..<NodeID(leafCount + 2)).map { $0 }
    let graph = UndirectedGraph(
      EdgeList(
        nodeCount: leafCount + 2, sources: [0] + leaves.map { _ in 0 } + leaves.map { _ in 1 },
        targets: [1] + leaves + leaves))
    let n = Double(leafCount)
    let toHub = (1 + n / 2) / (n + 1)
    let toLeaf = 1 / (n + 1) + 1 / (n + 1) / (n + 1)
    let constraint = try graph.constraint(threads: 2)
    #expect(
      agree(
        [constraint[0] ?? 0, constraint[1] ?? 0], [Double](repeating: toHub * toHub + n * toLeaf * toLeaf, count: 2)))
    let ofLeaf = 2 * (0.5 + 0.5 / (n + 1)) * (0.5 + 0.5 / (n + 1))
    #expect(agree(constraint[2...].map { $0 ?? 0 }, [Double](repeating: ofLeaf, count: leafCount)))
    // d − 2 t/d: the leaves' two contacts are tied, a hub's n + 1 have n ties, all with the other hub.
    let size = try graph.effectiveSize(threads: 2)
    #expect(agree([size[0] ?? 0, size[2] ?? 0, size[leafCount + 1] ?? 0], [n + 1 - 2 * n / (n + 1), 1, 1]))
  }

  @Test(arguments: [-1, .nan])
  func `negative weights and weights that are no number are an error`(weight: Double) {
    let graph = UndirectedGraph(EdgeList(nodeCount: 2, sources: [0], targets: [1], weights: [weight]))
    #expect(throws: GraphAlgorithmError.self) { try graph.constraint() }
    #expect(throws: GraphAlgorithmError.self) { try graph.effectiveSize() }
  }
}
