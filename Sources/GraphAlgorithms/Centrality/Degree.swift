public import GraphStructures

extension Graph {
  /// The number of edges at each node.
  ///
  /// Parallel edges each count. A loop counts 2 in an undirected graph; in a directed one 1 leaving and 1 entering.
  ///
  /// - Parameter direction: which arcs of a directed graph count; both by default.
  /// - Complexity: O(n), in an undirected graph O(n log d).
  public func degrees(_ direction: Direction = .both) -> [Int] {
    var degrees = [Int](repeating: 0, count: nodeCount)
    for adjacency in adjacencies(direction) {
      for node in nodes { degrees[Int(node)] += adjacency.arcCount(of: node) }
    }
    if !isDirected {
      for node in nodes where outgoing.hasArc(from: node, to: node) {
        degrees[Int(node)] += outgoing.neighbors(of: node).count { $0 == node }
      }
    }
    return degrees
  }

  /// The sum of the weights of the edges at each node; its degree when the graph has no weights.
  ///
  /// Loops count as in ``degrees(_:)``. Weights are added as they are, negative ones too.
  ///
  /// - Parameter direction: which arcs of a directed graph count; both by default.
  /// - Complexity: O(n + m).
  public func strengths(_ direction: Direction = .both) -> [Double] {
    guard isWeighted else { return degrees(direction).map(Double.init) }
    var strengths = [Double](repeating: 0, count: nodeCount)
    for adjacency in adjacencies(direction) {
      for node in nodes {
        strengths[Int(node)] += adjacency.row(node).reduce(0) { $0 + adjacency.weight(at: $1) }
      }
    }
    if !isDirected {
      for node in nodes { strengths[Int(node)] += outgoing.weight(from: node, to: node) }
    }
    return strengths
  }
}
