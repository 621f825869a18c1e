import LogScanning

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

  /// Counts the contacts of some scoped histories by the owners that they met.
  mutating func add(_ histories: Range<Int>, of batch: borrowing ContactBatch) {
    while (usedCount + histories.count) * 2 > slotCount { grow() }
    usedCount += RegionTable.add(histories, of: batch, to: &entries, slotCount)
  }

  /// Adds scoped histories to a table that has room for them; returns how many entries are new.
  private static func add(
    _ histories: Range<Int>, of batch: borrowing ContactBatch, to entries: inout [UInt64], _ slotCount: Int
  ) -> Int {
    var entries = entries.mutableSpan
    let (rows, words) = (batch.rows.span, batch.tables.wordsPerRow)
    var newCount = 0
    for history in histories {
      let start = ContactBatch.index(of: .owners, of: history) &* words
      let counts: UInt64 = batch.histories[history].ownCount == 0 ? 1 << 32 | 1 : 1
      let isNew =
        words == 1
        ? add(counts, of: rows[start], to: &entries, slotCount)
        : add(counts, of: rows.extracting(start..<start &+ words), to: &entries, slotCount)
      newCount &+= isNew ? 1 : 0
    }
    return newCount
  }

  /// Counts one contact whose owners are the set bits of `row`.
  mutating func add(_ row: Span<UInt64>, isWithoutOwn: Bool) {
    add(row, counts: isWithoutOwn ? 1 << 32 | 1 : 1)
  }

  private mutating func add(_ row: Span<UInt64>, counts: UInt64) {
    let slotCount = slotCount
    var span = entries.mutableSpan
    guard RegionTable.add(counts, of: row, to: &span, slotCount) else { return }
    usedCount += 1
    if usedCount * 2 > slotCount { grow() }
  }

  /// Adds counts to the entry of a row of one word; true if there was none yet.
  @inline(__always)
  private static func add(
    _ counts: UInt64, of row: UInt64, to entries: inout MutableSpan<UInt64>, _ slotCount: Int
  ) -> Bool {
    var slot = Int(truncatingIfNeeded: mix(row) >> 16) & (slotCount &- 1)
    while entries[2 &* slot &+ 1] != 0 {
      if entries[2 &* slot] == row {
        entries[2 &* slot &+ 1] &+= counts
        return false
      }
      slot = (slot &+ 1) & (slotCount &- 1)
    }
    entries[2 &* slot] = row
    entries[2 &* slot &+ 1] = counts
    return true
  }

  /// Adds counts to the entry of a row; true if there was none yet.
  private static func add(
    _ counts: UInt64, of row: Span<UInt64>, to entries: inout MutableSpan<UInt64>, _ slotCount: Int
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

  private static func hash(_ row: Span<UInt64>) -> Int {
    var hash: UInt64 = 0
    for word in row.indices { hash = mix(hash ^ row[word]) }
    return Int(truncatingIfNeeded: hash >> 16)
  }

  /// Mixes a word: multiply and fold, as in Fibonacci hashing (Knuth, TAOCP 3, section 6.4).
  @inline(__always) private static func mix(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
