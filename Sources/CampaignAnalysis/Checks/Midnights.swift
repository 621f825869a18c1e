import CampaignModel
import Foundation

/// Whether clocks in a time zone show midnight at an instant.
struct Midnights {
  private let zone: TimeZone
  /// Per quarter of an hour since 1970, whether a day begins with it.
  private var known: [Int64: Bool] = [:]

  private static let quarter: Int64 = 900_000

  /// - Parameter timeZone: an IANA name; one that is not known counts as UTC.
  init(timeZone: String) { zone = TimeZone(identifier: timeZone) ?? .gmt }

  /// Zones differ from UTC by quarters of an hour.
  mutating func contains(_ milliseconds: Int64) -> Bool {
    guard milliseconds % Midnights.quarter == 0 else { return false }
    let place = milliseconds / Midnights.quarter
    if let isMidnight = known[place] { return isMidnight }
    let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
    let isMidnight = (milliseconds + Int64(offset) * 1000) % Instant.millisecondsPerDay == 0
    known[place] = isMidnight
    return isMidnight
  }
}
