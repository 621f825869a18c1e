package import CampaignFigures

/// Draws tables for a terminal: columns side by side, numbers to the right, nothing wider than the window.
///
/// Texts shorten first; where that is not enough, each row becomes a block of lines. Numbers are never cut.
package struct TerminalTable {
  /// Columns of the window; nil for no bound.
  package var width: Int?
  /// Whether headings may be set off with escape sequences.
  package var isColored: Bool
  /// Whether each figure's meaning is told.
  package var explains: Bool
  private let localizer: Localizer

  package init(width: Int? = nil, isColored: Bool = false, explains: Bool = false, language: Language = .english) {
    self.width = width
    self.isColored = isColored
    self.explains = explains
    localizer = Localizer(language, style: .plain)
  }

  private static let gap = "  "
  private static let narrowestText = 8

  /// The tables, one below the other.
  package func text(of tables: [FigureTable]) -> String {
    tables.filter { !$0.rows.isEmpty }.map { text(of: $0) }.joined(separator: "\n")
  }

  /// A sentence, broken into lines.
  package func text(of sentence: LocalizedText) -> String {
    wrapped(localizer(sentence), indent: "").map { $0 + "\n" }.joined()
  }

  /// A heading above several tables, broken where the window ends.
  package func heading(_ text: LocalizedText) -> String {
    wrapped(localizer(text), indent: "").map { bold($0) + "\n" }.joined()
  }

  /// One table with its heading.
  package func text(of table: FigureTable) -> String {
    var table = WordedTable(table, localizer)
    for index in table.columns.indices { table.columns[index].title = table.columns[index].title.withoutControls }
    let cells = table.rows.map { row in row.cells.map(\.withoutControls) }
    var lines = wrapped(table.title, indent: "").map(bold)
    if let note = table.note { lines += wrapped(note, indent: "").map(dim) }
    if !table.columns.isEmpty {
      let widths = columnWidths(table.columns, cells)
      lines += fits(widths) ? grid(table, cells, widths) : blocks(table, cells)
    }
    if let omission = table.omission { lines.append(dim(omission)) }
    for remark in table.remarks { lines += wrapped(remark, indent: "").map(dim) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func fits(_ widths: [Int]) -> Bool {
    guard let width else { return true }
    return widths.reduce(0, +) + TerminalTable.gap.count * (widths.count - 1) <= width
  }

  /// The natural widths, or where they do not fit, headings broken into words, then texts cut down evenly.
  private func columnWidths(_ columns: [WordedTable.Column], _ cells: [[String]]) -> [Int] {
    let headings = columns.map(\.title)
    let content = headings.indices.map { column in cells.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    let natural = zip(content, headings).map { max($0, DisplayWidth.of($1)) }
    if fits(natural) { return natural }
    var widths = zip(content, headings).map { content, heading in
      max(content, heading.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0)
    }
    while !fits(widths) {
      guard
        let widest = widths.indices.filter({
          columns[$0].alignment == .leading && widths[$0] > TerminalTable.narrowestText
        })
        .max(by: { widths[$0] < widths[$1] })
      else { return widths }
      widths[widest] -= 1
    }
    return widths
  }

  private func grid(_ table: WordedTable, _ cells: [[String]], _ widths: [Int]) -> [String] {
    func line(_ texts: [String]) -> String {
      let padded = texts.indices.map {
        pad(texts[$0], to: widths[$0], leading: table.columns[$0].alignment == .leading)
      }
      return trimmed(padded.joined(separator: TerminalTable.gap))
    }
    let broken = zip(table.columns, widths).map { TerminalTable.wrapped($0.title, width: $1) }
    let height = broken.map(\.count).max() ?? 0
    var lines: [String] = []
    for row in 0..<height {
      // Headings stand on the bottom line of their row.
      let texts = broken.map { words in
        let word = row - (height - words.count)
        return word >= 0 ? words[word] : ""
      }
      lines.append(dim(line(texts)))
    }
    lines.append(dim(widths.map { String(repeating: "─", count: $0) }.joined(separator: TerminalTable.gap)))
    for (index, row) in cells.enumerated() {
      lines.append(line(row))
      if explains, let note = table.rows[index].note { lines += wrapped(note, indent: "    ").map(dim) }
    }
    return lines
  }

  /// For windows too narrow for columns: a block of lines a row.
  private func blocks(_ table: WordedTable, _ cells: [[String]]) -> [String] {
    var lines: [String] = []
    for (index, row) in cells.enumerated() {
      for (heading, text) in zip(table.columns.map(\.title), row) where !text.isEmpty {
        let line = "\(heading): \(text)"
        if let width, DisplayWidth.of(line) > width {
          lines += ["\(heading):".fitted(to: width), "  \(text)".fitted(to: width)]
        } else {
          lines.append(line)
        }
      }
      if explains, let note = table.rows[index].note { lines += wrapped(note, indent: "  ").map(dim) }
      if index + 1 < cells.count { lines.append("") }
    }
    return lines
  }

  private func pad(_ text: String, to width: Int, leading: Bool) -> String {
    let text = leading ? text.fitted(to: width) : text
    let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return leading ? text + space : space + text
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  private func wrapped(_ text: String, indent: String) -> [String] {
    TerminalTable.wrapped(text.withoutControls, width: max(20, (width ?? 100) - indent.count)).map { indent + $0 }
  }

  private static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map({ String($0).fitted(to: width) }) {
      if let last = lines.last, DisplayWidth.of(last) + 1 + DisplayWidth.of(word) <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  private func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private func dim(_ text: String) -> String { isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
