import CampaignAnalysis
package import CampaignFigures
package import CampaignModel
import TimeZones

/// Words, numbers, money and dates of one language: the only place where they are put into characters.
package struct Localizer: Sendable {
  /// For what numbers and dates are written.
  package enum Style: Sendable {
    /// For terminals and files: `30.0 %`, `-0.08` and `2025-03-01`, in German `30,0 %` and `-0,08`.
    case plain
    /// For pages and pictures: `30.0%`, `−0.08` and `1 March 2025`, in German `30,0 %`, `−0,08` and `1. März 2025`.
    case page
  }

  package let language: Language
  package let style: Style
  /// The time zone whose days dates are told in, where they bring none.
  private let clock: WallClock
  /// What stands between groups of three digits, and before the decimals.
  private let groupSign: String
  package let decimalSign: String

  /// - Parameter timeZone: an IANA name.
  package init(_ language: Language, timeZone: String = "UTC", style: Style = .page) {
    self.language = language
    self.style = style
    clock = WallClock(timeZone: timeZone) ?? .utc
    (groupSign, decimalSign) = NumberShape.signs(in: language)
  }

  /// A text with its placeholders filled in.
  package func callAsFunction(_ text: LocalizedText, _ values: String...) -> String {
    LocalizedText.filled(text[language], values)
  }

  /// A text for one thing, or for so many: the count is the first placeholder.
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

  /// Six significant digits, for scores that may be far below 1.
  package func score(_ number: Double) -> String { localized(NumberText.significant(number)) }

  /// A fraction of 1 in percent with one decimal; never 100.0 % of what is not all.
  package func percent(_ share: Double) -> String {
    let number = number(share >= 0.9995 && share < 1 ? 99.9 : share * 100, decimals: 1)
    return style == .plain ? number + " %" : self(.percentShape, number)
  }

  /// The same, but in words where it would read as 0 and is not.
  package func share(_ share: Double) -> String {
    share > 0 && share < 0.0005 ? self(.below, percent(0.001)) : percent(share)
  }

  /// A difference of two shares, each a fraction of 1, in percentage points with one decimal.
  package func points(_ difference: Double) -> String { self(.points, number(difference * 100, decimals: 1)) }

  /// The ends of an interval in percentage points.
  package func points(_ low: Double, _ high: Double) -> String {
    self(.points, self(.interval, number(low * 100, decimals: 1), number(high * 100, decimals: 1)))
  }

  /// An amount of money.
  package func money(_ amount: Double, _ currency: String) -> String {
    number(amount, decimals: 2) + (style == .page ? "\u{A0}" : " ") + currency
  }

  /// The ends of a 95 % interval.
  package func interval(_ low: Double, _ high: Double) -> String {
    self(.interval, percent(low), percent(high))
  }

  /// Two numbers between which a figure lies; without the second it is at least the first.
  package func range(_ low: Double, _ high: Double?) -> String {
    guard let high else { return self(.atLeast, whole(low)) }
    return low == high ? whole(low) : self(.interval, whole(low), whole(high))
  }

  private func whole(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? self.number(Int(number)) : self.number(number)
  }

  /// A share with its count and whole.
  package func proportion(_ share: Proportion) -> String {
    let rate = share.rate.map(percent)
    if rate == nil, style == .page { return state(.undefined) }
    return self(.proportion, rate ?? "–", number(share.count), number(share.of))
  }

  /// A count, or that it is withheld.
  package func count(_ number: Int?) -> String { number.map { self.number($0) } ?? self(.withheld) }

  /// A name from the data: on a page it is cut to what there is room for.
  package func name(_ name: String, longest characters: Int) -> String {
    style == .page ? LabelText.short(name, characters) : name
  }

  /// Why a figure cannot be given.
  package func state(_ state: UnknownFigure.State) -> String { self(state.words) }

  /// How many rows of a table are left out.
  package func omittedRows(_ count: Int) -> String {
    style == .plain ? self(.moreRowsMark, number(count)) : self(count: count, one: .oneMoreRow, many: .moreRows)
  }

  /// An instant in a time zone: on a page its day, else `2025-03-01` at midnight and `2025-03-01 09:30` at other times.
  package func date(_ instant: Instant, timeZone: String) -> String {
    let clock = WallClock(timeZone: timeZone) ?? .utc
    return style == .page ? text(clock.day(of: instant)) : InstantText.plain(clock.local(instant))
  }

  /// The day of an instant, such as `1 March 2025`.
  package func day(_ instant: Instant) -> String { text(clock.day(of: instant)) }

  private func text(_ date: CivilDate) -> String {
    let day = date.components
    let month = LocalizedText.months[day.month - 1][language]
    return self(.dayShape, "\(day.day)", month, "\(day.year)")
  }

  /// The day and month of an instant, for axes.
  package func shortDay(_ instant: Instant) -> String {
    let day = clock.day(of: instant).components
    let month = LocalizedText.shortMonths[day.month - 1][language]
    return self(.shortDayShape, "\(day.day)", month)
  }

  /// First and last day of a half-open window.
  package func period(_ start: Instant, _ end: Instant) -> String {
    let last = Instant(milliseconds: max(start.milliseconds, end.milliseconds - 1))
    return "\(day(start)) – \(day(last))"
  }

  private func localized(_ text: String) -> String {
    let text = style == .page && text.hasPrefix("-") ? "−" + text.dropFirst() : text
    guard groupSign != "," || decimalSign != "." else { return text }
    var result = ""
    for character in text {
      switch character {
      case ",": result += groupSign
      case ".": result += decimalSign
      default: result.append(character)
      }
    }
    return result
  }
}
