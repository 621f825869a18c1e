/// The fields of the rows of a block, some rows at a time.
package struct RowFields {
  /// Index of the start of the next row's first field.
  private var index = 0
  private let starts: FieldStarts.View
  private let view: BlockView
  private let separator: UInt8
  private let fieldCount: Int
  private let hasQuotes: Bool
  /// Whether there are quotes or carriage returns in the block.
  private let needsCare: Bool
  /// Whether every row of the block is known to have as many fields as there are columns.
  private let isRegular: Bool

  /// - Parameter starts: memory that is used for one block after the other.
  package init(_ block: Block, _ view: BlockView, _ starts: FieldStarts, separator: UInt8, fieldCount: Int) {
    starts.find(in: block, view, separator: separator)
    self.starts = starts.view
    self.view = view
    self.separator = separator
    self.fieldCount = fieldCount
    hasQuotes = block.survey.hasQuotes
    needsCare = block.survey.hasQuotes || block.survey.hasCarriageReturns
    isRegular =
      block.rows.count <= RecordScanner.maximumFieldLength
      && RowFields.isRegular(self.starts, newlines: starts.newlineCount, view, fieldCount)
  }

  /// Whether each row has that many fields: there are as many newlines as rows of that many fields would have, and each
  /// stands where such a row ends, so that none is left to stand anywhere else.
  private static func isRegular(
    _ starts: FieldStarts.View, newlines: Int, _ view: BlockView, _ fieldCount: Int
  ) -> Bool {
    guard newlines &* fieldCount == starts.count &- 1 else { return false }
    var strange: UInt8 = 0
    var next = fieldCount
    while next < starts.count {
      strange |= view[starts[next] &- 1] ^ Ascii.newline
      next &+= fieldCount
    }
    return strange == 0
  }

  /// How many of the next rows, the first at offset `start`, have neither a field too few nor too many, nor one that
  /// may be too long; at most `limit`.
  package func countWhole(at start: Int, limit: Int) -> Int {
    guard starts[index] == start else { return 0 }
    let count = min(limit, (starts.count &- 1 &- index) / fieldCount)
    if isRegular { return count }
    var first = index
    for row in 0..<count {
      let next = first &+ fieldCount
      var strange: UInt8 = 0
      for field in first &+ 1..<next { strange |= view[starts[field] &- 1] ^ separator }
      strange |= view[starts[next] &- 1] ^ Ascii.newline
      guard strange == 0, starts[next] &- starts[first] <= RecordScanner.maximumFieldLength else { return row }
      first = next
    }
    return count
  }

  /// Where the row behind the next `count` ones starts.
  @inline(__always) package func offset(after count: Int) -> Int { starts[index &+ count &* fieldCount] }

  /// Goes on behind the next `count` rows.
  @inline(__always) package mutating func advance(by count: Int) { index &+= count &* fieldCount }

  /// Goes on to the row that starts at an offset.
  package mutating func advance(to start: Int) {
    while index + 1 < starts.count, starts[index] < start { index += 1 }
  }

  /// Calls `body` with a field of each of the next `count` rows, which are whole, until it returns false.
  ///
  /// - Parameter body: takes the number of the row, and where the field starts and ends, without the quotes around it.
  /// - Returns: the number of the row for which it was false, or whose field has quotes within it; else `count`.
  @inline(__always) package func forEachRow(
    _ count: Int, field: Int, _ body: (_ row: Int, _ start: Int, _ end: Int) -> Bool
  ) -> Int {
    var place = index &+ field
    let (starts, fieldCount) = (starts, fieldCount)
    if needsCare {
      for row in 0..<count {
        var start = starts[place]
        var end = starts[place &+ 1] &- 1
        place &+= fieldCount
        guard trim(&start, &end, isLast: field == fieldCount &- 1), body(row, start, end) else { return row }
      }
    } else {
      for row in 0..<count {
        guard body(row, starts[place], starts[place &+ 1] &- 1) else { return row }
        place &+= fieldCount
      }
    }
    return count
  }

  /// How many of the next `count` rows come before one whose field has quotes within it.
  package func countPlain(_ count: Int, field: Int) -> Int { forEachRow(count, field: field) { _, _, _ in true } }

  /// Bytes of a field of the row `row` rows on, which is whole, without the quotes around it; nil where there are quotes
  /// within it.
  @inline(__always) package func field(_ field: Int, ofRow row: Int) -> Range<Int>? {
    let place = index &+ row &* fieldCount &+ field
    var start = starts[place]
    var end = starts[place &+ 1] &- 1
    if needsCare, !trim(&start, &end, isLast: field == fieldCount &- 1) { return nil }
    // Safety: a field never ends before it starts.
    return unsafe Range(uncheckedBounds: (start, end))
  }

  /// Where a field of each of the next `count` rows, which are whole, starts and ends, without quotes and white space around
  /// it.
  ///
  /// - Parameters:
  ///   - text: of the block.
  ///   - places: takes start and end of each row's field, those of the first at `first`; -1 where there are quotes within
  ///     one.
  package func readPlaces(
    _ count: Int, field: Int, in text: borrowing Span<UInt8>, into places: inout MutableSpan<Int32>, at first: Int
  ) {
    var place = first
    for row in 0..<count {
      var found = self.field(field, ofRow: row) ?? -1 ..< -1
      if !found.isEmpty { found = WhiteSpace.trimmed(found, text) }
      places[place] = Int32(truncatingIfNeeded: found.lowerBound)
      places[place + 1] = Int32(truncatingIfNeeded: found.upperBound)
      place += 2
    }
  }

  /// Bytes of a field of the row `row` rows on as they stand in the block, with quotes and a carriage return behind.
  package func rawField(_ field: Int, ofRow row: Int) -> Range<Int> {
    let place = index &+ row &* fieldCount &+ field
    return starts[place]..<starts[place &+ 1] &- 1
  }

  /// Takes the quotes off a field, and the carriage return that ends a row. Returns false where there are quotes within
  /// it.
  @inline(__always) private func trim(_ start: inout Int, _ end: inout Int, isLast: Bool) -> Bool {
    if isLast, end > start, view[end &- 1] == Ascii.carriageReturn { end &-= 1 }
    guard hasQuotes, end > start, view[start] == Ascii.quote else { return true }
    guard view.simpleQuotedEnd(start) == end &- 1 else { return false }
    start &+= 1
    end &-= 1
    return true
  }
}
