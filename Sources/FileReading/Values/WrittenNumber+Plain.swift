// Numbers of graph files and JSON, which have no decimal commas and no signs of thousands.
extension WrittenNumber {
  /// A number of any spelling, also NaN and infinity.
  package static func any(_ text: String) -> Double? {
    switch text.lowercased() {
    case "nan", "-nan", "+nan": .nan
    case "inf", "+inf", "infinity", "+infinity": .infinity
    case "-inf", "-infinity": -.infinity
    default: decimal(text)
    }
  }

  /// A finite number in decimal digits.
  package static func decimal(_ text: String) -> Double? {
    guard let first = text.utf8.first, text.utf8.count <= 400 else { return nil }
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isPlain, first != UInt8(ascii: "e"), first != UInt8(ascii: "E"), let number = Double(text), number.isFinite
    else { return nil }
    return number
  }

  /// Whether a text is a number with a comma for the point, such as `-1,25`.
  package static func hasDecimalComma(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts.count == 2, let sign = parts[0].first else { return false }
    let whole = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? parts[0].dropFirst() : parts[0]
    return [whole, parts[1]].allSatisfy { digits in !digits.isEmpty && digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
  }
}
