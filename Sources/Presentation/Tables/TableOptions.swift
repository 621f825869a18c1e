package import CampaignFigures

/// How much of an analysis its tables show.
package struct TableOptions: Hashable, Sendable {
  /// The most rows a table has; nil for all of them. Of a list only the first ones are shown, of a course of time
  /// evenly spread ones, the last among them.
  package var rowLimit: Int?

  package init(rowLimit: Int? = nil) { self.rowLimit = rowLimit }

  /// Of a course of time, evenly spread elements, the last among them, and those that are kept in any case.
  package func spread<Elements: RandomAccessCollection>(
    _ elements: Elements, keeping isKept: (Elements.Element) -> Bool = { _ in false }
  ) -> [Elements.Element] {
    let limit = max(1, rowLimit ?? elements.count)
    let step = max(1, (elements.count + limit - 1) / limit)
    return elements.enumerated().filter { (elements.count - 1 - $0.offset) % step == 0 || isKept($0.element) }.map(
      \.element)
  }
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
}
