import CampaignData
import CampaignModel
import FileReading

/// An export as a sheet of a workbook or a table of a database.
final class SheetTable: ExportTable {
  let columns: [String]
  let fit: Int
  let sheet: String?
  private let name: String
  private let rules: ReadingRules
  private let rows: any SheetRows
  /// Number of the header's row; 0 where the columns have names of their own.
  private let headerRow: Int
  private let row = SheetRow()

  /// - Parameters:
  ///   - header: the columns of a database's table; nil for a sheet, whose header is found.
  ///   - sheet: its name.
  init(
    _ makeRows: () throws(ReadingError) -> any SheetRows, name: String, sheet: String, header: [String]?,
    rules: ReadingRules, fit: ([String]) -> Int
  ) throws(ReadingError) {
    (self.name, self.sheet, self.rules) = (name, sheet, rules)
    if let header {
      (columns, headerRow) = (header, 0)
      self.fit = fit(header)
    } else {
      let found = try SheetTable.header(try makeRows(), rules, fit)
      (columns, headerRow, self.fit) = found
    }
    rows = try makeRows()
  }

  /// So many rows are looked at for a header.
  private static let searchedRows = 50

  private static func header(
    _ rows: any SheetRows, _ rules: ReadingRules, _ fit: ([String]) -> Int
  ) throws(ReadingError) -> ([String], Int, Int) {
    var best: (names: [String], row: Int, fit: Int) = ([], 1, -1)
    try rows.forEachRow { number, cells in
      guard number <= rules.headerRow ?? searchedRows else { return false }
      guard rules.headerRow == nil || number == rules.headerRow else { return true }
      let names = cells.map { String(decoding: WhiteSpace.trimmed($0.bytes[...]), as: UTF8.self) }
      let filled = names.count { !$0.isEmpty }
      let found = fit(names) * 1000 + (best.fit < 2 ? min(filled, 999) : 0)
      if found > best.fit { best = (names, number, found) }
      return true
    }
    return (best.names, best.row, max(0, best.fit) / 1000)
  }

  func bind(_ binding: ColumnBinding) {
    row.places = ColumnPlaces(binding, in: columns)
  }

  func forEachRow(
    _ account: SourceAccount, _ body: (any SourceRow) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    var isBehindBlank = false
    try rows.forEachRow { number, cells throws(ReadingError) in
      guard number > headerRow else { return true }
      let filled = cells.count { !WhiteSpace.isBlank($0.bytes[...]) }
      guard filled > 0 else {
        isBehindBlank = true
        return true
      }
      // Rows that a sheet leaves out are blank too.
      if number > row.line + 1, row.line > 0 { isBehindBlank = true }
      account.rows += 1
      (row.line, row.cells) = (number, cells)
      if rules.hasFooter, isBehindBlank, filled == 1 {
        account.ignore("footer")
      } else if let beginning = skippedBeginning(cells) {
        account.ignore("starts with \"\(beginning)\"")
      } else if let place = row.faultPlace {
        account.refuse(
          line: number, column: place < columns.count ? columns[place] : nil, value: nil,
          "is " + String(decoding: cells[place].bytes, as: UTF8.self), row: row.rawText)
      } else {
        try body(row)
      }
      return true
    }
  }

  private func skippedBeginning(_ cells: [SheetCell]) -> String? {
    guard !rules.skippedBeginnings.isEmpty, let first = cells.first(where: { !WhiteSpace.isBlank($0.bytes[...]) })
    else {
      return nil
    }
    let text = String(decoding: WhiteSpace.trimmed(first.bytes[...]), as: UTF8.self).lowercased()
    return rules.skippedBeginnings.first { text.hasPrefix($0) }
  }
}

/// A row of a sheet.
private final class SheetRow: SourceRow {
  var line = 0
  var cells: [SheetCell] = []
  var places = ColumnPlaces()

  /// A cell that is asked for and cannot be read.
  var faultPlace: Int? {
    cells.indices.first {
      cells[$0].form == .fault && (places.columns.contains($0) || places.entries.joined().contains($0))
    }
  }

  private func value(_ position: Int, in text: inout [UInt8]) -> SourceCell {
    guard position >= 0, position < cells.count else { return .empty }
    let cell = cells[position]
    let place = text.add(WhiteSpace.trimmed(cell.bytes[...]))
    switch cell.form {
    case .number: return SourceCell(place, form: .number)
    case .time: return SourceCell(place, form: .time)
    case .text, .fault: return SourceCell(place)
    }
  }

  func cell(_ reference: Int, entry: Int, in text: inout [UInt8]) -> SourceCell {
    value(places.position(reference, entry: entry), in: &text)
  }

  func entryCount(_ list: Int) -> Int { places.entryCounts[list] }

  func allValues(in text: [UInt8]) -> ArraySlice<UInt8> {
    var bytes: [UInt8] = []
    for cell in cells {
      bytes += cell.bytes
      bytes.append(0x1F)
    }
    return bytes[...]
  }

  var rawText: String {
    var text = TableText(header: [])
    for cell in cells { text.append(cell.bytes[...]) }
    return String(decoding: text.bytes.dropFirst(), as: UTF8.self)
  }
}

/// The rows of a database's table.
final class DatabaseRows: SheetRows {
  private let database: SQLiteFile
  private let table: String
  private let columns: [String]

  init(_ database: SQLiteFile, table: String, columns: [String]) {
    (self.database, self.table, self.columns) = (database, table, columns)
  }

  func forEachRow(_ body: (Int, [SheetCell]) throws(ReadingError) -> Bool) throws(ReadingError) {
    try database.forEachRow(of: table, columns: columns, body)
  }
}
