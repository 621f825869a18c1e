/// Bytes that are put together of many short texts and numbers.
package struct ByteWriter: Sendable {
  /// What was written, with bytes of no meaning behind it.
  package private(set) var bytes: [UInt8]
  package private(set) var count = 0

  package init(capacity: Int = 0) { bytes = [UInt8](repeating: 0, count: capacity) }

  /// Forgets what was written but keeps the memory.
  package mutating func removeAll() { count = 0 }

  package mutating func append(_ text: borrowing Span<UInt8>) {
    let start = count
    makeRoom(text.count)
    count += text.count
    var span = bytes.mutableSpan
    span.copyBytes(of: text, to: start)
  }

  package mutating func append(_ byte: UInt8) {
    makeRoom(1)
    bytes[count] = byte
    count += 1
  }

  /// Appends a number's eight bytes, the lowest first.
  package mutating func append(_ number: UInt64) {
    let start = count
    makeRoom(8)
    count += 8
    var span = bytes.mutableSpan
    // Safety: whatever bytes are stored are bytes.
    var raw = unsafe span.mutableBytes
    raw.storeBytes(of: number.littleEndian, toByteOffset: start, as: UInt64.self)
  }

  /// Appends the length of a text, as a number, and its bytes.
  package mutating func append(counted text: borrowing Span<UInt8>) {
    append(UInt64(text.count))
    append(text)
  }

  /// What was written.
  package var text: ArraySlice<UInt8> { bytes[..<count] }

  private mutating func makeRoom(_ length: Int) {
    if count + length > bytes.count { grow(by: length) }
  }

  private mutating func grow(by length: Int) {
    bytes.append(contentsOf: repeatElement(0, count: max(length, bytes.count, 4096)))
  }

  /// What was written, by itself.
  package consuming func finish() -> [UInt8] {
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
