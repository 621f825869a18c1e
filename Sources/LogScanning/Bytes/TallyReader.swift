/// Reads what ``TallyWriter`` wrote; never beyond the end, whatever the bytes say.
package struct TallyReader {
  private let bytes: ArraySlice<UInt8>
  private var next: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  package var isAtEnd: Bool { next == bytes.endIndex }

  /// How many bytes are left.
  package var leftCount: Int { bytes.endIndex - next }

  package mutating func byte() throws(TallyFault) -> UInt8 {
    guard next < bytes.endIndex else { throw .cutShort }
    defer { next += 1 }
    return bytes[next]
  }

  package mutating func number() throws(TallyFault) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try byte()
      guard shift < 63 || byte < 2 else { throw TallyFault("holds a number that is too large") }
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw TallyFault("holds a number that is too large")
  }

  /// The largest count of anything: sums of thousands of them still fit into 64 bits.
  package static let largestCount = 1 << 48

  /// A count, from 0 up to ``largestCount``.
  package mutating func count() throws(TallyFault) -> Int {
    let number = try number()
    guard number <= UInt64(TallyReader.largestCount) else { throw TallyFault("holds a count that is too large") }
    return Int(number)
  }

  /// How many things follow, each of which takes at least so many bytes.
  package mutating func count(ofAtLeast size: Int) throws(TallyFault) -> Int {
    let count = try count()
    guard count <= leftCount / max(1, size) else { throw .cutShort }
    return count
  }

  package mutating func signed() throws(TallyFault) -> Int64 {
    let number = try number()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  package mutating func wide() throws(TallyFault) -> UInt128 {
    let low = try number()
    return UInt128(low) | UInt128(try number()) << 64
  }

  /// Bytes after their number.
  package mutating func text() throws(TallyFault) -> ArraySlice<UInt8> { try take(count(ofAtLeast: 1)) }

  package mutating func string() throws(TallyFault) -> String { String(decoding: try text(), as: UTF8.self) }

  package mutating func take(_ count: Int) throws(TallyFault) -> ArraySlice<UInt8> {
    guard count <= leftCount else { throw .cutShort }
    defer { next += count }
    return bytes[next..<next + count]
  }
}
