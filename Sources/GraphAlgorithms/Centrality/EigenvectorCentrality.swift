public import GraphStructures

extension Graph {
  /// The eigenvector centrality of each node: nodes are central that central nodes point to.
  ///
  ///     λ x(v) = Σ w(u, v) x(u) over arcs u → v,   λ the largest eigenvalue,   Σ x(v)² = 1
  ///
  /// Found by repeated multiplication with A + I, which has the same vector and settles in bipartite graphs too; starts
  /// from even scores. Where the largest eigenvalue is not simple (several equal components) the result is the limit
  /// from that start. A directed graph without cycles has no such vector, which shows as not converging.
  ///
  /// - Parameters:
  ///   - tolerance: settled when the absolute changes of one round add up to less than this.
  ///   - maximumIterations: the most rounds made.
  ///   - threads: upper bound on threads; the result does not depend on it.
  /// - Returns: scores of 0 to 1, their squares adding up to 1.
  /// - Throws: `notConverged`; `invalidWeight` for a weight that is negative or not finite.
  /// - Complexity: O(n + m) a round; the fewer rounds, the larger the gap between the two largest eigenvalues.
  ///
  /// Reference: P. Bonacich, "Power and centrality: a family of measures", American Journal of Sociology 92(5), 1987,
  /// doi:10.1086/228631.
  public func eigenvectorCentrality(
    tolerance: Double = 1e-10, maximumIterations: Int = 10_000, threads: Int = 1
  ) throws(GraphAlgorithmError) -> IterativeScores {
    try requireWeights(.nonNegative, for: "Eigenvector centrality")
    guard nodeCount > 0 else { return IterativeScores(scores: [], iterations: 0, change: 0) }
    var scores = [Double](repeating: 1 / Double(nodeCount).squareRoot(), count: nodeCount)
    var change = Double.infinity
    for round in 1...max(1, maximumIterations) {
      var next = incoming.gathered(scores, threads: threads)
      for node in next.indices { next[node] += scores[node] }
      let length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      for node in next.indices { next[node] /= length }
      change = next.distance(to: scores)
      scores = next
      if change < tolerance { return IterativeScores(scores: scores, iterations: round, change: change) }
    }
    throw .notConverged(
      algorithm: "Eigenvector centrality", iterations: maximumIterations, change: change, tolerance: tolerance)
  }
}
