import Presentation

/// Writes a table as a figure of an HTML page; every text is escaped here.
struct HTMLTable {
  private let table: WordedTable

  init(_ table: WordedTable) { self.table = table }

  /// The figure: caption, table, and how many rows are left out.
  var figure: String {
    var text = "<figure class=\"table\(isWide ? " wide" : "")\">\n"
    text += "<figcaption><strong>\(MarkupText.escaped(table.title))</strong>"
    if let note = table.note { text += " \(MarkupText.escaped(note))" }
    text += "</figcaption>\n<div class=\"scroll\">\n<table>\n<thead><tr>"
    for column in table.columns {
      text += "<th scope=\"col\"\(alignment(column))>\(MarkupText.escaped(column.title))</th>"
    }
    text += "</tr></thead>\n<tbody>\n"
    // What a row is about is its heading.
    let heading = table.columns.firstIndex { $0.id == "figure" } ?? 0
    for row in table.rows {
      text += "<tr>"
      for index in table.columns.indices { text += cell(row, index, isHeading: index == heading) }
      text += "</tr>\n"
    }
    text += "</tbody>\n</table>\n</div>\n"
    if let omission = table.omission { text += "<p class=\"detail\">\(MarkupText.escaped(omission))</p>\n" }
    return text + "</figure>\n"
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

  private func cell(_ row: WordedTable.Row, _ index: Int, isHeading: Bool) -> String {
    let words = "<bdi>\(MarkupText.escaped(row.cells[index]))</bdi>"
    guard isHeading else { return "<td\(alignment(table.columns[index]))>\(words)</td>" }
    let note = row.note.map { "<span class=\"note\">\(MarkupText.escaped($0))</span>" } ?? ""
    return "<th scope=\"row\"\(alignment(table.columns[index]))>\(words)\(note)</th>"
  }

  private func alignment(_ column: WordedTable.Column) -> String {
    column.alignment == .trailing ? " class=\"number\"" : ""
  }
}
