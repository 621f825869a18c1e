/// Words that are no ids, in any case, found by the first eight bytes of a field.
///
/// A hit is only a suspicion: what merely begins like one of the words is one too.
package struct RefusedWords: Sendable {
  /// The words' first eight bytes in lower case, at the place that their hash says.
  private var slots = [UInt64](repeating: 0, count: 1 << RefusedWords.placeBits)
  private var factor: UInt64 = 1

  private static let lowerCase: UInt64 = 0x2020_2020_2020_2020
  /// Two kilobytes of slots: few enough to stay in the first-level cache.
  private static let placeBits: UInt64 = 8

  /// - Parameter words: at most 64 of at least one byte, ASCII.
  package init(_ words: [String]) {
    precondition(words.count <= 64, "So few words fit without two in one place.")
    let folded = words.map { Key.of(Array($0.utf8.prefix(8)).span) | RefusedWords.lowerCase }
    // Some odd factor, the thousandth or so, gives each word a place of its own.
    for candidate in stride(from: Key.fixedSeed | 1, to: UInt64.max, by: 2) {
      factor = candidate
      if take(folded) { return }
      for word in folded { slots[place(word)] = 0 }
    }
  }

  /// Puts words at their places. Returns false when one is taken by another.
  private mutating func take(_ folded: [UInt64]) -> Bool {
    for word in folded {
      let place = place(word)
      guard slots[place] == 0 || slots[place] == word else { return false }
      slots[place] = word
    }
    return true
  }

  @inline(__always) private func place(_ folded: UInt64) -> Int {
    Int(truncatingIfNeeded: (folded &* factor) &>> (64 &- RefusedWords.placeBits))
  }

  /// Whether a field with these first bytes may be one of the words.
  @inline(__always) func mayHold(_ firstWord: UInt64) -> Bool {
    let folded = firstWord | RefusedWords.lowerCase
    // Safety: the place has as many bits as there are slots for.
    return unsafe slots.span[unchecked: place(folded)] == folded
  }
}
