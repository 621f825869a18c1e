/// Goes from field to field of a row in a block.
struct FieldWalker {
  private var position: Int
  private var fieldsLeft: Int
  private let separator: UInt8
  private let pattern: UInt64

  init(_ start: Int, fieldCount: Int, separator: UInt8) {
    position = start
    fieldsLeft = fieldCount
    self.separator = separator
    pattern = BlockView.pattern(separator)
  }

  /// The next field without quotes around it, or nil where the row must be looked at more closely: it has a field too
  /// few or too many, or one with quotes in it.
  @inline(__always) mutating func next(_ view: BlockView, hasQuotes: Bool) -> Range<Int>? {
    var start = position
    var end: Int
    if hasQuotes, view[start] == Ascii.quote {
      guard let closing = view.simpleQuotedEnd(start) else { return nil }
      start &+= 1
      end = closing
      position = closing &+ 1
      if fieldsLeft == 1, view[position] == Ascii.carriageReturn { position &+= 1 }
    } else {
      end = view.fieldEnd(start, separator: pattern)
      position = end
      if fieldsLeft == 1, end > start, view[end &- 1] == Ascii.carriageReturn { end &-= 1 }
    }
    guard view[position] == (fieldsLeft == 1 ? Ascii.newline : separator) else { return nil }
    position &+= 1
    fieldsLeft &-= 1
    // Safety: a field never ends before it starts.
    return unsafe Range(uncheckedBounds: (start, end))
  }

  /// Where the next row starts, or -1 when this one is so long that a field may be too long.
  @inline(__always) func end(from start: Int) -> Int {
    position &- start <= RecordScanner.maximumFieldLength ? position : -1
  }
}
