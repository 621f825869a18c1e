/// Some rows of contacts.csv, read column by column as in ``TouchBatch``.
struct ContactRowBatch {
  /// Rows that are read together.
  static let maximumRows = 128

  /// Per row, the key of the contact's id.
  private(set) var keys = [UInt64](repeating: 0, count: maximumRows)
  /// Per row, the codes of its texts; 0 for none.
  private(set) var segments = [UInt32](repeating: 0, count: maximumRows)
  private(set) var sectors = [UInt32](repeating: 0, count: maximumRows)
  private(set) var organizations = [UInt32](repeating: 0, count: maximumRows)
  /// Per row, whether the contact is relevant, and whether it was held out; nil for empty cells.
  private(set) var relevance = [Bool?](repeating: nil, count: maximumRows)
  private(set) var holdout = [Bool?](repeating: nil, count: maximumRows)

  /// The texts of the columns that have codes, as far as one thread has met them.
  struct Categories {
    var segments = CategoryTable()
    var sectors = CategoryTable()
    var organizations = CategoryTable()
  }

  /// Reads the next rows of a block, the first at offset `start`.
  ///
  /// - Returns: how many were read; the row behind them is beyond the batch or needs a closer look.
  mutating func read(
    _ rows: RowFields, at start: Int, _ view: BlockView, _ context: borrowing ContactContext, block: Int,
    _ categories: inout Categories
  ) -> Int {
    let places = context.places
    var count = rows.countWhole(at: start, limit: ContactRowBatch.maximumRows)
    count = rows.readKeys(count, field: places.id, view, into: &keys)
    count = ContactRowBatch.readTexts(rows, places.segment, count, view, block, &categories.segments, &segments)
    count = ContactRowBatch.readTexts(rows, places.sector, count, view, block, &categories.sectors, &sectors)
    count = ContactRowBatch.readTexts(
      rows, places.organization, count, view, block, &categories.organizations, &organizations)
    let booleans = context.booleans
    count = ContactRowBatch.readFlags(rows, places.relevant, count, view, booleans, &relevance)
    count = ContactRowBatch.readFlags(rows, places.holdout, count, view, booleans, &holdout)
    // Names are taken as they stand; only quotes within them need a closer look.
    if places.name >= 0 { count = rows.forEachRow(count, field: places.name) { _, _, _ in true } }
    return count
  }

  // Each of these reads one column of at most `count` rows, and returns how many it could read.

  private static func readTexts(
    _ rows: RowFields, _ place: Int, _ count: Int, _ view: BlockView, _ block: Int, _ table: inout CategoryTable,
    _ codes: inout [UInt32]
  ) -> Int {
    guard place >= 0 else { return count }
    var codes = codes.mutableSpan
    return rows.forEachRow(count, field: place) { row, start, end in
      let code = end > start ? table.code(view, start, length: end &- start, block: block) : 0
      codes[row] = UInt32(truncatingIfNeeded: code)
      return true
    }
  }

  private static func readFlags(
    _ rows: RowFields, _ place: Int, _ count: Int, _ view: BlockView, _ booleans: borrowing CodeTable,
    _ flags: inout [Bool?]
  ) -> Int {
    guard place >= 0 else { return count }
    var flags = flags.mutableSpan
    return rows.forEachRow(count, field: place) { row, start, end in
      guard end > start else {
        flags[row] = nil
        return true
      }
      let code = booleans.code(view, start, length: end &- start)
      flags[row] = code == 1
      return code >= 0
    }
  }
}
