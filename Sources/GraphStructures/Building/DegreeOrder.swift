import Parallelism

/// A numbering of a graph's nodes by falling degree.
///
/// In most networks few nodes hold most edge ends. Numbered first, all that an algorithm keeps about them lies side by
/// side and stays in the cache, which makes passes over all arcs several times faster.
package struct DegreeOrder: Sendable {
  /// The nodes by falling number of arcs, equal ones by id.
  package let nodes: [NodeID]
  /// The place of each node in that order.
  package let ranks: [NodeID]

  /// The order of an adjacency's nodes; O(n).
  package init(_ adjacency: Adjacency) {
    let all = 0..<NodeID(adjacency.nodeCount)
    let largest = all.reduce(0) { max($0, adjacency.arcCount(of: $1)) }
    var places = [Int](repeating: 0, count: largest + 2)
    for node in all { places[largest - adjacency.arcCount(of: node) + 1] += 1 }
    for degree in places.indices.dropFirst() { places[degree] += places[degree - 1] }
    var nodes = [NodeID](repeating: 0, count: all.count)
    var ranks = nodes
    for node in all {
      let slot = largest - adjacency.arcCount(of: node)
      nodes[places[slot]] = node
      ranks[Int(node)] = NodeID(places[slot])
      places[slot] += 1
    }
    self.nodes = nodes
    self.ranks = ranks
  }

  /// The adjacency that holds the same arcs turned around, its nodes numbered by this order; O(n + m).
  ///
  /// Of an undirected graph's adjacency this is the same graph, renumbered.
  package func renumberedTranspose(of adjacency: Adjacency, threads: Int) -> Adjacency {
    GroupedArcs(
      RenumberedArcs(adjacency: adjacency, order: self), nodeCount: nodes.count, tracked: adjacency.weights != nil,
      threads: threads
    ).adjacency(weights: adjacency.weights, .keep, threads: threads)
  }

  /// Values by new number, put back by node.
  package func restored<Value>(_ values: [Value]) -> [Value] { ranks.map { values[Int($0)] } }
}

/// The arcs of an adjacency in the order of the new numbers of their rows, keyed by the new number of their other end.
private struct RenumberedArcs: ArcSource {
  let adjacency: Adjacency
  let order: DegreeOrder

  var itemCount: Int { adjacency.nodeCount }

  func visit(_ items: Range<Int>, _ body: (UInt32, UInt32, UInt32) -> Void) {
    let ranks = order.ranks.span
    let neighbors = adjacency.neighbors.span
    for item in items {
      for position in adjacency.row(order.nodes[item]) {
        body(
          UInt32(bitPattern: ranks[Int(neighbors[position])]), UInt32(truncatingIfNeeded: item),
          UInt32(truncatingIfNeeded: position))
      }
    }
  }
}
