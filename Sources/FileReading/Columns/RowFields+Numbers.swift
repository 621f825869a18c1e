extension RowFields {
  /// Reads a column of times of the next `count` rows, which are whole: milliseconds since 1970-01-01T00:00:00Z.
  ///
  /// - Parameter times: has room for them.
  /// - Returns: how many could be read.
  package func readTimes(
    _ count: Int, field: Int, _ view: BlockView, _ time: inout TimeField, into times: inout [Int64]
  ) -> Int {
    precondition(count <= times.count, "Every row must have room for its time.")
    var times = times.mutableSpan
    return forEachRow(count, field: field) { row, start, end in
      let milliseconds = time.milliseconds(view, start, end)
      // Safety: there is room for every row, as checked above.
      unsafe times[unchecked: row] = milliseconds
      return milliseconds != TimeField.invalid
    }
  }

  /// Reads a column of numbers that may be empty, and adds a flag to the rows that have one.
  ///
  /// - Returns: how many could be read.
  package func readNumbers(
    _ count: Int, field: Int, _ view: BlockView, _ forms: NumberForms, flag: UInt64, flags: inout [UInt64],
    into numbers: inout [Double]
  ) -> Int {
    forEachRow(count, field: field) { row, start, end in
      guard end > start else { return true }
      guard let number = RowFields.number(start..<end, view, forms) else { return false }
      numbers[row] = number
      flags[row] |= flag
      return true
    }
  }

  @inline(never) private static func number(_ field: Range<Int>, _ view: BlockView, _ forms: NumberForms) -> Double? {
    do {
      return try view.withSpan(field) { span throws(WrittenNumber.Fault) in
        try WrittenNumber.parse(span, forms)
      }
    } catch {
      // The exact reader says what is wrong.
      return nil
    }
  }
}
