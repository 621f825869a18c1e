/// Where the fields of one record of delimited text lie (RFC 4180).
package struct Record {
  /// One field as it stands in the text, without the quotes around it.
  package struct Field: Hashable {
    package var start: Int
    package var end: Int
    /// Whether quotes within it are doubled and have to be halved.
    package var hasDoubledQuotes = false
    package var isQuoted = false
  }

  /// The fields' places; of a record with very many fields only the first.
  package var fields: [Field] = []
  /// How many fields the record has.
  package var fieldCount = 0

  private let kept: Int

  /// - Parameter kept: more fields are counted but not kept.
  package init(keeping kept: Int = Record.maximumKept) { self.kept = kept }

  /// One more than a header of a dataset's table may have.
  package static let maximumKept = ReadingLimits.columns + 1

  package mutating func removeAll() {
    fields.removeAll(keepingCapacity: true)
    fieldCount = 0
  }

  package mutating func append(_ field: Field) {
    fieldCount += 1
    if fields.count < kept { fields.append(field) }
  }
}

/// What can be wrong with the shape of a record.
package enum RecordFault: Hashable, Error {
  case unterminatedQuote
  case textAfterQuote
  case fieldTooLong
  case recordTooLong

  package var message: String {
    switch self {
    case .unterminatedQuote: "opens a quote that is never closed"
    case .textAfterQuote: "goes on after its closing quote; a quote within a quoted field is written twice"
    case .fieldTooLong: "is longer than 1 MiB"
    case .recordTooLong: "belongs to a row that is longer than 16 MiB"
    }
  }
}

/// Finds the fields of records, byte by byte (RFC 4180, and <doc:Dataset#Text>).
///
/// A record ends at `\n`, at `\r`, at several `\r` and a `\n`, or at the end of the text. A field that begins with a
/// quote, with nothing but white space before it, ends with the next quote that is not doubled; within other fields a
/// quote is a character. A record in which quotes are broken ends with the line on which the broken field begins.
package struct RecordScanner {
  package let separator: UInt8

  package init(separator: UInt8) { self.separator = separator }

  /// The longest field, in bytes as it stands in the text.
  package static let maximumFieldLength = ReadingLimits.fieldLength
  /// The longest record, in bytes with its line end.
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
  package func scan(
    _ bytes: borrowing Span<UInt8>, from start: Int, isWhole: Bool, into record: inout Record
  ) -> Outcome {
    record.removeAll()
    var position = start
    while true {
      let fieldStart = position
      switch field(bytes, from: position, isWhole: isWhole, into: &record) {
      case .separator(let next): position = next
      case .record(let next):
        if next - start > RecordScanner.maximumRecordLength {
          return .broken(.recordTooLong, field: record.fieldCount - 1, fieldStart: fieldStart)
        }
        return .record(next: next)
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

  private func field(
    _ bytes: borrowing Span<UInt8>, from start: Int, isWhole: Bool, into record: inout Record
  ) -> FieldEnd {
    // Nearly all fields begin with a byte that is neither.
    if start < bytes.count, !WhiteSpace.isEdge(bytes[start]), bytes[start] != Ascii.quote {
      return plainField(bytes, from: start, isWhole: isWhole, into: &record)
    }
    let content = afterWhiteSpace(bytes, from: start)
    if content < bytes.count, bytes[content] == Ascii.quote {
      return quotedField(bytes, from: content, isWhole: isWhole, into: &record)
    }
    return plainField(bytes, from: start, isWhole: isWhole, into: &record)
  }

  /// Offset of the first byte from `start` on that is no white space, or is one that ends fields.
  private func afterWhiteSpace(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.count, position - start < RecordScanner.maximumFieldLength {
      let byte = bytes[position]
      if byte == separator || byte == Ascii.newline || byte == Ascii.carriageReturn { break }
      let length = WhiteSpace.leadingLength(bytes, position, bytes.count)
      if length == 0 { break }
      position += length
    }
    return position
  }

  private func plainField(
    _ bytes: borrowing Span<UInt8>, from start: Int, isWhole: Bool, into record: inout Record
  ) -> FieldEnd {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == Ascii.newline || byte == Ascii.carriageReturn { break }
      position += 1
    }
    if position - start > RecordScanner.maximumFieldLength { return .broken(.fieldTooLong) }
    return end(Record.Field(start: start, end: position), bytes, at: position, isWhole: isWhole, into: &record)
      ?? .incomplete
  }

  private func quotedField(
    _ bytes: borrowing Span<UInt8>, from start: Int, isWhole: Bool, into record: inout Record
  ) -> FieldEnd {
    var field = Record.Field(start: start + 1, end: start + 1)
    field.isQuoted = true
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
    let next = afterWhiteSpace(bytes, from: position + 1)
    return end(field, bytes, at: next, isWhole: isWhole, into: &record) ?? .broken(.textAfterQuote)
  }

  /// Ends a field at a separator, a line end or the end of the text; nil where there is none of these.
  private func end(
    _ field: Record.Field, _ bytes: borrowing Span<UInt8>, at position: Int, isWhole: Bool, into record: inout Record
  ) -> FieldEnd? {
    if position == bytes.count {
      guard isWhole else { return .incomplete }
      record.append(field)
      return .record(next: position)
    }
    if bytes[position] == separator {
      record.append(field)
      return .separator(next: position + 1)
    }
    guard let length = LineEnd.length(bytes, at: position, isWhole: isWhole) else { return .incomplete }
    guard length > 0 else { return nil }
    record.append(field)
    return .record(next: position + length)
  }
}
