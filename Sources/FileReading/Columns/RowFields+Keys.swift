extension RowFields {
  /// Reads the keys of a column of ids, none of which may be empty, of the next `count` rows, which are whole.
  ///
  /// - Parameters:
  ///   - refused: words that are no ids.
  ///   - keys: has room for them.
  /// - Returns: how many could be read; the next one is empty, too long, may be refused, or has white space around it.
  package func readKeys(
    _ count: Int, field: Int, _ view: BlockView, refused: borrowing RefusedWords, into keys: inout [UInt64]
  ) -> Int {
    precondition(count <= keys.count, "Every row must have room for its key.")
    var keys = keys.mutableSpan
    return forEachRow(count, field: field) { row, start, end in
      let length = end &- start
      guard length > 0, length <= ReadingLimits.idLength else { return false }
      let word = view.firstWord(start, length: length)
      if refused.mayHold(word) || view.hasWhiteSpaceAround(start, end) { return false }
      // Safety: there is room for every row, as checked above.
      unsafe keys[unchecked: row] = Key.of(view, start, length: length)
      return true
    }
  }
}

extension BlockView {
  /// Whether a field that is not empty begins or ends with white space.
  @inline(__always) func hasWhiteSpaceAround(_ start: Int, _ end: Int) -> Bool {
    // What is neither a blank nor beyond ASCII is below 0x5F here, in both places in nearly all fields.
    let edges = (self[start] &- 0x21, self[end &- 1] &- 0x21)
    if max(edges.0, edges.1) < 0x5F { return false }
    return hasWideSpaceAround(start, end)
  }

  @inline(never) private func hasWideSpaceAround(_ start: Int, _ end: Int) -> Bool {
    withSpan(start..<end) { WhiteSpace.trimmed($0).count != $0.count }
  }

  /// The part of a field between its leading and trailing white space.
  package func trimmed(_ field: Range<Int>) -> Range<Int> {
    guard !field.isEmpty, hasWhiteSpaceAround(field.lowerBound, field.upperBound) else { return field }
    let content = withSpan(field) { WhiteSpace.trimmed($0) }
    return field.lowerBound + content.lowerBound..<field.lowerBound + content.upperBound
  }
}
