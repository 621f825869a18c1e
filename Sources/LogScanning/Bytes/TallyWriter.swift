/// Writes numbers and texts as bytes: integers in groups of seven bits, the lowest first, the highest bit of a byte telling
/// that more follow (LEB128).
package struct TallyWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ number: UInt64) {
    var left = number
    while left >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: left) | 0x80)
      left >>= 7
    }
    bytes.append(UInt8(left))
  }

  package mutating func write(_ number: Int) {
    precondition(number >= 0, "A count is not negative.")
    write(UInt64(number))
  }

  /// A number with a sign: its magnitude doubled, less one for negative ones.
  package mutating func write(signed number: Int64) { write(UInt64(bitPattern: number << 1 ^ number >> 63)) }

  package mutating func write(wide number: UInt128) {
    write(UInt64(truncatingIfNeeded: number))
    write(UInt64(truncatingIfNeeded: number >> 64))
  }

  /// Bytes after their number.
  package mutating func write(_ text: some Collection<UInt8>) {
    write(text.count)
    bytes.append(contentsOf: text)
  }

  package mutating func write(_ text: String) { write(Array(text.utf8)) }

  /// Bytes as they are.
  package mutating func append(_ bytes: some Sequence<UInt8>) { self.bytes.append(contentsOf: bytes) }
}
