package import CampaignModel
import LogScanning

/// How long contacts pause between the days on which they interact: what a silence has to be held against.
///
/// A pause lies between two neighboring days with an interaction of one contact, over the whole log.
package struct ActivityRhythm: Sendable {
  /// The fewest days that nine in ten pauses do not exceed.
  package let usualPause: Int
  /// By days, how many pauses last so long.
  private let pauses: [Int: Int]

  /// Fewer pauses than this tell nothing.
  private static let fewestPauses = 30

  /// Nil where there are too few pauses. O(touches) time.
  package init?(of dataset: Dataset) {
    let pauses = PauseTally.count(dataset).pauses
    let count = pauses.values.reduce(0, +)
    guard count >= ActivityRhythm.fewestPauses else { return nil }
    var counted = 0
    usualPause =
      pauses.keys.sorted().first { days in
        counted += pauses[days] ?? 0
        return counted * 10 >= count * 9
      } ?? 0
    self.pauses = pauses
  }

  /// Whether a gap takes at most a quarter of the pauses for the end of a contact's activity.
  package func fits(_ gap: Int) -> Bool {
    let count = pauses.values.reduce(0, +)
    return longer(than: gap) * 4 <= count
  }

  /// How many pauses are longer than a gap, and how many there are.
  package func share(longerThan gap: Int) -> (count: Int, of: Int) {
    (longer(than: gap), pauses.values.reduce(0, +))
  }

  private func longer(than gap: Int) -> Int { pauses.reduce(0) { $0 + ($1.key > gap ? $1.value : 0) } }
}

/// Counts the pauses of all contacts by their length in days.
struct PauseTally: CodedCounts {
  private(set) var pauses: [Int: Int] = [:]

  static let key = "pauses of the log"

  static func count(_ dataset: Dataset) -> PauseTally {
    var tally = PauseTally()
    if let counted = dataset.counted(key, into: tally) { return counted }
    let isInteraction = dataset.kinds.kinds.map { $0.level >= .interaction }
    // Most pauses last less than some years: they are counted by their place.
    var counts = [Int](repeating: 0, count: 1 << 12)
    for contact in 0..<dataset.contacts.count {
      var last: Int64?
      for position in dataset.log.slice(of: contact) {
        let touch = dataset.log.touches[position]
        guard isInteraction[touch.kind] else { continue }
        let day = day(of: touch.milliseconds)
        if let last, day > last {
          let pause = Int(day - last)
          if pause < counts.count { counts[pause] += 1 } else { tally.pauses[pause, default: 0] += 1 }
        }
        last = day
      }
    }
    for (days, count) in counts.enumerated() where count > 0 { tally.pauses[days] = count }
    return tally
  }

  /// The day of an instant in UTC, numbered from 1970.
  private static func day(of milliseconds: Int64) -> Int64 {
    let day = milliseconds / Instant.millisecondsPerDay
    return milliseconds % Instant.millisecondsPerDay < 0 ? day - 1 : day
  }

  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    let known = pauses
    let table = try coder.table(width: 1) { table in
      for (days, count) in known { table.append([days], counts: [count]) }
    }
    guard let table else { return }
    pauses = [:]
    for row in 0..<table.count {
      pauses[try table.key(of: row, below: [1 << 40])[0]] = table.counts(of: row)[0]
    }
  }
}
