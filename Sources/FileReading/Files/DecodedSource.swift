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
    case .windows1252, .latin9:
      for byte in encoded { append(byte < 0x80 ? UInt32(byte) : DecodedSource.scalar(byte, encoding)) }
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

  /// The character of a byte from 0x80 on, or nil where the encoding has none.
  private static func scalar(_ byte: UInt8, _ encoding: TextEncoding) -> UInt32? {
    if encoding == .latin9 { return latin9[byte] ?? UInt32(byte) }
    guard byte < 0xA0 else { return UInt32(byte) }
    let scalar = windows1252[Int(byte) - 0x80]
    return scalar == 0 ? nil : scalar
  }

  /// The characters from 0x80 to 0x9F; 0 for none (WHATWG Encoding Standard, index windows-1252, without its controls).
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// Where ISO 8859-15 differs from ISO 8859-1.
  private static let latin9: [UInt8: UInt32] = [
    0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152, 0xBD: 0x0153, 0xBE: 0x0178,
  ]
}
