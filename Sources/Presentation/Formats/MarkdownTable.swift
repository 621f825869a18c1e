/// Writes tables as GitHub Flavored Markdown.
package enum MarkdownTable {
  /// The tables, each below a heading of the given level, 1 to 6.
  package static func text(of tables: [FigureTable], headingLevel: Int = 2) -> String {
    tables.filter { !$0.rows.isEmpty }.map { text(of: $0, headingLevel: headingLevel) }.joined(separator: "\n")
  }

  /// One table below its heading.
  package static func text(of table: FigureTable, headingLevel: Int = 2) -> String {
    var text = "\(String(repeating: "#", count: headingLevel)) \(escaped(table.title))\n\n"
    if let note = table.note { text += "\(escaped(note))\n\n" }
    let columns = table.columns.indices.filter { column in table.rows.contains { $0.cells[column] != .empty } }
    text += row(columns.map { escaped(table.columns[$0].title) })
    text += row(columns.map { table.columns[$0].alignment == .leading ? "---" : "---:" })
    for entry in table.rows { text += row(columns.map { escaped(entry.cells[$0].text) }) }
    if table.omittedRows > 0 { text += "\n… \(NumberText.grouped(table.omittedRows)) more rows\n" }
    return text
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

  /// A text that stands for itself in Markdown: what could be markup is escaped, line breaks become signs.
  package static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.withoutControls {
      switch character {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "#", "!", "$":
        escaped.append("\\")
        escaped.append(character)
      case "+", "-", "=":
        if escaped.isEmpty { escaped.append("\\") }
        escaped.append(character)
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
