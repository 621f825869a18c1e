import FileReading

/// Some rows of touchpoints.csv, read column by column.
///
/// What a loop over one column needs stays in registers. A loop over the columns of one row needs more than there are.
struct TouchBatch {
  /// Rows that are read together: few enough to stay in the first-level cache with their fields.
  static let maximumRows = 128

  /// Per row, the key of the contact's id.
  private(set) var keys = [UInt64](repeating: 0, count: maximumRows)
  /// Per row, its time in milliseconds.
  private(set) var times = [Int64](repeating: 0, count: maximumRows)
  /// Per row, the flags of ``TouchRecord``.
  private(set) var flags = [UInt64](repeating: 0, count: maximumRows)
  /// Per row, its codes as in ``TouchRecord``.
  private(set) var codes = [UInt64](repeating: 0, count: maximumRows)
  /// Per row, its value and its cost, where the flags say that it has one.
  private(set) var values = [Double](repeating: 0, count: maximumRows)
  private(set) var costs = [Double](repeating: 0, count: maximumRows)
  /// Per row, the number that it says it has.
  private(set) var numbers = [Double](repeating: 0, count: maximumRows)

  /// Reads the next rows of a block, the first at offset `start`.
  ///
  /// - Returns: how many were read; the row behind them is beyond the batch or needs a closer look.
  mutating func read(
    _ rows: RowFields, at start: Int, _ view: BlockView, _ context: borrowing TouchContext, _ time: inout TimeField
  ) -> Int {
    let places = context.places
    var count = rows.countWhole(at: start, limit: TouchBatch.maximumRows)
    count = rows.readTimes(count, field: places.time, view, &time, into: &times)
    count = rows.readKeys(count, field: places.contact, view, refused: context.nobody, into: &keys)
    for row in 0..<TouchBatch.maximumRows { codes[row] = 0 }
    count = rows.readCodes(
      count, field: places.kind, view, context.kinds, shift: TouchRecord.kindShift, into: &codes)
    count = rows.readCodes(
      count, field: places.channel, view, context.channels, shift: TouchRecord.channelShift, into: &codes)
    if places.content >= 0 {
      count = rows.readCodes(
        count, field: places.content, view, context.contents, shift: TouchRecord.contentShift, isOptional: true,
        into: &codes)
    }
    return readNumbers(rows, count, view, context)
  }

  private mutating func readNumbers(
    _ rows: RowFields, _ count: Int, _ view: BlockView, _ context: borrowing TouchContext
  ) -> Int {
    let places = context.places
    guard places.value >= 0 || places.cost >= 0 || places.row >= 0 else { return count }
    for row in 0..<TouchBatch.maximumRows { flags[row] = 0 }
    let forms = context.shape.numbers
    var count = count
    if places.value >= 0 {
      count = rows.readNumbers(
        count, field: places.value, view, forms, flag: TouchRecord.hasValue, flags: &flags,
        into: &values)
    }
    if places.cost >= 0 {
      count = rows.readNumbers(
        count, field: places.cost, view, forms, flag: TouchRecord.hasCost, flags: &flags,
        into: &costs)
    }
    if places.row >= 0 {
      count = rows.readNumbers(
        count, field: places.row, view, forms, flag: TouchRecord.hasRow, flags: &flags, into: &numbers)
      count =
        (0..<count).first { row in
          let number = numbers[row]
          return flags[row] & TouchRecord.hasRow != 0
            && !(number >= 0 && number <= TouchRecord.maximumRow && number == number.rounded())
        } ?? count
    }
    return count
  }
}
