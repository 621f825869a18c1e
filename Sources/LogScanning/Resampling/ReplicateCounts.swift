/// Counts of contacts in every replicate of a bootstrap, for each of some pairs of numbers that stand for what is counted.
///
/// A count is the sum of its contacts' weights, so that counts of disjoint sets of contacts add up exactly. Memory
/// follows the pairs that occur: 800 bytes each.
package struct ReplicateCounts: Sendable {
  private var rows = PairIndex()
  /// By number of the pair, a count for each replicate.
  private var counts: [UInt32] = []

  package init() {}

  /// What is counted, in the order in which it was met.
  package var keys: [(left: Int, right: Int)] { rows.pairs.map { (left: Int($0.left), right: Int($0.right)) } }

  /// Counts the contact of some weights.
  package mutating func add(_ weights: borrowing ReplicateWeights, to left: Int, _ right: Int) {
    let start = rows.number(left, right) * ReplicateWeights.count
    if start == counts.count {
      counts.append(contentsOf: weights.weights)
    } else {
      ReplicateCounts.add(weights.weights.span, to: &counts, from: start)
    }
  }

  /// What was counted in every replicate; zeros for what did not occur.
  package func counts(of left: Int, _ right: Int) -> [Int] {
    guard let number = rows.knownNumber(left, right) else { return [Int](repeating: 0, count: ReplicateWeights.count) }
    return counts[number * ReplicateWeights.count..<(number + 1) * ReplicateWeights.count].map(Int.init)
  }

  /// Adds what was counted elsewhere of a pair that was not met here; a count for each replicate.
  package mutating func append(_ newCounts: some Sequence<UInt32>, of left: Int, _ right: Int) {
    let number = rows.number(left, right)
    precondition(number * ReplicateWeights.count == counts.count, "The pair must not have been met.")
    counts.append(contentsOf: newCounts)
    precondition(counts.count == (number + 1) * ReplicateWeights.count, "There must be a count for each replicate.")
  }

  /// Adds the counts of other contacts.
  package mutating func merge(_ other: ReplicateCounts) {
    for (number, key) in other.rows.pairs.enumerated() {
      let first = number * ReplicateWeights.count
      let start = rows.number(Int(key.left), Int(key.right)) * ReplicateWeights.count
      if start == counts.count {
        counts.append(contentsOf: other.counts[first..<first + ReplicateWeights.count])
      } else {
        ReplicateCounts.add(
          other.counts.span.extracting(first..<first + ReplicateWeights.count), to: &counts, from: start)
      }
    }
  }

  private static func add(_ weights: Span<UInt32>, to counts: inout [UInt32], from start: Int) {
    var counts = counts.mutableSpan
    precondition(weights.count == ReplicateWeights.count && start >= 0 && start <= counts.count - weights.count)
    for index in 0..<ReplicateWeights.count { counts[start &+ index] &+= weights[index] }
  }
}
