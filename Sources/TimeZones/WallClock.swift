package import CampaignModel
import Foundation

/// What the clocks of a time zone show.
///
/// A local time that daylight saving skips or repeats takes the offset in force before the change (<doc:Dataset#Values>).
package struct WallClock: Sendable {
  /// IANA name, such as `Europe/Berlin`.
  package let name: String
  /// Offset in milliseconds where it never changes; nil where the zone has to be asked.
  private let fixedOffset: Int?
  private let zone: Zone?

  /// A zone of Foundation's. In a struct it would have no fixed layout, and so would whatever holds a clock: the compiler
  /// would copy that field by field for every contact.
  private final class Zone: Sendable {
    let zone: TimeZone

    init(_ zone: TimeZone) { self.zone = zone }
  }

  /// Coordinated Universal Time.
  package static let utc = WallClock(name: "UTC", fixedOffset: 0, zone: nil)

  private init(name: String, fixedOffset: Int?, zone: Zone?) {
    self.name = name
    self.fixedOffset = fixedOffset
    self.zone = zone
  }

  /// The clock of a time zone.
  ///
  /// - Returns: nil where the system knows no zone called `name`.
  package init?(timeZone name: String) {
    if name == "UTC" {
      self = .utc
      return
    }
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.init(name: name, fixedOffset: nil, zone: Zone(zone))
  }

  /// Milliseconds that clocks are ahead of UTC at an instant.
  package func offset(at milliseconds: Int) -> Int {
    if let fixedOffset { return fixedOffset }
    guard let zone = zone?.zone else { return 0 }
    let seconds = Int((Double(milliseconds) / 1000).rounded(.down))
    return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) * 1000
  }

  /// The offsets in force before and after a local day that starts `midnight` milliseconds after 1970-01-01T00:00:00 on
  /// the clock.
  package func offsets(aroundLocalMidnight midnight: Int) -> (before: Int, after: Int) {
    // No zone is further than 16 hours from UTC (Manila before 1845), so a change on that day lies between these two.
    let reach = 16 * 3_600_000
    return (offset(at: midnight - reach), offset(at: midnight + Int(Instant.millisecondsPerDay) + reach))
  }

  /// The instant at which clocks show the local time given as milliseconds since 1970-01-01T00:00:00 on the clock.
  package func instant(ofLocal local: Int) -> Int {
    if let fixedOffset { return local - fixedOffset }
    let day = Int(Instant.millisecondsPerDay)
    let (before, after) = offsets(aroundLocalMidnight: local - ((local % day) + day) % day)
    if before == after || offset(at: local - before) == before { return local - before }
    if offset(at: local - after) == after { return local - after }
    return local - before
  }

  /// The instant some years later at which clocks show the same date and time of day; 28 February for a 29th that the
  /// year has not.
  package func anniversary(_ years: Int, of start: Instant) -> Instant {
    let local = Int(start.milliseconds) + offset(at: Int(start.milliseconds))
    let date = CivilDate(dayNumber: localDay(at: start.milliseconds))
    let (year, month, day) = date.components
    let later =
      CivilDate(year: year + years, month: month, day: day) ?? CivilDate(year: year + years, month: month, day: 28)
    guard let later else { return Instant(milliseconds: .max) }
    let passed = (later.dayNumber - date.dayNumber) * Int(Instant.millisecondsPerDay)
    return Instant(milliseconds: Int64(instant(ofLocal: local + passed)))
  }

  /// The day that clocks show at an instant, in days since 1970-01-01.
  package func localDay(at milliseconds: Int64) -> Int {
    let local = Int(milliseconds) + offset(at: Int(milliseconds))
    return Int((Double(local) / Double(Instant.millisecondsPerDay)).rounded(.down))
  }

  /// The instant that a date written alone stands for: the day's first.
  package func start(ofLocalDay day: Int) -> Int64 {
    Int64(instant(ofLocal: day * Int(Instant.millisecondsPerDay)))
  }

  /// The instant at which a clock in UTC shows what this one shows at `instant`.
  package func local(_ instant: Instant) -> Instant {
    Instant(milliseconds: instant.milliseconds + Int64(offset(at: Int(instant.milliseconds))))
  }

  /// The day on which an instant falls.
  package func day(of instant: Instant) -> CivilDate { CivilDate(dayNumber: localDay(at: instant.milliseconds)) }

  /// The first moment of the day on which an instant falls.
  package func startOfDay(of instant: Instant) -> Instant {
    Instant(milliseconds: start(ofLocalDay: localDay(at: instant.milliseconds)))
  }
}
