/// Numbers as they stand in a file: an optional sign, digits with an optional decimal sign, an optional exponent.
package enum WrittenNumber {
  /// What is wrong with a text that should be a number.
  package enum Fault: Error {
    case notANumber
    case notFinite
  }

  /// Reads a number; blanks around it are no part of it.
  ///
  /// - Parameter decimalComma: whether a comma may stand for the decimal point.
  package static func parse(_ bytes: borrowing Span<UInt8>, decimalComma: Bool) throws(Fault) -> Double {
    let content = Blanks.trimmed(bytes)
    if let number = shortDecimal(bytes, content, decimalComma: decimalComma) { return number }
    var text: [UInt8] = []
    for position in content {
      let byte = bytes[position]
      text.append(decimalComma && byte == UInt8(ascii: ",") ? UInt8(ascii: ".") : byte)
    }
    let spelled = String(decoding: text, as: UTF8.self)
    guard isDecimal(text[...]) else { throw isNotFinite(spelled) ? .notFinite : .notANumber }
    guard let number = Double(spelled) else { throw .notANumber }
    guard number.isFinite else { throw .notFinite }
    return number
  }

  /// Numbers of up to 15 digits without exponent: both the digits and the power of ten are exact in a Double,
  /// so that one division rounds correctly (Clinger, How to read floating point numbers accurately, 1990).
  private static func shortDecimal(
    _ bytes: borrowing Span<UInt8>, _ content: Range<Int>, decimalComma: Bool
  ) -> Double? {
    var position = content.lowerBound
    guard position < content.upperBound, content.count <= 17 else { return nil }
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
    var digits: Int64 = 0
    var digitCount = 0
    var decimals: Int?
    while position < content.upperBound {
      let byte = bytes[position]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits * 10 + Int64(digit)
        digitCount += 1
        if let known = decimals { decimals = known + 1 }
      } else if decimals == nil, byte == UInt8(ascii: ".") || (decimalComma && byte == UInt8(ascii: ",")) {
        decimals = 0
      } else {
        return nil
      }
      position += 1
    }
    guard digitCount > 0, digitCount <= 15 else { return nil }
    let magnitude = Double(digits) / powersOfTen[decimals ?? 0]
    return isNegative ? -magnitude : magnitude
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Whether the text is `[+-] digits [. digits] [e [+-] digits]` with a digit before or after the point.
  private static func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func skipDigits() -> Int {
      let digits = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }.count
      rest = rest.dropFirst(digits)
      return digits
    }
    func skip(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
      guard let byte = rest.first, byte == UInt8(ascii: first) || byte == UInt8(ascii: second) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = skip("+", "-")
    var digits = skipDigits()
    if skip(".", ".") { digits += skipDigits() }
    guard digits > 0 else { return false }
    guard skip("e", "E") else { return rest.isEmpty }
    _ = skip("+", "-")
    return skipDigits() > 0 && rest.isEmpty
  }

  private static func isNotFinite(_ text: String) -> Bool {
    let word = text.lowercased().drop { $0 == "+" || $0 == "-" }
    return ["nan", "inf", "infinity"].contains(word)
  }
}
