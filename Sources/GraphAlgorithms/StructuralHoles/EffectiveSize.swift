public import GraphStructures

extension Graph {
  /// Burt's effective size of each node's network: its contacts less what is redundant among them.
  ///
  ///     e(v) = Σ over neighbors u of (1 − Σ over other neighbors q of p(v, q) m(u, q))
  ///     p(v, q) = z(v, q) / Σ z(v, ·),   m(u, q) = z(u, q) / max z(u, ·),   z(a, b) = w(a, b) + w(b, a)
  ///
  /// Without weights and directions this is d − 2 t/d for d neighbors with t ties among them (Borgatti 1997).
  /// Without weights each edge weighs 1; parallel edges add up, loops do not count.
  ///
  /// - Parameter threads: upper bound on threads; the result does not depend on it.
  /// - Returns: one number per node, at most its degree; nil for a node without ties of weight above 0.
  /// - Throws: `invalidWeight` for a weight that is negative or not finite.
  /// - Complexity: O(m^1.5) time, linear in stars and other graphs whose hubs are not tied to each other; O(n + m) memory.
  ///
  /// Reference: R. S. Burt, *Structural Holes*, Harvard University Press, 1992; S. P. Borgatti, "Structural holes:
  /// unpacking Burt's redundancy measures", Connections 20(1), 1997.
  public func effectiveSize(threads: Int = 1) throws(GraphAlgorithmError) -> [Double?] {
    try requireWeights(.nonNegative, for: "Effective size")
    let shares = TieShares(self, threads: threads)
    let ties = shares.ties
    let common = shares.commonTies(
      factors: [Double](repeating: 1, count: ties.nodeCount), threads: threads)
    return shares.values { node, row in
      row.reduce(0.0) { sum, arc in
        let strongest = shares.largest[Int(ties.neighbors[arc])]
        return sum + 1 - (common[arc] > 0 ? common[arc] / (shares.sums[Int(node)] * strongest) : 0)
      }
    }
  }
}
