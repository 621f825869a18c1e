import CampaignModel
import FileReading

/// A column of a table that is being read: its name and where it stands in the file.
struct Column {
  let name: String
  /// Nil where the file does not have it.
  let position: Int?
}

/// What is known of a table's file before its first row.
struct TableShape: Sendable {
  let table: Table
  /// Name of the file within the folder.
  let file: String
  let clock: LocalClock
  var header: Header
  var separator = Ascii.comma

  func column(_ name: String) -> Column { Column(name: name, position: header.position(of: name)) }
}

/// Reads a table's file row by row, checks each row's shape, and keeps account of what is wrong.
///
/// The current row's cells are read through the typed accessors of `TableReader+Cells.swift`; each notes what is
/// wrong with its cell, so that a row's problems are all found at once.
final class TableReader {
  private(set) var shape: TableShape
  let records: RecordReader
  private(set) var log: ProblemLog
  /// What is wrong with the current row.
  private(set) var rowProblems: [DataProblem] = []

  /// Opens the table and reads its header.
  ///
  /// A header that is wrong is a problem of the file as a whole: `isReadable` is then false, and there are no rows.
  init(
    _ table: Table, file: String, source: any ByteSource, clock: LocalClock, options: ReadingOptions
  ) throws(ReadingError) {
    shape = TableShape(table: table, file: file, clock: clock, header: Header(names: [], table: table))
    records = RecordReader(source)
    log = ProblemLog(file: file, options: options)
    try readHeader()
  }

  /// Goes on reading rows of a table whose header is known, from the start of a row.
  init(_ shape: TableShape, records: RecordReader, log: ProblemLog) {
    self.shape = shape
    self.records = records
    self.log = log
  }

  /// Whether the header is as it must be.
  var isReadable: Bool { log.problemCount == 0 || !header.names.isEmpty }

  var table: Table { shape.table }

  /// Name of the file within the folder.
  var file: String { shape.file }

  var clock: LocalClock { shape.clock }

  var header: Header { shape.header }

  /// Whether numbers may have a decimal comma.
  var hasDecimalComma: Bool { shape.separator != Ascii.comma }

  /// Line on which the current row starts.
  var line: Int { records.line }

  /// Columns of the file that the table does not have.
  var notes: [ReadingNote] {
    header.unknownNames(table: table).map { .unknownColumn(file: file, column: ShownText.escape($0)) }
  }

  func column(_ name: String) -> Column { shape.column(name) }

  private func readHeader() throws(ReadingError) {
    let table = table
    let step = try records.readHeader { Header.recognized($0, table: table) }
    shape.separator = records.scanner.separator
    switch step {
    case .end:
      log.fail(DataProblem(file: file, message: "is empty; expected a header line with the names of the columns"))
    case .broken(let fault, _, let line, let value):
      log.fail(DataProblem(file: file, line: line, value: ShownText.escape(value), message: fault.message))
    case .record:
      if let problem = encodingProblem() {
        log.fail(problem)
        return
      }
      let names = records.record.fields.map { String(decoding: records.bytes(of: $0), as: UTF8.self) }
      let found = Header(names: names, table: table)
      let problems = found.problems(file: file, table: table)
      for problem in problems { log.fail(problem) }
      if problems.isEmpty { shape.header = found }
    }
  }

  /// Reads the rest of the table. `body` is called for every row of the right shape; when it returns, the row's
  /// problems are taken down, and the row is left out if it has any.
  func forEachRow(_ body: (TableReader) -> Void) throws(ReadingError) {
    guard isReadable else { return }
    while true {
      rowProblems.removeAll()
      switch try records.readNext() {
      case .end: return
      case .broken(let fault, let field, let line, let value):
        let column = header.label(ofPosition: field)
        let shown = ShownText.escape(value)
        log.takeBadRow(
          [DataProblem(file: file, line: line, column: column, value: shown, message: fault.message)], line: line,
          row: records.rawText)
        continue
      case .record:
        if let problem = shapeProblem() { rowProblems = [problem] } else { body(self) }
      }
      if !rowProblems.isEmpty { log.takeBadRow(rowProblems, line: line, row: records.rawText) }
    }
  }

  /// What is wrong with the current row before any cell is looked at.
  private func shapeProblem() -> DataProblem? {
    if let problem = encodingProblem() { return problem }
    let count = records.record.fieldCount
    guard count != header.names.count else { return nil }
    return DataProblem(
      file: file, line: line, message: "the row has \(count) \(count == 1 ? "field" : "fields")",
      detail: "the header has \(header.names.count)")
  }

  /// The first field of the current record that is no UTF-8 or holds a NUL.
  private func encodingProblem() -> DataProblem? {
    let raw = records.buffer[records.extent]
    let isUTF8 = UTF8Validation.firstInvalidOffset(raw.span) == nil
    if isUTF8, !raw.contains(0) { return nil }
    for (position, field) in records.record.fields.enumerated() {
      let bytes = records.buffer[field.start..<field.end]
      let message: String
      if UTF8Validation.firstInvalidOffset(bytes.span) != nil {
        message = "is not valid UTF-8; the file must be saved as UTF-8"
      } else if bytes.contains(0) {
        message = "holds a NUL byte"
      } else {
        continue
      }
      return DataProblem(
        file: file, line: line, column: header.label(ofPosition: position), value: ShownText.escape(bytes),
        message: message)
    }
    return DataProblem(file: file, line: line, message: "the row is not valid UTF-8")
  }

  /// The bytes of a cell of the current row, without quotes; empty where the file has no such column.
  func bytes(_ column: Column) -> ArraySlice<UInt8> {
    guard let position = column.position else { return [] }
    return records.bytes(of: records.record.fields[position])
  }

  /// Notes what is wrong with a cell of the current row.
  func fail(_ column: Column, value: ArraySlice<UInt8>?, _ message: String, detail: String? = nil) {
    rowProblems.append(
      DataProblem(
        file: file, line: line, column: column.name, value: value.map { ShownText.escape($0) }, message: message,
        detail: detail))
  }

  /// Whether nothing is wrong with the current row so far.
  var isGood: Bool { rowProblems.isEmpty }

  /// Takes the account of rows that were read elsewhere.
  func replaceLog(_ log: ProblemLog) { self.log = log }

  /// Takes a problem of the file as a whole.
  func failFile(_ problem: DataProblem) { log.fail(problem) }
}
