import CampaignFigures

/// Writes tables as GitHub Flavored Markdown.
package enum MarkdownTable {
  /// The tables, each below a heading of the given level, 1 to 6.
  package static func text(
    of tables: [FigureTable], headingLevel: Int = 2, _ localizer: Localizer = Localizer(.english, style: .plain)
  ) -> String {
    tables.filter { !$0.rows.isEmpty }.map { text(of: $0, headingLevel: headingLevel, localizer) }
      .joined(separator: "\n")
  }

  /// One table below its heading.
  package static func text(
    of table: FigureTable, headingLevel: Int = 2, _ localizer: Localizer = Localizer(.english, style: .plain)
  ) -> String {
    let table = WordedTable(table, localizer)
    var text = "\(String(repeating: "#", count: headingLevel)) \(MarkdownText.escaped(table.title))\n\n"
    if let note = table.note { text += "\(MarkdownText.escaped(note))\n\n" }
    if !table.columns.isEmpty {
      text += row(table.columns.map { MarkdownText.escaped($0.title) })
      text += row(table.columns.map { $0.alignment == .leading ? "---" : "---:" })
    }
    for entry in table.rows { text += row(entry.cells.map(MarkdownText.escaped)) }
    if let omission = table.omission { text += "\n\(omission)\n" }
    for (index, remark) in table.remarks.enumerated() {
      text += "\(index == 0 && table.columns.isEmpty ? "" : "\n")\(MarkdownText.escaped(remark))\n"
    }
    return text
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
}
