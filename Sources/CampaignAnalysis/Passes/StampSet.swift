/// A set of small numbers that is emptied in no time: each member bears the stamp of the round it was put in.
struct StampSet: Sendable {
  private var stamps: [UInt32]
  private var round: UInt32 = 1

  /// A set for numbers below `capacity`.
  init(capacity: Int) { stamps = [UInt32](repeating: 0, count: capacity) }

  /// Empties the set.
  mutating func removeAll() {
    if round == .max {
      for index in stamps.indices { stamps[index] = 0 }
      round = 0
    }
    round += 1
  }

  /// Puts a number in; false if it was there already.
  mutating func insert(_ number: Int) -> Bool {
    if stamps[number] == round { return false }
    stamps[number] = round
    return true
  }

  func contains(_ number: Int) -> Bool { stamps[number] == round }
}
