/// The sets of owners that reached anyone, each with the contacts that exactly these reached.
package struct Regions: Sendable {
  /// A set of owners; its row of bits has the same index.
  package struct Region: Sendable {
    /// Contacts in the lower half, those of them without an own touch in the upper.
    package let counts: UInt64

    /// Contacts reached by exactly this set.
    var contacts: Int { Int(counts & 0xFFFF_FFFF) }
    /// Those of them without an own touch.
    var contactsWithoutOwn: Int { Int(counts >> 32) }
  }

  package private(set) var all: [Region] = []
  /// The rows of the regions, one after the other; bit r is the partner of rank r by id.
  package private(set) var rows: [UInt64] = []
  package let wordsPerRow: Int

  init(wordsPerRow: Int, capacity: Int) {
    self.wordsPerRow = wordsPerRow
    all.reserveCapacity(capacity)
    rows.reserveCapacity(capacity * wordsPerRow)
  }

  /// - Parameter counts: contacts in the lower half, those without an own touch in the upper.
  @inline(__always)
  mutating func append(_ row: Span<UInt64>, counts: UInt64) {
    for word in row.indices { rows.append(row[word]) }
    all.append(Region(counts: counts))
  }

  /// Takes out the counts of a region, so that it has no contacts.
  mutating func clear(_ index: Int) { all[index] = Region(counts: 0) }

  /// The same regions, most contacts first, then by their lists of ranks.
  func sorted() -> Regions {
    var sorted = Regions(wordsPerRow: wordsPerRow, capacity: all.count)
    let rows = rows.span
    for index in sortedIndices {
      sorted.append(rows.extracting(index * wordsPerRow..<(index + 1) * wordsPerRow), counts: all[index].counts)
    }
    return sorted
  }

  /// Number of owners of a region.
  func size(of index: Int) -> Int {
    (0..<wordsPerRow).reduce(0) { $0 + rows[index * wordsPerRow + $1].nonzeroBitCount }
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
}
