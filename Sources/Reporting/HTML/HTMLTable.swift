import CampaignFigures
import CampaignModel
import Presentation

/// Writes a table as a figure of an HTML page; every text is escaped here.
struct HTMLTable {
  private let table: WordedTable
  /// Classes of each row: the partners that it is about.
  private let classes: [String]
  /// What orders each cell, row by row; nil for words.
  private let values: [[Double?]]

  /// - Parameters:
  ///   - source: the same table, whose cells say what they are.
  ///   - partners: numbers of the partners that a reader can single out, by id.
  init(_ table: WordedTable, _ source: FigureTable, _ partners: [String: Int]) {
    self.table = table
    classes = source.rows.map { row in
      let numbers = row.cells.flatMap { HTMLTable.partners(of: $0, partners) }
      return numbers.isEmpty ? "" : "pick " + numbers.map { "p\($0)" }.joined(separator: " ")
    }
    let places = table.columns.map { column in source.columns.firstIndex { $0.id == column.id } }
    values = source.rows.map { row in places.map { $0.flatMap { HTMLTable.value(of: row.cells[$0]) } } }
  }

  var title: String { table.title }

  private static func partners(of cell: FigureTable.Cell, _ known: [String: Int]) -> [Int] {
    switch cell {
    case .reference(let reference): [known[reference.id]].compactMap(\.self)
    case .references(let references): references.compactMap { known[$0.id] }
    default: []
    }
  }

  private static func value(of cell: FigureTable.Cell) -> Double? {
    switch cell {
    case .count(let count): Double(count)
    case .number(let value), .score(let value), .share(let value), .points(let value), .lead(let value),
      .money(let value, _):
      value
    case .date(let instant, _): Double(instant.milliseconds)
    case .proportion(let share): share.rate
    case .interval(let low, _): low
    case .limits(let low, _): value(of: low)
    default: nil
    }
  }

  /// The figure: caption, table, and how many rows are left out.
  var figure: String {
    var text = "<figure class=\"table\(isWide ? " wide" : "")\">\n"
    text += "<figcaption><strong>\(MarkupText.escaped(table.title))</strong>"
    if let note = table.note { text += " \(MarkupText.escaped(note))" }
    text += "</figcaption>\n"
    if !table.columns.isEmpty { text += rows }
    if let omission = table.omission { text += "<p class=\"detail\">\(MarkupText.escaped(omission))</p>\n" }
    for remark in table.remarks { text += "<p class=\"detail\">\(MarkupText.escaped(remark))</p>\n" }
    return text + "</figure>\n"
  }

  private var rows: String {
    var text = "<div class=\"scroll\">\n<table>\n<thead><tr>"
    for column in table.columns {
      text += "<th scope=\"col\"\(alignment(column))>\(MarkupText.escaped(column.title))</th>"
    }
    text += "</tr></thead>\n<tbody>\n"
    // What a row is about is its heading.
    let heading = table.columns.firstIndex { $0.id == "figure" } ?? 0
    for (place, row) in table.rows.enumerated() {
      text += classes[place].isEmpty ? "<tr>" : "<tr class=\"\(classes[place])\">"
      for index in table.columns.indices { text += cell(row, index, values[place][index], isHeading: index == heading) }
      text += "</tr>\n"
    }
    return text + "</tbody>\n</table>\n</div>\n"
  }

  /// Whether the table needs more than half of a page: by the letters of its longest cells.
  var isWide: Bool {
    let letters = table.columns.indices.reduce(0) { sum, column in
      let longest = table.rows.map { min(22, $0.cells[column].count) }.max() ?? 0
      let heading = table.columns[column].title.split(separator: " ").map(\.count).max() ?? 0
      return sum + max(longest, heading) + 3
    }
    return letters > 68
  }

  private func cell(_ row: WordedTable.Row, _ index: Int, _ value: Double?, isHeading: Bool) -> String {
    let words = "<bdi>\(MarkupText.escaped(row.cells[index]))</bdi>"
    let order = value.map { $0.isFinite ? " data-v=\"\($0)\"" : "" } ?? ""
    guard isHeading else { return "<td\(alignment(table.columns[index]))\(order)>\(words)</td>" }
    let note = row.note.map { "<span class=\"note\">\(MarkupText.escaped($0))</span>" } ?? ""
    return "<th scope=\"row\"\(alignment(table.columns[index]))>\(words)\(note)</th>"
  }

  private func alignment(_ column: WordedTable.Column) -> String {
    column.alignment == .trailing ? " class=\"number\"" : ""
  }
}
