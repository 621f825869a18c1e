/// A day of the Gregorian calendar, extended to before its introduction (ISO 8601), without a time zone.
///
/// Days are numbered from 1970-01-01. Conversions follow the eras of 400 years that begin in March, of H. Hinnant,
/// "chrono-Compatible Low-Level Date Algorithms" (2013): integers only, O(1).
public struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01, negative before it.
  public var dayNumber: Int

  /// The day numbers of the years 0001 to 9999.
  public static let supported = -719_162...2_932_896

  /// The day that lies `dayNumber` days after 1970-01-01, at most 400,000,000 before or after it.
  public init(dayNumber: Int) {
    assert((-400_000_000...400_000_000).contains(dayNumber), "A date lies within a million years.")
    self.dayNumber = dayNumber
  }

  /// The day with this date, or nil when the calendar has no such day in the years 0001 to 9999.
  ///
  /// Years are counted from March, so that a leap day is a year's last and every month's first day follows from
  /// a line through the months' lengths: (153 m + 2) / 5.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    dayNumber = marchYear * 365 + leapDays + (153 * marchMonth + 2) / 5 + (day - 1) - 719_468
  }

  /// The day written as `YYYY-MM-DD`, or nil if `text` is no date of the years 0001 to 9999 in that form.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash, let year = CivilDate.number(bytes[0..<4]),
      let month = CivilDate.number(bytes[5..<7]), let day = CivilDate.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that a clock in UTC shows at an instant.
  public init(_ instant: Instant) {
    self.init(dayNumber: instant.sinceMidnight.dayNumber)
  }

  /// Year, month 1-12 and day 1-31.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The day of the week, 0 = Monday … 6 = Sunday.
  public var weekday: Int {
    let remainder = (dayNumber + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// `YYYY-MM-DD`, for the years 0001 to 9999.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The day `days` later, or earlier if negative.
  public func advanced(by days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  public static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  private func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Instant {
  /// The day that a clock in UTC shows, and the milliseconds since its midnight.
  public var sinceMidnight: (dayNumber: Int, milliseconds: Int) {
    let perDay = Int(Instant.millisecondsPerDay)
    let time = Int(milliseconds)
    let day = (time - (time < 0 ? perDay - 1 : 0)) / perDay
    return (day, time - day * perDay)
  }
}
