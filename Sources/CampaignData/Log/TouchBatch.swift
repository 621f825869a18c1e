/// Some rows of touchpoints.csv, read column by column.
///
/// What a loop over one column needs stays in registers. A loop over the columns of one row needs more than there are.
struct TouchBatch {
  /// Rows that are read together: few enough to stay in the first-level cache with their fields.
  static let maximumRows = 128

  /// Per row, the key of the contact's id.
  private(set) var keys = [UInt64](repeating: 0, count: maximumRows)
  /// Per row, its time and flags as in ``TouchRecord``.
  private(set) var times = [UInt64](repeating: 0, count: maximumRows)
  /// Per row, its codes as in ``TouchRecord``.
  private(set) var codes = [UInt64](repeating: 0, count: maximumRows)
  /// Per row, its value and its cost, where the flags say that it has one.
  private(set) var values = [Double](repeating: 0, count: maximumRows)
  private(set) var costs = [Double](repeating: 0, count: maximumRows)

  /// Reads the next rows of a block, the first at offset `start`.
  ///
  /// - Returns: how many were read; the row behind them is beyond the batch or needs a closer look.
  mutating func read(
    _ rows: RowFields, at start: Int, _ view: BlockView, _ context: borrowing TouchContext, _ time: inout TimeField
  ) -> Int {
    let places = context.places
    var count = rows.countWhole(at: start, limit: TouchBatch.maximumRows)
    count = readTimes(rows, places.time, count, view, &time)
    count = rows.readKeys(count, field: places.contact, view, into: &keys)
    for row in 0..<TouchBatch.maximumRows { codes[row] = 0 }
    count = readCodes(rows, places.kind, count, view, context.kinds, TouchRecord.kindShift)
    count = readCodes(rows, places.channel, count, view, context.channels, TouchRecord.channelShift)
    if places.content >= 0 {
      count = readCodes(
        rows, places.content, count, view, context.contents, TouchRecord.contentShift, isOptional: true)
    }
    let decimalComma = context.shape.separator != Ascii.comma
    if places.value >= 0 {
      count = TouchBatch.readNumbers(
        rows, places.value, count, view, decimalComma, TouchRecord.hasValue, &times, &values)
    }
    if places.cost >= 0 {
      count = TouchBatch.readNumbers(
        rows, places.cost, count, view, decimalComma, TouchRecord.hasCost, &times, &costs)
    }
    return count
  }

  // Each of these reads one column of at most `count` rows, and returns how many it could read.

  private mutating func readTimes(
    _ rows: RowFields, _ place: Int, _ count: Int, _ view: BlockView, _ time: inout TimeField
  ) -> Int {
    var times = times.mutableSpan
    return rows.forEachRow(count, field: place) { row, start, end in
      let milliseconds = time.milliseconds(view, start, end)
      // Safety: rows are fewer than there is room for.
      unsafe times[unchecked: row] = TouchRecord.time(milliseconds)
      return milliseconds != TimeField.invalid
    }
  }

  /// Reads a column of ids that are known, and adds theirs to the codes.
  ///
  /// - Parameter isOptional: whether a field may be empty. The codes of ids are then one more than in the table, and 0 is
  ///   that of none.
  @inline(__always) private mutating func readCodes(
    _ rows: RowFields, _ place: Int, _ count: Int, _ view: BlockView, _ table: borrowing CodeTable, _ shift: UInt64,
    isOptional: Bool = false
  ) -> Int {
    if table.isShort {
      readCodes(rows, place, count, view, table, shift, isOptional) { IDShape(short: view, $0, length: $1) }
    } else {
      readCodes(rows, place, count, view, table, shift, isOptional) { IDShape(view, $0, length: $1) }
    }
  }

  @inline(__always) private mutating func readCodes(
    _ rows: RowFields, _ place: Int, _ count: Int, _ view: BlockView, _ table: borrowing CodeTable, _ shift: UInt64,
    _ isOptional: Bool, _ shape: (_ start: Int, _ length: Int) -> IDShape
  ) -> Int {
    let (slots, hashing) = (table.slots.span, table.hashing)
    var codes = codes.mutableSpan
    return rows.forEachRow(count, field: place) { row, start, end in
      guard end > start else { return isOptional }
      let code = table.code(slots, hashing, shape(start, end &- start), view, start)
      let word = UInt64(truncatingIfNeeded: code &+ (isOptional ? 1 : 0)) &<< shift
      // Safety: rows are fewer than there is room for.
      unsafe codes[unchecked: row] |= word
      return code >= 0
    }
  }

  private static func readNumbers(
    _ rows: RowFields, _ place: Int, _ count: Int, _ view: BlockView, _ decimalComma: Bool, _ flag: UInt64,
    _ times: inout [UInt64], _ numbers: inout [Double]
  ) -> Int {
    rows.forEachRow(count, field: place) { row, start, end in
      guard end > start else { return true }
      guard let number = number(start..<end, view, decimalComma) else { return false }
      numbers[row] = number
      times[row] |= flag
      return true
    }
  }

  @inline(never) private static func number(_ field: Range<Int>, _ view: BlockView, _ decimalComma: Bool) -> Double? {
    do {
      return try view.withSpan(field) { span throws(WrittenNumber.Fault) in
        try WrittenNumber.parse(span, decimalComma: decimalComma)
      }
    } catch {
      // The exact reader says what is wrong.
      return nil
    }
  }
}
