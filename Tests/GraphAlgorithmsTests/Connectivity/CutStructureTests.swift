import GraphAlgorithms
import GraphStructures
import Testing

struct CutStructureTests {
  @Test(arguments: Reference.all)
  func `articulation points equal those of networkx and bridges those of igraph`(reference: Reference) throws {
    let found = UndirectedGraph(reference.edges).cutStructure()
    try expect(
      "articulation", of: reference,
      (0..<NodeID(reference.nodeCount)).map { found.articulationPoints.contains($0) ? 1 : 0 })
    let bridges = try #require(reference.values["bridges"]).map { edge in
      CutStructure.Bridge(reference.edges.sources[Int(edge)], reference.edges.targets[Int(edge)])
    }
    #expect(Set(found.bridges) == Set(bridges))
    #expect(found.bridges.count == bridges.count)
  }

  @Test(arguments: 0..<10)
  func `a point or bridge is what raises the number of components when it goes`(seed: Int) {
    let edges = randomEdges(nodeCount: 30, edgeCount: 35, seed: UInt64(seed))
    let graph = UndirectedGraph(edges)
    let found = graph.cutStructure()
    let components = graph.weakComponents().count
    for node in graph.nodes {
      var rest = EdgeList(nodeCount: 30)
      for (source, target) in zip(edges.sources, edges.targets) where source != node && target != node {
        rest.append(from: source, to: target)
      }
      // The node itself stays behind as a component of its own.
      let isSplit = UndirectedGraph(rest).weakComponents().count - 1 > components
      #expect(found.articulationPoints.contains(node) == isSplit)
    }
    for left in 0..<edges.count {
      var rest = EdgeList(nodeCount: 30)
      for edge in 0..<edges.count where edge != left {
        rest.append(from: edges.sources[edge], to: edges.targets[edge])
      }
      let bridge = CutStructure.Bridge(edges.sources[left], edges.targets[left])
      #expect(found.bridges.contains(bridge) == (UndirectedGraph(rest).weakComponents().count > components))
    }
  }

  @Test func `long paths, large stars, parallel edges and nothing at all have their cuts`() {
    let line = UndirectedGraph(path(nodeCount: 300_000)).cutStructure()
    #expect(line.articulationPoints.count == 299_998 && line.bridges.count == 299_999)
    #expect(UndirectedGraph(star(leaves: 300_000)).cutStructure().articulationPoints == [0])
    let double = EdgeList(nodeCount: 3, sources: [0, 1, 1], targets: [1, 0, 2])
    #expect(UndirectedGraph(double).cutStructure().bridges == [CutStructure.Bridge(2, 1)])
    #expect(UndirectedGraph(double).cutStructure().articulationPoints == [1])
    #expect(UndirectedGraph(EdgeList(nodeCount: 0)).cutStructure().bridges.isEmpty)
    #expect(UndirectedGraph(EdgeList(nodeCount: 1, sources: [0], targets: [0])).cutStructure().bridges.isEmpty)
  }

  /// a ⇉ b → c ⇄ d: of the three pairs one is tied by a single arc.
  @Test func `arcs that are parallel or go both ways are no bridge`() {
    var edges = EdgeList(nodeCount: 4)
    for (source, target) in [(0, 1), (0, 1), (1, 2), (2, 3), (3, 2)] as [(NodeID, NodeID)] {
      edges.append(from: source, to: target)
    }
    let found = DirectedGraph(edges).cutStructure()
    #expect(found.bridges == [CutStructure.Bridge(1, 2)])
    #expect(found.articulationPoints == [1, 2])
  }
}
