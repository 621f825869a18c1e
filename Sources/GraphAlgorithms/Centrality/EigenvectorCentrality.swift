public import GraphStructures

extension Graph {
  /// The eigenvector centrality of each node: nodes are central that central nodes point to.
  ///
  ///     λ x(v) = Σ w(u, v) x(u) over arcs u → v,   λ the largest eigenvalue,   Σ x(v)² = 1
  ///
  /// In an undirected graph it is sought along conjugate directions, which settles in stars at once and in chains of
  /// some hundred nodes; a directed graph's by repeated multiplication with A + σI, which has the same vector and settles
  /// in graphs all of whose cycles have a common length too, where σ is half of what the last round stretched the scores
  /// by. Both start from even scores. Where the largest eigenvalue is not simple (several equal components) the result is
  /// the limit from that start. A directed graph without cycles has no such vector.
  ///
  /// - Parameters:
  ///   - tolerance: settled when the absolute changes that one multiplication makes add up to less than this.
  ///   - maximumIterations: the most rounds made.
  ///   - threads: upper bound on threads; the result does not depend on it.
  /// - Returns: scores of 0 to 1, their squares adding up to 1.
  /// - Throws: `notConverged`; `acyclic` for a directed graph with edges but no cycle; `invalidWeight` for a weight that is negative or not finite.
  /// - Complexity: O(n + m) a round; the fewer rounds, the larger the gap between the two largest eigenvalues.
  ///
  /// Reference: P. Bonacich, "Power and centrality: a family of measures", American Journal of Sociology 92(5), 1987,
  /// doi:10.1086/228631.
  public func eigenvectorCentrality(
    tolerance: Double = 1e-10, maximumIterations: Int = 1000, threads: Int = 1
  ) throws(GraphAlgorithmError) -> IterativeScores {
    try requireWeights(.nonNegative, for: "Eigenvector centrality")
    guard nodeCount > 0 else { return IterativeScores(scores: [], iterations: 0, change: 0) }
    let even = [Double](repeating: 1 / Double(nodeCount).squareRoot(), count: nodeCount)
    guard isDirected else {
      let found = try LeadingVector(
        from: even, algorithm: "Eigenvector centrality", tolerance: tolerance,
        precision: incoming.precisionOfSums, maximumRounds: maximumIterations
      ) { incoming.gathered($0, threads: threads) }
      return IterativeScores(scores: found.values, iterations: found.rounds, change: found.change)
    }
    guard !isAcyclic else { throw .acyclic(algorithm: "Eigenvector centrality") }
    return try repeatedlyMultiplied(even, tolerance: tolerance, maximumIterations: maximumIterations, threads: threads)
  }

  /// Whether there are edges, but no path along them leads back to where it came from.
  private var isAcyclic: Bool {
    guard outgoing.arcCount > 0, outgoing.weights?.contains(where: { $0 > 0 }) ?? true else { return false }
    guard nodes.allSatisfy({ !outgoing.hasArc(from: $0, to: $0) }) else { return false }
    return strongComponents().count == nodeCount
  }

  private func repeatedlyMultiplied(
    _ start: [Double], tolerance: Double, maximumIterations: Int, threads: Int
  ) throws(GraphAlgorithmError) -> IterativeScores {
    var scores = start
    var change = Double.infinity
    for round in 1...max(1, maximumIterations) {
      var next = incoming.gathered(scores, threads: threads)
      let stretch = next.dot(next).squareRoot()
      guard stretch > 0 else { return IterativeScores(scores: scores, iterations: round, change: 0) }
      for node in next.indices { next[node] += stretch / 2 * scores[node] }
      let length = next.dot(next).squareRoot()
      for node in next.indices { next[node] /= length }
      change = next.distance(to: scores)
      scores = next
      if change < tolerance { return IterativeScores(scores: scores, iterations: round, change: change) }
    }
    throw .notConverged(
      algorithm: "Eigenvector centrality", iterations: maximumIterations, change: change, tolerance: tolerance)
  }
}
