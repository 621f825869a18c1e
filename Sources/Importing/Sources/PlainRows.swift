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

  /// Whether no field of the row holds more than white space.
  func isBlank(_ text: [UInt8]) -> Bool {
    for field in 0..<columnCount where !value(field, text).isEmpty { return false }
    return true
  }

  /// A field without white space around it; of one with quotes within it, all between the outer ones.
  private func value(_ position: Int, _ text: [UInt8]) -> Range<Int> {
    let range = fields.field(position, ofRow: row) ?? fields.rawField(position, ofRow: row)
    guard !range.isEmpty, WhiteSpace.isEdge(text[range.lowerBound]) || WhiteSpace.isEdge(text[range.upperBound - 1])
    else { return range }
    let part = WhiteSpace.trimmed(text.span.extracting(range))
    return range.lowerBound + part.lowerBound..<range.lowerBound + part.upperBound
  }
}

extension PlainRows: SourceRow {
  /// Nobody asks: what is said of a row is said when it is read one by one.
  var line: Int { 0 }
  var rawText: String { "" }

  func cell(_ reference: Int, entry: Int, in text: inout [UInt8]) -> SourceCell {
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
