/// How the numbers of a table are written.
package struct NumberForms: Hashable, Sendable {
  /// The sign before decimals that reefknot.yaml fixes, `.` or `,`; nil where it fixes none.
  package var decimalSign: UInt8?
  /// Whether a comma may be the decimal sign as long as none is fixed: where commas do not separate the fields.
  package var allowsComma: Bool
  /// The code or sign of the dataset's currency.
  package var currency: String

  package init(decimalSign: UInt8? = nil, allowsComma: Bool = false, currency: String = "EUR") {
    self.decimalSign = decimalSign
    self.allowsComma = allowsComma
    self.currency = currency
  }

  /// Signs and abbreviations of currencies by their code (ISO 4217), besides the code itself.
  private static let signs: [String: [String]] = [
    "EUR": ["€"], "USD": ["US$", "$"], "GBP": ["£"], "CHF": ["SFr.", "Fr.", "SFr", "Fr"], "JPY": ["¥", "円"],
    "CNY": ["¥", "元"], "PLN": ["zł"], "CZK": ["Kč"], "HUF": ["Ft"], "SEK": ["kr"], "NOK": ["kr"], "DKK": ["kr."],
    "RUB": ["₽"], "UAH": ["₴"], "TRY": ["₺"], "INR": ["₹"], "ILS": ["₪"], "KRW": ["₩"], "BRL": ["R$"],
    "CAD": ["C$", "$"], "AUD": ["A$", "$"], "NZD": ["NZ$", "$"], "MXN": ["$"], "ZAR": ["R"], "NGN": ["₦"],
    "VND": ["₫"], "THB": ["฿"], "PHP": ["₱"], "GHS": ["₵"], "RON": ["lei"],
  ]

  /// Everything that stands for the currency, the longest first, in lower case.
  var currencySpellings: [String] {
    let name = currency.trimmingWhiteSpace
    let code =
      NumberForms.signs[name.uppercased()] != nil
      ? name.uppercased() : NumberForms.signs.filter { $0.value.contains(name) }.map(\.key).sorted().first
    let spellings = [name] + (code.map { [$0] + (NumberForms.signs[$0] ?? []) } ?? [])
    return Set(spellings.map { $0.lowercased() }).filter { !$0.isEmpty }.sorted { ($1.count, $0) < ($0.count, $1) }
  }
}

extension String {
  fileprivate var trimmingWhiteSpace: String { String(decoding: WhiteSpace.trimmed(Array(utf8)[...]), as: UTF8.self) }
}
