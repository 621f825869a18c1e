/// Numbers the pairs that occur, in the order in which they are first met.
///
/// What is counted per pair lies in arrays beside it, so that memory follows the pairs that occur, not those that
/// could.
@usableFromInline package struct PairIndex: Sendable {
  /// The pairs, by number.
  @usableFromInline package internal(set) var pairs: [(left: Int32, right: Int32)] = []
  /// Number of the pair plus 1, 0 for a free slot; its size is a power of two, at most half of it taken.
  private var slots = [Int32](repeating: 0, count: 64)

  /// Number of each pair plus 1, row by row, 0 for one that was not met; empty until one is met, and where a table of
  /// slots takes its place.
  @usableFromInline var grid: [Int32] = []
  /// Rows and columns of the grid; 0 where there is none.
  @usableFromInline let side: Int

  /// The most pairs that a grid has room for: 256 KiB.
  static let largestGrid = 1 << 16

  package init() { side = 0 }

  /// - Parameter side: both parts of every pair are below it. Where that makes few pairs, they are found by their place.
  package init(below side: Int) { self.side = side * side <= PairIndex.largestGrid ? side : 0 }

  /// How many pairs were met.
  @inlinable package var count: Int { pairs.count }

  /// The number of a pair; a new one where it was not met before. O(1) expected.
  @inlinable @inline(__always) package mutating func number(_ left: Int, _ right: Int) -> Int {
    if !grid.isEmpty {
      precondition(left < side && right < side, "Pairs must be as small as was said.")
      let number = Int(grid[left * side + right])
      if number > 0 { return number - 1 }
    }
    return find(left, right)
  }

  /// The number of a pair, a new one where it was not met before, by the grid or the table of slots.
  @usableFromInline mutating func find(_ left: Int, _ right: Int) -> Int {
    if side > 0 { return numberInGrid(left, right) }
    let pair = (left: Int32(left), right: Int32(right))
    var slot = PairIndex.hash(pair) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if pairs[number] == pair { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    pairs.append(pair)
    slots[slot] = Int32(pairs.count)
    if pairs.count * 2 > slots.count { grow() }
    return pairs.count - 1
  }

  /// The number of a pair, or nil where it was not met.
  package func knownNumber(_ left: Int, _ right: Int) -> Int? {
    if side > 0 {
      precondition(left < side && right < side, "Pairs must be as small as was said.")
      return grid.isEmpty || grid[left * side + right] == 0 ? nil : Int(grid[left * side + right]) - 1
    }
    let pair = (left: Int32(left), right: Int32(right))
    var slot = PairIndex.hash(pair) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if pairs[number] == pair { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func numberInGrid(_ left: Int, _ right: Int) -> Int {
    precondition(left < side && right < side, "Pairs must be as small as was said.")
    if grid.isEmpty { grid = [Int32](repeating: 0, count: side * side) }
    let place = left * side + right
    if grid[place] == 0 {
      pairs.append((left: Int32(left), right: Int32(right)))
      grid[place] = Int32(pairs.count)
    }
    return Int(grid[place]) - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (number, pair) in pairs.enumerated() {
      var slot = PairIndex.hash(pair) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  private static func hash(_ pair: (left: Int32, right: Int32)) -> Int {
    let key = UInt64(UInt32(bitPattern: pair.left)) << 32 | UInt64(UInt32(bitPattern: pair.right))
    let mixed = (key ^ (key >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed >> 31)
  }
}
