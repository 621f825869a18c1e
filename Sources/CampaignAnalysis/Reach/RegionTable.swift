/// Counts contacts by the exact set of owners that reached them.
///
/// Nearly every figure of reach follows from these counts, so that one look-up per contact serves them all. A set is
/// a row of bits, one per partner in order of id (see ``TouchTables``). An entry of the table is the row and the
/// counts side by side, so that a look-up costs one cache line.
struct RegionTable: Sendable {
  private let wordsPerRow: Int
  /// Entries of a row and a word of counts: contacts in the lower half, those without an own touch in the upper.
  /// An entry without contacts is free. Their number is a power of two.
  private var entries: [UInt64]
  private var slotCount = 64
  private var usedCount = 0

  init(wordsPerRow: Int) {
    self.wordsPerRow = wordsPerRow
    entries = [UInt64](repeating: 0, count: slotCount * (wordsPerRow + 1))
  }

  /// Counts one contact whose owners are the set bits of `row`.
  @inline(__always) mutating func add(_ row: Span<UInt64>, isWithoutOwn: Bool) {
    add(row, counts: isWithoutOwn ? 1 << 32 | 1 : 1)
  }

  @inline(__always) private mutating func add(_ row: Span<UInt64>, counts: UInt64) {
    let slotCount = slotCount
    guard RegionTable.add(counts, of: row, to: entries.mutableSpan, slotCount) else { return }
    usedCount += 1
    if usedCount * 2 > slotCount { grow() }
  }

  /// Adds counts to the entry of a row; true if there was none yet.
  @inline(__always)
  private static func add(
    _ counts: UInt64, of row: Span<UInt64>, to entries: consuming MutableSpan<UInt64>, _ slotCount: Int
  ) -> Bool {
    let words = row.count
    var start = (hash(row) & (slotCount - 1)) * (words + 1)
    while entries[start + words] != 0 {
      var isSame = true
      for word in 0..<words where entries[start + word] != row[word] { isSame = false }
      if isSame {
        entries[start + words] += counts
        return false
      }
      start += words + 1
      if start == entries.count { start = 0 }
    }
    for word in 0..<words { entries[start + word] = row[word] }
    entries[start + words] = counts
    return true
  }

  /// Adds the counts of another table over the same partners.
  mutating func merge(_ other: RegionTable) {
    other.forEachEntry { row, counts in add(row, counts: counts) }
  }

  /// The sets that occur, with their counts, in no particular order.
  var regions: Regions {
    var regions = Regions(wordsPerRow: wordsPerRow, capacity: usedCount)
    forEachEntry { row, counts in regions.append(row, counts: counts) }
    return regions
  }

  @inline(__always)
  private func forEachEntry(_ body: (_ row: Span<UInt64>, _ counts: UInt64) -> Void) {
    let entries = entries.span
    for start in stride(from: 0, to: entries.count, by: wordsPerRow + 1) where entries[start + wordsPerRow] != 0 {
      body(entries.extracting(start..<start + wordsPerRow), entries[start + wordsPerRow])
    }
  }

  @inline(never) private mutating func grow() {
    let slotCount = slotCount * 2
    var grown = [UInt64](repeating: 0, count: slotCount * (wordsPerRow + 1))
    RegionTable.move(entries.span, to: grown.mutableSpan, words: wordsPerRow, slotCount)
    self.slotCount = slotCount
    entries = grown
  }

  /// Puts entries, whose rows all differ, into an empty table.
  private static func move(
    _ old: Span<UInt64>, to entries: consuming MutableSpan<UInt64>, words: Int, _ slotCount: Int
  ) {
    for entry in stride(from: 0, to: old.count, by: words + 1) where old[entry + words] != 0 {
      var start = (hash(old.extracting(entry..<entry + words)) & (slotCount - 1)) * (words + 1)
      while entries[start + words] != 0 {
        start += words + 1
        if start == entries.count { start = 0 }
      }
      for word in 0...words { entries[start + word] = old[entry + word] }
    }
  }

  /// Mixes the words of a row: multiply and fold, as in Fibonacci hashing (Knuth, TAOCP 3, section 6.4).
  @inline(__always)
  private static func hash(_ row: Span<UInt64>) -> Int {
    var hash: UInt64 = 0
    for word in row.indices {
      let product = (hash ^ row[word]).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
    }
    return Int(truncatingIfNeeded: hash >> 16)
  }
}
