private import CByteScanning
import FileReading

/// What tells a row apart, as a hash of 128 bits.
///
/// Its seeds are drawn anew in every run, so that nobody can write rows whose keys are the same. Among a billion different
/// rows two have the same key with a chance of about 1 in 10^21.
struct RowKey: Hashable, Sendable {
  private(set) var high: UInt64
  private(set) var low: UInt64

  /// What keys are made with, which a loop over many rows keeps at hand.
  struct Seeds: Sendable {
    fileprivate let high = UInt64.random(in: 1...UInt64.max)
    fileprivate let low = UInt64.random(in: 1...UInt64.max)
    fileprivate let start = UInt64.random(in: 1...UInt64.max)

    private init() {}

    /// Those of this run.
    static let drawn = Seeds()
  }

  init() { (high, low) = (Seeds.drawn.start, ~Seeds.drawn.start) }

  mutating func add(_ word: UInt64) { take(word, Seeds.drawn) }

  /// Adds a part of a text, so that parts one after the other are told apart.
  mutating func add(_ text: borrowing Span<UInt8>, _ range: Range<Int>) { add(text, range, Seeds.drawn) }

  /// Adds a part of a text, which is valid UTF-8: eight bytes at a time, and what is left with how many these are. Since no
  /// UTF-8 has a byte from 0xF8 on, no other words of any texts are the same.
  ///
  /// - Parameter seeds: those of this run.
  @inline(__always) mutating func add(_ text: borrowing Span<UInt8>, _ range: Range<Int>, _ seeds: Seeds) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "The part must lie in the text.")
    var position = range.lowerBound
    while position &+ 8 <= range.upperBound {
      // Safety: eight bytes lie there, as checked above, like in the word below.
      let word = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      take(UInt64(littleEndian: word), seeds)
      position &+= 8
    }
    let rest = range.upperBound &- position
    var last: UInt64 = 0
    if position &+ 8 <= text.count {
      let word = unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
      last = UInt64(littleEndian: word) & (1 &<< UInt64(8 &* rest) &- 1)
    } else {
      for place in 0..<rest { last |= UInt64(text[position + place]) << UInt64(8 * place) }
    }
    take(last | (0xF8 | UInt64(rest)) << 56, seeds)
  }

  @inline(__always) private mutating func take(_ word: UInt64, _ seeds: Seeds) {
    high = Key.mix(high ^ word, seeds.high)
    low = Key.mix(low &+ word, seeds.low)
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
