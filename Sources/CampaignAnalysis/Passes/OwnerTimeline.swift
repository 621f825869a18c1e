import CampaignModel

/// What happened in each owner's channels between the borders of all scopes, whatever campaign it belonged to.
///
/// Kept once for all scopes: what one of them asks for is a sum or a minimum over intervals.
struct OwnerTimeline: Sendable {
  /// Contacts of the segment by the interval of their first touch in an owner's channels.
  var visits: [Int]
  /// Time of the first touch with content in an owner's channels, by interval; `Int64.max` for none.
  var carries: [Int64]
  private let partnerCount: Int

  init(intervalCount: Int, partnerCount: Int) {
    visits = [Int](repeating: 0, count: intervalCount * partnerCount)
    carries = [Int64](repeating: .max, count: intervalCount * partnerCount)
    self.partnerCount = partnerCount
  }

  mutating func merge(_ other: OwnerTimeline) {
    visits.add(other.visits)
    for cell in carries.indices { carries[cell] = min(carries[cell], other.carries[cell]) }
  }

  /// Per owner, the contacts ever touched in its channels in the intervals before the given one.
  func audience(before interval: Int) -> [Int] {
    (0..<partnerCount).map { owner in
      (0..<interval).reduce(0) { $0 + visits[$1 * partnerCount + owner] }
    }
  }

  /// Per owner, the first touch with content in its channels from the given interval on; `Int64.max` for none.
  func firstCarry(since interval: Int) -> [Int64] {
    let count = partnerCount == 0 ? 0 : carries.count / partnerCount
    return (0..<partnerCount).map { owner in
      (interval..<max(interval, count)).reduce(.max) { min($0, carries[$1 * partnerCount + owner]) }
    }
  }
}
