/// A set of small numbers that is emptied in constant time.
///
/// A number is in the set while its stamp is the current round; to empty the set is to begin another round.
@usableFromInline package struct StampSet: Sendable {
  @usableFromInline var stamps: [UInt32]
  @usableFromInline var round: UInt32 = 1

  /// A set for numbers below `capacity`.
  package init(capacity: Int) { stamps = [UInt32](repeating: 0, count: capacity) }

  /// Empties the set.
  @inlinable package mutating func removeAll() {
    if round == .max {
      for index in stamps.indices { stamps[index] = 0 }
      round = 0
    }
    round += 1
  }

  /// Puts a number in; false if it was there already.
  @inlinable package mutating func insert(_ number: Int) -> Bool {
    if stamps[number] == round { return false }
    stamps[number] = round
    return true
  }

  @inlinable package func contains(_ number: Int) -> Bool { stamps[number] == round }
}
