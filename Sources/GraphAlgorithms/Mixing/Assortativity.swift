public import GraphStructures

extension Graph {
  /// The assortativity by an attribute: how far edges join nodes of the same class, beyond chance.
  ///
  ///     r = (Σ e(c, c) − Σ a(c) b(c)) / (1 − Σ a(c) b(c))
  ///
  /// e(c, d) is the share of arcs from class c to class d, a and b its sums over either; an undirected edge is an arc
  /// each way, a loop too. Edges with an end of unknown class are left out. Weights are not looked at.
  ///
  /// - Parameter classes: the class of each node, any number from 0 on, or a negative one when it is unknown.
  /// - Returns: 1 when only equals are tied, 0 by chance, below 0 when others are preferred; nil when no edge has known
  ///   classes, or all known ends are of one class.
  /// - Complexity: O(n + m + largest class).
  ///
  /// Reference: M. E. J. Newman, "Mixing patterns in networks", Physical Review E 67, 2003,
  /// doi:10.1103/PhysRevE.67.026126.
  public func assortativity(byClass classes: [Int]) -> Double? {
    precondition(classes.count == nodeCount, "Every node needs a class.")
    var starts = [Int](repeating: 0, count: max(0, classes.max() ?? 0) + 1)
    var ends = starts
    var same = 0
    var arcs = 0
    visitArcs { source, target in
      let (from, to) = (classes[source], classes[target])
      guard from >= 0, to >= 0 else { return }
      starts[from] += 1
      ends[to] += 1
      arcs += 1
      if from == to { same += 1 }
    }
    guard arcs > 0 else { return nil }
    let all = Double(arcs)
    let chance = zip(starts, ends).reduce(0.0) { $0 + Double($1.0) / all * (Double($1.1) / all) }
    guard !zip(starts, ends).contains(where: { $0 == arcs && $1 == arcs }) else { return nil }
    return (Double(same) / all - chance) / (1 - chance)
  }

  /// The assortativity by a number: the correlation of the values at the two ends of the arcs.
  ///
  /// An undirected edge is an arc each way, a loop too. Weights are not looked at.
  ///
  /// - Parameters:
  ///   - sourceValues: the value of each node as the start of an arc; finite.
  ///   - targetValues: the value of each node as the end of an arc; finite.
  /// - Returns: −1 to 1; nil when there are no arcs or the values do not vary at either end.
  /// - Complexity: O(n + m).
  ///
  /// Reference: M. E. J. Newman, 2003, doi:10.1103/PhysRevE.67.026126.
  public func assortativity(byValue sourceValues: [Double], _ targetValues: [Double]) -> Double? {
    precondition(sourceValues.count == nodeCount && targetValues.count == nodeCount, "Every node needs a value.")
    var arcs = 0.0
    var means = (source: 0.0, target: 0.0)
    visitArcs { source, target in
      arcs += 1
      means.source += sourceValues[source]
      means.target += targetValues[target]
    }
    guard arcs > 0 else { return nil }
    means = (means.source / arcs, means.target / arcs)
    var (variances, covariance) = ((source: 0.0, target: 0.0), 0.0)
    visitArcs { source, target in
      let (from, to) = (sourceValues[source] - means.source, targetValues[target] - means.target)
      variances.source += from * from
      variances.target += to * to
      covariance += from * to
    }
    let scale = variances.source.squareRoot() * variances.target.squareRoot()
    return scale > 0 ? covariance / scale : nil
  }

  /// The assortativity by degree: whether nodes with many edges are tied to each other.
  ///
  /// In a directed graph the degree leaving an arc's source is held against the degree entering its target.
  ///
  /// - Returns: −1 to 1; nil when there are no edges or all ends have one degree.
  /// - Complexity: O(n + m).
  ///
  /// Reference: M. E. J. Newman, "Assortative mixing in networks", Physical Review Letters 89, 2002,
  /// doi:10.1103/PhysRevLett.89.208701.
  public func degreeAssortativity() -> Double? {
    let leaving = degrees(.outgoing).map(Double.init)
    return assortativity(byValue: leaving, isDirected ? degrees(.incoming).map(Double.init) : leaving)
  }

  /// Calls `body` with the ends of every arc; an undirected edge is an arc each way, a loop twice the same.
  private func visitArcs(_ body: (_ source: Int, _ target: Int) -> Void) {
    for node in nodes {
      for neighbor in outgoing.neighbors(of: node) {
        body(Int(node), Int(neighbor))
        if neighbor == node && !isDirected { body(Int(node), Int(neighbor)) }
      }
    }
  }
}
