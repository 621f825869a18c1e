/// A number with what people and spreadsheets write around and into it.
struct DecoratedNumber {
  private var isNegative = false
  private var isPercent = false
  /// Digits and the signs among them: blanks as `_`, apostrophes as `'`.
  private var digits: [UInt8] = []
  /// The exponent with its `e`, or empty.
  private var exponent = ""

  /// Takes off sign, currency and percent sign.
  init(_ text: String, _ forms: NumberForms) throws(WrittenNumber.Fault) {
    var rest = Substring(text)
    if DecoratedNumber.isNotFinite(rest) { throw .notFinite }
    let hasSign = takeSign(&rest)
    let spellings = forms.currencySpellings
    let hasCurrency = DecoratedNumber.takePrefix(&rest, spellings)
    if !hasSign, hasCurrency { _ = takeSign(&rest) }
    if rest.last == "%" {
      rest.removeLast()
      isPercent = true
    } else if !hasCurrency {
      DecoratedNumber.takeSuffix(&rest, spellings)
    }
    rest = DecoratedNumber.trimmed(rest)
    if rest.unicodeScalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) {
      throw .otherCurrency
    }
    if let mark = rest.lastIndex(where: { $0 == "e" || $0 == "E" }) {
      exponent = String(rest[mark...])
      rest = rest[..<mark]
      guard DecoratedNumber.isExponent(exponent) else { throw .notANumber }
    }
    for scalar in rest.unicodeScalars {
      switch scalar {
      case "0"..."9", ".", ",": digits.append(UInt8(ascii: scalar))
      case "'", "\u{2019}", "\u{02BC}": digits.append(UInt8(ascii: "'"))
      case " ", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2007}": digits.append(UInt8(ascii: "_"))
      default: throw .notANumber
      }
    }
  }

  private mutating func takeSign(_ rest: inout Substring) -> Bool {
    guard let first = rest.unicodeScalars.first, first == "-" || first == "+" || first == "\u{2212}" else {
      return false
    }
    rest = DecoratedNumber.trimmed(Substring(rest.unicodeScalars.dropFirst()))
    isNegative = first != "+"
    return true
  }

  private static func takePrefix(_ rest: inout Substring, _ spellings: [String]) -> Bool {
    for spelling in spellings where rest.lowercased().hasPrefix(spelling) {
      rest = trimmed(rest.dropFirst(spelling.count))
      return true
    }
    return false
  }

  private static func takeSuffix(_ rest: inout Substring, _ spellings: [String]) {
    for spelling in spellings where rest.lowercased().hasSuffix(spelling) {
      rest = trimmed(rest.dropLast(spelling.count))
      return
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    Substring(decoding: WhiteSpace.trimmed(Array(text.utf8)[...]), as: UTF8.self)
  }

  private static func isExponent(_ text: String) -> Bool {
    let number = text.utf8.dropFirst()
    let figures = number.first == UInt8(ascii: "-") || number.first == UInt8(ascii: "+") ? number.dropFirst() : number
    return !figures.isEmpty && figures.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }

  private static func isNotFinite(_ text: Substring) -> Bool {
    ["nan", "inf", "infinity"].contains(text.lowercased().drop { $0 == "+" || $0 == "-" })
  }

  /// The number.
  func value(_ forms: NumberForms) throws(WrittenNumber.Fault) -> Double {
    let sign = try decimalSign(forms)
    let parts =
      sign.map { digits.split(separator: $0, maxSplits: 1, omittingEmptySubsequences: false) } ?? [digits[...]]
    let decimals = parts.count > 1 ? parts[1] : []
    guard decimals.allSatisfy(DecoratedNumber.isDigit), parts[0].count + decimals.count > 0 else { throw .notANumber }
    let whole = try DecoratedNumber.withoutGroups(parts[0])
    let spelled = String(decoding: whole + [UInt8(ascii: ".")] + decimals, as: UTF8.self)
    guard whole.count + decimals.count > 0, let number = Double(scaled("0" + spelled + "0")) else { throw .notANumber }
    guard number.isFinite else { throw .notFinite }
    return isNegative ? -number : number
  }

  /// The text with its exponent, lowered by two for a percentage.
  private func scaled(_ text: String) -> String {
    guard isPercent else { return text + exponent }
    let power = Int(exponent.dropFirst()) ?? (exponent.isEmpty ? 0 : 400)
    return "\(text)e\(power - 2)"
  }

  /// The sign before decimals; nil where there are none.
  private func decimalSign(_ forms: NumberForms) throws(WrittenNumber.Fault) -> UInt8? {
    let (dot, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
    func count(_ sign: UInt8) -> Int { digits.count { $0 == sign } }
    if let fixed = forms.decimalSign { return count(fixed) > 0 ? fixed : nil }
    if count(dot) > 0, count(comma) > 0 {
      // The later one is before decimals, and then it stands there once.
      return digits.last { $0 == dot || $0 == comma }
    }
    for sign in [dot, comma] where count(sign) > 0 {
      if count(sign) > 1 {
        guard forms.allowsComma else { throw .notANumber }
        return nil
      }
      guard sign == dot || forms.allowsComma else { throw .notANumber }
      if forms.allowsComma, exponent.isEmpty, mayGroup(sign) { throw .ambiguous }
      return sign
    }
    return nil
  }

  /// Whether the only sign stands where one that groups thousands does.
  private func mayGroup(_ sign: UInt8) -> Bool {
    let parts = digits.split(separator: sign, omittingEmptySubsequences: false)
    return (1...3).contains(parts[0].count) && parts[0].allSatisfy(DecoratedNumber.isDigit)
      && parts[0].first != UInt8(ascii: "0") && parts[1].count == 3
  }

  /// Digits without the one kind of sign that groups them: one to three, then three each.
  private static func withoutGroups(_ text: ArraySlice<UInt8>) throws(WrittenNumber.Fault) -> [UInt8] {
    guard let sign = text.first(where: { !isDigit($0) }) else { return Array(text) }
    let groups = text.split(separator: sign, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(isDigit) })
    else { throw .notANumber }
    return groups.flatMap { Array($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
