/// How often a chain that ends some day comes to its states: what is needed of N = (I − Q)⁻¹, without all of it.
///
/// States are taken out of the chain one by one, that with the fewest neighbors first: whoever would come to one goes on
/// to the next state at once. What is left when the remaining states are neighbors of most others is inverted as a
/// matrix; then the states come back in reverse order, each told by its neighbors. Where groups have few neighbors, as
/// in most logs, this takes a small part of the O(k³) of an inverse for k states. Chances are only added and multiplied,
/// never subtracted, so that small ones keep all their digits.
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
  /// What is left, inverted, and the row of each state that is left.
  private var dense = BlockedMatrix(size: 0)
  private var rows: [Int]
  /// The states in the order in which they are taken out, and at which place each is; the rest have the number of all.
  private var order: [Int32] = []
  private var turn: [Int]

  /// - Parameters:
  ///   - moves: the chances to go from a state to another, each pair once; none from a state to itself.
  ///   - start: s, one entry per state.
  ///   - end: c, one entry per state.
  ///   - leaving: for each state the chance to go to none of the states next, above 0 for one state at least on every
  ///     way, so that the chain ends.
  init(
    _ moves: [(from: Int, to: Int, chance: Double)], start: [Double], end: [Double], leaving: [Double]
  ) {
    let count = start.count
    (fromStart, toEnd, self.leaving) = (start, end, leaving)
    toSelf = [Double](repeating: 0, count: count)
    neighbors = [Neighbors](repeating: Neighbors(), count: count)
    moving = toSelf
    places = [Int](repeating: -1, count: count)
    rows = places
    degrees = places
    turn = [Int](repeating: count, count: count)
    join(moves)
    for state in 0..<count { degrees[state] = neighbors[state].states.count }
    var left = Array(0..<Int32(count))
    while let place = nextToTakeOut(left) {
      takeOut(Int(left[place]))
      left.remove(at: place)
    }
    invert(left)
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

  /// The place of the state with the fewest neighbors, of equal ones the first; nil when those left are neighbors of so
  /// many that a matrix is faster: taking one out is d² steps scattered over memory, of a matrix of k about k²/8.
  private func nextToTakeOut(_ left: [Int32]) -> Int? {
    let fewest = left.indices.min { degrees[Int(left[$0])] < degrees[Int(left[$1])] }
    guard let fewest, degrees[Int(left[fewest])] * 3 <= left.count else { return nil }
    return fewest
  }

  private mutating func takeOut(_ state: Int) {
    let own = neighbors[state]
    let total = own.to.reduce(leaving[state], +)
    moving[state] = total
    turn[state] = order.count
    order.append(Int32(state))
    for (place, neighbor) in own.states.enumerated() {
      let other = Int(neighbor)
      let share = own.from[place] / total
      leaving[other] += share * leaving[state]
      toEnd[other] += share * toEnd[state]
      fromStart[other] += fromStart[state] / total * own.to[place]
      if let known = neighbors[other].states.firstIndex(of: Int32(state)) { neighbors[other].remove(at: known) }
      if own.states.count > 1 { passOn(other, own, at: place, total) }
      degrees[other] = neighbors[other].states.count
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

  /// Inverts what is left. Afterwards its states know how often they meet each other.
  private mutating func invert(_ left: [Int32]) {
    var matrix = BlockedMatrix(size: left.count)
    for (row, state) in left.enumerated() { rows[Int(state)] = row }
    for (row, state) in left.enumerated() {
      let own = neighbors[Int(state)]
      matrix[row, row] = own.to.reduce(leaving[Int(state)], +)
      for (place, other) in own.states.enumerated() { matrix[row, rows[Int(other)]] = -own.to[place] }
    }
    matrix.invert()
    let (start, end) = (left.map { fromStart[Int($0)] }, left.map { toEnd[Int($0)] })
    for state in left { (fromStart[Int(state)], toEnd[Int(state)]) = (0, 0) }
    for (row, state) in left.enumerated() {
      toSelf[Int(state)] = matrix[row, row]
      for (column, other) in left.enumerated() {
        fromStart[Int(other)] += start[row] * matrix[row, column]
        toEnd[Int(state)] += matrix[row, column] * end[column]
      }
    }
    dense = matrix
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

  /// Calls `meet` for each pair of a state and one of some states that were taken out after it, with how often one is
  /// met from the other; of two that were never taken out once.
  private mutating func forEachLater(
    than state: Int, at first: Int, _ states: [Int32], _ meet: (Int, Int, Double, Double) -> Void
  ) {
    if turn[state] == turn.count {
      for second in states.indices[(first + 1)...] where turn[Int(states[second])] == turn.count {
        let (row, column) = (rows[state], rows[Int(states[second])])
        meet(first, second, dense[row, column], dense[column, row])
      }
      return
    }
    let known = neighbors[state]
    for (place, other) in states.enumerated() where turn[Int(other)] > turn[state] { places[Int(other)] = place }
    for (place, other) in known.states.enumerated() {
      let second = places[Int(other)]
      if second >= 0 { meet(first, second, known.to[place], known.from[place]) }
    }
    for other in states { places[Int(other)] = -1 }
  }
}
