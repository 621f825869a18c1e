import CampaignModel
import LogScanning

/// Tells after-touches: touches at or after a campaign's end, of level interaction or higher, that are no refunds.
struct AfterTouchTest: Sendable {
  /// First millisecond after the campaign.
  let end: Int64
  private let isAfterKind: [Bool]
  private let refunds: Refunds

  init(end: Int64, refunds: Refunds, in dataset: Dataset) {
    self.end = end
    self.refunds = refunds
    isAfterKind = dataset.kinds.kinds.map { $0.level >= .interaction }
  }

  /// - Parameter position: the touch's place in the log.
  @inline(__always) func accepts(_ touch: Touch, at position: Int) -> Bool {
    touch.milliseconds >= end && isAfterKind[touch.kind] && !refunds.contains(position)
  }
}
