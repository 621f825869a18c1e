import CampaignFigures

/// A table in the words of one language, ready to be laid out: only the columns that hold anything, every cell a text.
///
/// Texts still hold names as the dataset has them, so whoever writes them escapes them.
package struct WordedTable: Sendable {
  /// A column of texts.
  package struct Column: Sendable {
    package var id: String
    package var title: String
    package var alignment: FigureTable.Alignment
  }

  /// A row of texts, and what its figure means.
  package struct Row: Sendable {
    package var cells: [String]
    package var note: String?
  }

  package var title: String
  package var note: String?
  package var columns: [Column] = []
  package var rows: [Row]
  /// That rows are left out, and how many; nil where none are.
  package var omission: String?
  /// What stands in a sentence below instead of in rows and columns that would all say the same.
  package var remarks: [String] = []

  package init(_ table: FigureTable, _ localizer: Localizer) {
    let (table, remarks) = table.condensed
    self.remarks = remarks.map { $0.text(localizer) }
    title = localizer(table.title)
    note = table.note.map { localizer($0) }
    rows = table.rows.map { row in Row(cells: [], note: row.note.map { localizer($0) }) }
    omission = table.omittedRows > 0 ? localizer.omittedRows(table.omittedRows) : nil
    for index in table.columns.indices {
      let column = table.columns[index]
      let cells = table.rows.map { $0.cells[index] }
      if case .references(.idAndName) = column.kind {
        addReferences(cells, column, localizer)
      } else if cells.contains(where: { $0 != .empty }) {
        var naming = FigureTable.Naming.name
        if case .references(let other) = column.kind { naming = other }
        add(column, title: column.title, cells.map { $0.text(localizer, naming: naming) }, localizer)
      }
    }
    // On a page what a row is about starts at its left edge.
    if localizer.style == .page, !columns.isEmpty { columns[0].alignment = .leading }
  }

  /// The ids, and beside them the names where some have one. On a page, where all have one, names are enough to read.
  private mutating func addReferences(
    _ cells: [FigureTable.Cell], _ column: FigureTable.Column, _ localizer: Localizer
  ) {
    let names = cells.map { cell -> String? in
      if case .reference(let reference) = cell { reference.name } else { nil }
    }
    let shown = names.map { localizer.name($0 ?? "", longest: 160) }
    if localizer.style == .page, !names.contains(nil) { return add(column, title: column.title, shown, localizer) }
    add(column, title: column.title, cells.map { $0.text(localizer, naming: .idAndName) }, localizer)
    if names.contains(where: { $0 != nil }) { add(column, title: .name, shown, localizer) }
  }

  private mutating func add(
    _ column: FigureTable.Column, title: LocalizedText, _ texts: [String], _ localizer: Localizer
  ) {
    columns.append(Column(id: column.id, title: localizer(title), alignment: column.alignment))
    for (row, text) in texts.enumerated() { rows[row].cells.append(text) }
  }
}
