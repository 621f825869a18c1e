import GraphAlgorithms

/// How often a chain that ends some day comes to its states: what is needed of N = (I − Q)⁻¹, without all of it.
///
/// States are taken out of the chain one by one, that with the fewest neighbors first: whoever would come to one goes on
/// to the next state at once. What is left when the remaining states are neighbors of most others is inverted as a
/// matrix, or, where that would cost more, found state by state by iteration (``ChainRows``); then the states come back
/// in reverse order, each told by its neighbors. Where groups have few neighbors, as in most logs, this takes a small part
/// of the O(k³) of an inverse for k states, and memory follows the moves. While states are taken out, chances are only
/// added and multiplied, never subtracted, so that small ones keep all their digits.
///
/// Reference: W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative analysis and steady state distributions for
/// Markov chains", Operations Research 33(5), 1985, doi:10.1287/opre.33.5.1107 (without subtraction); K. Takahashi,
/// J. Fagan, M.-S. Chin, "Formation of a sparse bus impedance matrix", PICA 1973 (the inverse where it is needed).
struct VisitsOfChain: Sendable {
  /// s N: how often each state is met by those who start as s says.
  private(set) var fromStart: [Double]
  /// N c: the chance that those in each state end as c says.
  private(set) var toEnd: [Double]
  /// The diagonal of N: how often those in each state are there in all, 1 or more.
  private(set) var toSelf: [Double]

  /// A state with those that are left when it is taken out, or at the end with those that were.
  private struct Neighbors: Sendable {
    var states: [Int32] = []
    /// Chances to go to each of them, and from each of them to come; later how often one is met from the other.
    var to: [Double] = []
    var from: [Double] = []

    mutating func append(_ state: Int32, to: Double, from: Double) {
      states.append(state)
      self.to.append(to)
      self.from.append(from)
    }

    mutating func remove(at place: Int) {
      states.remove(at: place)
      to.remove(at: place)
      from.remove(at: place)
    }
  }

  private var neighbors: [Neighbors]
  /// Chance to leave the states for good, from each of them.
  private var leaving: [Double]
  /// How likely it is to move on at all from a state that is taken out.
  private var moving: [Double]
  /// The number of neighbors of each state.
  private var degrees: [Int]
  /// A place per state, −1 between two uses.
  private var places: [Int]
  /// The states in the order in which they are taken out, and at which place of it each is; those that never are come
  /// last.
  private var order: [Int32] = []
  private var turn: [Int]
  /// States by their number of neighbors. One whose number changed is there once more.
  private var waiting = RankedHeap()
  /// How many states are left, and how many neighbors they have together.
  private var leftCount: Int
  private var entryCount = 0

  /// - Parameters:
  ///   - moves: the chances to go from a state to another, each pair once; none from a state to itself.
  ///   - start: s, one entry per state.
  ///   - end: c, one entry per state.
  ///   - leaving: for each state the chance to go to none of the states next, above 0 for one state at least on every
  ///     way, so that the chain ends.
  ///   - threads: upper bound on threads; the result does not depend on it.
  init(
    _ moves: [(from: Int, to: Int, chance: Double)], start: [Double], end: [Double], leaving: [Double],
    threads: Int = 1
  ) {
    let count = start.count
    (fromStart, toEnd, self.leaving) = (start, end, leaving)
    toSelf = [Double](repeating: 0, count: count)
    neighbors = [Neighbors](repeating: Neighbors(), count: count)
    moving = toSelf
    places = [Int](repeating: -1, count: count)
    turn = [Int](repeating: count, count: count)
    degrees = places
    leftCount = count
    join(moves)
    for state in 0..<count {
      degrees[state] = neighbors[state].states.count
      entryCount += degrees[state]
    }
    waiting = RankedHeap((0..<count).map { RankedHeap.Entry(key: Double(degrees[$0]), node: Int32($0)) })
    takeOutStates(threads)
    for state in order.reversed() { bringBack(Int(state)) }
  }

  /// Makes states neighbors that a move joins, whichever way.
  private mutating func join(_ moves: [(from: Int, to: Int, chance: Double)]) {
    var byPair = moves.map { (low: min($0.from, $0.to), high: max($0.from, $0.to), isUp: $0.from < $0.to, $0.chance) }
    byPair.sort { ($0.low, $0.high) < ($1.low, $1.high) }
    for (low, high, isUp, chance) in byPair {
      if neighbors[low].states.last != Int32(high) {
        neighbors[low].append(Int32(high), to: 0, from: 0)
        neighbors[high].append(Int32(low), to: 0, from: 0)
      }
      let (lowPlace, highPlace) = (neighbors[low].states.count - 1, neighbors[high].states.count - 1)
      if isUp {
        neighbors[low].to[lowPlace] += chance
        neighbors[high].from[highPlace] += chance
      } else {
        neighbors[low].from[lowPlace] += chance
        neighbors[high].to[highPlace] += chance
      }
    }
  }

