/// The sets of owners that reached anyone, each with the contacts that exactly these reached.
struct Regions: Sendable {
  /// A set of owners; its row of bits has the same index.
  struct Region: Sendable {
    /// Number of owners in the set.
    let size: Int
    /// Contacts reached by exactly this set.
    let contacts: Int
    /// Those of them without an own touch.
    let contactsWithoutOwn: Int
  }

  private(set) var all: [Region] = []
  /// The rows of the regions, one after the other; bit r is the partner of rank r by id.
  private var rows: [UInt64] = []
  private let wordsPerRow: Int

  init(wordsPerRow: Int, capacity: Int) {
    self.wordsPerRow = wordsPerRow
    all.reserveCapacity(capacity)
    rows.reserveCapacity(capacity * wordsPerRow)
  }

  mutating func append(_ row: [UInt64], contacts: Int, contactsWithoutOwn: Int) {
    rows.append(contentsOf: row)
    let size = row.reduce(0) { $0 + $1.nonzeroBitCount }
    all.append(Region(size: size, contacts: contacts, contactsWithoutOwn: contactsWithoutOwn))
  }

  /// Calls `body` with the rank of each owner of a region, ascending.
  @inline(__always)
  func forEachRank(of index: Int, _ body: (Int) -> Void) {
    for word in 0..<wordsPerRow {
      var left = rows[index * wordsPerRow + word]
      while left != 0 {
        body(word << 6 + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
  }

  /// Indices of the regions, most contacts first, then by their lists of ranks.
  var sortedIndices: [Int] {
    guard wordsPerRow == 1 else {
      return all.indices.sorted {
        let (left, right) = (all[$0].contacts, all[$1].contacts)
        return left != right ? left > right : precedes($0, $1)
      }
    }
    return all.indices.map { SortKey(contacts: all[$0].contacts, row: rows[$0], size: all[$0].size, index: $0) }
      .sorted { $0 < $1 }.map { Int($0.index) }
  }

  /// The place of a region whose row is one word, as numbers that compare fast.
  private struct SortKey: Comparable {
    private let fewness: UInt32
    /// Rank 0 in the highest place. Up to the last rank, 0 is a rank that is in the list and 1 one that is not, so that
    /// of two lists the one with the lower rank comes first where they differ.
    private let list: UInt64
    private let size: UInt32
    let index: UInt32

    init(contacts: Int, row: UInt64, size: Int, index: Int) {
      fewness = UInt32.max - UInt32(contacts)
      list = (~row & (UInt64.max &>> UInt64(row.leadingZeroBitCount & 63))).bitReversed
      self.size = UInt32(size)
      self.index = UInt32(index)
    }

    static func < (left: SortKey, right: SortKey) -> Bool {
      if left.fewness != right.fewness { return left.fewness < right.fewness }
      if left.list != right.list { return left.list < right.list }
      // Only where one list is the beginning of the other.
      return left.size < right.size
    }
  }

  /// Whether one region's list of ranks comes before another's, compared rank by rank.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    for word in 0..<wordsPerRow {
      let a = rows[left * wordsPerRow + word]
      let b = rows[right * wordsPerRow + word]
      guard a != b else { continue }
      // The lowest rank that only one has decides, unless the other list has already ended: then that one is shorter.
      let bit = (a ^ b) & (~(a ^ b) &+ 1)
      let aHasBit = a & bit != 0
      let other = aHasBit ? right : left
      let otherGoesOn =
        rows[other * wordsPerRow + word] & ~(bit | (bit &- 1)) != 0
        || ((word + 1)..<max(word + 1, wordsPerRow)).contains { rows[other * wordsPerRow + $0] != 0 }
      return aHasBit == otherGoesOn
    }
    return false
  }
}

extension UInt64 {
  /// The same bits, the lowest in the highest place (Warren, Hacker's Delight, section 7-1).
  fileprivate var bitReversed: UInt64 {
    var word = byteSwapped
    word = (word & 0x0F0F_0F0F_0F0F_0F0F) << 4 | word >> 4 & 0x0F0F_0F0F_0F0F_0F0F
    word = (word & 0x3333_3333_3333_3333) << 2 | word >> 2 & 0x3333_3333_3333_3333
    return (word & 0x5555_5555_5555_5555) << 1 | word >> 1 & 0x5555_5555_5555_5555
  }
}
