import FileReading

/// The rows of a stretch of delimited text in which each has as many fields as there are columns, quotes are in order,
/// and all bytes are text: nearly all of an export. They are found many at a time, by any thread.
struct PlainRows {
  private let fields: RowFields
  private let places: ColumnPlaces
  private let columnCount: Int
  let count: Int
  /// The row that is asked for values.
  var row = 0
  /// For each reference and row, where its value starts and ends; -1 for a reference of a list, and for a field with quotes
  /// within it.
  private var cells: [Int32] = []

  /// Nil where the rows must be told apart and checked one by one.
  ///
  /// - Parameters:
  ///   - view: starts where the block's rows do.
  ///   - starts: memory that is used for one block after the other.
  init?(_ block: Block, _ view: BlockView, _ starts: FieldStarts, _ form: PlainForm) {
    let (rows, survey) = (block.rows, block.survey)
    let isUnusual =
      rows.count > ReadingLimits.fieldLength || survey.hasCarriageReturns && view.hasLoneReturn(in: rows)
      || survey.hasUnusualBytes
        && view.withSpan(rows) { UTF8Validation.firstInvalidOffset($0) != nil || UTF8Validation.holdsNUL($0) }
    guard !isUnusual else { return nil }
    fields = RowFields(block, view, starts, separator: form.separator, fieldCount: form.columnCount)
    count = starts.newlineCount
    guard fields.countWhole(at: rows.lowerBound, limit: count) == count, fields.offset(after: count) >= rows.upperBound
    else { return nil }
    (places, columnCount) = (form.places, form.columnCount)
  }

  /// Finds the values that are asked for, column by column.
  ///
  /// - Parameter memory: that of earlier rows, see ``takeCells()``.
  mutating func findCells(_ text: borrowing Span<UInt8>, in memory: consuming [Int32]) {
    let needed = 2 * places.columns.count * count
    if memory.count < needed { memory = [Int32](repeating: -1, count: needed) }
    var found = memory.mutableSpan
    for (reference, position) in places.columns.enumerated() {
      let first = 2 * reference * count
      if position >= 0 {
        fields.readPlaces(count, field: position, in: text, into: &found, at: first)
      } else {
        let nothing: Int32 = places.entries[reference].isEmpty ? 0 : -1
        for place in first..<first + 2 * count { found[place] = nothing }
      }
    }
    cells = memory
  }

  /// Adds a column's values to what tells rows apart.
  ///
  /// - Parameter rows: of which each has a key.
  mutating func add(_ reference: Int, of rows: [Int], to keys: inout [RowKey], in text: inout [UInt8]) {
    let (seeds, first) = (RowKey.Seeds.drawn, 2 * reference * count)
    var keys = keys.mutableSpan
    for number in rows.indices {
      row = rows[number]
      let place = first &+ 2 &* row
      let start = cells[place]
      if start >= 0 {
        keys[number].add(text.span, Int(start)..<Int(cells[place + 1]), seeds)
      } else {
        let value = unusualCell(reference, entry: 0, in: &text).place
        keys[number].add(text.span, value.range, seeds)
      }
    }
  }

  /// The memory of the values that were found, for the next rows.
  mutating func takeCells() -> [Int32] {
    defer { cells = [] }
    return cells
  }

  /// Where the value of a reference starts in ``cells``.
  @inline(__always) private func place(_ reference: Int) -> Int { 2 * (reference * count + row) }

  /// Whether no field of the row holds more than white space.
  func isBlank(_ text: [UInt8]) -> Bool {
    for reference in places.columns.indices {
      let place = place(reference)
      if cells[place] < cells[place + 1] { return false }
    }
    for field in 0..<columnCount where !value(field, text).isEmpty { return false }
    return true
  }

  /// A field without white space around it; of one with quotes within it, all between the outer ones.
  private func value(_ position: Int, _ text: [UInt8]) -> Range<Int> {
    let range = fields.field(position, ofRow: row) ?? fields.rawField(position, ofRow: row)
    return WhiteSpace.trimmed(range, text.span)
  }
}

extension PlainRows: SourceRow {
  /// Nobody asks: what is said of a row is said when it is read one by one.
  var line: Int { 0 }
  var rawText: String { "" }

  func cell(_ reference: Int, entry: Int, in text: inout [UInt8]) -> SourceCell {
    let place = place(reference)
    if cells[place] >= 0 { return SourceCell(TextPlace(start: cells[place], end: cells[place + 1])) }
    return unusualCell(reference, entry: entry, in: &text)
  }

  /// The value of a reference of a list, or of a field with quotes within it.
  @inline(never) private func unusualCell(_ reference: Int, entry: Int, in text: inout [UInt8]) -> SourceCell {
    let position = places.position(reference, entry: entry)
    guard position >= 0 else { return .empty }
    let range = value(position, text)
    guard !range.isEmpty, text[range.lowerBound] == Ascii.quote, fields.field(position, ofRow: row) == nil else {
      return SourceCell(TextPlace(range))
    }
    var bytes: [UInt8] = []
    var place = range.lowerBound + 1
    while place < range.upperBound - 1 {
      bytes.append(text[place])
      place += text[place] == Ascii.quote ? 2 : 1
    }
    return SourceCell(text.add(WhiteSpace.trimmed(bytes[...])))
  }

  func entryCount(_ list: Int) -> Int { places.entryCounts[list] }

  func allValues(in text: [UInt8]) -> ArraySlice<UInt8> {
    var end = fields.offset(after: row + 1) - 1
    let start = fields.offset(after: row)
    if end > start, text[end - 1] == Ascii.carriageReturn { end -= 1 }
    return text[start..<end]
  }
}

/// What tells the rows of a table apart while they are plain.
struct PlainForm: Sendable {
  var separator = Ascii.comma
  var columnCount = 0
  var places = ColumnPlaces()

  /// The same in memory of its own, so that threads do not count references to the same.
  func unshared() -> PlainForm {
    PlainForm(separator: separator, columnCount: columnCount, places: places.unshared())
  }
}
