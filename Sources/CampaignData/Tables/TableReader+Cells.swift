import CampaignModel
import FileReading

/// Typed cells of the current row. An empty cell is nil; what cannot be read is nil too, and noted.
extension TableReader {
  /// The text of a cell.
  func text(_ column: Column) -> String? {
    let bytes = bytes(column)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of a cell that must not be empty.
  func required(_ column: Column) -> ArraySlice<UInt8>? {
    let bytes = bytes(column)
    guard bytes.isEmpty else { return bytes }
    fail(column, value: nil, "must not be empty")
    return nil
  }

  /// The id of a contact, which must not be empty or a placeholder.
  func contact(_ column: Column) -> ArraySlice<UInt8>? {
    guard let id = required(column) else { return nil }
    guard id.count <= ReadingLimits.idLength else {
      fail(column, value: id, "is longer than \(ReadingLimits.idLength) bytes")
      return nil
    }
    guard !Nobody.contains(id) else {
      fail(column, value: id, Nobody.message)
      return nil
    }
    return id
  }

  /// A word in lower case, such as a kind.
  func word(_ column: Column) -> String? {
    let bytes = bytes(column)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self).lowercased()
  }

  func boolean(_ column: Column) -> Bool? {
    let bytes = bytes(column)
    guard !bytes.isEmpty else { return nil }
    guard let boolean = WrittenBoolean.parse(bytes) else {
      fail(column, value: bytes, WrittenBoolean.expectation)
      return nil
    }
    return boolean
  }

  func number(_ column: Column) -> Double? {
    let bytes = bytes(column)
    guard !bytes.isEmpty else { return nil }
    do {
      return try WrittenNumber.parse(bytes.span, shape.numbers)
    } catch {
      fail(column, value: bytes, error.message(shape.numbers))
      return nil
    }
  }

  func number(_ column: Column, in range: ClosedRange<Double>, _ expectation: String) -> Double? {
    guard let number = number(column) else { return nil }
    guard range.contains(number) else {
      fail(column, value: bytes(column), expectation)
      return nil
    }
    return number
  }

  /// A time; a mere date is its first moment.
  func time(_ column: Column) -> Instant? { time(column) { $0.start(of: $1) } }

  /// A time that ends a window, and whether it is a mere date: then it is the midnight after it.
  func endTime(_ column: Column) -> (instant: Instant, isDate: Bool)? {
    var isDate = false
    let instant = time(column) { clock, written in
      isDate = written.isDate
      return clock.inclusiveEnd(of: written)
    } note: { written in
      guard written.isWrittenMidnight else { return }
      self.note(
        .writtenMidnight(
          file: file, line: line, column: column.name, value: ShownText.escape(bytes(column))))
    }
    return instant.map { ($0, isDate) }
  }

  private func time(
    _ column: Column, _ resolve: (LocalClock, WrittenTime) -> Int64?, note: (WrittenTime) -> Void = { _ in }
  ) -> Instant? {
    let bytes = bytes(column)
    guard !bytes.isEmpty else { return nil }
    let order = shape.forms.dateOrder
    guard let written = WrittenTime(bytes.span, order: order), let milliseconds = resolve(clock, written) else {
      fail(column, value: bytes, WrittenTime.complaint(of: bytes, order: order))
      return nil
    }
    note(written)
    return Instant(milliseconds: milliseconds)
  }

  /// A cell that must not be empty, whatever is in it; nil is noted unless `cell` noted something already.
  func required<Value>(_ column: Column, _ cell: (Column) -> Value?) -> Value? {
    let known = rowProblems.count
    let value = cell(column)
    if value == nil, rowProblems.count == known { fail(column, value: nil, "must not be empty") }
    return value
  }

  /// The index of the row of another table that a cell names.
  func reference(_ column: Column, to ids: IDTable) -> Int? {
    let bytes = bytes(column)
    return bytes.isEmpty ? nil : resolve(bytes, column, ids)
  }

  /// The indices of the rows of another table that a list names, each once and in the list's order.
  func references(_ column: Column, to ids: IDTable) -> [Int] {
    var indices: [Int] = []
    for item in list(column) {
      if let index = resolve(item, column, ids), !indices.contains(index) { indices.append(index) }
    }
    return indices
  }

  /// The items of a list, without blanks around them and without empty ones.
  func list(_ column: Column) -> [ArraySlice<UInt8>] {
    bytes(column).split(separator: Ascii.semicolon).map(WhiteSpace.trimmed).filter { !$0.isEmpty }
  }

  private func resolve(_ id: ArraySlice<UInt8>, _ column: Column, _ ids: IDTable) -> Int? {
    switch ids.find(id) {
    case .row(let index): return index
    case .leftOut:
      // The row that it names is an error already; this one is not another, but cannot stay without it.
      if log.skipsInvalid {
        fail(column, value: id, "is a row left out of \(ids.file)")
      } else {
        refer(toRefusedRowOf: ids.file)
      }
      return nil
    case .unknown:
      let mayBeList =
        id.contains(Ascii.comma)
        && id.split(separator: Ascii.comma).allSatisfy { part in
          if case .unknown = ids.find(WhiteSpace.trimmed(part)) { return false }
          return true
        }
      fail(
        column, value: id,
        mayBeList ? "is not in \(ids.file); items of a list are separated by ;" : "is not in \(ids.file)",
        isUnknownName: true)
      return nil
    }
  }

  /// The id of a new row, which must not be empty and not be used yet.
  func newID(_ column: Column, in ids: IDTable) -> ArraySlice<UInt8>? {
    guard let id = required(column) else { return nil }
    guard id.count <= ReadingLimits.idLength else {
      fail(column, value: id, "is longer than \(ReadingLimits.idLength) bytes")
      return nil
    }
    guard table == .contacts || !Nobody.isMissingValue(id) else {
      fail(column, value: id, Nobody.missingValue)
      return nil
    }
    if let line = ids.lineOfFirstUse(id) {
      fail(column, value: id, "is already used as an id", detail: "in line \(line)")
      return nil
    }
    let limit = table == .partners ? ReadingLimits.partners : table == .campaigns ? ReadingLimits.campaigns : nil
    if let limit, ids.count >= limit {
      fail(column, value: id, "is one more than the \(limit) \(table.rawValue) that a dataset can have")
      return nil
    }
    return id
  }
}
