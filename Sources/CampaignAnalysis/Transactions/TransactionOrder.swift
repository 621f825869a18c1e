import CampaignModel
import LogScanning

/// A contact's touches in the order in which transactions follow on touches, and conversions on their paths.
///
/// It is the order of the log, but for a transaction at midnight in the dataset's zone: it has no clock and stands at
/// the end of its day, after all others of that day, several of a day by row (<doc:Metrics#Transactions>).
struct TransactionOrder: Sendable {
  /// Positions of all touches of the contact, in this order.
  private(set) var positions: [Int] = []
  /// When each touch stands in it, in milliseconds: its own time, or the last millisecond of its day.
  private(set) var times: [Int64] = []
  /// By kind, whether it is of level transaction.
  let isTransaction: [Bool]

  private var midnights: Midnights
  /// Transactions without a clock whose day has not ended yet.
  private var waiting: [Int] = []
  private var endOfDay = Int64.max

  init(in dataset: Dataset) {
    midnights = Midnights(in: dataset)
    isTransaction = dataset.kinds.kinds.map { $0.level == .transaction }
  }

  /// Turns to a contact.
  ///
  /// - Returns: whether it has a transaction; where it has none, nothing is put in order.
  mutating func load(_ history: borrowing ContactHistory) -> Bool {
    guard contains(history) else { return false }
    positions.removeAll(keepingCapacity: true)
    times.removeAll(keepingCapacity: true)
    for position in history.all {
      let touch = history.touches[position]
      if touch.milliseconds >= endOfDay { release() }
      if isTransaction[touch.kind], let next = midnights.next(ifMidnight: touch.milliseconds) {
        waiting.append(position)
        endOfDay = next
      } else {
        positions.append(position)
        times.append(touch.milliseconds)
      }
    }
    release()
    return true
  }

  private func contains(_ history: borrowing ContactHistory) -> Bool {
    for position in history.all where isTransaction[history.touches[position].kind] { return true }
    return false
  }

  private mutating func release() {
    for position in waiting {
      positions.append(position)
      times.append(endOfDay - 1)
    }
    waiting.removeAll(keepingCapacity: true)
    endOfDay = .max
  }
}
