public import GraphStructures

/// The shortest paths from some sources to every node.
public struct ShortestPaths: Sendable, Equatable {
  /// The length of the shortest path to each node; infinity where there is none.
  public let lengths: [Double]
  /// The node before each one on its shortest path; −1 for sources and for nodes not reached.
  public let parents: [NodeID]

  /// The nodes of the shortest path to `target`, both ends included, or nil when there is none.
  public func path(to target: NodeID) -> [NodeID]? {
    lengths[Int(target)].isFinite ? pathFollowing(parents, to: target) : nil
  }
}

extension Graph {
  /// The shortest paths from the nearest of the sources to every node, weights being lengths.
  ///
  /// Without weights every edge has length 1. Of several shortest paths it is the one whose nodes were settled first:
  /// in order of their distance, then of their id.
  ///
  /// - Parameters:
  ///   - sources: nodes at distance 0.
  ///   - direction: which way arcs are followed.
  /// - Returns: one length per node, 0 or more.
  /// - Throws: `invalidWeight` for a weight that is negative or not finite.
  /// - Complexity: O(n + m log n) time, O(n + m) memory.
  ///
  /// Reference: E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1, 1959,
  /// doi:10.1007/BF01386390.
  public func shortestPaths(
    from sources: [NodeID], direction: Direction = .outgoing
  ) throws(GraphAlgorithmError) -> ShortestPaths {
    for source in sources { check(source, "source") }
    try requireWeights(.nonNegative, for: "Shortest paths")
    var search = BestFirstSearch(adjacencies(direction), .length)
    search.run(from: sources)
    return ShortestPaths(lengths: search.keys, parents: search.parents)
  }
}
