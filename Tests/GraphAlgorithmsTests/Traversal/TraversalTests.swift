import GraphAlgorithms
import GraphStructures
import Testing

/// Distances by relaxing every arc until nothing changes.
func slowHops(_ graph: some Graph, from source: NodeID, _ direction: Direction) -> [Int32] {
  var distances = [Int32](repeating: -1, count: graph.nodeCount)
  distances[Int(source)] = 0
  var changed = true
  while changed {
    changed = false
    for node in graph.nodes {
      for neighbor in graph.outgoing.neighbors(of: node) {
        var steps: [(NodeID, NodeID)] = []
        if direction != .incoming || !graph.isDirected { steps.append((node, neighbor)) }
        if direction != .outgoing || !graph.isDirected { steps.append((neighbor, node)) }
        for (from, to) in steps where distances[Int(from)] >= 0 {
          let next = distances[Int(from)] + 1
          if distances[Int(to)] < 0 || distances[Int(to)] > next {
            distances[Int(to)] = next
            changed = true
          }
        }
      }
    }
  }
  return distances
}

struct TraversalTests {
  @Test(arguments: Reference.all)
  func `distances equal those of networkx`(reference: Reference) throws {
    let hops = reference.graph.hopDistances(from: [0], threads: 2)
    try expect("hops", of: reference, hops.map(Double.init))
  }

  @Test(arguments: Direction.allCases, [true, false])
  func `distances equal those of plain relaxation at any density`(direction: Direction, directed: Bool) {
    for (seed, edgeCount) in [100, 200, 400, 1600, 6400].enumerated() {
      let edges = randomEdges(nodeCount: 200, edgeCount: edgeCount, seed: UInt64(seed))
      let graph: any Graph = directed ? DirectedGraph(edges) : UndirectedGraph(edges)
      #expect(graph.hopDistances(from: [7], direction: direction, threads: 2) == slowHops(graph, from: 7, direction))
    }
  }

  @Test func `a path of fewest edges is a path and as long as the distance`() {
    let graph = DirectedGraph(randomEdges(nodeCount: 300, edgeCount: 700, seed: 5))
    let hops = graph.hopDistances(from: [0])
    for target in graph.nodes {
      let path = graph.shortestHopPath(from: 0, to: target)
      #expect((path?.count ?? 0) == Int(hops[Int(target)]) + 1)
      if let path {
        #expect(path.first == 0 && path.last == target)
        #expect(zip(path, path.dropFirst()).allSatisfy { graph.outgoing.hasArc(from: $0, to: $1) })
      }
    }
  }

  @Test func `several sources share the work and a limit stops the search`() {
    let line = UndirectedGraph(path(nodeCount: 7))
    #expect(line.hopDistances(from: [0, 6, 6]) == [0, 1, 2, 3, 2, 1, 0])
    #expect(line.hopDistances(from: [0], limit: 2) == [0, 1, 2, -1, -1, -1, -1])
    #expect(line.hopDistances(from: [0], limit: 0) == [0, -1, -1, -1, -1, -1, -1])
    #expect(line.hopDistances(from: []) == [Int32](repeating: -1, count: 7))
  }

  @Test func `a star and a path of a million edges are searched`() {
    let star = UndirectedGraph(star(leaves: 1_000_000))
    #expect(star.hopDistances(from: [5], threads: 2).reduce(0) { $0 + Int($1) } == 1 + 2 * 999_999)
    let line = DirectedGraph(path(nodeCount: 1_000_000))
    #expect(line.hopDistances(from: [0]).last == 999_999)
    #expect(line.hopDistances(from: [0], direction: .incoming).filter { $0 >= 0 } == [0])
  }

  @Test func `a graph without nodes has no distances`() {
    #expect(DirectedGraph(EdgeList(nodeCount: 0)).hopDistances(from: []).isEmpty)
  }
}
