public import CampaignModel
import Foundation
import TimeZones

/// The dataset's time zone: turns dates and times without an offset, as written in files, into instants.
public struct LocalClock: Sendable {
  private let wall: WallClock

  /// IANA name, such as `Europe/Berlin`.
  public var name: String { wall.name }

  /// Coordinated Universal Time.
  public static let utc = LocalClock(.utc)

  private init(_ wall: WallClock) { self.wall = wall }

  /// The clock of the IANA time zone called `name`, or nil when there is none.
  public init?(name: String) {
    guard name == "UTC" || LocalClock.isZoneName(name), let wall = WallClock(timeZone: name) else { return nil }
    self.init(wall)
  }

  /// Foundation also takes abbreviations and offsets such as `GMT+2`, which mean different things to different
  /// people; a zone's name has a region and a place, or is one of the few old ones that stand for UTC.
  private static func isZoneName(_ name: String) -> Bool {
    if ["GMT", "Etc/GMT", "Etc/UTC", "Zulu", "UCT", "Universal"].contains(name) { return true }
    // Making the list of all takes eight million instructions.
    return name.contains("/") && !name.contains("..") || TimeZone.knownTimeZoneIdentifiers.contains(name)
  }

  /// The instant at which clocks show the local time given as milliseconds since 1970-01-01T00:00:00 on the clock.
  package func instant(ofLocal local: Int) -> Int { wall.instant(ofLocal: local) }

  /// The offset in milliseconds that holds for every local time of a day; nil where it changes about then.
  package func offset(throughout date: CivilDate) -> Int? {
    let (before, after) = wall.offsets(aroundLocalMidnight: date.dayNumber * LocalClock.dayLength)
    return before == after ? before : nil
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