  /// Takes out states for as long as that makes what is left cheaper to iterate over, then on and on as long as time and
  /// memory are small beside that; finds what is left at one of both points.
  private mutating func takeOutStates(_ threads: Int) {
    while let (state, degree) = nextToTakeOut(), degree * (degree - 3) <= entryCount / leftCount + 16 { takeOut(state) }
    var sparse = self
    let (limit, entries) = (iterationCost, entryCount)
    var cost = 0.0
    while let (state, degree) = nextToTakeOut() {
      cost += eliminationCost(degree)
      guard cost <= limit / 4, matrixCost <= limit || entryCount <= 4 * entries else { break }
      takeOut(state)
    }
    if nextToTakeOut() != nil || cost + matrixCost > limit, sparse.iterate(threads) {
      self = sparse
    } else {
      while let (state, _) = nextToTakeOut() { takeOut(state) }
      invert(threads)
    }
  }

  /// Nanoseconds that it takes about to iterate over what is left: some twenty rounds per state, eight states at once.
  private var iterationCost: Double { Double(leftCount) * (2.5 * Double(entryCount) + 40 * Double(leftCount)) }
  /// Nanoseconds that a matrix of what is left takes about to invert.
  private var matrixCost: Double { 0.4 * Double(leftCount) * Double(leftCount) * Double(leftCount) }
  /// Nanoseconds that a state with so many neighbors takes about to be taken out and to come back.
  private func eliminationCost(_ degree: Int) -> Double { 30 * Double(degree) * Double(degree) }

  /// The state with the fewest neighbors, of equal ones the first; nil when those left are neighbors of so many that a
  /// matrix is faster: taking one out is d² steps scattered over memory, of a matrix of k about k²/8.
  private mutating func nextToTakeOut() -> (state: Int, degree: Int)? {
    while let first = waiting.first {
      let (state, degree) = (Int(first.node), Int(first.key))
      if turn[state] == turn.count, degrees[state] == degree {
        return degree * 3 <= leftCount ? (state, degree) : nil
      }
      _ = waiting.popFirst()
    }
    return nil
  }

  private mutating func takeOut(_ state: Int) {
    let own = neighbors[state]
    let total = own.to.reduce(leaving[state], +)
    moving[state] = total
    turn[state] = order.count
    order.append(Int32(state))
    leftCount -= 1
    entryCount -= own.states.count
    for (place, neighbor) in own.states.enumerated() {
      let other = Int(neighbor)
      let share = own.from[place] / total
      leaving[other] += share * leaving[state]
      toEnd[other] += share * toEnd[state]
      fromStart[other] += fromStart[state] / total * own.to[place]
      if let known = neighbors[other].states.firstIndex(of: Int32(state)) { neighbors[other].remove(at: known) }
      if own.states.count > 1 { passOn(other, own, at: place, total) }
      let degree = neighbors[other].states.count
      entryCount += degree - degrees[other]
      if degree != degrees[other] { waiting.insert(neighbor, key: Double(degree)) }
      degrees[other] = degree
    }
  }

  /// Lets a neighbor of a state that is taken out go on to its other neighbors, and come from there.
  private mutating func passOn(_ other: Int, _ own: Neighbors, at place: Int, _ total: Double) {
    for (known, state) in neighbors[other].states.enumerated() { places[Int(state)] = known }
    let (into, out) = (own.from[place] / total, own.to[place] / total)
    for (further, state) in own.states.enumerated() where further != place {
      let (to, from) = (into * own.to[further], own.from[further] * out)
      let known = places[Int(state)]
      if known >= 0 {
        neighbors[other].to[known] += to
        neighbors[other].from[known] += from
      } else {
        neighbors[other].append(state, to: to, from: from)
      }
    }
    for state in neighbors[other].states { places[Int(state)] = -1 }
  }

  /// The states that are left, ascending, now with a place in the order.
  private mutating func placeRest() -> [Int32] {
    let left = (0..<Int32(turn.count)).filter { turn[Int($0)] == turn.count }
    for (row, state) in left.enumerated() { turn[Int(state)] = order.count + row }
    return left
  }

