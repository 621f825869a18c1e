import CampaignAnalysis
import CampaignFigures
import CampaignModel
import TimeZones

/// Writes tables as CSV after RFC 4180, with every figure of every table in one long list.
///
/// One row is one figure: `campaign, table, key, label, figure, value, count, of, low, high, state`. `key` is the id
/// of what the row is about (a partner, a channel, a day), `label` its name, `figure` the identifier in <doc:Metrics>.
/// A share has its rate in `value`, its interval in `low` and `high`. A figure that cannot be given has no value but
/// a `state`. Numbers are unrounded with a dot; instants are RFC 3339, UTC.
package struct CSVText {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// The header and the rows of the tables of each campaign.
  package static func bytes(of campaigns: [(campaign: String, tables: [FigureTable])]) -> [UInt8] {
    var text = CSVText()
    text.row([
      "campaign", "table", "key", "label", "figure", "value", "count", "of", "low", "high", "state",
    ])
    for entry in campaigns {
      for table in entry.tables { text.append(table, campaign: entry.campaign) }
    }
    return text.bytes
  }

  private mutating func append(_ table: FigureTable, campaign: String) {
    for row in table.rows {
      let label = CSVText.label(of: row, in: table)
      for (index, (column, cell)) in zip(table.columns, row.cells).enumerated()
      where CSVText.isFigure(column, cell, in: table) {
        let figure = table.rowsAreFigures ? row.id : column.id
        let head = [campaign, table.id, table.rowsAreFigures ? "" : row.id, label, figure]
        let next = index + 1 < row.cells.count ? row.cells[index + 1] : .empty
        self.row(head.map(CSVField.guarded) + CSVText.values(of: cell, limits: next))
      }
    }
  }

  /// What the row is about in words: the first text that is not its id.
  private static func label(of row: FigureTable.Row, in table: FigureTable) -> String {
    for (column, cell) in zip(table.columns, row.cells) where !column.isFigure {
      for text in texts(of: cell, in: column) where !text.isEmpty && text != row.id { return text }
    }
    return ""
  }

  private static func texts(of cell: FigureTable.Cell, in column: FigureTable.Column) -> [String] {
    switch (cell, column.kind) {
    case (.reference(let reference), .references(.idAndName)): [reference.id, reference.name ?? ""]
    case (.reference, .references(let naming)), (.references, .references(let naming)):
      [cell.text(words, naming: naming)]
    case (.term, _), (.name, _), (.reference, _), (.references, _): [cell.text(words)]
    default: []
    }
  }

  private static let words = Localizer(.english, style: .plain)

  /// Whether a cell holds a figure, rather than the row's name or another cell's interval.
  private static func isFigure(
    _ column: FigureTable.Column, _ cell: FigureTable.Cell, in table: FigureTable
  ) -> Bool {
    // The ends of an interval stand beside the figure before them.
    if case .limits = cell { return false }
    if cell == .empty { return false }
    if table.rowsAreFigures { return column.id == "value" }
    if case .interval = cell { return true }
    return column.isFigure && column.id != table.columns.first?.id
  }

  /// `value, count, of, low, high, state` of a cell, with the ends of its interval where they stand in the next one.
  private static func values(of cell: FigureTable.Cell, limits next: FigureTable.Cell) -> [String] {
    var values = values(of: cell)
    if case .limits(let low, let high) = next {
      values[3] = CSVText.values(of: low)[0]
      values[4] = CSVText.values(of: high)[0]
    }
    return values
  }

  /// `value, count, of, low, high, state` of a cell.
  private static func values(of cell: FigureTable.Cell) -> [String] {
    func number(_ value: Double?) -> String { value.map { $0.isFinite ? "\($0)" : "" } ?? "" }
    switch cell {
    case .term, .name, .reference, .references: return [CSVField.guarded(cell.text(words)), "", "", "", "", ""]
    case .count(let value): return ["\(value)", "", "", "", "", ""]
    case .number(let value), .score(let value), .share(let value), .points(let value), .lead(let value),
      .money(let value, _):
      return [number(value), "", "", "", "", ""]
    case .date(let instant, let timeZone):
      // What is a date where the data are from stays one; anything else is told to the second.
      let local = (WallClock(timeZone: timeZone) ?? .utc).local(instant)
      let isDate = local.sinceMidnight.milliseconds == 0
      return [isDate ? "\(CivilDate(local))" : InstantText.rfc3339(instant), "", "", "", "", ""]
    case .proportion(let share):
      let state = share.rate == nil ? "undefined" : ""
      return [number(share.rate), "\(share.count)", "\(share.of)", number(share.low), number(share.high), state]
    case .interval(let low, let high): return ["", "", "", number(low), number(high), ""]
    case .range(let low, let high):
      return [high == low ? number(low) : "", "", "", number(low), number(high), ""]
    case .unknown(let state): return ["", "", "", "", "", state.rawValue]
    case .limits, .empty: return ["", "", "", "", "", ""]
    }
  }

  /// Appends a row. Texts must be guarded already where a spreadsheet could take them for formulas.
  package mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: CSVField.quoted(cell).utf8)
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }
}

extension CSVText {
  /// Rows that were left out, with their place and reason: `file, line, reason, row`.
  package static func rejects(_ rows: [(file: String, line: Int, reason: String, row: String)]) -> [UInt8] {
    var text = CSVText()
    text.row(["file", "line", "reason", "row"])
    for row in rows {
      text.row([CSVField.guarded(row.file), "\(row.line)", CSVField.guarded(row.reason), CSVField.guarded(row.row)])
    }
    return text.bytes
  }
}
