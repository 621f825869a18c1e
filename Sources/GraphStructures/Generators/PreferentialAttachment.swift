import Randomness

extension EdgeList {
  /// Edges of a Barabási–Albert graph: each newcomer joins `edgesPerNode` distinct earlier nodes, drawn in
  /// proportion to their degree.
  ///
  /// The first `edgesPerNode` nodes start without edges; the next one joins them all.
  ///
  /// - Parameters:
  ///   - nodeCount: number of nodes, more than `edgesPerNode`.
  ///   - edgesPerNode: edges each newcomer brings, at least 1.
  ///   - generator: where the random numbers come from.
  /// - Returns: (n − k) · k edges from newcomer to earlier node, no loops, none parallel.
  /// - Complexity: O(n · k²) expected time.
  ///
  /// Reference: A.-L. Barabási, R. Albert, "Emergence of scaling in random networks", Science 286, 1999,
  /// doi:10.1126/science.286.5439.509.
  public static func preferentialAttachment(
    nodeCount: Int, edgesPerNode: Int, using generator: inout some RandomNumberGenerator
  ) -> EdgeList {
    precondition(edgesPerNode >= 1, "A newcomer must bring at least one edge.")
    precondition(nodeCount > edgesPerNode, "There must be more nodes than edges per newcomer.")
    var edges = EdgeList(nodeCount: nodeCount)
    // Every edge enters both its ends here, so a draw from it is a draw in proportion to the degree.
    var ends: [NodeID] = []
    var chosen = (0..<NodeID(edgesPerNode)).map { $0 }
    for newcomer in NodeID(edgesPerNode)..<NodeID(nodeCount) {
      for other in chosen {
        edges.append(from: newcomer, to: other)
        ends.append(other)
        ends.append(newcomer)
      }
      chosen.removeAll(keepingCapacity: true)
      while chosen.count < edgesPerNode {
        let candidate = ends[generator.draw(below: ends.count)]
        if !chosen.contains(candidate) { chosen.append(candidate) }
      }
    }
    return edges
  }
}
