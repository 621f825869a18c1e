public import GraphStructures

/// The most trusted paths from some sources to every node.
public struct MostTrustedPaths: Sendable, Equatable {
  /// The trust of the best path to each node, 0 to 1; 0 where there is none.
  public let trusts: [Double]
  /// The node before each one on its best path; −1 for sources and for nodes not reached.
  public let parents: [NodeID]

  /// The nodes of the most trusted path to `target`, both ends included, or nil when there is none.
  public func path(to target: NodeID) -> [NodeID]? {
    trusts[Int(target)] > 0 ? pathFollowing(parents, to: target) : nil
  }
}

extension Graph {
  /// The paths from the sources whose product of weights is largest, each weight the trust in one step.
  ///
  /// Read as independent probabilities, it is the chain of introductions most likely to succeed. An edge of weight 0
  /// cannot be used; without weights every edge is fully trusted. Ties fall as in ``shortestPaths(from:direction:)``.
  ///
  /// - Parameters:
  ///   - sources: nodes of trust 1.
  ///   - direction: which way arcs are followed.
  /// - Throws: `invalidWeight` for a weight outside 0 to 1 or not a number.
  /// - Complexity: O(n + m log n) time, O(n + m) memory.
  ///
  /// Reference: E. W. Dijkstra, 1959, doi:10.1007/BF01386390, with products in place of sums; M. Richardson,
  /// R. Agrawal, P. Domingos, "Trust management for the Semantic Web", ISWC 2003, doi:10.1007/978-3-540-39718-2_23.
  public func mostTrustedPaths(
    from sources: [NodeID], direction: Direction = .outgoing
  ) throws(GraphAlgorithmError) -> MostTrustedPaths {
    for source in sources { check(source, "source") }
    try requireWeights(.probability, for: "Most trusted paths")
    var search = BestFirstSearch(adjacencies(direction), .trust)
    search.run(from: sources)
    return MostTrustedPaths(trusts: search.keys.map { 0 - $0 }, parents: search.parents)
  }
}
