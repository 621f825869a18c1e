package import CampaignModel

/// A contact's touches in the order in which transactions follow on touches, and conversions on their paths.
///
/// It is the order of the log, but for a transaction at midnight in the dataset's zone: it has no clock and stands at
/// the end of its day, after all others of that day, several of a day by row (<doc:Metrics#Transactions>).
package struct TransactionOrder: Sendable {
  /// Positions of all touches of the contact, in this order; empty where it has no transaction.
  package private(set) var positions: [Int] = []
  /// When each touch stands in it, in milliseconds: its own time, or the last millisecond of its day.
  package private(set) var times: [Int64] = []
  /// The places in it of the transactions, ascending.
  package private(set) var transactions: [Int] = []

  /// By kind, whether it is of level transaction.
  private let isTransaction: [Bool]
  private var midnights: Midnights
  /// Transactions without a clock whose day has not ended yet.
  private var waiting: [Int] = []
  private var endOfDay = Int64.max

  package init(in dataset: Dataset) {
    midnights = Midnights(in: dataset)
    // One entry for each kind that a touch can have, so that no look-up is out of bounds.
    isTransaction = (0..<KindTable.maximumCount).map {
      $0 < dataset.kinds.kinds.count && dataset.kinds.kinds[$0].level == .transaction
    }
  }

  /// Turns to a contact. Where it has no transaction, nothing is put in order.
  ///
  /// - Parameter slice: positions of all its touches.
  mutating func load(_ slice: Range<Int>, of touches: borrowing [Touch]) {
    positions.empty()
    times.empty()
    transactions.empty()
    guard contains(slice, of: touches) else { return }
    for position in slice {
      let touch = touches[position]
      if touch.milliseconds >= endOfDay { release() }
      if isTransaction[touch.kind] {
        if let next = midnights.next(ifMidnight: touch.milliseconds) {
          waiting.append(position)
          endOfDay = next
          continue
        }
        transactions.append(positions.count)
      }
      positions.append(position)
      times.append(touch.milliseconds)
    }
    release()
  }

  private func contains(_ slice: Range<Int>, of touches: borrowing [Touch]) -> Bool {
    for position in slice where isTransaction[touches[position].kind] { return true }
    return false
  }

  private mutating func release() {
    guard !waiting.isEmpty else { return }
    for position in waiting {
      transactions.append(positions.count)
      positions.append(position)
      times.append(endOfDay - 1)
    }
    waiting.empty()
    endOfDay = .max
  }
}
