/// A day of the proleptic Gregorian calendar, without a time zone.
///
/// Conversions follow the era arithmetic of Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms" (2013): integers only, O(1).
public struct CalendarDate: Sendable, Hashable {
  /// Days since 1970-01-01, negative before it.
  public let daysSince1970: Int

  /// The day that lies `daysSince1970` days after 1970-01-01, at most 400,000,000 before or after it.
  public init(daysSince1970: Int) {
    precondition(
      (-400_000_000...400_000_000).contains(daysSince1970),
      "a calendar date lies within a million years")
    self.daysSince1970 = daysSince1970
  }

  /// The day written as `YYYY-MM-DD`, or nil if `text` is not a real date in that form.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), year >= 1, (1...12).contains(month), day >= 1
    else { return nil }
    let candidate = CalendarDate(daysSince1970: Self.days(year: year, month: month, day: day))
    guard candidate.components == (year, month, day) else { return nil }
    self = candidate
  }

  /// Year, month 1-12 and day 1-31.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of the week, 0 = Monday … 6 = Sunday.
  public var weekday: Int {
    let remainder = (daysSince1970 + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// `YYYY-MM-DD`, for years 1-9999.
  public var text: String {
    let (year, month, day) = components
    return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  /// The day `days` later, or earlier if negative.
  public func advanced(by days: Int) -> CalendarDate {
    CalendarDate(daysSince1970: daysSince1970 + days)
  }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 48)
    }
    return value
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
