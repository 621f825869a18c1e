public import GraphStructures
import Randomness

extension UndirectedGraph {
  /// Communities by the Louvain method: nodes move to the neighboring community where modularity gains most, then
  /// communities become nodes and move in turn, until nothing gains; at the end all nodes may move once more.
  ///
  /// Communities may be disconnected; ``leiden(resolution:rounds:threads:using:)`` avoids that. Nodes are visited in an
  /// order drawn from the generator, so the result depends on it, not on threads.
  ///
  /// - Parameters:
  ///   - resolution: larger ones favor smaller communities; 1 is plain modularity.
  ///   - threads: upper bound on threads.
  ///   - generator: draws the order of visits.
  /// - Throws: `invalidWeight` for a weight that is negative or not finite.
  /// - Complexity: near O(n + m) time in practice, O(n + m) memory.
  ///
  /// Reference: V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast unfolding of communities in large
  /// networks", Journal of Statistical Mechanics, 2008, doi:10.1088/1742-5468/2008/10/P10008; R. Rotta, A. Noack,
  /// "Multilevel local search algorithms for modularity clustering", Journal of Experimental Algorithmics 16, 2011,
  /// doi:10.1145/1963190.1970376 (the end).
  public func louvain(
    resolution: Double = 1, threads: Int = 1, using generator: inout some RandomNumberGenerator
  ) throws(GraphAlgorithmError) -> Communities {
    precondition(resolution >= 0 && resolution.isFinite, "The resolution must be a number of at least 0.")
    try requireWeights(.nonNegative, for: "Louvain")
    let byDegree = DegreeOrder(adjacency)
    let ground = AggregateGraph(self, byDegree, threads: threads)
    let labels = ground.louvainLabels(resolution: resolution, threads: threads, using: &generator)
    var moving = LocalMoving(ground, labels: labels, resolution: resolution)
    _ = moving.run(order: ground.drawnOrder(using: &generator), threads: threads, sweeps: 1)
    return try communities(of: moving.labels, byDegree, resolution: resolution, threads: threads)
  }
}

extension UndirectedGraph {
  /// The division that labels of the nodes with edges stand for, which are numbered by an order; each other node is alone.
  func communities(
    of labels: [Int32], _ order: DegreeOrder, resolution: Double, threads: Int
  ) throws(GraphAlgorithmError) -> Communities {
    let all = labels + (Int32(labels.count)..<Int32(nodeCount))
    return try communities(order.restored(all), resolution: resolution, threads: threads)
  }
}

extension AggregateGraph {
  /// All nodes, in an order that is drawn.
  func drawnOrder(using generator: inout some RandomNumberGenerator) -> [NodeID] {
    var order = (0..<NodeID(nodeCount)).map { $0 }
    generator.shuffle(&order)
    return order
  }

  /// The community of each node by the Louvain method.
  func louvainLabels(
    resolution: Double, threads: Int, using generator: inout some RandomNumberGenerator
  ) -> [Int32] {
    var labels = (0..<Int32(nodeCount)).map { $0 }
    var level = self
    while level.total > 0 {
      var moving = LocalMoving(level, labels: (0..<Int32(level.nodeCount)).map { $0 }, resolution: resolution)
      guard moving.run(order: level.drawnOrder(using: &generator), threads: threads) else { break }
      let parts = Components(representatives: moving.labels)
      for node in labels.indices { labels[node] = parts.labels[Int(labels[node])] }
      guard parts.count < level.nodeCount else { break }
      level = AggregateGraph(level, labels: parts.labels, count: parts.count, threads: threads)
    }
    return labels
  }
}
