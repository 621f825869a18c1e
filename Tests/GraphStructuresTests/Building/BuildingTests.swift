import GraphStructures
import Randomness
import Testing

/// Edges drawn at random, with loops and parallel edges, weights from a few values so that ties occur.
func randomEdges(nodeCount: Int, edgeCount: Int, weighted: Bool, seed: UInt64) -> EdgeList {
  var generator = Xoshiro256(seed: seed)
  var edges = EdgeList(nodeCount: nodeCount, isWeighted: weighted)
  for _ in 0..<edgeCount {
    let source = NodeID(generator.draw(below: nodeCount))
    let target = NodeID(generator.draw(below: nodeCount))
    edges.append(from: source, to: target, weight: Double(1 + generator.draw(below: 5)))
  }
  return edges
}

/// The arcs of each row as a plain sort makes them: by neighbor, equal ones in the order of the input.
private func slowRows(
  _ edges: EdgeList, directed: Bool, _ rule: ParallelEdges, _ loops: Loops
) -> [[(neighbor: NodeID, weight: Double)]] {
  var rows = [[(neighbor: NodeID, weight: Double)]](repeating: [], count: edges.nodeCount)
  for edge in 0..<edges.count {
    let (source, target) = (edges.sources[edge], edges.targets[edge])
    if source == target && loops == .drop { continue }
    let weight = edges.weights?[edge] ?? 1
    rows[Int(source)].append((target, weight))
    if !directed && source != target { rows[Int(target)].append((source, weight)) }
  }
  return rows.map { row in
    let sorted = row.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element)
    guard rule != .keep else { return sorted }
    var merged: [(neighbor: NodeID, weight: Double)] = []
    for arc in sorted {
      guard let last = merged.last, last.neighbor == arc.neighbor else {
        merged.append(arc)
        continue
      }
      switch rule {
      case .sum: merged[merged.count - 1].weight += arc.weight
      case .min: merged[merged.count - 1].weight = min(last.weight, arc.weight)
      case .max: merged[merged.count - 1].weight = max(last.weight, arc.weight)
      case .first, .keep: break
      }
    }
    return merged
  }
}

private func expect(_ adjacency: Adjacency, equals rows: [[(neighbor: NodeID, weight: Double)]]) {
  #expect(adjacency.nodeCount == rows.count)
  for node in 0..<NodeID(rows.count) {
    #expect(adjacency.neighbors(of: node).elementsEqual(rows[Int(node)].map(\.neighbor)))
    #expect(adjacency.row(node).map { adjacency.weight(at: $0) } == rows[Int(node)].map(\.weight))
  }
}

struct BuildingTests {
  @Test(arguments: ParallelEdges.allCases, Loops.allCases)
  func `rows equal those of a plain sort, directed or not, weighted or not`(rule: ParallelEdges, loops: Loops) {
    for weighted in [false, true] {
      let edges = randomEdges(nodeCount: 40, edgeCount: 400, weighted: weighted, seed: 1)
      let directed = DirectedGraph(edges, parallelEdges: rule, loops: loops, threads: 2)
      let isWeighted = weighted || rule == .sum
      expect(directed.outgoing, equals: slowRows(edges, directed: true, rule, loops))
      #expect(directed.isWeighted == isWeighted)
      #expect(directed.incoming == directed.outgoing.transposed())
      let undirected = UndirectedGraph(edges, parallelEdges: rule, loops: loops, threads: 2)
      expect(undirected.adjacency, equals: slowRows(edges, directed: false, rule, loops))
      #expect(undirected.isWeighted == isWeighted)
    }
  }

  @Test func `incoming rows hold the same arcs as outgoing ones`() {
    let edges = randomEdges(nodeCount: 50, edgeCount: 300, weighted: true, seed: 2)
    let graph = DirectedGraph(edges)
    let turned = EdgeList(
      nodeCount: 50, sources: edges.targets, targets: edges.sources, weights: edges.weights)
    expect(graph.incoming, equals: slowRows(turned, directed: true, .keep, .keep))
    #expect(graph.reversed.outgoing == graph.incoming)
  }

