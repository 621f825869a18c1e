/// Figures in rows and columns, before any format: terminal, CSV, Markdown and HTML are all drawn from this.
///
/// Texts are as the dataset has them, names included, so each format escapes them in its own way.
package struct FigureTable: Sendable {
  /// What a column holds.
  package enum Kind: Hashable, Sendable {
    case text
    case integer
    case decimal
    /// A share, held as a fraction of 1.
    case percent
    /// In the dataset's currency.
    case money
    case date
    /// A ``Proportion``.
    case proportion
  }

  /// Where the texts of a column stand.
  package enum Alignment: Hashable, Sendable {
    case leading
    case trailing
  }

  /// A column.
  package struct Column: Hashable, Sendable {
    /// The figure's identifier in <doc:Metrics>, such as `new_touchpoints`.
    package var id: String
    /// The heading, in plain words.
    package var title: String
    package var kind: Kind
    package var alignment: Alignment
    /// Whether its cells are figures, rather than names of what a row is about.
    package var isFigure: Bool

    /// - Parameters:
    ///   - alignment: without one, texts lead and everything else trails.
    ///   - isFigure: without it, everything but texts is a figure.
    package init(
      _ id: String, _ title: String, _ kind: Kind = .integer, alignment: Alignment? = nil, isFigure: Bool? = nil
    ) {
      self.id = id
      self.title = title
      self.kind = kind
      self.alignment = alignment ?? (kind == .text ? .leading : .trailing)
      self.isFigure = isFigure ?? (kind != .text)
    }
  }

  /// A row: what it is about, and one cell per column.
  package struct Row: Sendable {
    /// The id of the partner, channel, day or figure that the row is about, such as `p01`.
    package var id: String
    package var cells: [Cell]
    /// One sentence on what the row's figure means, for tables whose rows are figures.
    package var note: String?

    package init(_ id: String, _ cells: [Cell], note: String? = nil) {
      self.id = id
      self.cells = cells
      self.note = note
    }
  }

  /// The table's identifier, such as `introduced_by`.
  package var id: String
  /// The heading, in plain words.
  package var title: String
  /// One sentence on what the table shows.
  package var note: String?
  package var columns: [Column]
  package var rows: [Row]
  /// Whether each row is a figure of its own (`reach`, `frequency`, …) rather than a thing with a figure a column.
  package var rowsAreFigures: Bool
  /// How many more rows there are than `rows` holds.
  package var omittedRows = 0

  package init(
    _ id: String, title: String, note: String? = nil, columns: [Column], rows: [Row], rowsAreFigures: Bool = false
  ) {
    precondition(rows.allSatisfy { $0.cells.count == columns.count }, "Each row must have a cell for every column.")
    self.id = id
    self.title = title
    self.note = note
    self.columns = columns
    self.rows = rows
    self.rowsAreFigures = rowsAreFigures
  }
}
