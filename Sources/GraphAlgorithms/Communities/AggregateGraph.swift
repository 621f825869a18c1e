import GraphStructures
import Parallelism

/// A weighted graph whose nodes may stand for many: what Louvain and Leiden work on, level by level.
struct AggregateGraph: Sendable {
  /// Where each node's row begins, and at the end the number of arcs.
  let offsets: [UInt32]
  let neighbors: [NodeID]
  /// The weight of each arc; empty when each is 1. Loops are not among the arcs that matter: their weight is the same
  /// wherever a node goes.
  let weights: [Double]
  /// The strength of each node, loops counted twice.
  let strengths: [Double]
  /// The sum of all strengths, twice the weight of all edges.
  let total: Double

  var nodeCount: Int { strengths.count }

  /// The graph itself, its nodes numbered by an order.
  init(_ graph: UndirectedGraph, _ order: DegreeOrder, threads: Int) {
    let adjacency = order.renumberedTranspose(of: graph.adjacency, threads: threads)
    offsets = adjacency.offsets
    neighbors = adjacency.neighbors
    weights = adjacency.weights ?? []
    let strengths = graph.strengths()
    self.strengths = order.nodes.map { strengths[Int($0)] }
    total = strengths.reduce(0, +)
  }

  /// The graph whose nodes are the communities of another's; arcs within a community are left out.
  init(_ graph: AggregateGraph, labels: [Int32], count: Int, threads: Int) {
    let members = Members(labels, count: count)
    var strengths = [Double](repeating: 0, count: count)
    for (node, label) in labels.enumerated() { strengths[Int(label)] += graph.strengths[node] }
    self.strengths = strengths
    total = graph.total
    // Fixed ranges of communities, each built into arrays of its own, then put side by side.
    let size = max(1, (count + 63) / 64)
    let workers = parallelFold(
      (count + size - 1) / size, threads: threads,
      initial: { (sums: [Double](repeating: 0, count: count), parts: [(chunk: Int, part: AggregatePart)]()) },
      { state, chunk in
        var part = AggregatePart()
        for community in chunk * size..<min((chunk + 1) * size, count) {
          part.add(community, graph, labels, members, &state.sums)
        }
        state.parts.append((chunk, part))
      })
    let parts = workers.flatMap(\.parts).sorted { $0.chunk < $1.chunk }.map(\.part)
    var offsets: [UInt32] = [0]
    var neighbors: [NodeID] = []
    var weights: [Double] = []
    for part in parts {
      for length in part.lengths { offsets.append((offsets.last ?? 0) + UInt32(length)) }
      neighbors += part.neighbors
      weights += part.weights
    }
    self.offsets = offsets
    self.neighbors = neighbors
    self.weights = weights
  }

  func row(_ node: Int) -> Range<Int> { Int(offsets[node])..<Int(offsets[node + 1]) }
}

/// The nodes of each community, side by side.
struct Members: Sendable {
  let offsets: [Int]
  let nodes: [NodeID]

  init(_ labels: [Int32], count: Int) {
    var places = [Int](repeating: 0, count: count + 1)
    for label in labels { places[Int(label) + 1] += 1 }
    for label in 0..<count { places[label + 1] += places[label] }
    offsets = places
    var nodes = [NodeID](repeating: 0, count: labels.count)
    for (node, label) in labels.enumerated() {
      nodes[places[Int(label)]] = NodeID(node)
      places[Int(label)] += 1
    }
    self.nodes = nodes
  }

  subscript(community: Int) -> ArraySlice<NodeID> { nodes[offsets[community]..<offsets[community + 1]] }
}
