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
  let forms: TableForms
  private(set) var header: Header
  private(set) var separator = Ascii.comma
  /// How numbers are written.
  private(set) var numbers: NumberForms
  /// Behind the last column that a row needs.
  private(set) var neededFields = 0

  init(_ table: Table, file: String, forms: TableForms) {
    self.table = table
    self.file = file
    self.forms = forms
    header = Header(names: [], table: table)
    numbers = forms.numbers(separator: Ascii.comma)
  }

  var clock: LocalClock { forms.clock }

  /// Takes the separator that was recognized.
  mutating func take(separator: UInt8) {
    self.separator = separator
    numbers = forms.numbers(separator: separator)
  }

  mutating func take(_ header: Header) {
    self.header = header
    neededFields = (table.requiredColumns.compactMap { header.position(of: $0) }.max() ?? -1) + 1
  }

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
  /// Name of the file whose refused row the current one refers to.
  private var refusedFile: String?
  /// The number that the current row says it has in the file it comes from.
  var rowNumber: Int?
  private(set) var cellNotes: [ReadingNote] = []
  /// Ids of rows that were refused before any cell was looked at, and their lines.
  private(set) var refusedIDs: [(id: ArraySlice<UInt8>, line: Int)] = []

  /// Opens the table and reads its header.
  ///
  /// A header that is wrong is a problem of the file as a whole: `isReadable` is then false, and there are no rows.
  ///
  /// - Parameter start: the first bytes of the file, which are no longer in the source.
  init(
    _ shape: TableShape, source: any ByteSource, start: [UInt8], options: ReadingOptions
  ) throws(ReadingError) {
    self.shape = shape
    records = RecordReader(source, prefix: start)
    log = ProblemLog(file: shape.file, options: options)
    if let kind = FileKind(start), kind.isBinary {
      log.fail(DataProblem(file: shape.file, message: kind.complaint))
    } else {
      try readHeader(FileKind(start))
    }
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

  /// Line on which the current row starts.
  var line: Int { records.line }

  /// Columns of the file that the table does not have, and what is odd about cells.
  var notes: [ReadingNote] {
    header.unknownNames(table: table).map { .unknownColumn(file: file, column: ShownText.escape($0)) } + cellNotes
  }

  func column(_ name: String) -> Column { shape.column(name) }

  private func readHeader(_ kind: FileKind?) throws(ReadingError) {
    let table = table
    let step = try records.readHeader { Header.recognized($0, table: table) }
    shape.take(separator: records.scanner.separator)
    switch step {
    case .end:
      log.fail(DataProblem(file: file, message: "is empty; expected a header line with the names of the columns"))
    case .broken(let fault, _, let line, let value):
      log.fail(
        DataProblem(
          file: file, line: line, value: ShownText.escape(value), message: kind?.complaint ?? fault.message))
    case .record:
      let names = records.record.fields.map { String(decoding: records.bytes(of: $0), as: UTF8.self) }
      let isComplete = Header.isComplete(names, table: table)
      if let kind, !isComplete {
        log.fail(DataProblem(file: file, message: kind.complaint))
        return
      }
      if let problem = encodingProblem() {
        log.fail(problem)
        return
      }
      let found = Header(names: names, table: table)
      let later = isComplete ? nil : records.laterHeaderLine { Header.isComplete($0, table: table) }
      let problems = found.problems(file: file, table: table, line: records.line, laterLine: later)
      for problem in problems { log.fail(problem) }
      if problems.isEmpty { shape.take(found) }
    }
  }

  /// Reads the rest of the table. `body` is called for every row of the right shape; when it returns, the row's
  /// problems are taken down, and the row is left out if it has any.
  func forEachRow(_ body: (TableReader) -> Void) throws(ReadingError) {
    guard isReadable else { return }
    while true {
      rowProblems.removeAll()
      (refusedFile, rowNumber) = (nil, nil)
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
        if isBlank {
          log.blankRows += 1
          continue
        }
        if let problem = shapeProblem() {
          rowProblems = [problem]
          if table.isReferredTo, case let id = bytes(column("id")), !id.isEmpty {
            refusedIDs.append((Array(id)[...], line))
          }
        } else {
          body(self)
        }
      }
      if !rowProblems.isEmpty {
        if repeatsHeader {
          rowProblems = [
            DataProblem(
              file: file, line: line,
              message: "is the header once more, as where one export was pasted below another; take the line out")
          ]
        }
        log.takeBadRow(rowProblems, line: line, row: records.rawText)
      } else if let refusedFile {
        log.takeConsequence(of: refusedFile)
      }
    }
  }

  /// Whether no field of the current row holds more than white space.
  private var isBlank: Bool {
    records.record.fieldCount == records.record.fields.count
      && records.record.fields.allSatisfy { WhiteSpace.isBlank(records.buffer[$0.start..<$0.end]) }
  }

  /// Whether the current row is the header, word for word.
  private var repeatsHeader: Bool {
    let fields = records.record.fields
    guard fields.count == header.names.count else { return false }
    return zip(fields, header.names).allSatisfy { field, name in
      WhiteSpace.trimmed(records.bytes(of: field)).elementsEqual(WhiteSpace.trimmed(Array(name.utf8)[...]))
    }
  }

  /// What is wrong with the current row before any cell is looked at.
  private func shapeProblem() -> DataProblem? {
    if let problem = encodingProblem() { return problem }
    let count = records.record.fieldCount
    let expected = header.names.count
    if count == expected { return nil }
    if count > expected, count == records.record.fields.count {
      let extra = records.record.fields[expected...]
      if extra.allSatisfy({ WhiteSpace.isBlank(records.buffer[$0.start..<$0.end]) }) { return nil }
    }
    var detail = "the header has \(expected)"
    if count < expected {
      if records.endsWithoutLineEnd {
        detail += "; the file ends within the row, and seems to be cut"
      } else if records.hasLineBreakInField {
        // Lines of a block are counted from its beginning, so that a text can tell how many there are, not which.
        detail += "; the row goes on for \(records.lineCount) lines, as if a quote were not closed"
      } else if count >= shape.neededFields {
        if count < header.namedCount { log.shortRows += 1 }
        return nil
      }
    }
    return DataProblem(
      file: file, line: line, message: "the row has \(count) \(count == 1 ? "field" : "fields")", detail: detail)
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
        message =
          shape.forms.encoding == .utf8
          ? "is not UTF-8 and looks like Windows-1252; the file must be saved as UTF-8, or encoding: windows-1252 be set "
            + "in reefknot.yaml"
          : "holds bytes that stand for no character"
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

  /// The bytes of a cell of the current row, without quotes and white space around them; empty where the row or the file
  /// has no such column.
  func bytes(_ column: Column) -> ArraySlice<UInt8> {
    guard let position = column.position, position < records.record.fields.count else { return [] }
    return WhiteSpace.trimmed(records.bytes(of: records.record.fields[position]))
  }

  /// Notes what is wrong with a cell of the current row.
  func fail(
    _ column: Column, value: ArraySlice<UInt8>?, _ message: String, detail: String? = nil, isUnknownName: Bool = false
  ) {
    var problem = DataProblem(
      file: file, line: line, column: column.name, value: value.map { ShownText.escape($0) }, message: message,
      detail: detail)
    if let rowNumber { problem.detail = (detail.map { $0 + "; " } ?? "") + "row \(rowNumber)" }
    problem.isUnknownName = isUnknownName
    rowProblems.append(problem)
  }

  /// Notes that the current row refers to a row of another file that was refused.
  func refer(toRefusedRowOf file: String) { refusedFile = refusedFile ?? file }

  /// Notes something odd about a cell of the current row.
  func note(_ note: ReadingNote) { cellNotes.append(note) }

  /// Whether nothing is wrong with the current row so far.
  var isGood: Bool { rowProblems.isEmpty }

  /// Answers unknown names with the nearest known ones.
  func suggest(_ names: (_ column: String) -> [String]?) { log.suggest(names) }

  /// Takes the account of rows that were read elsewhere.
  func replaceLog(_ log: ProblemLog) { self.log = log }
}
