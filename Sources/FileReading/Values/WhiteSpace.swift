/// White space of any kind around a value, which is no part of it: Unicode's, zero-width characters and direction marks
/// that copying from pages and spreadsheets leaves, and Ctrl-Z, with which old systems end a file.
package enum WhiteSpace {
  /// The part of a field between its leading and trailing white space.
  package static func trimmed(_ bytes: borrowing Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = bytes.count
    while start < end {
      let length = leadingLength(bytes, start, end)
      if length == 0 { break }
      start += length
    }
    while end > start {
      let length = trailingLength(bytes, start, end)
      if length == 0 { break }
      end -= length
    }
    return start..<end
  }

  /// The part of a field between its leading and trailing white space.
  package static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let content = trimmed(bytes.span)
    return bytes[(bytes.startIndex + content.lowerBound)..<(bytes.startIndex + content.upperBound)]
  }

  /// The part of a range of a text between its leading and trailing white space.
  @inline(__always) package static func trimmed(_ range: Range<Int>, _ text: borrowing Span<UInt8>) -> Range<Int> {
    guard !range.isEmpty, isEdge(text[range.lowerBound]) || isEdge(text[range.upperBound - 1]) else { return range }
    let part = trimmed(text.extracting(range))
    return range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound
  }

  /// Whether a field holds nothing else.
  package static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool { trimmed(bytes.span).isEmpty }

  /// Whether white space may begin or end with a byte: no other field needs to be trimmed.
  @inline(__always) package static func isEdge(_ byte: UInt8) -> Bool { byte <= 0x20 || byte >= 0x80 }

  /// Length in bytes of the white space that begins at `start`, or 0.
  package static func leadingLength(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let first = bytes[start]
    if first < 0x80 { return isAscii(first) ? 1 : 0 }
    if start + 2 <= end, isWide(first, bytes[start + 1]) { return 2 }
    if start + 3 <= end, isWide(first, bytes[start + 1], bytes[start + 2]) { return 3 }
    return 0
  }

  private static func trailingLength(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let last = bytes[end - 1]
    if last < 0x80 { return isAscii(last) ? 1 : 0 }
    if start + 2 <= end, isWide(bytes[end - 2], last) { return 2 }
    if start + 3 <= end, isWide(bytes[end - 3], bytes[end - 2], last) { return 3 }
    return 0
  }

  private static func isAscii(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0x1A }

  /// U+0085 and U+00A0.
  private static func isWide(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xC2 && (second == 0x85 || second == 0xA0)
  }

  /// U+1680, U+180E, U+2000 to U+200F, U+2028, U+2029, U+202F, U+205F, U+2060, U+3000 and U+FEFF.
  private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A): third == 0x80
    case (0xE1, 0xA0): third == 0x8E
    case (0xE2, 0x80): (0x80...0x8F).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F || third == 0xA0
    case (0xE3, 0x80): third == 0x80
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }
}
