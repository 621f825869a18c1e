/// Draws an index with probability proportional to its integer weight (to within a 4096th of the
/// total, never 0 for a positive weight) in O(1), by a table of indices.
struct WeightedChoice {
  private let table: [UInt32]
  private let mask: UInt64

  /// `weights` are not negative, at least one is positive.
  init(_ weights: [Int]) {
    let total = weights.reduce(0, +)
    precondition(total > 0, "a weighted choice needs a positive weight")
    var size = 4096
    while size < 8 * weights.count { size *= 2 }
    var slots = weights.map { $0 == 0 ? 0 : max(1, $0 * size / total) }
    let heaviest = weights.indices.max { weights[$0] < weights[$1] } ?? 0
    slots[heaviest] += size - slots.reduce(0, +)
    var table: [UInt32] = []
    table.reserveCapacity(size)
    for (index, count) in slots.enumerated() {
      table.append(contentsOf: repeatElement(UInt32(index), count: count))
    }
    self.table = table
    mask = UInt64(size - 1)
  }

  /// The index that the low bits of `bits` stand for.
  func index(for bits: UInt64) -> Int {
    Int(table[Int(bits & mask)])
  }
}
