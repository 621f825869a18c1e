public import GraphStructures
import Parallelism
import Randomness

extension UndirectedGraph {
  /// Communities by the Leiden method: as Louvain, but every community is taken apart into well connected pieces
  /// before it becomes one node, so that no community is disconnected.
  ///
  /// The first round starts from a division by Louvain, each further one from that of the round before. In the refinement
  /// a node joins the piece where it gains most (the limit θ → 0 of the paper).
  /// Nodes are visited in orders drawn from the generator, so the result depends on it, not on threads.
  ///
  /// - Parameters:
  ///   - resolution: larger ones favor smaller communities; 1 is plain modularity.
  ///   - rounds: how many rounds are made at most, at least 1; one that changes nothing is the last. The first comes
  ///     within a few percent of what ten reach.
  ///   - threads: upper bound on threads.
  ///   - generator: draws the order of visits.
  /// - Throws: `invalidWeight` for a weight that is negative or not finite.
  /// - Complexity: near O(n + m) time a round in practice, O(n + m) memory.
  ///
  /// Reference: V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected
  /// communities", Scientific Reports 9, 2019, doi:10.1038/s41598-019-41695-z.
  public func leiden(
    resolution: Double = 1, rounds: Int = 10, threads: Int = 1, using generator: inout some RandomNumberGenerator
  ) throws(GraphAlgorithmError) -> Communities {
    precondition(resolution >= 0 && resolution.isFinite, "The resolution must be a number of at least 0.")
    precondition(rounds >= 1, "At least one round must be made.")
    try requireWeights(.nonNegative, for: "Leiden")
    let byDegree = DegreeOrder(adjacency)
    let ground = AggregateGraph(self, byDegree, threads: threads)
    var labels = ground.louvainLabels(resolution: resolution, threads: threads, using: &generator)
    if ground.total > 0 {
      for _ in 0..<rounds {
        let next = leidenRound(ground, from: labels, resolution: resolution, threads: threads, using: &generator)
        if next == labels { break }
        labels = next
      }
    }
    return try communities(of: labels, byDegree, resolution: resolution, threads: threads)
  }

  /// One round from a division, down to the level where every community is one node.
  private func leidenRound(
    _ ground: AggregateGraph, from start: [Int32], resolution: Double, threads: Int,
    using generator: inout some RandomNumberGenerator
  ) -> [Int32] {
    var level = ground
    var labels = start
    // The node of the present level that stands for each of the ground.
    var standing = (0..<NodeID(ground.nodeCount)).map { $0 }
    while true {
      let order = level.drawnOrder(using: &generator)
      var moving = LocalMoving(level, labels: labels, resolution: resolution)
      _ = moving.run(order: order, threads: threads)
      let found = Components(representatives: moving.labels)
      let refinement = Refinement(
        level, labels: found.labels, count: found.count, order: order, resolution: resolution)
      let pieces = Components(representatives: refinement.run(threads: threads))
      let isSettled = found.count == level.nodeCount || pieces.count == level.nodeCount
      if isSettled {
        let merged = standing.map { found.labels[Int($0)] }
        return found.count == level.nodeCount ? merged : ground.connectedParts(merged)
      }
      labels = [Int32](repeating: 0, count: pieces.count)
      for (node, piece) in pieces.labels.enumerated() { labels[Int(piece)] = found.labels[node] }
      for node in standing.indices { standing[node] = pieces.labels[Int(standing[node])] }
      level = AggregateGraph(level, labels: pieces.labels, count: pieces.count, threads: threads)
    }
  }
}
