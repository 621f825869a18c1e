extension RowFields {
  /// Reads a column of ids that are known, of the next `count` rows, which are whole, and adds their codes to words.
  ///
  /// - Parameters:
  ///   - shift: where in a row's word the code belongs.
  ///   - isOptional: whether a field may be empty. The codes of ids are then one more than in the table, and 0 is that
  ///     of none.
  ///   - words: has room for them.
  /// - Returns: how many could be read.
  package func readCodes(
    _ count: Int, field: Int, _ view: BlockView, _ table: borrowing CodeTable, shift: UInt64, isOptional: Bool = false,
    into words: inout [UInt64]
  ) -> Int {
    precondition(count <= words.count, "Every row must have room for its code.")
    if table.isShort {
      return readCodes(count, field, view, table, shift, isOptional, &words) { IDShape(short: view, $0, length: $1) }
    }
    return readCodes(count, field, view, table, shift, isOptional, &words) { IDShape(view, $0, length: $1) }
  }

  @inline(__always) private func readCodes(
    _ count: Int, _ field: Int, _ view: BlockView, _ table: borrowing CodeTable, _ shift: UInt64, _ isOptional: Bool,
    _ words: inout [UInt64], _ shape: (_ start: Int, _ length: Int) -> IDShape
  ) -> Int {
    let (slots, hashing) = (table.slots.span, table.hashing)
    var words = words.mutableSpan
    return forEachRow(count, field: field) { row, start, end in
      guard end > start else { return isOptional }
      let code = table.code(slots, hashing, shape(start, end &- start), view, start)
      let word = UInt64(truncatingIfNeeded: code &+ (isOptional ? 1 : 0)) &<< shift
      // Safety: there is room for every row, as checked above.
      unsafe words[unchecked: row] |= word
      return code >= 0
    }
  }

  /// Reads a column of words that stand for yes or no.
  ///
  /// - Parameter table: 1 for the spellings of yes, 0 for those of no; an empty field is nil.
  /// - Returns: how many could be read.
  package func readFlags(
    _ count: Int, field: Int, _ view: BlockView, _ table: borrowing CodeTable, into flags: inout [Bool?]
  ) -> Int {
    var flags = flags.mutableSpan
    return forEachRow(count, field: field) { row, start, end in
      guard end > start else {
        flags[row] = nil
        return true
      }
      let code = table.code(view, start, length: end &- start)
      flags[row] = code == 1
      return code >= 0
    }
  }

  /// Reads a column of texts, each of which gets the code that the table gives it; 0 where the field is empty.
  ///
  /// - Parameter block: index of the block, which tells where texts were met first.
  /// - Returns: how many could be read.
  package func readTexts(
    _ count: Int, field: Int, _ view: BlockView, block: Int, _ table: inout CategoryTable, into codes: inout [UInt32]
  ) -> Int {
    var codes = codes.mutableSpan
    return forEachRow(count, field: field) { row, start, end in
      let text = view.trimmed(start..<end)
      let code = text.isEmpty ? 0 : table.code(view, text.lowerBound, length: text.count, block: block)
      codes[row] = UInt32(truncatingIfNeeded: code)
      return true
    }
  }
}
