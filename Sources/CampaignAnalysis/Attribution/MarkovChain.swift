import LogScanning

/// How often contacts go from one group to the next, as a chain with a start, a conversion and a null state.
///
/// Order 1: the next group depends on the present one alone. The removal effect of a group is the share of
/// conversions that would be lost if everyone who comes to it went away.
///
/// Reference: E. Anderl, I. Becker, F. von Wangenheim, J. H. Schumann, "Mapping the customer journey: lessons learned
/// from graph-based online attribution modeling" (2016), doi:10.1016/j.ijresmar.2016.03.001.
struct MarkovChain: Sendable {
  /// Number of groups; states beyond are start, conversion and null.
  let groupCount: Int
  var transitions: PairCounts

  init(groupCount: Int) {
    self.groupCount = groupCount
    transitions = PairCounts(below: groupCount + 3)
  }

  /// The states beside the groups.
  private struct States {
    let groupCount: Int
    var start: Int { groupCount }
    var conversion: Int { groupCount + 1 }
    var null: Int { groupCount + 2 }
  }

  private var start: Int { States(groupCount: groupCount).start }
  private var conversion: Int { States(groupCount: groupCount).conversion }

  /// Counts one path; an empty one leads from the start straight to its end.
  mutating func add(_ steps: ArraySlice<ConversionPath.Step>, isConversion: Bool) {
    MarkovChain.forEachTransition(of: steps, isConversion: isConversion, groupCount: groupCount) { from, to in
      transitions.add(from, to)
    }
  }

  /// Calls `body` with each transition of a path between states.
  static func forEachTransition(
    of steps: ArraySlice<ConversionPath.Step>, isConversion: Bool, groupCount: Int, _ body: (Int, Int) -> Void
  ) {
    let chain = States(groupCount: groupCount)
    var state = chain.start
    for step in steps {
      body(state, step.group)
      state = step.group
    }
    body(state, isConversion ? chain.conversion : chain.null)
  }

  /// Counts that contacts went so often from one state to another.
  mutating func add(from: Int, to: Int, _ count: Int) {
    transitions.add(from, to, count)
  }

  mutating func merge(_ other: MarkovChain) { transitions.merge(other.transitions) }

  /// Groups that occur in a path.
  var occurs: [Bool] {
    var occurs = [Bool](repeating: false, count: groupCount)
    transitions.forEachPair { _, to, _ in if to < groupCount { occurs[to] = true } }
    return occurs
  }

  /// The removal effect of each group: 1 − P(conversion when its inflow goes to null) / P(conversion), in [0, 1]; 0
  /// for groups that do not occur. Nil when no path with a step leads to a conversion.
  ///
  /// With N = (I − Q)⁻¹ over the groups from which a conversion can be reached, the chance of ever coming to group i
  /// is (s N)ᵢ / Nᵢᵢ for the start's row s, and that of converting from there hᵢ = (N c)ᵢ; what is lost without i is
  /// their product. ``VisitsOfChain`` finds them for all groups at once. For k such groups with m transitions it takes O(k³) time
  /// and O(k²) memory while k is small, O(k m) and O(k + m) where it is large, less where most have few neighbors.
  func removalEffects(threads: Int = 1) -> [Double]? {
    var effects = [Double](repeating: 0, count: groupCount)
    let groups = convertingGroups()
    guard !groups.isEmpty else { return nil }
    var place = [Int](repeating: -1, count: groupCount + 3)
    for (index, group) in groups.enumerated() { place[group] = index }
    var fromStart = [Double](repeating: 0, count: groups.count)
    var (toConversion, leaving) = (fromStart, fromStart)
    var moves: [(from: Int, to: Int, chance: Double)] = []
    var direct = 0.0
    let totals = outflows()
    // Sorted, so that sums do not depend on the order in which they were met.
    for (from, to, count) in transitions.sorted where from == start || place[from] >= 0 {
      let probability = Double(count) / Double(totals[from])
      switch (from, to) {
      case (start, conversion): direct = probability
      case (start, _): if place[to] >= 0 { fromStart[place[to]] = probability }
      case (_, _) where place[to] >= 0: moves.append((place[from], place[to], probability))
      default:
        leaving[place[from]] += probability
        if to == conversion { toConversion[place[from]] = probability }
      }
    }
    let visits = VisitsOfChain(moves, start: fromStart, end: toConversion, leaving: leaving, threads: threads)
    let total = direct + zip(fromStart, visits.toEnd).reduce(0) { $0 + $1.0 * $1.1 }
    guard total > 0 else { return nil }
    for (index, group) in groups.enumerated() {
      effects[group] = min(1, visits.fromStart[index] / visits.toSelf[index] * visits.toEnd[index] / total)
    }
    return effects
  }

  private func outflows() -> [Int] {
    var totals = [Int](repeating: 0, count: groupCount + 3)
    transitions.forEachPair { from, _, count in totals[from] += count }
    return totals
  }

  /// Groups from which a conversion can be reached, ascending.
  private func convertingGroups() -> [Int] {
    var sources = [[Int]](repeating: [], count: groupCount + 3)
    transitions.forEachPair { from, to, _ in sources[to].append(from) }
    var isFound = [Bool](repeating: false, count: groupCount + 3)
    var queue = [conversion]
    var next = 0
    while next < queue.count {
      for source in sources[queue[next]] where !isFound[source] {
        isFound[source] = true
        queue.append(source)
      }
      next += 1
    }
    return (0..<groupCount).filter { isFound[$0] }
  }
}
