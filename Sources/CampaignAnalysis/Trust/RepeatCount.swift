import CampaignModel
import LogScanning

/// Counts touches that are equal to an earlier row in all columns: rows that were exported twice.
struct RepeatCount: Sendable {
  enum Search: Int, CaseIterable {
    case duplicates
    /// Those of level transaction, of all of it.
    case duplicateTransactions
  }

  /// All that is known of a touch of one contact.
  private struct Row: Hashable {
    var touch: Touch
    var value: Double?
    var cost: Double?
  }

  private var counts = [TrustTally.Found](repeating: TrustTally.Found(), count: Search.allCases.count)
  private var sums = ExactSums(count: Search.allCases.count)
  private let isTransaction: [Bool]
  private var seen: Set<Row> = []

  init(in dataset: Dataset) { isTransaction = dataset.kinds.kinds.map { $0.level == .transaction } }

  /// What a search found.
  func found(_ search: Search) -> TrustTally.Found {
    var found = counts[search.rawValue]
    found.value = sums[search.rawValue]
    return found
  }

  /// Counts a contact with at least one touch.
  mutating func add(_ slice: Range<Int>, of log: borrowing TouchLog) {
    // What the contact has, by search: 1 a repeat, 2 a row that is none.
    var has: (rows: UInt8, transactions: UInt8) = (0, 0)
    counts[Search.duplicates.rawValue].of += slice.count
    guard RepeatCount.hasEqualTimes(slice, of: log.touches) else {
      return addWithoutRepeats(slice, of: log.touches)
    }
    var start = slice.lowerBound
    while start < slice.upperBound {
      var end = start + 1
      while end < slice.upperBound, log.touches[end].milliseconds == log.touches[start].milliseconds { end += 1 }
      if end > start + 1 { seen.removeAll(keepingCapacity: true) }
      for position in start..<end {
        let touch = log.touches[position]
        let isRepeat =
          end > start + 1
          && !seen.insert(Row(touch: touch, value: log.values[position], cost: log.costs[position])).inserted
        if isRepeat { note(.duplicates, value: nil) }
        has.rows |= isRepeat ? 1 : 2
        guard isTransaction[touch.kind] else { continue }
        counts[Search.duplicateTransactions.rawValue].of += 1
        if isRepeat { note(.duplicateTransactions, value: log.values[position]) }
        has.transactions |= isRepeat ? 1 : 2
      }
      start = end
    }
    count(has.rows, to: .duplicates)
    count(has.transactions, to: .duplicateTransactions)
  }

  /// Counts a contact by what it has: 1 repeats, 2 rows that are none.
  private mutating func count(_ parts: UInt8, to search: Search) {
    guard parts != 0 else { return }
    if parts & 1 != 0 { counts[search.rawValue].contacts += 1 }
    if parts & 2 != 0 { counts[search.rawValue].contactsOfRest += 1 }
    counts[search.rawValue].contactsOfAll += 1
  }

  /// Whether two touches of a contact have the same time: only then can one repeat the other.
  private static func hasEqualTimes(_ slice: Range<Int>, of touches: borrowing [Touch]) -> Bool {
    var previous = touches[slice.lowerBound].milliseconds
    for position in slice.lowerBound + 1..<slice.upperBound {
      let time = touches[position].milliseconds
      if time == previous { return true }
      previous = time
    }
    return false
  }

  private mutating func addWithoutRepeats(_ slice: Range<Int>, of touches: borrowing [Touch]) {
    var transactions = 0
    for position in slice where isTransaction[touches[position].kind] { transactions += 1 }
    counts[Search.duplicateTransactions.rawValue].of += transactions
    count(2, to: .duplicates)
    count(transactions > 0 ? 2 : 0, to: .duplicateTransactions)
  }

  /// Counts a repeat.
  private mutating func note(_ search: Search, value: Double?) {
    let index = search.rawValue
    counts[index].count += 1
    guard let value else { return }
    counts[index].valued += 1
    sums.add(value, to: index)
  }

  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    try coder.code(&counts)
    try coder.sums(&sums)
  }

  mutating func merge(_ other: RepeatCount) {
    for index in counts.indices { counts[index].merge(other.counts[index]) }
    sums.merge(other.sums)
  }
}
