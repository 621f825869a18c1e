import CampaignModel
import LogScanning

/// Counts touches by kind, and who carries the campaign, in one scope.
struct EngagementTally: ContactTally {
  /// Contacts of T(K).
  var reach = 0
  /// Contacts with an interaction among them.
  var interactingContacts = 0
  /// Touches of T(K) by kind, refunds left out.
  var touchesByKind = [Int](repeating: 0, count: KindTable.maximumCount)
  /// Whether an owner has a touch in T(K).
  var isCarrier: [Bool]
  /// Whether an owner has a touch with a content in T(K).
  var carriesContent: [Bool]

  /// Who referred whom, of all contacts at hand.
  var referrals: Referrals

  let ids: TextColumn
  private let refunds: Refunds
  private let isInteraction: [Bool]

  /// - Parameter refunds: no interactions.
  init(_ scope: MeasuredScope, in dataset: Dataset, refunds: Refunds) {
    self.refunds = refunds
    referrals = Referrals(scope.test, in: dataset)
    ids = dataset.contacts.ids
    isInteraction = dataset.kinds.kinds.map { $0.level >= .interaction }
    isCarrier = [Bool](repeating: false, count: dataset.partners.count)
    carriesContent = isCarrier
  }

  mutating func add(_ history: borrowing ContactHistory) {
    reach += 1
    var interacts = false
    for position in history.scopedTouches {
      let touch = history.touches[position]
      let owner = history.tables.owner[touch.channel]
      if !refunds.contains(position) {
        touchesByKind[touch.kind] += 1
        if isInteraction[touch.kind] { interacts = true }
      }
      isCarrier[owner] = true
      if touch.contentOrZero > 0 { carriesContent[owner] = true }
    }
    if interacts { interactingContacts += 1 }
  }

  mutating func merge(_ other: EngagementTally) {
    reach += other.reach
    interactingContacts += other.interactingContacts
    touchesByKind.add(other.touchesByKind)
    for partner in isCarrier.indices {
      isCarrier[partner] = isCarrier[partner] || other.isCarrier[partner]
      carriesContent[partner] = carriesContent[partner] || other.carriesContent[partner]
    }
  }
}
