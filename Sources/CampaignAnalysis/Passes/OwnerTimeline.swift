import CampaignModel

/// What happened in each owner's channels between the borders of all scopes, whatever campaign it belonged to.
///
/// Kept once for all scopes: what one of them asks for is a sum or a minimum over intervals.
struct OwnerTimeline: Sendable {
  /// What happened in one owner's channels in one interval.
  struct Cell: Sendable {
    /// Contacts of the segment with their first touch in the owner's channels.
    var visits = 0
    /// Time of the first touch with content; `Int64.max` for none.
    var firstCarry = Int64.max
  }

  /// Interval by interval, a cell for each owner.
  var cells: [Cell]
  private let partnerCount: Int

  init(intervalCount: Int, partnerCount: Int) {
    cells = [Cell](repeating: Cell(), count: intervalCount * partnerCount)
    self.partnerCount = partnerCount
  }

  mutating func addVisit(_ owner: Int, _ interval: Int) { cells[interval * partnerCount + owner].visits += 1 }

  mutating func merge(_ other: OwnerTimeline) {
    for (index, cell) in other.cells.enumerated() {
      cells[index].visits += cell.visits
      cells[index].firstCarry = min(cells[index].firstCarry, cell.firstCarry)
    }
  }

  /// Per owner, the contacts ever touched in its channels in the intervals before the given one.
  func audience(before interval: Int) -> [Int] {
    (0..<partnerCount).map { owner in
      (0..<interval).reduce(0) { $0 + cells[$1 * partnerCount + owner].visits }
    }
  }

  /// Per owner, the first touch with content in its channels from the given interval on; `Int64.max` for none.
  func firstCarry(since interval: Int) -> [Int64] {
    let count = partnerCount == 0 ? 0 : cells.count / partnerCount
    return (0..<partnerCount).map { owner in
      (interval..<max(interval, count)).reduce(.max) { min($0, cells[$1 * partnerCount + owner].firstCarry) }
    }
  }
}
