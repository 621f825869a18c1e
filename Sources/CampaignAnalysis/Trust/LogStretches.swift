import CampaignModel
import LogScanning

/// Parts the log where nothing happens for more than 365 days, to find its main part and what lies far from it.
///
/// Times are gathered in blocks of 365 days: within one there is no such gap.
struct LogStretches: Sendable {
  private struct Block {
    var first = Int64.max
    var last = Int64.min
    var count = 0

    mutating func merge(_ other: Block) {
      first = min(first, other.first)
      last = max(last, other.last)
      count += other.count
    }
  }

  /// By block since 1970, for the first 200: where logs lie that were not mistyped.
  private var usual = [Block](repeating: Block(), count: 200)
  private var others: [Int64: Block] = [:]

  private static let gap = 365 * Instant.millisecondsPerDay

  /// Counts a touch.
  mutating func add(_ milliseconds: Int64) {
    let place = LogStretches.place(of: milliseconds)
    add(Block(first: milliseconds, last: milliseconds, count: 1), at: place)
  }

  /// Counts touches that are in order of time, those of a block together.
  mutating func add(_ slice: Range<Int>, of touches: borrowing [Touch]) {
    var start = slice.lowerBound
    while start < slice.upperBound {
      let place = LogStretches.place(of: touches[start].milliseconds)
      // Less than a block after its first touch, so that this does not overflow.
      let last = place * LogStretches.gap + (LogStretches.gap - 1)
      var end = start + 1
      while end < slice.upperBound, touches[end].milliseconds <= last { end += 1 }
      add(
        Block(first: touches[start].milliseconds, last: touches[end - 1].milliseconds, count: end - start), at: place)
      start = end
    }
  }

  private static func place(of milliseconds: Int64) -> Int64 {
    milliseconds / LogStretches.gap - (milliseconds % LogStretches.gap < 0 ? 1 : 0)
  }

  /// How many lie in blocks after, or before, that of an instant.
  func count(after milliseconds: Int64) -> Int {
    let place = LogStretches.place(of: milliseconds)
    return blocks.reduce(0) { $0 + ($1.key > place ? $1.value.count : 0) }
  }

  func count(before milliseconds: Int64) -> Int {
    let place = LogStretches.place(of: milliseconds)
    return blocks.reduce(0) { $0 + ($1.key < place ? $1.value.count : 0) }
  }

  private mutating func add(_ block: Block, at place: Int64) {
    if place >= 0, place < usual.count {
      usual[Int(place)].merge(block)
    } else {
      others[place, default: Block()].merge(block)
    }
  }

  /// By block with a touch, what lies in it.
  private var blocks: [Int64: Block] {
    usual.indices.reduce(into: others) { blocks, place in
      if usual[place].count > 0 { blocks[Int64(place)] = usual[place] }
    }
  }

  /// By block, doubled, less one for those before 1970: how many, and the first and the last, the latter negated so that the
  /// least stays.
  mutating func code(_ coder: inout TallyCoder) throws(TallyFault) {
    let known = blocks
    func key(_ place: Int64) -> [UInt64] { [UInt64(bitPattern: place << 1 ^ place >> 63)] }
    let counts = try coder.table(width: 1) { table in
      for (place, block) in known { table.append(key(place), [Int64(block.count)]) }
    }
    let ends = try coder.table(width: 2, keepsLeast: true) { table in
      for (place, block) in known { table.append(key(place), [block.first, -block.last]) }
    }
    guard let counts, let ends else { return }
    guard counts.count == ends.count else { throw TallyFault("holds counts that do not fit each other") }
    self = LogStretches()
    for row in 0..<counts.count {
      guard let number = counts.key(of: row).first, counts.key(of: row) == ends.key(of: row) else {
        throw TallyFault("holds counts that do not fit each other")
      }
      let (place, times) = (Int64(bitPattern: number >> 1) ^ -Int64(number & 1), Array(ends.values(of: row)))
      guard times[1] > .min, times[0] <= -times[1] else { throw TallyFault("holds times that are out of order") }
      add(Block(first: times[0], last: -times[1], count: counts.counts(of: row)[0]), at: place)
    }
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
