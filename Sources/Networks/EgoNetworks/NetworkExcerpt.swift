import GraphStructures

/// The part of a network that a drawing has room for: the largest components, of the last the nodes with the most ties, and
/// what ties them to the rest.
package struct NetworkExcerpt: Sendable {
  /// What joins two nodes, both directions together.
  package struct Tie: Hashable, Sendable {
    /// Place in ``NetworkExcerpt/nodes``.
    package var from: Int
    /// Place in ``NetworkExcerpt/nodes``; nil for all nodes of the rest together.
    package var to: Int?
    /// Weight from `from` to `to`, 1 an edge where there are no weights; nil where no arc leads that way. In an
    /// undirected network the weight of the edge.
    package var forward: Double?
    /// Weight the other way; nil in an undirected network.
    package var backward: Double?
    /// Edges that are summed up.
    package var edges: Int

    /// The larger of the two weights, without sign; a sum beyond all numbers counts as the largest.
    package var strength: Double { min(max(abs(forward ?? 0), abs(backward ?? 0)), .greatestFiniteMagnitude) }
  }

  /// A node, by its place among the network's, with its ties.
  package struct Node: Hashable, Sendable {
    package var node: Int
    /// Different nodes tied to it, in the whole network.
    package var neighbors: Int
  }

  /// Whether ties have a direction.
  package var isDirected: Bool
  /// Whether ties have weights, or stand for several edges each counting 1.
  package var isWeighted: Bool
  /// Edges from a node to itself; they are no ties.
  package var loops = 0
  /// Nodes of the whole network.
  package var nodeCount: Int
  /// Edges of the whole network, arcs where they have a direction; with loops and parallel ones.
  package var edgeCount: Int
  /// Those of the largest component first; within one, those with the most neighbors first, then those with the most
  /// weight, then by number.
  package var nodes: [Node]
  /// How many nodes are not among them.
  package var rest: Int
  /// Edges between nodes of the rest.
  package var edgesWithinRest: Int
  /// Ties between the nodes, strongest first, then by place.
  package var ties: [Tie]
  /// Ties of the nodes to the rest, in the order of the nodes; of those that have any.
  package var tiesToRest: [Tie]

  /// Whole components, largest first, as far as they fit, and of the next one the nodes with the most neighbors; one node
  /// left over is taken too, for a rest of one would take its place.
  ///
  /// - Parameters:
  ///   - top: how many, at least 1.
  ///   - steps: of each node, to take those with the fewest first; nil where all are alike.
  /// - Complexity: O(m + n log n).
  package init(_ network: Network, top: Int, steps: [Int]? = nil) {
    precondition(top >= 1, "An excerpt holds at least one node.")
    let graph = network.graph
    isDirected = graph.isDirected
    isWeighted = graph.isWeighted
    nodeCount = graph.nodeCount
    edgeCount = graph.edgeCount
    let ties = network.undirected()
    var neighbors = [Int](repeating: 0, count: graph.nodeCount)
    var strengths = [Double](repeating: 0, count: graph.nodeCount)
    for node in ties.nodes {
      var last = node
      for position in ties.adjacency.row(node) where ties.adjacency.neighbors[position] != node {
        // Rows ascend, so that parallel edges are neighbors in it.
        if ties.adjacency.neighbors[position] != last { neighbors[Int(node)] += 1 }
        last = ties.adjacency.neighbors[position]
        strengths[Int(node)] += abs(ties.adjacency.weight(at: position))
      }
    }
    let component = NetworkExcerpt.componentRanks(of: ties)
    let order = ties.nodes.sorted { left, right in
      if let steps, steps[Int(left)] != steps[Int(right)] { return steps[Int(left)] < steps[Int(right)] }
      if component[Int(left)] != component[Int(right)] { return component[Int(left)] < component[Int(right)] }
      let counts = (neighbors[Int(left)], neighbors[Int(right)])
      if counts.0 != counts.1 { return counts.0 > counts.1 }
      let sums = (strengths[Int(left)], strengths[Int(right)])
      return sums.0 != sums.1 ? sums.0 > sums.1 : left < right
    }
    let count = order.count == top + 1 ? top + 1 : min(top, order.count)
    nodes = order.prefix(count).map { Node(node: Int($0), neighbors: neighbors[Int($0)]) }
    rest = order.count - count
    self.ties = []
    tiesToRest = []
    edgesWithinRest = 0
    var place = [Int](repeating: -1, count: graph.nodeCount)
    for (index, entry) in nodes.enumerated() { place[entry.node] = index }
    gather(graph, place)
  }

  /// For each node the place of its component among all: largest first, then by first node.
  private static func componentRanks(of graph: UndirectedGraph) -> [Int] {
    var component = [Int](repeating: -1, count: graph.nodeCount)
    var sizes: [Int] = []
    for start in graph.nodes where component[Int(start)] < 0 {
      var waiting = [start]
      component[Int(start)] = sizes.count
      sizes.append(0)
      while let node = waiting.popLast() {
        sizes[sizes.count - 1] += 1
        for position in graph.adjacency.row(node) where component[Int(graph.adjacency.neighbors[position])] < 0 {
          component[Int(graph.adjacency.neighbors[position])] = sizes.count - 1
          waiting.append(graph.adjacency.neighbors[position])
        }
      }
    }
    var rank = [Int](repeating: 0, count: sizes.count)
    for (place, number) in sizes.indices.sorted(by: { (sizes[$1], $0) < (sizes[$0], $1) }).enumerated() {
      rank[number] = place
    }
    return component.map { rank[$0] }
  }

  private mutating func gather(_ graph: any Graph, _ place: [Int]) {
    var pairs: [PlacePair: Tie] = [:]
    var toRest = nodes.indices.map { Tie(from: $0, to: nil, forward: nil, backward: nil, edges: 0) }
    let rows = graph.outgoing
    for node in graph.nodes {
      for position in rows.row(node) where graph.isDirected || rows.neighbors[position] >= node {
        guard rows.neighbors[position] != node else {
          loops += 1
          continue
        }
        let (from, to) = (place[Int(node)], place[Int(rows.neighbors[position])])
        let weight = rows.weight(at: position)
        switch (from >= 0, to >= 0) {
        case (false, false): edgesWithinRest += 1
        case (true, false):
          toRest[from].forward = (toRest[from].forward ?? 0) + weight
          toRest[from].edges += 1
        case (false, true):
          if graph.isDirected {
            toRest[to].backward = (toRest[to].backward ?? 0) + weight
          } else {
            toRest[to].forward = (toRest[to].forward ?? 0) + weight
          }
          toRest[to].edges += 1
        case (true, true):
          let key = PlacePair(first: min(from, to), second: max(from, to))
          var tie = pairs[key] ?? Tie(from: key.first, to: key.second, forward: nil, backward: nil, edges: 0)
          let isBackward = graph.isDirected && from > to
          let other = isBackward ? tie.backward : tie.forward
          if other != nil { isWeighted = true }
          if isBackward { tie.backward = (other ?? 0) + weight } else { tie.forward = (other ?? 0) + weight }
          tie.edges += 1
          pairs[key] = tie
        }
      }
    }
    tiesToRest = toRest.filter { $0.edges > 0 }
    ties = pairs.values.sorted { left, right in
      if left.strength != right.strength { return left.strength > right.strength }
      return (left.from, left.to ?? 0) < (right.from, right.to ?? 0)
    }
  }
}

/// Two places, the smaller first.
private struct PlacePair: Hashable {
  var first: Int
  var second: Int
}
