package import CampaignModel

/// Instants as text, in UTC.
package enum InstantText {
  /// RFC 3339: `2025-03-01T09:30:00Z`, with milliseconds where there are any.
  package static func rfc3339(_ instant: Instant) -> String {
    let (dayNumber, time) = instant.sinceMidnight
    let second = "\(clock(time)):\(padded(time / 1000 % 60, to: 2))"
    let fraction = time % 1000 == 0 ? "" : "." + padded(time % 1000, to: 3)
    return "\(CivilDate(dayNumber: dayNumber))T\(second)\(fraction)Z"
  }

  /// As people read it: `2025-03-01` at midnight, else `2025-03-01 09:30`.
  package static func plain(_ instant: Instant) -> String {
    let (dayNumber, time) = instant.sinceMidnight
    let date = CivilDate(dayNumber: dayNumber)
    return time == 0 ? "\(date)" : "\(date) \(clock(time))"
  }

  private static func clock(_ time: Int) -> String {
    "\(padded(time / 3_600_000, to: 2)):\(padded(time / 60_000 % 60, to: 2))"
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
