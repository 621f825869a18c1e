/// Blocks of equal length from a scope's start, numbered from 0 (<doc:CommandLine#JSON>).
package enum TimeBlocks {
  /// How many blocks cover [start, end); the last may be cut short.
  package static func count(from start: Int64, to end: Int64, length: Int64) -> Int {
    Int((end - start + length - 1) / length)
  }
}

extension [Int] {
  /// Adds another array of the same length, place by place.
  package mutating func add(_ other: [Int]) {
    precondition(count == other.count, "Counts of different shape cannot be added.")
    for index in indices { self[index] += other[index] }
  }
}
