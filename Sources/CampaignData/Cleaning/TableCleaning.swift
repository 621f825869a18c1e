import CampaignModel
import FileReading

/// Writes a table anew: in UTF-8, with plain line ends, names of columns and values, and without blank rows.
///
/// The separator stays, so that numbers are read by the same rules.
struct TableCleaning {
  /// Name of the file that is written.
  let name: String
  private let reader: TableReader
  private let cells: CellCleaning
  /// That of the table, unless it has one column: then nothing would tell it.
  private let separator: UInt8
  private let report: (CleaningChange) -> Void
  private var bytes: [UInt8] = []
  /// What writing threw; nothing is written after it.
  private var failure: (any Error)?

  private static let chunk = 1 << 20

  init(_ reader: TableReader, name: String, report: @escaping (CleaningChange) -> Void) {
    self.reader = reader
    self.name = name
    self.report = report
    cells = CellCleaning(reader.shape)
    separator = reader.header.names.count > 1 ? reader.shape.separator : Ascii.comma
  }

  /// Writes the whole table.
  ///
  /// - Throws: ``ReadingError/badData(_:)`` where rows cannot be told apart, and what `write` throws.
  mutating func run(_ write: ([UInt8]) throws -> Void) throws {
    guard reader.isReadable else { throw ReadingError.badData([reader.log.fileProblems].compactMap(\.self)) }
    addHeader()
    var cleaning = self
    try reader.forEachRow { row in cleaning.add(row, write) }
    if let failure = cleaning.failure { throw failure }
    if let problems = reader.log.fileProblems { throw ReadingError.badData([problems]) }
    if reader.log.blankRows > 0 {
      let rows = reader.log.blankRows
      report(CleaningChange(file: reader.file, what: "\(rows) blank \(rows == 1 ? "row is" : "rows are") left out"))
    }
    try write(cleaning.bytes)
  }

  private mutating func addHeader() {
    let names = reader.header.names.enumerated().map { position, name in
      reader.header.knownName(at: position)
        ?? String(decoding: WhiteSpace.trimmed(Array(name.utf8)[...]), as: UTF8.self)
    }
    for (old, new) in zip(reader.header.names, names) where old != new {
      note(line: reader.line, column: new, Array(old.utf8)[...], Array(new.utf8))
    }
    add(names.map { Array($0.utf8) })
  }

  private mutating func add(_ row: TableReader, _ write: ([UInt8]) throws -> Void) {
    let count = row.header.names.count
    let fields = row.records.record.fields
    var cleaned: [[UInt8]] = []
    for position in 0..<count {
      let cell = position < fields.count ? row.records.bytes(of: fields[position]) : []
      let clean = cells.clean(cell, column: position)
      if !clean.elementsEqual(cell) {
        note(line: row.line, column: row.header.label(ofPosition: position), cell, clean)
      }
      cleaned.append(clean)
    }
    if fields.count != count {
      report(
        CleaningChange(
          file: row.file, line: row.line,
          what: fields.count < count ? "empty fields are added at the end" : "blank fields at the end are left out"))
    }
    add(cleaned)
    guard bytes.count > TableCleaning.chunk, failure == nil else { return }
    do { try write(bytes) } catch { failure = error }
    bytes.removeAll(keepingCapacity: true)
  }

  private func note(line: Int, column: String?, _ old: ArraySlice<UInt8>, _ new: [UInt8]) {
    report(
      CleaningChange(
        file: reader.file, line: line, column: column,
        what: "\"\(ShownText.escape(old))\" becomes \"\(ShownText.escape(new[...]))\""))
  }

  /// Adds a line. Fields with a separator, a quote or a line end are quoted.
  private mutating func add(_ fields: [[UInt8]]) {
    for (position, field) in fields.enumerated() {
      if position > 0 { bytes.append(separator) }
      let isPlain = !field.contains {
        $0 == separator || $0 == Ascii.quote || $0 == Ascii.newline || $0 == Ascii.carriageReturn
      }
      if isPlain {
        bytes.append(contentsOf: field)
        continue
      }
      bytes.append(Ascii.quote)
      for byte in field { bytes.append(contentsOf: byte == Ascii.quote ? [byte, byte] : [byte]) }
      bytes.append(Ascii.quote)
    }
    bytes.append(Ascii.newline)
  }
}
