import CampaignModel
import Foundation

/// Calendar days in a time zone, whatever zone and locale the machine has.
struct CivilCalendar: Sendable {
  /// A day of the Gregorian calendar.
  struct Day: Hashable, Sendable {
    var year: Int
    /// 1 to 12.
    var month: Int
    var day: Int
  }

  private let calendar: Calendar

  /// - Parameter timeZone: an IANA name; one that is not known counts as UTC.
  init(timeZone: String) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: timeZone) ?? .gmt
    self.calendar = calendar
  }

  /// The instant at which a clock in UTC shows what a clock in the time zone shows at `instant`.
  func local(_ instant: Instant) -> Instant {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    return Instant(milliseconds: instant.milliseconds + Int64(calendar.timeZone.secondsFromGMT(for: date)) * 1000)
  }

  /// The day on which an instant falls.
  func day(of instant: Instant) -> Day {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return Day(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)
  }
}
