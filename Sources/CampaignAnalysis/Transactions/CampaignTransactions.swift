import CampaignModel
import LogScanning

/// Tells which of a contact's touches are transactions of a scope, X(K) (<doc:Metrics#Transactions>).
///
/// These are the transactions of T(K); those without content that follow in the window on a touch of T(K); and, as far
/// as `conversion_days_after_end` reaches, those with the campaign's content or without any that come after the end.
/// They are found for the whole campaign and then filtered as T(K) is, so the history must hold the touches of T(K)
/// before the filter.
struct CampaignTransactions: Sendable {
  /// By place in the ``TransactionOrder``, whether the touch is in X(K) after the filter.
  private(set) var isCounted: [Bool] = []
  /// The same before the filter.
  private(set) var isOfCampaign: [Bool] = []

  /// Whether the scope's filter leaves anything out.
  let isNarrowed: Bool
  private let test: ScopeTest
  private let campaignTest: ScopeTest
  /// First millisecond after the days that still belong to the campaign.
  private let lateEnd: Int64
  private let filterStart: Int64
  private let filterEnd: Int64

  init(_ scope: MeasuredScope, in dataset: Dataset) {
    test = scope.test
    campaignTest = scope.campaignTest
    let filter = scope.scope.filter
    lateEnd = scope.campaignTest.end + Int64(dataset.settings.conversionDaysAfterEnd) * Instant.millisecondsPerDay
    filterStart = filter.from?.milliseconds ?? .min
    filterEnd = filter.until?.milliseconds ?? .max
    isNarrowed = scope.isNarrowed
  }

  /// Whether a touch is in T(K) before the filter.
  func isOfTouches(_ touch: Touch) -> Bool { campaignTest.accepts(touch) }

  /// Whether a touch of T(K) before the filter is in T(K).
  func accepts(_ touch: Touch) -> Bool { !isNarrowed || test.accepts(touch) }

  /// Turns to the contact that the order has loaded.
  mutating func load(_ history: borrowing ContactHistory, _ order: borrowing TransactionOrder) {
    isCounted.removeAll(keepingCapacity: true)
    isOfCampaign.removeAll(keepingCapacity: true)
    let isTouched = !history.scopedTouches.isEmpty
    var followsOn = false
    for place in order.positions.indices {
      let touch = history.touches[order.positions[place]]
      let isScoped = isTouched && campaignTest.accepts(touch)
      let belongs = isTouched && order.isTransaction[touch.kind] && (isScoped || isOutside(touch, followsOn: followsOn))
      if isScoped { followsOn = true }
      isOfCampaign.append(belongs)
      isCounted.append(belongs && passesFilter(touch))
    }
  }

  /// Whether a transaction that is not in T(K) belongs to the campaign all the same.
  private func isOutside(_ touch: Touch, followsOn: Bool) -> Bool {
    let time = touch.milliseconds
    if time >= campaignTest.start, time < campaignTest.end { return followsOn && touch.contentOrZero == 0 }
    return time >= campaignTest.end && time < lateEnd && isWithoutOtherContent(touch)
  }

  /// Whether a touch carries no content, or one of the campaign's.
  func isWithoutOtherContent(_ touch: Touch) -> Bool {
    touch.contentOrZero == 0 || !campaignTest.acceptsContent[0] && campaignTest.acceptsContent[touch.contentOrZero]
  }

  private func passesFilter(_ touch: Touch) -> Bool {
    !isNarrowed
      || touch.milliseconds >= filterStart && touch.milliseconds < filterEnd && test.acceptsChannel[touch.channel]
        && test.acceptsKind[touch.kind]
  }
}
