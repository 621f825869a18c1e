import GraphStructures

/// The sets of a coverage problem, each a row of elements.
struct CoveringSets {
  let rows: Adjacency
  let elementCount: Int
  /// Whether set v holds the element v besides its row.
  let holdsItself: Bool
  let elementWeights: [Double]?

  init(_ rows: Adjacency, elementCount: Int, holdsItself: Bool, _ options: CoverageOptions) {
    self.rows = rows
    self.elementCount = elementCount
    self.holdsItself = holdsItself
    elementWeights = options.elementWeights
    if let weights = options.elementWeights {
      precondition(weights.count == elementCount, "Every element needs a worth, or none has one.")
      precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "The worth of an element is finite, at least 0.")
    }
    if let costs = options.costs {
      precondition(costs.count == rows.nodeCount, "Every set needs a cost, or none has one.")
      precondition(costs.allSatisfy { $0 >= 0 && $0.isFinite }, "The cost of a set is finite, at least 0.")
    }
    precondition((options.limit ?? 0) >= 0, "The number of sets to choose must not be negative.")
    precondition((options.budget ?? 0) >= 0, "A budget must not be negative.")
  }

  /// What a set holds at most; exact for sets without parallel arcs and loops.
  func size(_ set: NodeID) -> Double {
    guard elementWeights == nil else { return gain(of: set, []) }
    return Double(rows.arcCount(of: set) + (holdsItself ? 1 : 0))
  }

  /// The worth of a set's elements that are not covered; an empty array stands for none covered.
  func gain(of set: NodeID, _ isCovered: [Bool]) -> Double {
    var gain = 0.0
    visit(set) { element in
      if isCovered.isEmpty || !isCovered[element] { gain += elementWeights?[element] ?? 1 }
    }
    return gain
  }

  /// Calls `body` once for each element of a set.
  func visit(_ set: NodeID, _ body: (Int) -> Void) {
    var last: NodeID = -1
    for element in rows.neighbors(of: set) where element != last {
      last = element
      if !(holdsItself && element == set) { body(Int(element)) }
    }
    if holdsItself { body(Int(set)) }
  }
}

/// Greedy choice that counts a set anew only when its stale gain is the largest.
struct LazyGreedy {
  private let sets: CoveringSets
  private let options: CoverageOptions
  private let perCost: Bool
  private var heap: RankedHeap
  /// The latest known gain of each set: never below its gain now.
  private var gains: [Double]
  /// How many sets were chosen when the gain was counted; −1 while it is only an upper bound.
  private var countedAt: [Int32]
  private var isCovered: [Bool]
  private var chosen: [NodeID] = []
  private var chosenGains: [Double] = []
  private var cost = 0.0

  init(_ sets: CoveringSets, _ options: CoverageOptions, perCost: Bool) {
    self.sets = sets
    self.options = options
    self.perCost = perCost
    let all = 0..<NodeID(sets.rows.nodeCount)
    gains = all.map { sets.size($0) }
    countedAt = [Int32](repeating: -1, count: all.count)
    isCovered = [Bool](repeating: false, count: sets.elementCount)
    heap = RankedHeap()
    heap = RankedHeap(all.map { RankedHeap.Entry(key: -rank($0), node: $0) })
  }

  /// So many sets are few enough for a bound after each choice.
  private static let fewSets = 4096

  mutating func run() -> Coverage {
    let budget = options.budget ?? .infinity
    let isBoundedOften = sets.rows.nodeCount <= LazyGreedy.fewSets
    var bound = upperBound()
    while chosen.count < options.limit ?? Int.max, let set = bestSet() {
      _ = heap.popFirst()
      guard gains[Int(set)] > 0 else { break }
      guard cost + price(set) <= budget else { continue }
      choose(set)
      if isBoundedOften { bound = min(bound, upperBound()) }
    }
    return Coverage(chosen: chosen, gains: chosenGains, cost: cost, upperBound: min(bound, upperBound()))
  }

  /// The set at the head of the queue once its gain is exact.
  private mutating func bestSet() -> NodeID? {
    while let entry = heap.first {
      let isCounted = countedAt[Int(entry.node)] == Int32(chosen.count)
      if isCounted && entry.key == -rank(entry.node) { return entry.node }
      if !isCounted { count(entry.node) }
      heap.replaceFirst(key: -rank(entry.node))
    }
    return nil
  }

  private mutating func count(_ set: NodeID) {
    gains[Int(set)] = sets.gain(of: set, isCovered)
    countedAt[Int(set)] = Int32(chosen.count)
  }

  private mutating func choose(_ set: NodeID) {
    chosen.append(set)
    chosenGains.append(gains[Int(set)])
    cost += price(set)
    gains[Int(set)] = 0
    sets.visit(set) { isCovered[$0] = true }
  }

  private func price(_ set: NodeID) -> Double { options.costs?[Int(set)] ?? 1 }

  /// What puts a set before others: its gain, or its gain per cost, where a free set comes first.
  private func rank(_ set: NodeID) -> Double { perCost ? gainPerCost(set) : gains[Int(set)] }

  private func gainPerCost(_ set: NodeID) -> Double {
    gains[Int(set)] > 0 ? gains[Int(set)] / price(set) : 0
  }

  /// A number that no choice can exceed: what is covered now, and the most that further sets could add if their
  /// gains did not overlap (Leskovec et al., section 3.2).
  private mutating func upperBound() -> Double {
    var bound = options.elementWeights?.reduce(0, +) ?? Double(sets.elementCount)
    let covered = chosenGains.reduce(0, +)
    if let limit = options.limit {
      bound = min(bound, covered + bestGains(room: Double(limit), costs: nil))
    }
    if let budget = options.budget {
      bound = min(bound, covered + bestGains(room: budget, costs: options.costs))
    }
    return bound
  }

  /// The most that sets with gains as they are now can add within some room, the last one in part; costs of nil
  /// are 1 each.
  private mutating func bestGains(room: Double, costs: [Double]?) -> Double {
    func rank(_ set: NodeID, _ gains: [Double]) -> Double {
      gains[Int(set)] > 0 ? gains[Int(set)] / (costs?[Int(set)] ?? 1) : 0
    }
    var entries: [RankedHeap.Entry] = []
    for set in 0..<NodeID(gains.count) where price(set) <= options.budget ?? .infinity {
      entries.append(RankedHeap.Entry(key: -rank(set, gains), node: set))
    }
    var queue = RankedHeap(entries)
    var room = room
    var sum = 0.0
    while let set = queue.first?.node {
      guard countedAt[Int(set)] == Int32(chosen.count) else {
        count(set)
        queue.replaceFirst(key: -rank(set, gains))
        continue
      }
      _ = queue.popFirst()
      let gain = gains[Int(set)]
      let cost = costs?[Int(set)] ?? 1
      guard gain > 0 else { break }
      guard cost <= room else { return sum + gain * room / cost }
      room -= cost
      sum += gain
    }
    return sum
  }
}
