public import GraphStructures

/// Scores of nodes that point to good ones and of nodes that good ones point to.
public struct HubsAndAuthorities: Sendable, Equatable {
  /// How well each node points to authorities; they add up to 1, or are all 0 in a graph whose edges weigh nothing.
  public let hubs: [Double]
  /// How well hubs point to each node; they add up to 1, or are all 0 in a graph whose edges weigh nothing.
  public let authorities: [Double]
  /// The number of rounds made.
  public let iterations: Int
}

extension Graph {
  /// Hubs and authorities (HITS): a good hub points to good authorities, a good authority is pointed to by good hubs.
  ///
  ///     a(v) = Σ w(u, v) h(u) over arcs u → v,   h(v) = Σ w(v, u) a(u) over arcs v → u,   each scaled to the sum 1
  ///
  /// The hubs are the leading eigenvector of A Aᵀ, sought along conjugate directions. Starts from even hubs: where the
  /// largest singular value is not simple, as in an undirected bipartite graph, the result is the limit from there.
  ///
  /// - Parameters:
  ///   - tolerance: settled when the absolute changes that one round of the definition makes to the hubs' unit vector
  ///     add up to less than this.
  ///   - maximumIterations: the most rounds made.
  ///   - threads: upper bound on threads; the result does not depend on it.
  /// - Throws: `notConverged`; `invalidWeight` for a weight that is negative or not finite.
  /// - Complexity: O(n + m) a round; the fewer rounds, the larger the gap between the two largest singular values.
  ///
  /// Reference: J. M. Kleinberg, "Authoritative sources in a hyperlinked environment", Journal of the ACM 46(5), 1999,
  /// doi:10.1145/324133.324140.
  public func hubsAndAuthorities(
    tolerance: Double = 1e-10, maximumIterations: Int = 1000, threads: Int = 1
  ) throws(GraphAlgorithmError) -> HubsAndAuthorities {
    try requireWeights(.nonNegative, for: "HITS")
    // After one round a node that points to nothing has 0, and keeps it.
    let even = [Double](repeating: 1, count: nodeCount)
    let start = outgoing.gathered(incoming.gathered(even, threads: threads), threads: threads)
    guard start.contains(where: { $0 > 0 }) else {
      let zeros = [Double](repeating: 0, count: nodeCount)
      return HubsAndAuthorities(hubs: zeros, authorities: zeros, iterations: 1)
    }
    let found = try LeadingVector(
      from: start, algorithm: "HITS", tolerance: tolerance,
      precision: incoming.precisionOfSums + outgoing.precisionOfSums, maximumRounds: maximumIterations
    ) { outgoing.gathered(incoming.gathered($0, threads: threads), threads: threads) }
    return HubsAndAuthorities(
      hubs: scaledToSum(found.values),
      authorities: scaledToSum(incoming.gathered(found.values, threads: threads)), iterations: found.rounds)
  }
}

/// The values divided by their sum; zeros stay zeros.
private func scaledToSum(_ values: [Double]) -> [Double] {
  let sum = values.reduce(0, +)
  return sum > 0 ? values.map { $0 / sum } : values
}
