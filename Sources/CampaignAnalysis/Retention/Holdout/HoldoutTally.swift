import CampaignModel
import LogScanning

/// Counts, in one scope, what became of the contacts of a draw by lot, touched or not.
struct HoldoutTally: Sendable {
  /// The contacts that could be addressed, or those that were held out.
  struct Group: Sendable {
    var contacts = 0
    /// By ``Holdout/Outcome``, in its order, the contacts with that outcome.
    var outcomes = [Int](repeating: 0, count: Holdout.Outcome.allCases.count)

    mutating func merge(_ other: Group) {
      contacts += other.contacts
      outcomes.add(other.outcomes)
    }
  }

  var addressed = Group()
  var heldOut = Group()
  /// Held-out contacts with a touch in T(K).
  var contaminated = 0

  private let start: Int64
  /// First millisecond at which a purchase does not count any more.
  private let salesEnd: Int64
  private let isSale: [Bool]
  private let afterTouches: AfterTouchTest
  private let refunds: Refunds

  init(_ scope: Scope, refunds: Refunds, in dataset: Dataset) {
    start = scope.start.milliseconds
    salesEnd = scope.end.adding(days: dataset.settings.conversionDaysAfterEnd).milliseconds
    isSale = dataset.kinds.flags(of: ["order", "booking", "donation", "subscription"])
    afterTouches = AfterTouchTest(end: scope.end.milliseconds, refunds: refunds, in: dataset)
    self.refunds = refunds
  }

  /// Counts the drawn contacts of a batch.
  mutating func add(_ batch: borrowing ContactBatch, scope: Int) {
    var next = batch.histories(of: scope)
    for drawn in batch.drawn {
      while let first = next.first, batch.histories[first].contact < drawn.contact { next.removeFirst() }
      let isReached = next.first.map { batch.histories[$0].contact == drawn.contact } ?? false
      if drawn.isHeldOut {
        if isReached { contaminated += 1 }
        add(drawn.touches, of: batch, to: &heldOut)
      } else {
        add(drawn.touches, of: batch, to: &addressed)
      }
    }
  }

  private func add(_ positions: Range<Int>, of batch: borrowing ContactBatch, to group: inout Group) {
    var (isCustomer, stays, joins) = (false, false, false)
    var firstOwner = -1
    for position in positions {
      let touch = batch.touches[position]
      if isSale[touch.kind], touch.milliseconds >= start, touch.milliseconds < salesEnd, !refunds.contains(position) {
        isCustomer = true
      }
      guard afterTouches.accepts(touch, at: position) else { continue }
      let owner = batch.tables.owner[touch.channel]
      stays = true
      if firstOwner < 0 { firstOwner = owner }
      if owner != firstOwner { joins = true }
    }
    group.contacts += 1
    for (index, outcome) in Holdout.Outcome.allCases.enumerated() {
      let has =
        switch outcome {
        case .customer: isCustomer
        case .stays: stays
        case .joins: joins
        }
      if has { group.outcomes[index] += 1 }
    }
  }

  mutating func merge(_ other: HoldoutTally) {
    addressed.merge(other.addressed)
    heldOut.merge(other.heldOut)
    contaminated += other.contaminated
  }
}
