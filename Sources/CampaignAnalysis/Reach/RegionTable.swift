import LogScanning

/// Counts contacts by the exact set of owners that reached them.
///
/// Nearly every figure of reach follows from these counts, so that one look-up per contact serves them all. A set is
/// a row of bits, one per partner in order of id (see ``TouchTables``). Up to 64 partners, the rule, an entry of the table
/// is the row and the counts side by side, so that a look-up costs one cache line.
struct RegionTable: Sendable {
  /// Entries of a row and a word of counts: contacts in the lower half, those without an own touch in the upper.
  /// An entry without contacts is free. Their number is a power of two.
  private var entries: [UInt64]
  private var slotCount = 64
  private var usedCount = 0
  /// The table of rows of several words; nil where a row is one.
  private var wide: WideRegionTable?
  /// What was counted elsewhere, of more contacts than half a word counts; nil where nothing was.
  private var elsewhere: Regions?

  init(wordsPerRow: Int) {
    wide = wordsPerRow > 1 ? WideRegionTable(wordsPerRow: wordsPerRow) : nil
    entries = [UInt64](repeating: 0, count: slotCount * 2)
  }

  /// Counts the contacts of some scoped histories by the owners that they met.
  mutating func add(_ histories: Range<Int>, of batch: borrowing ContactBatch) {
    guard wide == nil else { return addWide(histories, of: batch) }
    while (usedCount + histories.count) * 2 > slotCount { grow() }
    usedCount += RegionTable.add(histories, of: batch, to: &entries, slotCount)
  }

  /// Adds scoped histories to a table that has room for them; returns how many entries are new.
  private static func add(
    _ histories: Range<Int>, of batch: borrowing ContactBatch, to entries: inout [UInt64], _ slotCount: Int
  ) -> Int {
    var entries = entries.mutableSpan
    let rows = batch.rows.span
    var newCount = 0
    for history in histories {
      let row = rows[ContactBatch.index(of: .owners, of: history)]
      let isNew = add(RegionTable.counts(batch.histories[history]), of: row, to: &entries, slotCount)
      newCount &+= isNew ? 1 : 0
    }
    return newCount
  }

  private mutating func addWide(_ histories: Range<Int>, of batch: borrowing ContactBatch) {
    let words = batch.tables.wordsPerRow
    for history in histories {
      let start = ContactBatch.index(of: .owners, of: history) * words
      wide?.add(
        batch.rows.span.extracting(start..<start + words), counts: RegionTable.counts(batch.histories[history]))
    }
  }

  /// What a contact counts: itself, and whether it has no own touch.
  @inline(__always) private static func counts(_ history: ContactBatch.ScopedHistory) -> UInt64 {
    history.ownCount == 0 ? 1 << 32 | 1 : 1
  }

  /// Counts one contact whose owners are the set bits of `row`.
  mutating func add(_ row: Span<UInt64>, isWithoutOwn: Bool) {
    let counts: UInt64 = isWithoutOwn ? 1 << 32 | 1 : 1
    if wide == nil { add(row[0], counts: counts) } else { wide?.add(row, counts: counts) }
  }

  private mutating func add(_ row: UInt64, counts: UInt64) {
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

  /// A table of regions counted elsewhere, each once.
  init(wordsPerRow: Int, elsewhere regions: Regions) {
    self.init(wordsPerRow: wordsPerRow)
    elsewhere = regions
  }

  /// Adds the counts of another table over the same partners, where both count what is at hand.
  mutating func merge(_ other: RegionTable) {
    precondition(elsewhere == nil && other.elsewhere == nil, "What was counted elsewhere is merged as columns.")
    if let others = other.wide { wide?.merge(others) }
    other.forEachEntry { row, counts in add(row, counts: counts) }
  }

  /// The sets that occur, with their counts, in no particular order.
  var regions: Regions {
    if let elsewhere { return elsewhere }
    if let wide { return wide.regions }
    var regions = Regions(wordsPerRow: 1, capacity: usedCount)
    forEachEntry { row, counts in regions.append(row, counts: counts) }
    return regions
  }

  @inline(__always)
  private func forEachEntry(_ body: (_ row: UInt64, _ counts: UInt64) -> Void) {
    let entries = entries.span
    for start in stride(from: 0, to: entries.count, by: 2) where entries[start + 1] != 0 {
      body(entries[start], entries[start + 1])
    }
  }

  @inline(never) private mutating func grow() {
    let slotCount = slotCount * 2
    var grown = [UInt64](repeating: 0, count: slotCount * 2)
    RegionTable.move(entries.span, to: grown.mutableSpan, slotCount)
    self.slotCount = slotCount
    entries = grown
  }

  /// Puts entries, whose rows all differ, into an empty table.
  private static func move(_ old: Span<UInt64>, to entries: consuming MutableSpan<UInt64>, _ slotCount: Int) {
    for entry in stride(from: 0, to: old.count, by: 2) where old[entry + 1] != 0 {
      _ = add(old[entry + 1], of: old[entry], to: &entries, slotCount)
    }
  }

  /// Mixes a word: multiply and fold, as in Fibonacci hashing (Knuth, TAOCP 3, section 6.4).
  @inline(__always) static func mix(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