  @Test(arguments: [1, 2, 3, 7])
  func `the number of threads changes nothing`(threads: Int) {
    let edges = randomEdges(nodeCount: 9000, edgeCount: 120_000, weighted: true, seed: 3)
    #expect(DirectedGraph(edges, threads: threads) == DirectedGraph(edges))
    #expect(
      UndirectedGraph(edges, parallelEdges: .sum, threads: threads) == UndirectedGraph(edges, parallelEdges: .sum))
  }

  @Test func `edges and loops are counted once`() {
    let edges = EdgeList(nodeCount: 3, sources: [0, 1, 1, 2], targets: [1, 0, 1, 2])
    let graph = UndirectedGraph(edges)
    #expect(graph.edgeCount == 4)
    #expect(graph.loopCount == 2)
    #expect(Array(graph.adjacency.neighbors(of: 1)) == [0, 0, 1])
    #expect(UndirectedGraph(edges, parallelEdges: .first, loops: .drop).edgeCount == 1)
  }

  @Test func `merging without weights counts the edges`() {
    let graph = DirectedGraph(
      EdgeList(nodeCount: 2, sources: [0, 0, 1], targets: [1, 1, 0]), parallelEdges: .sum)
    #expect(graph.outgoing.weights == [2, 1])
    #expect(graph.outgoing.weight(from: 0, to: 1) == 2)
    #expect(graph.incoming.weight(from: 0, to: 1) == 1)
  }

  @Test func `a weight that is no number survives merging`() {
    let edges = EdgeList(nodeCount: 2, sources: [0, 0, 0], targets: [1, 1, 1], weights: [1, .nan, 2])
    for rule in [ParallelEdges.min, .max, .sum] {
      #expect(DirectedGraph(edges, parallelEdges: rule).outgoing.weights?[0].isNaN == true)
    }
  }

  @Test func `graphs without nodes, without edges and of one node exist`() {
    let none = DirectedGraph(EdgeList(nodeCount: 0))
    #expect(none.nodeCount == 0 && none.edgeCount == 0)
    #expect(UndirectedGraph(EdgeList(nodeCount: 0)).edgeCount == 0)
    let lonely = UndirectedGraph(EdgeList(nodeCount: 1, sources: [0], targets: [0]))
    #expect(lonely.edgeCount == 1 && lonely.loopCount == 1)
    #expect(DirectedGraph(EdgeList(nodeCount: 5)).outgoing.offsets == [0, 0, 0, 0, 0, 0])
  }

  @Test func `arcs are found by their ends`() {
    let graph = DirectedGraph(randomEdges(nodeCount: 30, edgeCount: 100, weighted: false, seed: 4))
    for source in graph.nodes {
      for target in graph.nodes {
        let listed = graph.outgoing.neighbors(of: source).filter { $0 == target }.count
        #expect(graph.outgoing.hasArc(from: source, to: target) == (listed > 0))
        #expect(graph.outgoing.weight(from: source, to: target) == Double(listed))
      }
    }
  }

  @Test func `a foreign id is refused`() async {
    await #expect(processExitsWith: .failure) { _ = EdgeList(nodeCount: 2, sources: [0], targets: [2]) }
    await #expect(processExitsWith: .failure) { _ = EdgeList(nodeCount: 2, sources: [-1], targets: [0]) }
  }

  @Test func `the undirected view of a directed graph merges both directions`() {
    let graph = DirectedGraph(EdgeList(nodeCount: 3, sources: [0, 1, 1], targets: [1, 0, 2], weights: [2, 3, 4]))
    let view = UndirectedGraph(graph, parallelEdges: .sum)
    #expect(view.edgeCount == 2)
    #expect(view.adjacency.weight(from: 1, to: 0) == 5)
  }
}
