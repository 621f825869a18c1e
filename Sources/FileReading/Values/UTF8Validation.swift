/// Checks of UTF-8 as defined by RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
package enum UTF8Validation {
  /// Length in bytes of the character that `bytes` begins with; 0 when it is cut short or no UTF-8.
  package static func characterLength(_ bytes: ArraySlice<UInt8>) -> Int {
    characterLength(bytes.span, at: 0)
  }

  /// Length in bytes of the character at `position`; 0 when it is cut short or no UTF-8.
  package static func characterLength(_ bytes: borrowing Span<UInt8>, at position: Int) -> Int {
    let first = bytes[position]
    if first < 0x80 { return 1 }
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xE1...0xEC, 0xEE...0xEF: (3, 0x80...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard length > 0, position + length <= bytes.count, second.contains(bytes[position + 1]) else { return 0 }
    for offset in 2..<max(2, length) where bytes[position + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Whether a byte is NUL, which is UTF-8 but no text.
  package static func holdsNUL(_ bytes: borrowing Span<UInt8>) -> Bool {
    var position = 0
    while position < bytes.count {
      if let word = bytes.word(at: position), !word.hasByte(below: 1) {
        position += 8
      } else if bytes[position] == 0 {
        return true
      } else {
        position += 1
      }
    }
    return false
  }

  /// Offset of the first byte that is not part of valid UTF-8, or nil when all are.
  package static func firstInvalidOffset(_ bytes: borrowing Span<UInt8>) -> Int? {
    var position = 0
    while position < bytes.count {
      if let word = bytes.word(at: position), word.isASCII {
        position += 8
        continue
      }
      let length = characterLength(bytes, at: position)
      if length == 0 { return position }
      position += length
    }
    return nil
  }
}
