/// Reads the records of delimited text one after the other, holding little more than one at a time.
package final class RecordReader {
  /// Nil when all bytes are in the buffer from the start.
  private let source: (any ByteSource)?
  package internal(set) var scanner: RecordScanner
  /// What is read but not used up; the current record is in it.
  package private(set) var buffer: [UInt8] = []
  private(set) var isWhole = false
  package private(set) var next = 0
  /// Line behind the current record.
  package private(set) var nextLine: Int
  /// Bytes of the source that are no longer in the buffer.
  package private(set) var dropped = 0
  /// Where the current record starts and ends in the buffer, its line break included.
  package private(set) var extent = 0..<0
  /// Line on which the current record starts, from 1.
  package private(set) var line: Int
  package private(set) var record: Record

  static let chunk = 256 << 10
  /// So many bytes are enough to find a header in.
  package static let firstChunk = chunk

  /// Starts at a record's first byte.
  ///
  /// - Parameters:
  ///   - prefix: bytes that come before those of the source.
  ///   - line: line of the first record, from 1.
  ///   - kept: how many fields of a record are kept.
  package init(
    _ source: any ByteSource, prefix: [UInt8] = [], separator: UInt8 = Ascii.comma, line: Int = 1,
    keeping kept: Int = Record.maximumKept
  ) {
    self.source = source
    record = Record(keeping: kept)
    scanner = RecordScanner(separator: separator)
    buffer = prefix
    self.line = line
    nextLine = line
  }

  /// Reads text that is in memory.
  package init(_ bytes: [UInt8], separator: UInt8, line: Int, keeping kept: Int = Record.maximumKept) {
    source = nil
    record = Record(keeping: kept)
    scanner = RecordScanner(separator: separator)
    buffer = bytes
    isWhole = true
    self.line = line
    nextLine = line
  }

  /// What reading on came to.
  package enum Step {
    case record
    /// A record that is broken in the field with this number, which starts on the line.
    case broken(RecordFault, field: Int, line: Int, value: ArraySlice<UInt8>)
    case end
  }

  /// Goes on to the next record. Lines without a single byte are no records.
  package func readNext() throws(ReadingError) -> Step {
    while true {
      if next == buffer.count {
        guard try fill() else { return .end }
        continue
      }
      let outcome = scanner.scan(buffer.span, from: next, isWhole: isWhole, into: &record)
      switch outcome {
      case .incomplete: _ = try fill()
      case .record(let end):
        take(upTo: end)
        if isEmptyLine { continue }
        return .record
      case .broken(let fault, let field, let fieldStart):
        return try skipBroken(fault, field: field, fieldStart: fieldStart - next)
      }
    }
  }

  /// Whether the current record is a line without a single byte.
  private var isEmptyLine: Bool {
    guard record.fieldCount == 1, let field = record.fields.first else { return false }
    return field.start == field.end && field.start == extent.lowerBound
  }

  private func take(upTo end: Int) {
    extent = next..<end
    line = nextLine
    nextLine += newlines(in: extent)
    next = end
  }

  /// Leaves what lies before an offset behind.
  func pass(to offset: Int) {
    nextLine += newlines(in: next..<offset)
    line = nextLine
    next = offset
  }

  private func newlines(in range: Range<Int>) -> Int {
    let bytes = buffer
    return LineEnd.count(bytes.span, in: range)
  }

  /// Leaves a broken record behind: it ends with the line on which its broken field begins.
  private func skipBroken(_ fault: RecordFault, field: Int, fieldStart: Int) throws(ReadingError) -> Step {
    var searched = next + fieldStart
    var dropped = 0
    var end: Int?
    while end == nil {
      if let found = LineEnd.next(buffer.span, from: searched, isWhole: isWhole) {
        end = found
      } else if isWhole {
        end = buffer.count
      } else if buffer.count - next < RecordScanner.maximumRecordLength {
        searched = try fillKeeping(offset: buffer.count)
      } else {
        dropped += buffer.count - (next + RecordScanner.maximumFieldLength)
        buffer.removeSubrange((next + RecordScanner.maximumFieldLength)...)
        searched = try fillKeeping(offset: buffer.count)
      }
    }
    take(upTo: end ?? buffer.count)
    let start = extent.lowerBound + fieldStart
    let faultLine = line + newlines(in: extent.lowerBound..<min(start, extent.upperBound))
    let value = buffer[min(start, extent.upperBound)..<extent.upperBound].prefix(RecordReader.shownPrefix)
    return .broken(
      fault, field: field, line: faultLine, value: value.prefix { $0 != Ascii.newline && $0 != Ascii.carriageReturn })
  }

  private static let shownPrefix = 256

  /// Reads more; returns where what was at `offset` lies now.
  private func fillKeeping(offset: Int) throws(ReadingError) -> Int {
    let distance = offset - next
    _ = try fill()
    return next + distance
  }

  /// Reads more into the buffer, which keeps what is not used up. Returns false at the end.
  func fill() throws(ReadingError) -> Bool {
    guard !isWhole, let source else { return false }
    buffer.removeFirst(next)
    dropped += next
    next = 0
    extent = 0..<0
    isWhole = try source.read(max(RecordReader.chunk, buffer.count), appendingTo: &buffer) == 0
    return !isWhole
  }
}

