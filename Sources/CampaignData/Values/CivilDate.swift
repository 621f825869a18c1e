/// A day of the Gregorian calendar, extended to before its introduction (ISO 8601).
struct CivilDate: Hashable {
  /// Days since 1970-01-01.
  var dayNumber: Int

  /// The day numbers of the years 0001 to 9999.
  static let supported = -719_162...2_932_896

  init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// The day with this date, or nil when the calendar has no such day in the years 0001 to 9999.
  ///
  /// Years are counted from March, so that a leap day is a year's last and every month's first day follows from
  /// a line through the months' lengths: (153 m + 2) / 5.
  init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    dayNumber = marchYear * 365 + leapDays + (153 * marchMonth + 2) / 5 + (day - 1) - 719_468
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
