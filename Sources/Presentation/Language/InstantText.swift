package import CampaignModel

/// Instants as text, in UTC.
package enum InstantText {
  /// RFC 3339: `2025-03-01T09:30:00Z`, with milliseconds where there are any.
  package static func rfc3339(_ instant: Instant) -> String {
    let parts = Parts(instant)
    let fraction = parts.millisecond == 0 ? "" : "." + padded(parts.millisecond, to: 3)
    return "\(date(parts))T\(time(parts)):\(padded(parts.second, to: 2))\(fraction)Z"
  }

  /// As people read it: `2025-03-01` at midnight, else `2025-03-01 09:30`.
  package static func plain(_ instant: Instant) -> String {
    let parts = Parts(instant)
    let isMidnight = parts.hour == 0 && parts.minute == 0 && parts.second == 0 && parts.millisecond == 0
    return isMidnight ? date(parts) : "\(date(parts)) \(time(parts))"
  }

  /// Only the day: `2025-03-01`.
  package static func day(_ instant: Instant) -> String { date(Parts(instant)) }

  private static func date(_ parts: Parts) -> String {
    "\(padded(parts.year, to: 4))-\(padded(parts.month, to: 2))-\(padded(parts.day, to: 2))"
  }

  private static func time(_ parts: Parts) -> String { "\(padded(parts.hour, to: 2)):\(padded(parts.minute, to: 2))" }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The parts of an instant in the proleptic Gregorian calendar.
  ///
  /// Reference: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`, for eras of 400 years
  /// that start in March.
  private struct Parts {
    var year: Int
    var month: Int
    var day: Int
    var hour: Int
    var minute: Int
    var second: Int
    var millisecond: Int

    init(_ instant: Instant) {
      let perDay = Int(Instant.millisecondsPerDay)
      let milliseconds = Int(instant.milliseconds)
      let days = (milliseconds - (milliseconds < 0 ? perDay - 1 : 0)) / perDay
      let rest = milliseconds - days * perDay
      millisecond = rest % 1000
      second = rest / 1000 % 60
      minute = rest / 60_000 % 60
      hour = rest / 3_600_000
      let shifted = days + 719_468
      let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
      let dayOfEra = shifted - era * 146_097
      let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
      let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
      let monthFromMarch = (5 * dayOfYear + 2) / 153
      day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
      month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
      year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
  }
}
