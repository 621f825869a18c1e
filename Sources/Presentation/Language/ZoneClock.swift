package import CampaignModel
import Foundation

/// What clocks in a time zone show, whatever zone and locale the machine has.
package struct ZoneClock: Sendable {
  private let zone: TimeZone

  /// - Parameter timeZone: an IANA name; one that is not known counts as UTC.
  package init(timeZone: String) { zone = TimeZone(identifier: timeZone) ?? .gmt }

  /// The instant at which a clock in UTC shows what a clock in the time zone shows at `instant`.
  package func local(_ instant: Instant) -> Instant {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    return Instant(milliseconds: instant.milliseconds + Int64(zone.secondsFromGMT(for: date)) * 1000)
  }

  /// The day on which an instant falls.
  package func day(of instant: Instant) -> CivilDate { CivilDate(local(instant)) }

  /// The first moment of the day on which an instant falls.
  package func startOfDay(of instant: Instant) -> Instant {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    return Instant(milliseconds: Int64((calendar.startOfDay(for: date).timeIntervalSince1970 * 1000).rounded()))
  }
}
