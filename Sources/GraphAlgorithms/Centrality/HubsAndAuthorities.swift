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
  /// Starts from even hubs. In an undirected graph both are the same where they settle.
  ///
  /// - Parameters:
  ///   - tolerance: settled when the hubs' absolute changes of one round add up to less than this.
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
    var hubs = [Double](repeating: 1 / Double(max(1, nodeCount)), count: nodeCount)
    var change = Double.infinity
    for round in 1...max(1, maximumIterations) {
      let authorities = scaledToSum(incoming.gathered(hubs, threads: threads))
      let next = scaledToSum(outgoing.gathered(authorities, threads: threads))
      change = next.distance(to: hubs)
      hubs = next
      if change < tolerance || nodeCount == 0 {
        return HubsAndAuthorities(hubs: hubs, authorities: authorities, iterations: round)
      }
    }
    throw .notConverged(algorithm: "HITS", iterations: maximumIterations, change: change, tolerance: tolerance)
  }
}

/// The values divided by their sum; zeros stay zeros.
private func scaledToSum(_ values: [Double]) -> [Double] {
  let sum = values.reduce(0, +)
  return sum > 0 ? values.map { $0 / sum } : values
}
