import CampaignModel
import FileReading

/// A dataset in one file: a workbook with a sheet for each table, or a SQLite database with a table for each.
///
/// Tables become text like that of a CSV file, a line a row, so that messages name a sheet's rows and everything else is
/// read as from a folder.
final class TableContainer: Sendable {
  /// Name of the dataset: the file's without its ending.
  let name: String
  private let file: String
  /// The text of each table.
  private let tables: [Table: [UInt8]]
  /// The sheet or table of settings as reefknot.yaml.
  let settings: [UInt8]?
  /// Sheets or tables that are none of the dataset's.
  let others: [String]

  /// Nil for what is neither.
  ///
  /// - Parameter isHeader: whether names are the header of a table.
  init?(path: String, isHeader: ([String], Table) -> Bool) throws(ReadingError) {
    let fileName = path.split(separator: "/").last.map(String.init) ?? path
    let input = try InputFile(path: path, name: ShownText.escapePath(fileName))
    guard input.size != nil else { return nil }
    let source: any ContainerSource
    switch FileKind(try input.content(upTo: 4096)) {
    case .workbook: source = WorkbookSource(book: try Workbook(input))
    case .sqlite: source = DatabaseSource(database: try SQLiteFile(path: path, name: input.name))
    default: return nil
    }
    file = input.name
    name = fileName.lastIndex(of: ".").map { String(fileName[..<$0]) } ?? fileName
    var tables: [Table: [UInt8]] = [:]
    var others: [String] = []
    let names = source.names.map { $0.lowercased() }
    settings = try names.firstIndex(of: "settings").map { place throws(ReadingError) in
      try TableContainer.settings(source, place)
    }
    let decimal = settings.map { String(decoding: $0, as: UTF8.self).contains("decimal: \",\"") } ?? false
    for (place, name) in names.enumerated() {
      guard let table = Table(rawValue: name) else {
        if !["settings", "notes"].contains(name) { others.append(source.names[place]) }
        continue
      }
      guard tables[table] == nil else {
        throw .badData(DataProblem(file: input.name, message: "has two sheets for the table \(table.rawValue)"))
      }
      var text = ContainerText(
        file: "\(input.name) (\(ShownText.escape(source.names[place])))", decimal: decimal ? "," : ".")
      try text.read(source, place) { isHeader($0, table) }
      tables[table] = text.bytes
    }
    (self.tables, self.others) = (tables, others)
  }

  /// What messages call the settings.
  var settingsName: String { "\(file) (settings)" }

  /// What messages call a table.
  func file(of table: Table) -> String { "\(file) (\(table.rawValue))" }

  /// The tables that are there.
  var present: [Table] { Table.allCases.filter { tables[$0] != nil } }

  /// Bytes of a table's text.
  func size(of table: Table) -> Int? { tables[table]?.count }

  /// A table's text, to be read like a file.
  func open(_ table: Table, progress: ProgressMeter?) -> InputFile? {
    tables[table].map { InputFile(memory: $0, name: file(of: table), progress: progress) }
  }

  /// Keys and values as YAML, each in the line of its row, so that messages name that.
  private static func settings(_ source: any ContainerSource, _ place: Int) throws(ReadingError) -> [UInt8] {
    var text = ""
    var lines = 0
    try source.forEachRow(place) { row, cells throws(ReadingError) in
      let values = cells.map { String(decoding: WhiteSpace.trimmed($0.bytes[...]), as: UTF8.self) }
      guard let key = values.first, !key.isEmpty, values.count > 1, !values[1].isEmpty else { return true }
      if MatchingForm.of(key) == "key", MatchingForm.of(values[1]) == "value" { return true }
      if row > lines + 1, row < 1 << 20 {
        text += String(repeating: "\n", count: row - 1 - lines)
        lines = row - 1
      }
      text += "\(JSONText.quoted(key)): \(JSONText.quoted(values[1]))\n"
      lines += 1
      return text.utf8.count < 1 << 20
    }
    return Array(text.replacing("\"decimal\": \",\"", with: "decimal: \",\"").utf8)
  }
}

/// What holds several tables.
protocol ContainerSource {
  /// Names of the tables.
  var names: [String] { get }

  /// Calls `body` for every row of a table by its place; the first may be a header.
  func forEachRow(
    _ place: Int, _ body: (Int, [SheetCell]) throws(ReadingError) -> Bool
  ) throws(ReadingError)
}

private struct WorkbookSource: ContainerSource {
  let book: Workbook

  var names: [String] { book.sheetNames }

  func forEachRow(
    _ place: Int, _ body: (Int, [SheetCell]) throws(ReadingError) -> Bool
  ) throws(ReadingError) {
    try book.rows(ofSheet: place).forEachRow(body)
  }
}

private struct DatabaseSource: ContainerSource {
  let database: SQLiteFile

  var names: [String] { database.tables }

  /// The names of the columns come first, as row 1.
  func forEachRow(
    _ place: Int, _ body: (Int, [SheetCell]) throws(ReadingError) -> Bool
  ) throws(ReadingError) {
    let table = database.tables[place]
    let columns = try database.columns(of: table)
    guard try body(1, columns.map { SheetCell(Array($0.utf8), .text) }) else { return }
    try database.forEachRow(of: table, columns: columns) { number, cells throws(ReadingError) in
      try body(number + 1, cells)
    }
  }
}