  /// Inverts what is left. Afterwards its states know how often they and their neighbors meet each other.
  private mutating func invert(_ threads: Int) {
    let left = placeRest()
    func row(_ state: Int32) -> Int { turn[Int(state)] - order.count }
    var matrix = BlockedMatrix(size: left.count)
    for (index, state) in left.enumerated() {
      let own = neighbors[Int(state)]
      matrix[index, index] = own.to.reduce(leaving[Int(state)], +)
      for (place, other) in own.states.enumerated() { matrix[index, row(other)] = -own.to[place] }
    }
    matrix.invert(threads: threads)
    let (start, end) = (left.map { fromStart[Int($0)] }, left.map { toEnd[Int($0)] })
    for state in left { (fromStart[Int(state)], toEnd[Int(state)]) = (0, 0) }
    for (index, state) in left.enumerated() {
      toSelf[Int(state)] = matrix[index, index]
      for (column, other) in left.enumerated() {
        fromStart[Int(other)] += start[index] * matrix[index, column]
        toEnd[Int(state)] += matrix[index, column] * end[column]
      }
      for (place, other) in neighbors[Int(state)].states.enumerated() {
        neighbors[Int(state)].to[place] = matrix[index, row(other)]
        neighbors[Int(state)].from[place] = matrix[row(other), index]
      }
    }
  }

  /// Finds by iteration what ``invert(_:)`` finds, unless it does not come to an end.
  private mutating func iterate(_ threads: Int) -> Bool {
    let left = placeRest()
    let rows = left.map { state in
      let own = neighbors[Int(state)]
      let order = own.states.indices.sorted { own.states[$0] < own.states[$1] }
      neighbors[Int(state)].states = order.map { own.states[$0] }
      return (
        total: own.to.reduce(leaving[Int(state)], +),
        others: order.map { turn[Int(own.states[$0])] - self.order.count },
        to: order.map { own.to[$0] }, from: order.map { own.from[$0] }
      )
    }
    let totals = rows.map(\.total)
    let out = ChainRows(rows.map { ($0.others, $0.to) }, dividedBy: totals)
    let into = ChainRows(rows.map { ($0.others, $0.from) }, dividedBy: totals)
    guard
      let reached = into.settled(zip(left, totals).map { fromStart[Int($0)] / $1 }),
      let ends = out.settled(zip(left, totals).map { toEnd[Int($0)] / $1 }),
      let columns = out.columns(threads)
    else { return false }
    for (row, state) in left.enumerated() {
      (fromStart[Int(state)], toEnd[Int(state)]) = (reached[row], ends[row])
      toSelf[Int(state)] = columns.ofSelf[row] / totals[row]
      neighbors[Int(state)].from = columns.ofOthers[out.places(of: row)].map { $0 / totals[row] }
    }
    // Neighbors are in order, so that each state is the next one of those that it is a neighbor of.
    var nexts = [Int](repeating: 0, count: left.count)
    for (row, state) in left.enumerated() {
      for (place, other) in rows[row].others.enumerated() {
        neighbors[Int(left[other])].to[nexts[other]] = neighbors[Int(state)].from[place]
        nexts[other] += 1
      }
    }
    return true
  }

  /// Finds how often a state and its neighbors meet each other.
  private mutating func bringBack(_ state: Int) {
    let own = neighbors[state]
    let total = moving[state]
    let (out, into) = (own.to.map { $0 / total }, own.from.map { $0 / total })
    var to = [Double](repeating: 0, count: own.states.count)
    var from = to
    func meet(_ first: Int, _ second: Int, _ forth: Double, _ back: Double) {
      to[second] += out[first] * forth
      to[first] += out[second] * back
      from[first] += forth * into[second]
      from[second] += back * into[first]
    }
    for (first, neighbor) in own.states.enumerated() {
      let visits = toSelf[Int(neighbor)]
      to[first] += out[first] * visits
      from[first] += visits * into[first]
      forEachLater(than: Int(neighbor), at: first, own.states, meet)
    }
    var (reached, ends) = (fromStart[state] / total, toEnd[state] / total)
    var visits = 1 / total
    for (place, neighbor) in own.states.enumerated() {
      reached += fromStart[Int(neighbor)] * into[place]
      ends += out[place] * toEnd[Int(neighbor)]
      visits += out[place] * from[place]
    }
    (fromStart[state], toEnd[state], toSelf[state]) = (reached, ends, visits)
    (neighbors[state].to, neighbors[state].from) = (to, from)
  }

  /// Calls `meet` for each pair of a state and one of some states that come after it in the order, with how often one is
  /// met from the other.
  private mutating func forEachLater(
    than state: Int, at first: Int, _ states: [Int32], _ meet: (Int, Int, Double, Double) -> Void
  ) {
    let known = neighbors[state]
    for (place, other) in states.enumerated() where turn[Int(other)] > turn[state] { places[Int(other)] = place }
    for (place, other) in known.states.enumerated() {
      let second = places[Int(other)]
      if second >= 0 { meet(first, second, known.to[place], known.from[place]) }
    }
    for other in states { places[Int(other)] = -1 }
  }
}
