package import CampaignFigures

extension LocalizedText {
  /// A whole number, its digits grouped as each language does.
  package static func number(_ number: Int) -> LocalizedText {
    LocalizedText { Localizer($0, style: .plain).number(number) }
  }

  /// A number with at most two decimals.
  package static func number(_ number: Double) -> LocalizedText {
    LocalizedText { Localizer($0, style: .plain).number(number) }
  }

  /// An amount of money.
  package static func money(_ amount: Double, _ currency: String) -> LocalizedText {
    LocalizedText { Localizer($0, style: .plain).money(amount, currency) }
  }

  /// The text with `%1`, `%2` and so on filled in, in every language with the value's text in that language.
  package func filled(_ values: LocalizedText...) -> LocalizedText {
    LocalizedText { language in LocalizedText.filled(self[language], values.map { $0[language] }) }
  }

  package static func + (first: LocalizedText, second: LocalizedText) -> LocalizedText {
    LocalizedText { first[$0] + second[$0] }
  }
}

extension Sequence<LocalizedText> {
  /// The texts one after the other, in every language.
  package func joined(separator: String) -> LocalizedText {
    let texts = Array(self)
    return LocalizedText { language in texts.map { $0[language] }.joined(separator: separator) }
  }
}
