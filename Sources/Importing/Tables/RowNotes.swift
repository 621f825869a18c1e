/// What was noticed of some rows besides what they gave.
struct RowNotes: Sendable {
  /// Rows that hold anything.
  var rows = 0
  /// Rows, and entries of lists within rows, that were not wanted.
  private(set) var ignored = ReasonCounts()
  private(set) var ignoredEntries = ReasonCounts()
  /// Columns of touches' times that hold mere dates, by their references.
  var withoutClock: Set<Int> = []
  /// Numbers whose thousands were grouped, as they are written, and what they were read as: the first of each column.
  private(set) var grouped: [Grouped] = []

  struct Grouped {
    var column: String
    var written: String
    var number: Double
  }

  /// How often each reason was given, in the order in which they came.
  struct ReasonCounts: Sendable {
    private(set) var reasons: [String] = []
    private var counts: [String: Int] = [:]

    mutating func add(_ reason: String) {
      if counts[reason] == nil { reasons.append(reason) }
      counts[reason, default: 0] += 1
    }

    func count(_ reason: String) -> Int { counts[reason] ?? 0 }
  }

  mutating func ignore(_ reason: String) { ignored.add(reason) }

  mutating func ignoreEntry(_ reason: String) { ignoredEntries.add(reason) }

  private static let maximumGrouped = 20

  /// Whether grouped numbers are still of interest.
  var wantsGrouped: Bool { grouped.count < RowNotes.maximumGrouped }

  mutating func add(_ found: Grouped) {
    if wantsGrouped, !grouped.contains(where: { $0.column == found.column }) { grouped.append(found) }
  }

  /// Takes what was noticed of later rows, but how many they are and which were not wanted.
  mutating func append(_ later: RowNotes) {
    withoutClock.formUnion(later.withoutClock)
    for found in later.grouped { add(found) }
  }
}
