package import CampaignFigures

/// How much of an analysis its tables show.
package struct TableOptions: Hashable, Sendable {
  /// The most rows a table has; nil for all of them. Of a list only the first ones are shown, of a course of time
  /// evenly spread ones, the last among them.
  package var rowLimit: Int?

  package init(rowLimit: Int? = nil) { self.rowLimit = rowLimit }
}

extension FigureTable {
  /// A table of the first rows of a list.
  package init<Element>(
    _ id: String, title: LocalizedText, note: LocalizedText, columns: [Column],
    first elements: some Collection<Element>,
    _ options: TableOptions, _ row: (Element) -> Row
  ) {
    let shown = elements.prefix(options.rowLimit ?? elements.count)
    self.init(id, title: title, note: note, columns: columns, rows: shown.map(row))
    omittedRows = elements.count - shown.count
  }

  /// A table of evenly spread rows of a course of time, the last among them.
  package init<Element>(
    _ id: String, title: LocalizedText, note: LocalizedText, columns: [Column], course elements: [Element],
    _ options: TableOptions,
    _ row: (Element) -> Row
  ) {
    let limit = max(1, options.rowLimit ?? elements.count)
    let step = (elements.count + limit - 1) / limit
    let shown = elements.indices.filter { (elements.count - 1 - $0) % max(1, step) == 0 }
    self.init(id, title: title, note: note, columns: columns, rows: shown.map { row(elements[$0]) })
    omittedRows = elements.count - shown.count
  }
}
