/// Where the fields of one record of delimited text lie (RFC 4180).
package struct Record {
  /// One field as it stands in the text, without the quotes around it.
  package struct Field: Hashable {
    package var start: Int
    package var end: Int
    /// Whether quotes within it are doubled and have to be halved.
    package var hasDoubledQuotes = false
  }

  /// The fields' places; of a record with more fields than ``maximumKept`` only the first.
  package var fields: [Field] = []
  /// How many fields the record has.
  package var fieldCount = 0

  package init() {}

  /// More fields than a header may have columns are counted but not kept.
  package static let maximumKept = ReadingLimits.columns + 1

  package mutating func removeAll() {
    fields.removeAll(keepingCapacity: true)
    fieldCount = 0
  }

  package mutating func append(_ field: Field) {
    fieldCount += 1
    if fields.count < Record.maximumKept { fields.append(field) }
  }
}

/// What can be wrong with the shape of a record.
package enum RecordFault: Hashable, Error {
  case unterminatedQuote
  case textAfterQuote
  case quoteInField
  case fieldTooLong
  case recordTooLong

  package var message: String {
    switch self {
    case .unterminatedQuote: "opens a quote that is never closed"
    case .textAfterQuote: "goes on after its closing quote; a quote within a quoted field is written twice"
    case .quoteInField:
      "holds a quote but does not begin with one; such a field is quoted, and its quotes written twice"
    case .fieldTooLong: "is longer than 1 MiB"
    case .recordTooLong: "belongs to a row that is longer than 16 MiB"
    }
  }
}

/// Finds the fields of records, byte by byte and exactly as RFC 4180 has them.
///
/// A record ends at `\n`, `\r\n` or the end of the text. Quotes only stand around a whole field or doubled within a
/// quoted one. A record in which they are broken ends with the line on which the broken field begins.
package struct RecordScanner {
  package let separator: UInt8

  package init(separator: UInt8) { self.separator = separator }

  /// The longest field, in bytes as it stands in the text.
  package static let maximumFieldLength = ReadingLimits.fieldLength
  /// The longest record, in bytes.
  package static let maximumRecordLength = ReadingLimits.rowLength

  package enum Outcome: Hashable {
    /// A whole record; the next one starts at the offset.
    case record(next: Int)
    /// The text ends before the record does.
    case incomplete
    /// The field with this number is broken; it starts at the offset.
    case broken(RecordFault, field: Int, fieldStart: Int)
  }

  /// Scans the record that starts at `start`, which must lie before the end.
  ///
  /// - Parameter isWhole: whether the text ends with these bytes.
  package func scan(_ bytes: borrowing Span<UInt8>, from start: Int, isWhole: Bool, into record: inout Record)
    -> Outcome
  {
    record.removeAll()
    var position = start
    while true {
      let fieldStart = position
      let end =
        position < bytes.count && bytes[position] == Ascii.quote
        ? quotedField(bytes, from: position, isWhole: isWhole, into: &record)
        : plainField(bytes, from: position, isWhole: isWhole, into: &record)
      switch end {
      case .separator(let next): position = next
      case .record(let next): return .record(next: next)
      case .incomplete:
        if bytes.count - start > RecordScanner.maximumRecordLength {
          return .broken(.recordTooLong, field: record.fieldCount, fieldStart: fieldStart)
        }
        return .incomplete
      case .broken(let fault): return .broken(fault, field: record.fieldCount, fieldStart: fieldStart)
      }
    }
  }

  private enum FieldEnd {
    case separator(next: Int)
    case record(next: Int)
    case incomplete
    case broken(RecordFault)
  }

  private func plainField(
    _ bytes: borrowing Span<UInt8>, from start: Int, isWhole: Bool, into record: inout Record
  ) -> FieldEnd {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == Ascii.newline || byte == Ascii.quote { break }
      position += 1
    }
    if position - start > RecordScanner.maximumFieldLength { return .broken(.fieldTooLong) }
    guard position < bytes.count || isWhole else { return .incomplete }
    if position < bytes.count, bytes[position] == Ascii.quote { return .broken(.quoteInField) }
    if position < bytes.count, bytes[position] == separator {
      record.append(.init(start: start, end: position))
      return .separator(next: position + 1)
    }
    let hasReturn = position > start && bytes[position - 1] == Ascii.carriageReturn
    record.append(.init(start: start, end: hasReturn ? position - 1 : position))
    return .record(next: min(position + 1, bytes.count))
  }

  private func quotedField(
    _ bytes: borrowing Span<UInt8>, from start: Int, isWhole: Bool, into record: inout Record
  ) -> FieldEnd {
    var field = Record.Field(start: start + 1, end: start + 1)
    var position = start + 1
    while true {
      while position < bytes.count, bytes[position] != Ascii.quote { position += 1 }
      if position - field.start > RecordScanner.maximumFieldLength { return .broken(.fieldTooLong) }
      if position == bytes.count { return isWhole ? .broken(.unterminatedQuote) : .incomplete }
      guard position + 1 < bytes.count else { break }
      guard bytes[position + 1] == Ascii.quote else { break }
      field.hasDoubledQuotes = true
      position += 2
    }
    field.end = position
    return afterQuote(bytes, from: position + 1, isWhole: isWhole, field, into: &record)
  }

  private func afterQuote(
    _ bytes: borrowing Span<UInt8>, from position: Int, isWhole: Bool, _ field: Record.Field, into record: inout Record
  ) -> FieldEnd {
    guard position < bytes.count else {
      guard isWhole else { return .incomplete }
      record.append(field)
      return .record(next: position)
    }
    if bytes[position] == separator {
      record.append(field)
      return .separator(next: position + 1)
    }
    let lineEnd = bytes[position] == Ascii.carriageReturn ? position + 1 : position
    if lineEnd == bytes.count, !isWhole { return .incomplete }
    guard lineEnd == bytes.count || bytes[lineEnd] == Ascii.newline else { return .broken(.textAfterQuote) }
    record.append(field)
    return .record(next: min(lineEnd + 1, bytes.count))
  }
}

/// The bytes that delimited text gives a meaning to.
package enum Ascii {
  package static let quote = UInt8(ascii: "\"")
  package static let newline = UInt8(ascii: "\n")
  package static let carriageReturn = UInt8(ascii: "\r")
  package static let comma = UInt8(ascii: ",")
  package static let semicolon = UInt8(ascii: ";")
  package static let tab = UInt8(ascii: "\t")
}
