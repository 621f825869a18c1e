/// Turns text of another encoding into UTF-8 while it is read.
///
/// What stands for no character, such as half of a surrogate pair, becomes a byte 0xFF, which is no UTF-8 either, so that
/// the row with it is refused like one that is read as it stands.
package final class DecodedSource: ByteSource {
  private let source: any ByteSource
  private let encoding: TextEncoding
  /// Read, but not decoded.
  private var encoded: [UInt8]
  /// Decoded, but not handed out.
  private var decoded: [UInt8] = []
  private var next = 0
  private var isAtEnd = false

  private static let chunk = 64 << 10

  /// - Parameter prefix: bytes that come before those of the source.
  package init(_ source: any ByteSource, prefix: [UInt8] = [], encoding: TextEncoding) {
    self.source = source
    self.encoding = encoding
    encoded = prefix
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    while next == decoded.count {
      guard !isAtEnd || !encoded.isEmpty else { return 0 }
      if !isAtEnd, encoded.count < DecodedSource.chunk {
        isAtEnd = try source.read(DecodedSource.chunk, appendingTo: &encoded) == 0
      }
      decoded.removeAll(keepingCapacity: true)
      next = 0
      decode()
    }
    let count = min(buffer.count, decoded.count - next)
    // Safety: both ranges hold this many bytes.
    unsafe decoded.withUnsafeBytes {
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[next..<next + count]))
    }
    next += count
    return count
  }

  private func decode() {
    switch encoding {
    case .utf8:
      swap(&decoded, &encoded)
      encoded = []
    case .utf16LittleEndian, .utf16BigEndian: decodeUTF16()
    case .latin1, .windows1252, .latin9:
      for byte in encoded { append(byte < 0x80 ? UInt32(byte) : encoding.character(of: byte)) }
      encoded = []
    }
  }

  /// Decodes all whole characters.
  private func decodeUTF16() {
    var position = 0
    func unit(_ place: Int) -> UInt32 {
      let (first, second) = (UInt32(encoded[place]), UInt32(encoded[place + 1]))
      return encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
    }
    while position + 2 <= encoded.count {
      let first = unit(position)
      guard (0xD800..<0xDC00).contains(first) else {
        append((0xDC00..<0xE000).contains(first) ? nil : first)
        position += 2
        continue
      }
      guard position + 4 <= encoded.count else {
        if !isAtEnd { break }
        append(nil)
        position += 2
        continue
      }
      let second = unit(position + 2)
      guard (0xDC00..<0xE000).contains(second) else {
        append(nil)
        position += 2
        continue
      }
      append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      position += 4
    }
    encoded.removeFirst(position)
    if isAtEnd, !encoded.isEmpty {
      append(nil)
      encoded = []
    }
  }

  /// Appends a character; nil stands for something that is none.
  private func append(_ scalar: UInt32?) {
    guard let scalar, let character = Unicode.Scalar(scalar) else {
      decoded.append(0xFF)
      return
    }
    if scalar < 0x80 {
      decoded.append(UInt8(scalar))
    } else {
      decoded.append(contentsOf: UTF8.encode(character).map(Array.init) ?? [0xFF])
    }
  }
}
