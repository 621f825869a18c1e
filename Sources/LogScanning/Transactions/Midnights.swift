package import CampaignModel
import TimeZones

/// Tells which instants are midnights in the dataset's zone: those that a date written alone stands for.
///
/// What a till or a donation system exports with a mere date has no clock (<doc:Metrics#Transactions>).
package struct Midnights: Sendable {
  /// Asking for a day's offset twice costs more than remembering it: sales lie on few days.
  private var known: [Int: [(start: Int64, next: Int64)]] = [:]
  private let clock: WallClock

  private static let day = Instant.millisecondsPerDay

  package init(in dataset: Dataset) { clock = WallClock(timeZone: dataset.settings.timeZone) ?? .utc }

  /// The midnight after an instant that is one itself; nil for all other instants.
  package mutating func next(ifMidnight milliseconds: Int64) -> Int64? {
    // Offsets are whole seconds in every zone and century.
    guard milliseconds % 1000 == 0 else { return nil }
    let place = milliseconds / Midnights.day - (milliseconds % Midnights.day < 0 ? 1 : 0)
    let days = known[Int(place)] ?? find(Int(place))
    return days.first { $0.start == milliseconds }?.next
  }

  /// The midnights that lie within a day of UTC: mostly one.
  private mutating func find(_ day: Int) -> [(start: Int64, next: Int64)] {
    let first = Int64(day) * Midnights.day
    // Of a date that a zone skipped and the one after it, which stand for the same instant, the later one has a next.
    let found = (day - 1...day + 2).map { (start: clock.start(ofLocalDay: $0), next: clock.start(ofLocalDay: $0 + 1)) }
      .filter { $0.start >= first && $0.start < first + Midnights.day && $0.next > $0.start }
    known[day] = found
    return found
  }
}
