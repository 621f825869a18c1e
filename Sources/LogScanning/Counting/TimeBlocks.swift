package import CampaignModel

/// Blocks of equal length from a scope's start, numbered from 0 (<doc:CommandLine#JSON>), and what was observed of them.
package struct TimeBlocks: Sendable {
  /// How many there are; the last may be cut short.
  package let count: Int
  private let length: Int64
  private let start: Int64
  private let end: Int64
  private let observedUntil: Int64

  /// - Parameters:
  ///   - length: of a block, in milliseconds.
  ///   - observedUntil: nil where nothing is observed.
  package init(of length: Int64, in scope: Scope, observedUntil: Instant?) {
    self.length = length
    start = scope.start.milliseconds
    end = scope.end.milliseconds
    self.observedUntil = observedUntil?.milliseconds ?? .min
    count = TimeBlocks.count(from: start, to: end, length: length)
  }

  /// Whether a block begins before observation stopped; of one that does not, nothing is known.
  package func hasBegun(_ block: Int) -> Bool { start + Int64(block) * length < observedUntil }

  /// How many blocks have begun.
  package var begunCount: Int { (0..<count).count { hasBegun($0) } }

  /// Whether a block was observed to its end; the last one ends with the scope.
  package func isComplete(_ block: Int) -> Bool { min(end, start + Int64(block + 1) * length) <= observedUntil }

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
