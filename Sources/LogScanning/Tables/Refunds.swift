package import CampaignModel

/// Tells which touches are refunds: transactions with a negative value (<doc:Metrics#Retention>).
///
/// One bit a touch where a dataset has any, nothing where it has none, as most have.
@usableFromInline package struct Refunds: Sendable {
  @usableFromInline let bits: [UInt64]

  /// Finds the refunds of a log. O(touches), or O(1) where no touch records a value.
  package init(in dataset: Dataset) {
    let log = dataset.log
    guard !log.values.isEmpty else {
      bits = []
      return
    }
    var isTransaction = [Bool](repeating: false, count: KindTable.maximumCount)
    for (index, kind) in dataset.kinds.kinds.enumerated() { isTransaction[index] = kind.level == .transaction }
    var found: [UInt64] = []
    for position in log.touches.indices where isTransaction[log.touches[position].kind] {
      guard let value = log.values[position], value < 0 else { continue }
      if found.isEmpty { found = [UInt64](repeating: 0, count: (log.count + 63) / 64) }
      found[position >> 6] |= 1 << UInt64(position & 63)
    }
    bits = found
  }

  /// Whether the touch at a position of the log is one.
  @inlinable package func contains(_ position: Int) -> Bool {
    !bits.isEmpty && bits[position >> 6] >> UInt64(position & 63) & 1 != 0
  }
}
