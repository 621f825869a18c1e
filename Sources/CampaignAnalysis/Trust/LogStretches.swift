import CampaignModel

/// Parts the log where nothing happens for more than 365 days, to find its main part and what lies far from it.
///
/// Times are gathered in blocks of 365 days: within one there is no such gap.
struct LogStretches: Sendable {
  private struct Block {
    var first: Int64
    var last: Int64
    var count: Int
  }

  private var blocks: [Int64: Block] = [:]

  private static let gap = 365 * Instant.millisecondsPerDay

  /// Counts a touch.
  mutating func add(_ milliseconds: Int64) {
    let place = milliseconds / LogStretches.gap - (milliseconds % LogStretches.gap < 0 ? 1 : 0)
    add(Block(first: milliseconds, last: milliseconds, count: 1), at: place)
  }

  private mutating func add(_ block: Block, at place: Int64) {
    guard let known = blocks[place] else {
      blocks[place] = block
      return
    }
    blocks[place] = Block(
      first: min(known.first, block.first), last: max(known.last, block.last), count: known.count + block.count)
  }

  mutating func merge(_ other: LogStretches) {
    for (place, block) in other.blocks { add(block, at: place) }
  }

  /// The stretch without such a gap that holds most touches, the earliest of equals, and how many touches lie before and
  /// after it; nil without a touch.
  var outsideOfMain: (early: Int, late: Int, main: ClosedRange<Int64>?) {
    var stretches: [Block] = []
    for (_, block) in blocks.sorted(by: { $0.key < $1.key }) {
      if let last = stretches.last, block.first - last.last <= LogStretches.gap {
        stretches[stretches.count - 1] = Block(first: last.first, last: block.last, count: last.count + block.count)
      } else {
        stretches.append(block)
      }
    }
    guard let most = stretches.map(\.count).max(), let main = stretches.firstIndex(where: { $0.count == most }) else {
      return (0, 0, nil)
    }
    func touches(_ part: ArraySlice<Block>) -> Int { part.reduce(0) { $0 + $1.count } }
    return (
      touches(stretches[..<main]), touches(stretches[(main + 1)...]), stretches[main].first...stretches[main].last
    )
  }
}