extension RecordReader {
  /// How many bytes of the text lie before the next record.
  package var consumedCount: Int { dropped + next }

  /// What is read already but lies behind the current record.
  package var unconsumed: [UInt8] { Array(buffer[next...]) }

  /// The bytes of a field of the current record, with doubled quotes halved.
  package func bytes(of field: Record.Field) -> ArraySlice<UInt8> {
    let raw = buffer[field.start..<field.end]
    guard field.hasDoubledQuotes else { return raw }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var position = raw.startIndex
    while position < raw.endIndex {
      bytes.append(raw[position])
      position += raw[position] == Ascii.quote ? 2 : 1
    }
    return bytes[...]
  }

  /// The bytes of a field of the current record without white space around them; empty where it has no such field.
  package func trimmedBytes(ofField number: Int) -> ArraySlice<UInt8> {
    guard number >= 0, number < record.fields.count else { return [] }
    let field = record.fields[number]
    guard field.start < field.end else { return [] }
    guard field.hasDoubledQuotes || WhiteSpace.isEdge(buffer[field.start]) || WhiteSpace.isEdge(buffer[field.end - 1])
    else { return buffer[field.start..<field.end] }
    return WhiteSpace.trimmed(bytes(of: field))
  }

  /// How many fields of the current record hold more than white space; more than one counts as two.
  package var filledFieldCount: Int {
    var filled = 0
    for field in record.fields where field.start < field.end {
      if WhiteSpace.isEdge(buffer[field.start]), WhiteSpace.isBlank(buffer[field.start..<field.end]) { continue }
      filled += 1
      if filled == 2 { break }
    }
    return filled
  }

  /// The current record as it stands in the file, without its line break and cut after 1 MiB.
  package var rawText: String {
    var raw = buffer[extent].prefix(RecordScanner.maximumFieldLength)
    while let last = raw.last, last == Ascii.newline || last == Ascii.carriageReturn { raw = raw.dropLast() }
    return String(decoding: raw, as: UTF8.self)
  }

  /// Whether the text ends behind the current record without a line end.
  package var endsWithoutLineEnd: Bool {
    guard isWhole, next == buffer.count, let last = buffer[extent].last else { return false }
    return last != Ascii.newline && last != Ascii.carriageReturn
  }

  /// Whether a quoted field of the current record holds a line break.
  package var hasLineBreakInField: Bool {
    record.fields.contains { field in
      field.isQuoted && buffer[field.start..<field.end].contains { $0 == Ascii.newline || $0 == Ascii.carriageReturn }
    }
  }

  /// How many lines the current record takes.
  package var lineCount: Int { nextLine - line }
}
