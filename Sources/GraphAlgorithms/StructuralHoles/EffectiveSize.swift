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
  /// - Complexity: O(Σ d²) time over the degrees d of all nodes' neighbors; O(n + m) memory.
  ///
  /// Reference: R. S. Burt, *Structural Holes*, Harvard University Press, 1992; S. P. Borgatti, "Structural holes:
  /// unpacking Burt's redundancy measures", Connections 20(1), 1997.
  public func effectiveSize(threads: Int = 1) throws(GraphAlgorithmError) -> [Double?] {
    try requireWeights(.nonNegative, for: "Effective size")
    let shares = TieShares(self, threads: threads)
    let ties = shares.ties
    return shares.values(threads: threads) { node, given in
      for position in ties.row(node) {
        given[Int(ties.neighbors[position])] = shares.share(of: node, at: position)
      }
      let size = ties.row(node).reduce(0.0) { sum, position in
        let neighbor = ties.neighbors[position]
        let redundancy = ties.row(neighbor).reduce(0.0) { redundancy, further in
          let share = given[Int(ties.neighbors[further])]
          return share > 0 ? redundancy + share * shares.relativeStrength(of: neighbor, at: further) : redundancy
        }
        return sum + 1 - redundancy
      }
      for position in ties.row(node) { given[Int(ties.neighbors[position])] = 0 }
      return size
    }
  }
}
