import FileReading

/// Bytes that are put together of many short texts.
struct TextWriter: Sendable {
  /// What was written, with room for more behind it.
  private(set) var bytes: [UInt8]
  private(set) var count = 0

  init(capacity: Int = 0) { bytes = [UInt8](repeating: 0, count: capacity) }

  mutating func append(_ text: borrowing Span<UInt8>) {
    let start = count
    makeRoom(text.count)
    count += text.count
    var span = bytes.mutableSpan
    span.copyBytes(of: text, to: start)
  }

  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    bytes[count] = byte
    count += 1
  }

  private mutating func makeRoom(_ length: Int) {
    guard count + length > bytes.count else { return }
    bytes.append(contentsOf: repeatElement(0, count: max(length, bytes.count, 4096)))
  }

  /// What was written, by itself.
  consuming func finish() -> [UInt8] {
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
