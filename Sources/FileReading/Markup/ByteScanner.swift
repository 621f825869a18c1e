/// A place in a text, with the line and column where it is.
package struct ByteScanner {
  package let bytes: [UInt8]
  package private(set) var position = 0
  private var line = 1
  private var lineStart = 0

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package var isAtEnd: Bool { position >= bytes.count }

  /// The byte here, or nil at the end.
  package var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Line and column here, both from 1; columns count bytes.
  package var place: (line: Int, column: Int) { (line, position - lineStart + 1) }

  package func fault(_ message: String) -> TextFault { TextFault(place.line, place.column, message) }

  /// Goes past one byte. A return is a line's end, unless a newline follows, which is then.
  package mutating func advance() {
    let byte = bytes[position]
    position += 1
    if byte == 0x0A || (byte == 0x0D && (position >= bytes.count || bytes[position] != 0x0A)) {
      line += 1
      lineStart = position
    }
  }

  /// Goes past one byte.
  ///
  /// - Returns: where the next one stands. It is computed beforehand: optimized by Swift 6.3, a position that is read behind
  ///   ``advance()`` can be the one before it.
  package mutating func passed() -> Int {
    let next = position + 1
    advance()
    return next
  }

  /// Goes past everything up to the line's end.
  package mutating func skipLine() {
    while let byte = peek, byte != 0x0A, byte != 0x0D { advance() }
  }

  /// Goes past `text` if it stands here.
  package mutating func skip(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    for offset in 0..<count {
      // Safety: the offset lies within the literal.
      if unsafe bytes[position + offset] != text.utf8Start[offset] { return false }
    }
    for _ in 0..<count { advance() }
    return true
  }

  /// Goes past blanks and line ends; whether there were any.
  @discardableResult
  package mutating func skipSpace() -> Bool {
    let start = position
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { advance() }
    return position > start
  }

  /// The bytes of a range as text.
  package func text(_ range: Range<Int>) throws(TextFault) -> String {
    guard let text = String(validating: bytes[range], as: UTF8.self) else { throw fault("the text is not UTF-8") }
    return text
  }
}
