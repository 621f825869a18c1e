extension [UInt8] {
  /// Appends a text as a JSON string, quotes included.
  ///
  /// Quotes, backslashes and control characters are escaped; everything else stands as it is, in UTF-8.
  package mutating func appendJSON(_ text: String) {
    let bytes = text.utf8Span.span
    guard bytes.isPlainInJSON else { return appendEscaped(bytes) }
    append(addingCapacity: bytes.count + 2) { output in
      output.append(UInt8(ascii: "\""))
      for index in bytes.indices { output.append(bytes[index]) }
      output.append(UInt8(ascii: "\""))
    }
  }

  private mutating func appendEscaped(_ bytes: Span<UInt8>) {
    append(UInt8(ascii: "\""))
    for index in bytes.indices { appendEscaped(bytes[index]) }
    append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ byte: UInt8) {
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

extension Span<UInt8> {
  /// Whether JSON shows every byte as it is.
  fileprivate var isPlainInJSON: Bool {
    for index in indices {
      let byte = self[index]
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
    }
    return true
  }
}
