extension RowFields {
  /// Reads the keys of a column of ids, none of which may be empty, of the next `count` rows, which are whole.
  ///
  /// - Parameter keys: has room for them.
  /// - Returns: how many could be read.
  package func readKeys(_ count: Int, field: Int, _ view: BlockView, into keys: inout [UInt64]) -> Int {
    precondition(count <= keys.count, "Every row must have room for its key.")
    var keys = keys.mutableSpan
    return forEachRow(count, field: field) { row, start, end in
      guard end > start else { return false }
      // Safety: there is room for every row, as checked above.
      unsafe keys[unchecked: row] = Key.of(view, start, length: end &- start)
      return true
    }
  }
}
