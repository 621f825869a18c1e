public import CampaignModel
import Foundation

/// The dataset's time zone: turns dates and times without an offset into instants.
///
/// A local time that daylight saving skips or repeats takes the offset in force before the change (<doc:Dataset#Values>).
public struct LocalClock: Sendable {
  /// IANA name, such as `Europe/Berlin`.
  public let name: String
  /// Offset in milliseconds where it never changes; nil where the zone has to be asked.
  private let fixedOffset: Int?
  private let zone: TimeZone?

  /// Coordinated Universal Time.
  public static let utc = LocalClock(name: "UTC", fixedOffset: 0, zone: nil)

  private init(name: String, fixedOffset: Int?, zone: TimeZone?) {
    self.name = name
    self.fixedOffset = fixedOffset
    self.zone = zone
  }

  /// The clock of the IANA time zone called `name`, or nil when there is none.
  public init?(name: String) {
    if name == "UTC" {
      self = .utc
      return
    }
    guard LocalClock.isZoneName(name), let zone = TimeZone(identifier: name) else { return nil }
    self.init(name: name, fixedOffset: nil, zone: zone)
  }

  /// Foundation also takes abbreviations and offsets such as `GMT+2`, which mean different things to different
  /// people; a zone's name has a region and a place, or is one of the few old ones that stand for UTC.
  private static func isZoneName(_ name: String) -> Bool {
    if ["GMT", "Etc/GMT", "Etc/UTC", "Zulu", "UCT", "Universal"].contains(name) { return true }
    return TimeZone.knownTimeZoneIdentifiers.contains(name) || (name.contains("/") && !name.contains(".."))
  }

  /// Milliseconds that clocks are ahead of UTC at an instant.
  private func offset(at milliseconds: Int) -> Int {
    if let fixedOffset { return fixedOffset }
    guard let zone else { return 0 }
    let seconds = Int((Double(milliseconds) / 1000).rounded(.down))
    return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) * 1000
  }

  /// The instant at which clocks show the local time given as milliseconds since 1970-01-01T00:00:00 on the clock.
  package func instant(ofLocal local: Int) -> Int {
    if let fixedOffset { return local - fixedOffset }
    let midnight = local - LocalClock.remainder(local, LocalClock.dayLength)
    let (before, after) = offsets(aroundLocalMidnight: midnight)
    if before == after || offset(at: local - before) == before { return local - before }
    if offset(at: local - after) == after { return local - after }
    return local - before
  }

  /// The offsets in force before and after a day, whatever the zone.
  private func offsets(aroundLocalMidnight midnight: Int) -> (before: Int, after: Int) {
    // No zone is further than 16 hours from UTC (Manila before 1845), so a change on that day lies between these two.
    let reach = 16 * 3_600_000
    return (offset(at: midnight - reach), offset(at: midnight + LocalClock.dayLength + reach))
  }

  /// The offset in milliseconds that holds for every local time of a day; nil where it changes about then.
  package func offset(throughout date: CivilDate) -> Int? {
    if let fixedOffset { return fixedOffset }
    let (before, after) = offsets(aroundLocalMidnight: date.dayNumber * LocalClock.dayLength)
    return before == after ? before : nil
  }

  private static func remainder(_ number: Int, _ divisor: Int) -> Int {
    let remainder = number % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  /// The instant that a date or time stands for; a date is its first moment. Nil outside the years 0001 to 9999.
  package func start(of time: WrittenTime) -> Int64? {
    let local = time.date.dayNumber * LocalClock.dayLength + (time.millisecondsOfDay ?? 0)
    let instant = time.offset.map { local - $0 } ?? instant(ofLocal: local)
    return LocalClock.supported.contains(instant) ? Int64(instant) : nil
  }

  /// The end of a window that a date or time closes: a date counts to the next midnight. Nil outside the years
  /// 0001 to 9999, save that the last day may end where the year 10000 begins.
  package func inclusiveEnd(of time: WrittenTime) -> Int64? {
    guard time.millisecondsOfDay == nil else { return start(of: time) }
    guard start(of: time) != nil else { return nil }
    return Int64(instant(ofLocal: (time.date.dayNumber + 1) * LocalClock.dayLength))
  }

  private static let dayLength = Int(Instant.millisecondsPerDay)

  /// Milliseconds of the years 0001 to 9999.
  private static let supported =
    CivilDate.supported.lowerBound * dayLength..<(CivilDate.supported.upperBound + 1) * dayLength
}

extension LocalClock {
  /// Reads a date or time as written in files and on the command line; a date stands for its first moment.
  ///
  /// - Returns: nil when `text` is in none of the forms of <doc:Dataset#Values>, or outside the years 0001 to 9999.
  public func instant(of text: String) -> Instant? {
    let bytes = Array(text.utf8)
    guard let time = WrittenTime(bytes.span) else { return nil }
    return start(of: time).map { Instant(milliseconds: $0) }
  }

  /// Whether a text is a mere date, without a time of day.
  public static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return WrittenTime(bytes.span)?.isDate ?? false
  }

  /// Reads the end of a window: like ``instant(of:)``, but a date includes that day and stands for the next midnight.
  public func inclusiveEnd(of text: String) -> Instant? {
    let bytes = Array(text.utf8)
    guard let time = WrittenTime(bytes.span) else { return nil }
    return inclusiveEnd(of: time).map { Instant(milliseconds: $0) }
  }
}
