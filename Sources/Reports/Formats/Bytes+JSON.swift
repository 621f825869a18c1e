extension [UInt8] {
  /// Appends a text as a JSON string, quotes included.
  ///
  /// Quotes, backslashes and control characters are escaped; everything else stands as it is, in UTF-8.
  package mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x0A: append(contentsOf: "\\n".utf8)
      case 0x0D: append(contentsOf: "\\r".utf8)
      case 0x09: append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        append(contentsOf: "\\u00".utf8)
        append([UInt8].hexadecimal[Int(byte >> 4)])
        append([UInt8].hexadecimal[Int(byte & 15)])
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends the decimal digits of a number.
  package mutating func appendDigits(of number: Int) {
    if number < 0 {
      append(UInt8(ascii: "-"))
      appendDigits(ofMagnitude: number.magnitude)
    } else {
      appendDigits(ofMagnitude: UInt(number))
    }
  }

  private mutating func appendDigits(ofMagnitude number: UInt) {
    if number >= 10 { appendDigits(ofMagnitude: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)
}
