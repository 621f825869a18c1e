import FileReading

/// How a dataset's tables are written, as far as reefknot.yaml says so.
struct TableForms: Sendable {
  /// The time zone of dates and of times without an offset.
  var clock = LocalClock.utc
  /// The encoding of tables without a byte-order mark.
  var encoding = TextEncoding.utf8
  /// The sign before decimals, `.` or `,`; nil where either may be.
  var decimalSign: UInt8?
  /// The order of dates with slashes that begin with day or month.
  var dateOrder: DateOrder?
  /// The code or sign of the currency.
  var currency = "EUR"

  /// How numbers are written in a table with this separator.
  func numbers(separator: UInt8) -> NumberForms {
    NumberForms(
      decimalSign: decimalSign, allowsComma: separator == Ascii.semicolon || separator == Ascii.tab,
      currency: currency)
  }
}
