/// How often each pair of numbers occurred.
///
/// Where few pairs are possible, each has a place of four bytes, so that counting one touches a single line of memory;
/// otherwise memory follows the pairs that occur, which a ``PairIndex`` numbers.
@usableFromInline package struct PairCounts: Sendable {
  /// Count of each pair, row by row, without what `carried` has; empty until one occurs, and where pairs are numbered.
  @usableFromInline var grid: [UInt32] = []
  /// Rows and columns of the grid; 0 where pairs are numbered.
  @usableFromInline let side: Int
  /// By place of the grid, what has outgrown it.
  private var carried: [Int: Int] = [:]
  private var numbers = PairIndex()
  /// By number of the pair.
  private var counts: [Int] = []

  /// - Parameter side: both parts of every pair are below it.
  package init(below side: Int) { self.side = side * side <= PairIndex.largestGrid ? side : 0 }

  /// Counts a pair once. O(1) expected.
  @inlinable package mutating func add(_ left: Int, _ right: Int) {
    guard !grid.isEmpty else { return add(left, right, 1) }
    precondition(left < side && right < side, "Pairs must be as small as was said.")
    let place = left * side + right
    grid[place] &+= 1
    if grid[place] == 0 { carry(place) }
  }

  @usableFromInline mutating func carry(_ place: Int) { carried[place, default: 0] += 1 << 32 }

  /// Counts a pair so often.
  @usableFromInline package mutating func add(_ left: Int, _ right: Int, _ count: Int) {
    guard side > 0 else {
      let number = numbers.number(left, right)
      if number == counts.count { counts.append(0) }
      counts[number] += count
      return
    }
    precondition(left < side && right < side, "Pairs must be as small as was said.")
    if grid.isEmpty { grid = [UInt32](repeating: 0, count: side * side) }
    let place = left * side + right
    let sum = Int(grid[place]) + count
    grid[place] = UInt32(truncatingIfNeeded: sum)
    if sum >> 32 > 0 { carried[place, default: 0] += (sum >> 32) << 32 }
  }

  mutating func removeAll() { (grid, carried, numbers, counts) = ([], [:], PairIndex(), []) }

  package mutating func merge(_ other: PairCounts) { other.forEachPair { add($0, $1, $2) } }

  /// Calls `body` with each pair that occurred, and how often it did.
  package func forEachPair(_ body: (_ left: Int, _ right: Int, _ count: Int) -> Void) {
    for (number, pair) in numbers.pairs.enumerated() { body(Int(pair.left), Int(pair.right), counts[number]) }
    for place in grid.indices {
      let count = Int(grid[place]) + (carried.isEmpty ? 0 : carried[place] ?? 0)
      if count > 0 { body(place / side, place % side, count) }
    }
  }

  /// The pairs that occurred, and how often, by left, then right number.
  package var sorted: [(left: Int, right: Int, count: Int)] {
    var pairs: [(left: Int, right: Int, count: Int)] = []
    forEachPair { pairs.append(($0, $1, $2)) }
    // A grid hands them over in order.
    return side > 0 ? pairs : pairs.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }
}
