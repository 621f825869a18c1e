import CampaignModel
import FileReading

/// Typed cells of the current row. An empty cell is nil; what cannot be read is nil too, and noted.
extension TableReader {
  /// The text of a cell, as it stands in the file.
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

  /// A word that is compared ignoring case and blanks around it, such as a kind.
  func word(_ column: Column) -> String? {
    let bytes = Blanks.trimmed(bytes(column))
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self).lowercased()
  }

  func boolean(_ column: Column) -> Bool? {
    let bytes = bytes(column)
    guard !Blanks.trimmed(bytes).isEmpty else { return nil }
    guard let boolean = WrittenBoolean.parse(bytes) else {
      fail(column, value: bytes, WrittenBoolean.expectation)
      return nil
    }
    return boolean
  }

  func number(_ column: Column) -> Double? {
    let bytes = bytes(column)
    guard !Blanks.trimmed(bytes).isEmpty else { return nil }
    do {
      return try WrittenNumber.parse(bytes.span, decimalComma: hasDecimalComma)
    } catch {
      fail(column, value: bytes, error.message(decimalComma: hasDecimalComma))
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
    }
    return instant.map { ($0, isDate) }
  }

  private func time(_ column: Column, _ resolve: (LocalClock, WrittenTime) -> Int64?) -> Instant? {
    let bytes = bytes(column)
    guard !Blanks.trimmed(bytes).isEmpty else { return nil }
    guard let written = WrittenTime(bytes.span), let milliseconds = resolve(clock, written) else {
      fail(column, value: bytes, WrittenTime.expectation)
      return nil
    }
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
    bytes(column).split(separator: Ascii.semicolon).map(Blanks.trimmed).filter { !$0.isEmpty }
  }

  private func resolve(_ id: ArraySlice<UInt8>, _ column: Column, _ ids: IDTable) -> Int? {
    switch ids.find(id) {
    case .row(let index): return index
    case .leftOut:
      // The row that it names is an error already; this one is not another, but cannot stay without it.
      if log.skipsInvalid { fail(column, value: id, "is a row left out of \(ids.file)") }
      return nil
    case .unknown:
      fail(column, value: id, "is not in \(ids.file)")
      return nil
    }
  }

  /// The id of a new row, which must not be empty and not be used yet.
  func newID(_ column: Column, in ids: IDTable) -> ArraySlice<UInt8>? {
    guard let id = required(column) else { return nil }
    if let line = ids.lineOfFirstUse(id) {
      fail(column, value: id, "is already used as an id", detail: "in line \(line)")
      return nil
    }
    return id
  }
}

extension WrittenNumber.Fault {
  /// What a message says is wrong.
  func message(decimalComma: Bool) -> String {
    switch self {
    case .notANumber:
      decimalComma
        ? "is not a number (decimal point or comma, no thousands separators)"
        : "is not a number (decimal point, no thousands separators)"
    case .notFinite: "is not a finite number"
    }
  }
}
