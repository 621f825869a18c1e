/// Blanks around a value. They are part of texts and ids (RFC 4180), but not of numbers, times, booleans and kinds.
package enum Blanks {
  /// The part of a field between its leading and trailing spaces and tabs.
  package static func trimmed(_ bytes: borrowing Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = bytes.count
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The part of a field between its leading and trailing spaces and tabs.
  package static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let content = trimmed(bytes.span)
    return bytes[(bytes.startIndex + content.lowerBound)..<(bytes.startIndex + content.upperBound)]
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
