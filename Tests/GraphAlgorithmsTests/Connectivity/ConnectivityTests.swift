import GraphAlgorithms
import GraphStructures
import Testing

struct ConnectivityTests {
  @Test(arguments: Reference.all)
  func `weak components equal those of networkx`(reference: Reference) throws {
    try expect("weak", of: reference, reference.graph.weakComponents().labels.map(Double.init))
  }

  @Test(arguments: Reference.with("strong"))
  func `strong components equal those of networkx`(reference: Reference) throws {
    try expect("strong", of: reference, reference.graph.strongComponents().labels.map(Double.init))
  }

  @Test(arguments: [60, 150, 300, 900])
  func `components agree with searches from every node`(edgeCount: Int) {
    let graph = DirectedGraph(randomEdges(nodeCount: 150, edgeCount: edgeCount, seed: UInt64(edgeCount)))
    let weak = graph.weakComponents()
    let strong = graph.strongComponents()
    let ahead = graph.nodes.map { graph.hopDistances(from: [$0]) }
    for one in 0..<150 {
      let around = graph.hopDistances(from: [NodeID(one)], direction: .both)
      for other in 0..<150 {
        #expect((weak.labels[one] == weak.labels[other]) == (around[other] >= 0))
        let mutual = ahead[one][other] >= 0 && ahead[other][one] >= 0
        #expect((strong.labels[one] == strong.labels[other]) == mutual)
      }
    }
    #expect(weak.sizes.reduce(0, +) == 150)
    #expect(strong.count >= weak.count)
  }

  @Test func `components are numbered by their smallest node`() {
    let graph = UndirectedGraph(EdgeList(nodeCount: 6, sources: [5, 3, 4], targets: [0, 4, 4]))
    let components = graph.weakComponents()
    #expect(components.labels == [0, 1, 2, 3, 3, 0])
    #expect(components.sizes == [2, 1, 1, 2])
    #expect(components.largest == 0)
    #expect(components.nodes(of: 3) == [3, 4])
    #expect(graph.strongComponents() == components)
  }

  @Test func `long paths and large stars need no recursion`() {
    let count = 1_000_000
    let line = DirectedGraph(path(nodeCount: count))
    #expect(line.weakComponents().count == 1)
    #expect(line.strongComponents().count == count)
    var ring = path(nodeCount: count)
    ring.append(from: NodeID(count - 1), to: 0)
    #expect(DirectedGraph(ring).strongComponents().count == 1)
    #expect(UndirectedGraph(star(leaves: count)).weakComponents().count == 1)
  }

  @Test(arguments: [2, 5])
  func `threads that join the same sets find the same components`(threads: Int) {
    // Sparse, so that many sets grow side by side; several chunks of nodes, so that threads meet.
    for (seed, edgeCount) in zip(UInt64(1)..., [20_000, 45_000, 120_000]) {
      let graph = DirectedGraph(randomEdges(nodeCount: 90_000, edgeCount: edgeCount, seed: seed))
      #expect(graph.weakComponents(threads: threads) == graph.weakComponents())
    }
    let line = DirectedGraph(path(nodeCount: 200_000))
    #expect(line.weakComponents(threads: threads).count == 1)
  }

  @Test func `a graph without nodes has no components`() {
    let graph = DirectedGraph(EdgeList(nodeCount: 0))
    #expect(graph.weakComponents().count == 0)
    #expect(graph.strongComponents().largest == nil)
  }
}
