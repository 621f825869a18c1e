import FileReading

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
    count = rows.readKeys(count, field: places.id, view, refused: context.nobody, into: &keys)
    if places.segment >= 0 {
      count = rows.readTexts(
        count, field: places.segment, view, block: block, &categories.segments, into: &segments)
    }
    if places.sector >= 0 {
      count = rows.readTexts(count, field: places.sector, view, block: block, &categories.sectors, into: &sectors)
    }
    if places.organization >= 0 {
      count = rows.readTexts(
        count, field: places.organization, view, block: block, &categories.organizations, into: &organizations)
    }
    if places.relevant >= 0 {
      count = rows.readFlags(count, field: places.relevant, view, context.booleans, into: &relevance)
    }
    if places.holdout >= 0 {
      count = rows.readFlags(count, field: places.holdout, view, context.booleans, into: &holdout)
    }
    // Names are taken as they stand; only quotes within them need a closer look.
    if places.name >= 0 { count = rows.countPlain(count, field: places.name) }
    return count
  }
}
