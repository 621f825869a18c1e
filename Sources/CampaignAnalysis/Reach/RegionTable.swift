/// Counts contacts by the exact set of owners that reached them.
///
/// Nearly every figure of reach follows from these counts, so that one look-up per contact serves them all. A set is
/// a row of bits, one per partner in order of id (see ``TouchTables``).
struct RegionTable: Sendable {
  /// A set of owners with the contacts that exactly these reached; its row of bits has the same index.
  struct Region: Sendable {
    /// Number of owners in the set.
    let size: Int
    /// Contacts reached by exactly this set.
    var contacts: Int
    /// Those of them without an own touch.
    var contactsWithoutOwn: Int
  }

  private(set) var regions: [Region] = []
  /// The rows of the regions, one after the other.
  private var rows: [UInt64] = []
  private let wordsPerRow: Int
  /// Index into `regions` plus 1, 0 for a free slot; its size is a power of two.
  private var slots = [UInt32](repeating: 0, count: 64)

  init(wordsPerRow: Int) { self.wordsPerRow = wordsPerRow }

  /// Counts contacts whose owners are the set bits of `row`.
  mutating func add(_ row: borrowing [UInt64], contacts: Int, withoutOwn: Int) {
    var slot = RegionTable.hash(row) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if isRow(index, equalTo: row) {
        regions[index].contacts += contacts
        regions[index].contactsWithoutOwn += withoutOwn
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    var size = 0
    for word in 0..<wordsPerRow {
      rows.append(row[word])
      size += row[word].nonzeroBitCount
    }
    regions.append(Region(size: size, contacts: contacts, contactsWithoutOwn: withoutOwn))
    slots[slot] = UInt32(regions.count)
    if regions.count * 2 > slots.count { grow() }
  }

  /// Adds the counts of another table over the same partners.
  mutating func merge(_ other: RegionTable) {
    var row = [UInt64](repeating: 0, count: wordsPerRow)
    for (index, region) in other.regions.enumerated() {
      for word in 0..<wordsPerRow { row[word] = other.rows[index * wordsPerRow + word] }
      add(row, contacts: region.contacts, withoutOwn: region.contactsWithoutOwn)
    }
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

  /// Whether one region's list of ranks comes before another's, compared rank by rank.
  func precedes(_ left: Int, _ right: Int) -> Bool {
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

  private func isRow(_ index: Int, equalTo row: borrowing [UInt64]) -> Bool {
    for word in 0..<wordsPerRow where rows[index * wordsPerRow + word] != row[word] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    var row = [UInt64](repeating: 0, count: wordsPerRow)
    for index in regions.indices {
      for word in 0..<wordsPerRow { row[word] = rows[index * wordsPerRow + word] }
      var slot = RegionTable.hash(row) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// Mixes the words of a row: multiply and fold, as in Fibonacci hashing (Knuth, TAOCP 3, section 6.4).
  private static func hash(_ row: borrowing [UInt64]) -> Int {
    var hash: UInt64 = 0
    for word in row.indices {
      let product = (hash ^ row[word]).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
    }
    return Int(truncatingIfNeeded: hash >> 16)
  }
}
