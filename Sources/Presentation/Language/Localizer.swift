package import CampaignAnalysis
package import CampaignModel

/// Words, numbers and dates of one language: `1,234.5` and `1 March 2025`, or `1.234,5` and `1. März 2025`.
package struct Localizer: Sendable {
  package let language: Language
  /// IANA name of the time zone whose days dates are told in.
  private let calendar: CivilCalendar

  package init(_ language: Language, timeZone: String = "UTC") {
    self.language = language
    calendar = CivilCalendar(timeZone: timeZone)
  }

  /// A phrase with its placeholders filled in.
  package func callAsFunction(_ phrase: LocalizedText, _ values: String...) -> String {
    let text = phrase[language]
    guard !values.isEmpty else { return text }
    var result = ""
    var isAfterPercent = false
    for character in text {
      if isAfterPercent, let number = character.wholeNumberValue, (1...values.count).contains(number) {
        result += values[number - 1]
        isAfterPercent = false
        continue
      }
      if isAfterPercent { result += "%" }
      isAfterPercent = character == "%"
      if !isAfterPercent { result.append(character) }
    }
    return isAfterPercent ? result + "%" : result
  }

  /// A phrase for one thing, or for so many: the count is the first placeholder.
  package func callAsFunction(count: Int, one: LocalizedText, many: LocalizedText) -> String {
    self(count == 1 ? one : many, number(count))
  }

  /// Digits in groups of three.
  package func number(_ number: Int) -> String { localized(NumberText.grouped(number)) }

  /// At most two decimals.
  package func number(_ number: Double) -> String { localized(NumberText.decimal(number)) }

  /// Exactly so many decimals.
  package func number(_ number: Double, decimals: Int) -> String {
    localized(NumberText.fixed(number, decimals: decimals))
  }

  /// A fraction of 1 in percent with one decimal.
  package func percent(_ share: Double) -> String {
    localized(NumberText.fixed(share * 100, decimals: 1)) + (language == .german ? "\u{A0}%" : "%")
  }

  /// An amount of money.
  package func money(_ amount: Double, _ currency: String) -> String {
    localized(NumberText.fixed(amount, decimals: 2)) + "\u{A0}" + currency
  }

  /// The ends of a 95 % interval.
  package func interval(_ low: Double, _ high: Double) -> String {
    self(.interval, percent(low), percent(high))
  }

  /// A count, or that it is withheld.
  package func count(_ number: Int?) -> String { number.map { self.number($0) } ?? self(.withheld) }

  /// Why a figure cannot be given.
  package func state(_ state: UnknownFigure.State) -> String {
    switch state {
    case .undefined: self(.undefined)
    case .incomplete: self(.incomplete)
    case .notConfigured: self(.notConfigured)
    case .withheld: self(.withheld)
    }
  }

  /// The day of an instant, in the dataset's time zone.
  package func day(_ instant: Instant) -> String {
    let day = calendar.day(of: instant)
    let month = LocalizedText.months[day.month - 1][language]
    return language == .german ? "\(day.day). \(month) \(day.year)" : "\(day.day) \(month) \(day.year)"
  }

  /// The day and month of an instant, for axes.
  package func shortDay(_ instant: Instant) -> String {
    let day = calendar.day(of: instant)
    let month = LocalizedText.shortMonths[day.month - 1][language]
    return language == .german ? "\(day.day). \(month)" : "\(day.day) \(month)"
  }

  /// First and last day of a half-open window.
  package func period(_ start: Instant, _ end: Instant) -> String {
    let last = Instant(milliseconds: max(start.milliseconds, end.milliseconds - 1))
    return "\(day(start)) – \(day(last))"
  }

  private func localized(_ text: String) -> String {
    let text = text.hasPrefix("-") ? "−" + text.dropFirst() : text
    guard language == .german else { return text }
    return String(
      text.map { character in
        switch character {
        case ",": "."
        case ".": ","
        default: character
        }
      })
  }
}
