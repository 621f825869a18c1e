public import GraphStructures

/// What a choice of sets may use and what its elements are worth.
public struct CoverageOptions: Sendable {
  /// The most sets that may be chosen; nil for no limit.
  public var limit: Int?
  /// The most that the chosen sets may cost together; nil for no limit.
  public var budget: Double?
  /// The cost of each set, at least 0 and finite; nil when each costs 1.
  public var costs: [Double]?
  /// The worth of each element, at least 0 and finite; nil when each is worth 1.
  public var elementWeights: [Double]?

  /// No limit, no budget, everything counts 1.
  public init(
    limit: Int? = nil, budget: Double? = nil, costs: [Double]? = nil, elementWeights: [Double]? = nil
  ) {
    self.limit = limit
    self.budget = budget
    self.costs = costs
    self.elementWeights = elementWeights
  }
}

/// Sets chosen to cover much.
public struct Coverage: Sendable, Equatable {
  /// The sets in the order of choice.
  public let chosen: [NodeID]
  /// What each choice added to the worth covered.
  public let gains: [Double]
  /// What the chosen sets cost together.
  public let cost: Double
  /// No choice within the limit and the budget covers more than this.
  public let upperBound: Double

  /// The worth of all elements covered.
  public var covered: Double { gains.reduce(0, +) }
  /// The share of the best possible that is certainly covered, 0 to 1; nil when there is nothing to cover.
  public var guarantee: Double? { upperBound > 0 ? min(1, covered / upperBound) : nil }
}

extension TwoModeGraph {
  /// Left nodes chosen greedily so that together they reach many right nodes: maximum coverage.
  ///
  /// Each step takes the set that adds most, with a budget the set that adds most per cost and still fits; equal
  /// ones by id; sets that add nothing are never taken. With a budget the plain order is tried too, and the better
  /// choice kept. The gain of a set only falls as others are chosen, so a stale gain at the head of the queue is all
  /// that needs to be counted anew ("lazy").
  ///
  /// Greedy covers at least 1 − 1/e = 63 % of the best for a limit, and half of that with costs; `upperBound` says
  /// how far it can be in this very case: what is covered plus the best that the remaining gains could add.
  ///
  /// - Parameter options: limit, budget, costs and the worth of elements.
  /// - Complexity: O(m + n log n) in practice; O(k · m) at worst for k chosen sets.
  ///
  /// Reference: G. L. Nemhauser, L. A. Wolsey, M. L. Fisher, "An analysis of approximations for maximizing submodular
  /// set functions", Mathematical Programming 14, 1978, doi:10.1007/BF01588971; M. Minoux, "Accelerated greedy
  /// algorithms", 1978, doi:10.1007/BFb0006528; J. Leskovec et al., "Cost-effective outbreak detection in networks",
  /// KDD 2007, doi:10.1145/1281192.1281239 (bound and budget).
  public func maximumCoverage(_ options: CoverageOptions) -> Coverage {
    bestCoverage(CoveringSets(rightsOfLeft, elementCount: rightCount, holdsItself: false, options), options)
  }
}

extension Graph {
  /// Nodes chosen greedily so that they and their neighbors are many: maximum coverage by closed neighborhoods.
  ///
  /// The set of a node is the node and the ends of the arcs that leave it; otherwise as for a two-mode graph.
  ///
  /// - Parameter options: limit, budget, costs and the worth of nodes.
  public func maximumNeighborhoodCoverage(_ options: CoverageOptions) -> Coverage {
    bestCoverage(CoveringSets(outgoing, elementCount: nodeCount, holdsItself: true, options), options)
  }
}

private func bestCoverage(_ sets: CoveringSets, _ options: CoverageOptions) -> Coverage {
  let greedy = greedyCoverage(sets, options)
  let isCertain = greedy.covered >= greedy.upperBound * (1 - 1e-12)
  guard !isCertain, sets.rows.nodeCount <= ExactCoverage.mostSets else { return greedy }
  let best = ExactCoverage(sets, options).best()
  guard best.worth > greedy.covered * (1 + 1e-9) else {
    return Coverage(chosen: greedy.chosen, gains: greedy.gains, cost: greedy.cost, upperBound: greedy.covered)
  }
  return sets.coverage(by: best.sets, options)
}

extension CoveringSets {
  /// A choice in the order in which each set adds most; equal ones by id.
  fileprivate func coverage(by chosen: [NodeID], _ options: CoverageOptions) -> Coverage {
    var isCovered = [Bool](repeating: false, count: elementCount)
    var left = chosen
    var order: [NodeID] = []
    var gains: [Double] = []
    while let first = left.first {
      var best = (set: first, gain: gain(of: first, isCovered))
      for set in left.dropFirst() {
        let gain = gain(of: set, isCovered)
        if gain > best.gain { best = (set, gain) }
      }
      left.removeAll { $0 == best.set }
      order.append(best.set)
      gains.append(best.gain)
      visit(best.set) { isCovered[$0] = true }
    }
    return Coverage(
      chosen: order, gains: gains, cost: chosen.reduce(0) { $0 + (options.costs?[Int($1)] ?? 1) },
      upperBound: gains.reduce(0, +))
  }
}

private func greedyCoverage(_ sets: CoveringSets, _ options: CoverageOptions) -> Coverage {
  var lazy = LazyGreedy(sets, options, perCost: options.budget != nil)
  let first = lazy.run()
  guard options.budget != nil, options.costs != nil else { return first }
  var plain = LazyGreedy(sets, options, perCost: false)
  let second = plain.run()
  let better = second.covered > first.covered ? second : first
  return Coverage(
    chosen: better.chosen, gains: better.gains, cost: better.cost,
    upperBound: min(first.upperBound, second.upperBound))
}
