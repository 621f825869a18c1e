import CampaignModel

/// What happened in each owner's channels between the borders of all scopes, whatever campaign it belonged to.
///
/// Kept once for all scopes: what one of them asks for is a sum or a minimum over intervals.
package struct OwnerTimeline: Sendable {
  /// What happened in one owner's channels in one interval.
  package struct Cell: Sendable {
    /// Contacts of the segment with their first touch in the owner's channels.
    var firstTouches = 0
    /// Time of the first touch with content; `Int64.max` for none.
    var firstPublication = Int64.max
  }

  /// Interval by interval, a cell for each owner.
  var cells: [Cell]
  private let partnerCount: Int

  init(intervalCount: Int, partnerCount: Int) {
    cells = [Cell](repeating: Cell(), count: intervalCount * partnerCount)
    self.partnerCount = partnerCount
  }

  /// The timeline of one contact, cut into what is before a border and what is not.
  init(_ history: borrowing ContactHistory, cutAt border: Int64) {
    self.init(intervalCount: 2, partnerCount: history.tables.partnerCount)
    for position in history.all where history.touches[position].contentOrZero > 0 {
      let touch = history.touches[position]
      let cell = (touch.milliseconds < border ? 0 : partnerCount) + history.tables.owner[touch.channel]
      cells[cell].firstPublication = min(cells[cell].firstPublication, touch.milliseconds)
    }
    guard history.isInSegment else { return }
    for first in history.firstTouchesByOwner {
      addFirstTouch(first.partner, history.touches[first.position].milliseconds < border ? 0 : 1)
    }
  }

  mutating func addFirstTouch(_ owner: Int, _ interval: Int) {
    cells[interval * partnerCount + owner].firstTouches += 1
  }

  mutating func merge(_ other: OwnerTimeline) {
    for (index, cell) in other.cells.enumerated() {
      cells[index].firstTouches += cell.firstTouches
      cells[index].firstPublication = min(cells[index].firstPublication, cell.firstPublication)
    }
  }

  /// Per owner, the contacts ever touched in its channels in the intervals before the given one.
  package func audience(before interval: Int) -> [Int] {
    (0..<partnerCount).map { owner in
      (0..<interval).reduce(0) { $0 + cells[$1 * partnerCount + owner].firstTouches }
    }
  }

  /// Per owner, the time of the first touch with content in its channels from the given interval on; `Int64.max` for
  /// none.
  package func firstPublication(since interval: Int) -> [Int64] {
    let count = partnerCount == 0 ? 0 : cells.count / partnerCount
    return (0..<partnerCount).map { owner in
      (interval..<max(interval, count)).reduce(.max) { min($0, cells[$1 * partnerCount + owner].firstPublication) }
    }
  }
}
