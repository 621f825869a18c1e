/// Numbers as they stand in a file (<doc:Dataset#Values>).
package enum WrittenNumber {
  /// What is wrong with a text that should be a number.
  package enum Fault: Error {
    case notANumber
    case notFinite
    /// Its only sign may be that of decimals or that of thousands.
    case ambiguous
    /// It has a sign of money that is not that of the dataset's currency.
    case otherCurrency
  }

  /// Reads a number: an optional sign, digits that may be grouped by thousands, decimals, an exponent, and before or
  /// behind it the currency, or behind it `%`, which divides it by 100. White space around it is no part of it.
  package static func parse(_ bytes: borrowing Span<UInt8>, _ forms: NumberForms) throws(Fault) -> Double {
    if let number = shortDecimal(bytes, forms) { return number }
    let content = WhiteSpace.trimmed(bytes)
    var text: [UInt8] = []
    for position in content { text.append(bytes[position]) }
    return try DecoratedNumber(String(decoding: text, as: UTF8.self), forms).value(forms)
  }

  /// Numbers of up to 15 digits without exponent or grouping: both the digits and the power of ten are exact in a Double,
  /// so that one division rounds correctly (Clinger, How to read floating point numbers accurately, 1990).
  private static func shortDecimal(_ bytes: borrowing Span<UInt8>, _ forms: NumberForms) -> Double? {
    var position = 0
    guard bytes.count > 0, bytes.count <= 17 else { return nil }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    if isNegative || bytes[0] == UInt8(ascii: "+") { position += 1 }
    var digits: Int64 = 0
    var digitCount = 0
    var decimals: Int?
    while position < bytes.count {
      let byte = bytes[position]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits * 10 + Int64(digit)
        digitCount += 1
        if let known = decimals { decimals = known + 1 }
      } else if decimals == nil, isDecimalSign(byte, forms) {
        decimals = 0
      } else {
        return nil
      }
      position += 1
    }
    guard digitCount > 0, digitCount <= 15 else { return nil }
    // Three decimals may be thousands.
    if decimals == 3, forms.allowsComma, forms.decimalSign == nil { return nil }
    let magnitude = Double(digits) / powersOfTen[decimals ?? 0]
    return isNegative ? -magnitude : magnitude
  }

  @inline(__always) private static func isDecimalSign(_ byte: UInt8, _ forms: NumberForms) -> Bool {
    if let sign = forms.decimalSign { return byte == sign }
    return byte == UInt8(ascii: ".") || (byte == UInt8(ascii: ",") && forms.allowsComma)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}

extension WrittenNumber.Fault {
  /// What a message says is wrong.
  package func message(_ forms: NumberForms) -> String {
    switch self {
    case .notANumber:
      switch forms.decimalSign {
      case UInt8(ascii: ","): "is not a number (decimal comma, as decimal: \",\" in reefknot.yaml says)"
      case UInt8(ascii: "."): "is not a number (decimal point, as decimal: \".\" in reefknot.yaml says)"
      default:
        forms.allowsComma
          ? "is not a number (decimal point or comma)"
          : "is not a number (decimal point; in reefknot.yaml decimal: \",\" reads decimal commas, and decimal: \".\" commas between "
            + "thousands)"
      }
    case .notFinite: "is not a finite number"
    case .ambiguous:
      "may mean thousands or decimals; decimal: \".\" or decimal: \",\" in reefknot.yaml says which sign comes before decimals"
    case .otherCurrency:
      "is not in the dataset's currency, \(forms.currency) (currency in reefknot.yaml); values are never converted"
    }
  }
}
