package import CampaignModel

/// A date or time as it stands in a file, before the time zone is known (<doc:Dataset#Values>).
package struct WrittenTime: Hashable {
  package var date: CivilDate
  /// Milliseconds since the date's midnight; nil for a mere date.
  package var millisecondsOfDay: Int?
  /// Milliseconds that the clock is ahead of UTC; nil where none is written.
  package var offset: Int?

  /// Whether it is a mere date, without a time of day.
  package var isDate: Bool { millisecondsOfDay == nil }

  /// What a message says was expected.
  package static let expectation =
    "is not a date or time between the years 0001 and 9999 such as 2025-03-01, 2025-03-01T09:30:00Z or 2025-03-01 09:30"

  /// Reads `YYYY-MM-DD` or `DD.MM.YYYY`, alone or followed by `T` or a blank, `HH:MM`, `:SS`, a fraction of the second
  /// and `Z` or an offset; blanks around it are no part of it. Digits of the fraction after the third are dropped.
  /// A leap second (`:60`) is the instant after it. Returns nil when it is anything else.
  package init?(_ bytes: borrowing Span<UInt8>) {
    var scanner = DigitScanner(trimming: bytes)
    guard let date = WrittenTime.date(&scanner, bytes) else { return nil }
    self.date = date
    guard !scanner.isAtEnd else { return }
    guard scanner.skip(anyOf: "T", "t", " ", bytes), let clock = WrittenTime.clock(&scanner, bytes) else { return nil }
    millisecondsOfDay = clock
    guard !scanner.isAtEnd else { return }
    guard let offset = WrittenTime.offset(&scanner, bytes), scanner.isAtEnd else { return nil }
    self.offset = offset
  }

  private static func date(_ scanner: inout DigitScanner, _ bytes: borrowing Span<UInt8>) -> CivilDate? {
    let start = scanner
    if let year = scanner.number(digits: 4, bytes), scanner.skip("-", bytes),
      let month = scanner.number(digits: 2, bytes), scanner.skip("-", bytes),
      let day = scanner.number(digits: 2, bytes)
    {
      return CivilDate(year: year, month: month, day: day)
    }
    scanner = start
    if let day = scanner.number(digits: 2, bytes), scanner.skip(".", bytes),
      let month = scanner.number(digits: 2, bytes), scanner.skip(".", bytes),
      let year = scanner.number(digits: 4, bytes)
    {
      return CivilDate(year: year, month: month, day: day)
    }
    return nil
  }

  private static func clock(_ scanner: inout DigitScanner, _ bytes: borrowing Span<UInt8>) -> Int? {
    guard let hour = scanner.number(digits: 2, bytes), hour < 24, scanner.skip(":", bytes),
      let minute = scanner.number(digits: 2, bytes), minute < 60
    else { return nil }
    var milliseconds = (hour * 60 + minute) * 60_000
    guard scanner.skip(":", bytes) else { return milliseconds }
    guard let second = scanner.number(digits: 2, bytes), second < 60 || (second == 60 && minute == 59) else {
      return nil
    }
    milliseconds += second * 1000
    guard scanner.skip(".", bytes) else { return milliseconds }
    guard let fraction = scanner.thousandths(bytes) else { return nil }
    return milliseconds + fraction
  }

  private static func offset(_ scanner: inout DigitScanner, _ bytes: borrowing Span<UInt8>) -> Int? {
    if scanner.skip(anyOf: "Z", "z", "Z", bytes) { return 0 }
    let isNegative = scanner.skip("-", bytes)
    guard isNegative || scanner.skip("+", bytes), let hours = scanner.number(digits: 2, bytes), hours < 24,
      scanner.skip(":", bytes), let minutes = scanner.number(digits: 2, bytes), minutes < 60
    else { return nil }
    let offset = (hours * 60 + minutes) * 60_000
    return isNegative ? -offset : offset
  }
}

/// A position in a field while its digits are read.
private struct DigitScanner {
  private var position: Int
  private let end: Int

  /// Starts after the field's leading blanks and ends before its trailing ones.
  init(trimming bytes: borrowing Span<UInt8>) {
    let content = Blanks.trimmed(bytes)
    position = content.lowerBound
    end = content.upperBound
  }

  var isAtEnd: Bool { position == end }

  mutating func number(digits: Int, _ bytes: borrowing Span<UInt8>) -> Int? {
    guard position + digits <= end else { return nil }
    var number = 0
    for _ in 0..<digits {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
      position += 1
    }
    return number
  }

  /// Reads at least one digit after the decimal point, as thousandths rounded down.
  mutating func thousandths(_ bytes: borrowing Span<UInt8>) -> Int? {
    var number = 0
    var place = 100
    let start = position
    while position < end, bytes[position] &- UInt8(ascii: "0") < 10 {
      number += Int(bytes[position] &- UInt8(ascii: "0")) * place
      place /= 10
      position += 1
    }
    return position > start ? number : nil
  }

  mutating func skip(_ character: Unicode.Scalar, _ bytes: borrowing Span<UInt8>) -> Bool {
    guard position < end, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func skip(
    anyOf first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar, _ bytes: borrowing Span<UInt8>
  ) -> Bool {
    skip(first, bytes) || skip(second, bytes) || skip(third, bytes)
  }
}
