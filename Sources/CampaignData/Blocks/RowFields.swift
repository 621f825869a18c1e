/// The fields of the rows of a block, some rows at a time.
struct RowFields {
  /// Index of the start of the next row's first field.
  private var index = 0
  private let starts: FieldStarts
  private let view: BlockView
  private let separator: UInt8
  private let fieldCount: Int
  private let hasQuotes: Bool
  /// Whether there are quotes or carriage returns in the block.
  private let needsCare: Bool

  /// - Parameter starts: memory that is used for one block after the other.
  init(_ block: Block, _ view: BlockView, _ starts: FieldStarts, separator: UInt8, fieldCount: Int) {
    self.starts = starts
    self.view = view
    self.separator = separator
    self.fieldCount = fieldCount
    hasQuotes = block.survey.hasQuotes
    needsCare = block.survey.hasQuotes || block.survey.hasCarriageReturns
    starts.find(in: block, view, separator: separator)
  }

  /// How many of the next rows, the first at offset `start`, have neither a field too few nor too many, nor one that
  /// may be too long; at most `limit`.
  @inline(__always) func countWhole(at start: Int, limit: Int) -> Int {
    guard starts[index] == start else { return 0 }
    let count = min(limit, (starts.count &- 1 &- index) / fieldCount)
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
  @inline(__always) func offset(after count: Int) -> Int { starts[index &+ count &* fieldCount] }

  /// Goes on behind the next `count` rows.
  @inline(__always) mutating func advance(by count: Int) { index &+= count &* fieldCount }

  /// Goes on to the row that starts at an offset.
  mutating func advance(to start: Int) {
    while index + 1 < starts.count, starts[index] < start { index += 1 }
  }

  /// Calls `body` with a field of each of the next `count` rows, which are whole, until it returns false.
  ///
  /// - Parameter body: takes the number of the row, and where the field starts and ends, without the quotes around it.
  /// - Returns: the number of the row for which it was false, or whose field has quotes within it; else `count`.
  @inline(__always) func forEachRow(
    _ count: Int, field: Int, _ body: (_ row: Int, _ start: Int, _ end: Int) -> Bool
  ) -> Int {
    var place = index &+ field
    for row in 0..<count {
      var start = starts[place]
      var end = starts[place &+ 1] &- 1
      place &+= fieldCount
      if needsCare, !trim(&start, &end, isLast: field == fieldCount &- 1) { return row }
      guard body(row, start, end) else { return row }
    }
    return count
  }

  /// Bytes of a field of the row `row` rows on, which is whole, without the quotes around it; nil where there are quotes
  /// within it.
  @inline(__always) func field(_ field: Int, ofRow row: Int) -> Range<Int>? {
    let place = index &+ row &* fieldCount &+ field
    var start = starts[place]
    var end = starts[place &+ 1] &- 1
    if needsCare, !trim(&start, &end, isLast: field == fieldCount &- 1) { return nil }
    // Safety: a field never ends before it starts.
    return unsafe Range(uncheckedBounds: (start, end))
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
