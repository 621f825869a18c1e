package import CampaignModel

/// In which order the parts of a date with slashes stand that does not begin with the year.
package enum DateOrder: String, Sendable, CaseIterable {
  case dayFirst = "dmy"
  case monthFirst = "mdy"
}

/// A date or time as it stands in a file, before the time zone is known (<doc:Dataset#Values>).
package struct WrittenTime: Hashable {
  package var date: CivilDate
  /// Milliseconds since the date's midnight; nil for a mere date.
  package var millisecondsOfDay: Int?
  /// Milliseconds that the clock is ahead of UTC; nil where none is written.
  package var offset: Int?

  package init(date: CivilDate, millisecondsOfDay: Int?, offset: Int?) {
    self.date = date
    self.millisecondsOfDay = millisecondsOfDay
    self.offset = offset
  }

  /// Whether it is a mere date.
  package var isDate: Bool { millisecondsOfDay == nil }

  /// What a message says was expected.
  package static let expectation =
    "is not a date or time between the years 0001 and 9999 such as 2025-03-01, 2025-03-01T09:30:00Z or 2025-03-01 09:30"

  /// Reads a date, alone or followed by a time of day, and that alone or followed by `Z`, `UTC` or an offset.
  ///
  /// Dates are `YYYY-MM-DD`, `YYYY/MM/DD` or `DD.MM.YYYY`, and `DD/MM/YYYY` or `MM/DD/YYYY` where the order is known;
  /// days, months and hours may have one digit. Between date and time stand `T` or blanks. Digits of a fraction of the
  /// second after the third are dropped. A leap second (`:60`) is the instant after it. White space around all is no
  /// part of it. Returns nil when it is anything else.
  ///
  /// - Parameter order: that of dates with slashes that begin with day or month; nil to take none of them.
  package init?(_ bytes: borrowing Span<UInt8>, order: DateOrder? = nil) {
    var scanner = TimeScanner(trimming: bytes)
    guard let date = WrittenTime.date(&scanner, bytes, order) else { return nil }
    self.date = date
    guard !scanner.isAtEnd else { return }
    guard scanner.skip("T", "t", bytes) || scanner.skipBlanks(bytes), let clock = WrittenTime.clock(&scanner, bytes)
    else { return nil }
    millisecondsOfDay = clock
    _ = scanner.skipBlanks(bytes)
    guard !scanner.isAtEnd else { return }
    guard let offset = WrittenTime.offset(&scanner, bytes), scanner.isAtEnd else { return nil }
    self.offset = offset
  }

  private static func date(
    _ scanner: inout TimeScanner, _ bytes: borrowing Span<UInt8>, _ order: DateOrder?
  ) -> CivilDate? {
    guard let first = scanner.digits(upTo: 4, bytes) else { return nil }
    guard let separator = scanner.next(bytes), separator == "-" || separator == "." || separator == "/",
      scanner.skip(separator, bytes),
      let second = scanner.digits(upTo: 2, bytes), scanner.skip(separator, bytes),
      let third = scanner.digits(upTo: 4, bytes)
    else { return nil }
    if first.count == 4 {
      guard separator != ".", third.count <= 2 else { return nil }
      return CivilDate(year: first.number, month: second.number, day: third.number)
    }
    guard first.count <= 2, third.count == 4 else { return nil }
    switch (separator, order) {
    case (".", _), ("/", .dayFirst): return CivilDate(year: third.number, month: second.number, day: first.number)
    case ("/", .monthFirst): return CivilDate(year: third.number, month: first.number, day: second.number)
    default: return nil
    }
  }

  private static func clock(_ scanner: inout TimeScanner, _ bytes: borrowing Span<UInt8>) -> Int? {
    guard let hour = scanner.digits(upTo: 2, bytes)?.number, hour < 24, scanner.skip(":", bytes),
      let minute = scanner.number(digits: 2, bytes), minute < 60
    else { return nil }
    var milliseconds = minute * 60_000
    if scanner.skip(":", bytes) {
      guard let second = scanner.number(digits: 2, bytes), second < 60 || (second == 60 && minute == 59) else {
        return nil
      }
      milliseconds += second * 1000
      if scanner.skip(".", ",", bytes) {
        guard let fraction = scanner.thousandths(bytes) else { return nil }
        milliseconds += fraction
      }
    }
    guard !scanner.isAtEnd, let half = scanner.halfOfDay(bytes) else { return hour * 3_600_000 + milliseconds }
    guard (1...12).contains(hour) else { return nil }
    return (hour % 12 + (half == .afternoon ? 12 : 0)) * 3_600_000 + milliseconds
  }

  private static func offset(_ scanner: inout TimeScanner, _ bytes: borrowing Span<UInt8>) -> Int? {
    if scanner.skip("Z", "z", bytes) || scanner.skipWord("utc", bytes) { return 0 }
    let isNegative = scanner.skip("-", bytes)
    guard isNegative || scanner.skip("+", bytes), let hours = scanner.number(digits: 2, bytes), hours < 24
    else { return nil }
    var minutes = 0
    if !scanner.isAtEnd {
      _ = scanner.skip(":", bytes)
      guard let found = scanner.number(digits: 2, bytes), found < 60 else { return nil }
      minutes = found
    }
    let offset = (hours * 60 + minutes) * 60_000
    return isNegative ? -offset : offset
  }
}

extension WrittenTime {
  /// Whether a time of day is written, and it is midnight: spreadsheets write dates so when they are made to show times.
  package var isWrittenMidnight: Bool { millisecondsOfDay == 0 }
}
