import CampaignFigures

/// How a language writes numbers, told by how it writes 1,234.5.
package enum NumberShape {
  private static let english = (group: ",", decimal: ".")
  private static let german = signs(of: LocalizedText.numberShape[.german]) ?? english

  /// What stands between groups of digits and before the decimals in a language.
  static func signs(in language: Language) -> (group: String, decimal: String) {
    switch language {
    case .english: english
    // Taken once: numbers of texts are written in every language that needs no file.
    case .german: german
    case .translated: signs(of: LocalizedText.numberShape[language]) ?? english
    }
  }

  /// What stands between groups of digits, which may be nothing, and before the decimals; nil where the text is not that
  /// number.
  package static func signs(of text: String) -> (group: String, decimal: String)? {
    guard text.hasPrefix("1"), text.hasSuffix("5") else { return nil }
    let middle = text.dropFirst().dropLast()
    guard let digits = middle.firstRange(of: "234") else { return nil }
    let (group, decimal) = (middle[..<digits.lowerBound], middle[digits.upperBound...])
    guard group.count <= 1, decimal.count == 1, group != decimal, !(group + decimal).contains(where: \.isNumber) else {
      return nil
    }
    return (String(group), String(decimal))
  }
}
