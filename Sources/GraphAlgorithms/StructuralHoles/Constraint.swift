public import GraphStructures

extension Graph {
  /// Burt's constraint of each node: how much its contacts are tied to each other, leaving it no room to broker.
  ///
  ///     c(v) = Σ over neighbors u of (p(v, u) + Σ over others q of p(v, q) p(q, u))²
  ///     p(v, u) = (w(v, u) + w(u, v)) / Σ over x of (w(v, x) + w(x, v))
  ///
  /// Small means that v bridges structural holes. Without weights each edge weighs 1; parallel edges add up, loops do
  /// not count. As networkx has it, the sum runs over neighbors only.
  ///
  /// - Parameter threads: upper bound on threads; the result does not depend on it.
  /// - Returns: one number above 0 per node; nil for a node without ties of weight above 0.
  /// - Throws: `invalidWeight` for a weight that is negative or not finite.
  /// - Complexity: O(m^1.5) time, linear in stars and other graphs whose hubs are not tied to each other; O(n + m) memory.
  ///
  /// Reference: R. S. Burt, "Structural holes and good ideas", American Journal of Sociology 110(2), 2004,
  /// doi:10.1086/421787.
  public func constraint(threads: Int = 1) throws(GraphAlgorithmError) -> [Double?] {
    try requireWeights(.nonNegative, for: "Constraint")
    let shares = TieShares(self, threads: threads)
    let ties = shares.ties
    let common = shares.commonTies(factors: shares.sums.map { $0 > 0 ? 1 / $0 : 0 }, threads: threads)
    return shares.values { node, row in
      row.reduce(0.0) { sum, arc in
        let invested = (ties.weight(at: arc) + common[arc]) / shares.sums[Int(node)]
        return sum + invested * invested
      }
    }
  }
}
