private import CByteScanning
import FileReading

/// What tells a row apart, as a hash of 128 bits.
///
/// Its seeds are drawn anew in every run, so that nobody can write rows whose keys are the same. Among a billion different
/// rows two have the same key with a chance of about 1 in 10^21.
struct RowKey: Hashable, Sendable {
  private(set) var high: UInt64
  private(set) var low: UInt64

  private static let seeds = (
    high: UInt64.random(in: 1...UInt64.max), low: UInt64.random(in: 1...UInt64.max),
    start: UInt64.random(in: 1...UInt64.max)
  )

  init() { (high, low) = (RowKey.seeds.start, ~RowKey.seeds.start) }

  mutating func add(_ word: UInt64) {
    let seeds = RowKey.seeds
    high = Key.mix(high ^ word, seeds.high)
    low = Key.mix(low &+ word, seeds.low)
  }

  /// Adds a part of a text with its length, so that parts one after the other are told apart.
  mutating func add(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "The part must lie in the text.")
    let seeds = RowKey.seeds
    var (high, low) = (high, low)
    func take(_ word: UInt64) {
      high = Key.mix(high ^ word, seeds.high)
      low = Key.mix(low &+ word, seeds.low)
    }
    take(UInt64(range.count))
    var position = range.lowerBound
    while position + 8 <= range.upperBound {
      // Safety: eight bytes lie there, as checked above, like in the words below.
      take(UInt64(littleEndian: unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)))
      position += 8
    }
    let rest = range.upperBound - position
    if rest > 0, position + 8 <= text.count {
      let word = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      take(UInt64(littleEndian: word) & (1 << UInt64(8 * rest) - 1))
    } else if rest > 0 {
      var word: UInt64 = 0
      for place in 0..<rest { word |= UInt64(text[position + place]) << UInt64(8 * place) }
      take(word)
    }
    (self.high, self.low) = (high, low)
  }

  /// The key of no row.
  static let none = RowKey(high: 0, low: 0)

  private init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }
}

/// Keys of rows that were met.
struct RowKeys: Sendable {
  /// Open addressing with linear probing.
  private var slots = [RowKey](repeating: .none, count: 64)
  private var count = 0

  /// Takes a key. Returns whether it is new.
  mutating func insert(_ key: RowKey) -> Bool {
    if count * 2 >= slots.count { grow() }
    let place = place(of: key)
    guard slots[place] == .none else { return false }
    slots[place] = key
    count += 1
    return true
  }

  /// Has the processor fetch where a key stands.
  func prefetch(_ key: RowKey) {
    let place = Int(truncatingIfNeeded: key.high) & (slots.count - 1)
    // Safety: the place is one of a slot. The address is not read.
    unsafe slots.withUnsafeBufferPointer { unsafe prefetch_for_writing($0.baseAddress.unsafelyUnwrapped + place) }
  }

  /// Where a key stands, or the free place that it gets.
  private func place(of key: RowKey) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key.high) & mask
    while slots[place] != .none, slots[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [RowKey](repeating: .none, count: old.count * 2)
    for key in old where key != .none { slots[place(of: key)] = key }
  }
}
