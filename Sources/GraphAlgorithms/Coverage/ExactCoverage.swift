import GraphStructures

/// The best choice of a few sets, found by looking at every one.
///
/// The worth that no chosen set covers is that of the elements all of whose sets are left out, so that one table over
/// the subsets of sets, filled from the smaller to the larger ones, tells the worth of every choice.
struct ExactCoverage {
  /// The most sets for which the table is made: a million choices.
  static let mostSets = 20

  private let sets: CoveringSets
  private let options: CoverageOptions

  /// - Parameter sets: at most ``mostSets``.
  init(_ sets: CoveringSets, _ options: CoverageOptions) {
    precondition(sets.rows.nodeCount <= ExactCoverage.mostSets, "Every choice of so many sets cannot be looked at.")
    self.sets = sets
    self.options = options
  }

  /// The sets of the best choice: of equals the one of fewest sets, then of the least cost, then of the first sets.
  ///
  /// - Complexity: O(elements × sets + 2^sets × sets) time, O(2^sets) memory.
  func best() -> (sets: [NodeID], worth: Double) {
    let count = sets.rows.nodeCount
    let inside = worthInside(count)
    let all = inside.count - 1
    var best = (choice: 0, worth: 0.0, cost: 0.0)
    var costs = [Double](repeating: 0, count: inside.count)
    for choice in 0..<inside.count {
      if choice > 0 {
        let lowest = choice.trailingZeroBitCount
        costs[choice] = costs[choice & (choice - 1)] + (options.costs?[lowest] ?? 1)
      }
      guard choice.nonzeroBitCount <= options.limit ?? Int.max, costs[choice] <= options.budget ?? .infinity else {
        continue
      }
      let worth = inside[all] - inside[all & ~choice]
      let margin = 1e-9 * max(worth, best.worth)
      let isEqual = abs(worth - best.worth) <= margin
      let size = (choice.nonzeroBitCount, costs[choice])
      if worth > best.worth + margin || isEqual && size < (best.choice.nonzeroBitCount, best.cost) {
        best = (choice, worth, costs[choice])
      }
    }
    return ((0..<NodeID(count)).filter { best.choice >> Int($0) & 1 == 1 }, best.worth)
  }

  /// Per subset of sets, the worth of the elements that no set outside of it has.
  private func worthInside(_ count: Int) -> [Double] {
    var owners = [UInt32](repeating: 0, count: sets.elementCount)
    for set in 0..<NodeID(count) { sets.visit(set) { owners[$0] |= 1 << UInt32(set) } }
    var inside = [Double](repeating: 0, count: 1 << count)
    for element in owners.indices where owners[element] != 0 {
      inside[Int(owners[element])] += sets.elementWeights?[element] ?? 1
    }
    for set in 0..<count {
      for subset in 0..<inside.count where subset >> set & 1 == 1 { inside[subset] += inside[subset ^ (1 << set)] }
    }
    return inside
  }
}
