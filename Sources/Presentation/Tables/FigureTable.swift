package import CampaignFigures

/// Figures in rows and columns, before any format or language: terminal, CSV, Markdown and HTML are all written from this.
///
/// Every cell says what it is, and every text of ours is there in all languages; each writer turns both into words once.
/// Names are as the dataset has them, so each writer escapes them in its own way.
package struct FigureTable: Sendable {
  /// What stands in a column.
  package enum Kind: Hashable, Sendable {
    /// Words or names of what a row is about.
    case words
    /// Numbers, dates and the like.
    case figures
    /// Partners, channels and the like.
    case references(Naming)
  }

  /// How a column tells of partners, channels and the like.
  package enum Naming: Hashable, Sendable {
    /// Its id, and in a column beside it its name where some have one. A page leaves ids out if all have names.
    case idAndName
    /// Its name, else its id.
    case name
    /// Its id. A page, whose readers know no ids, has the name, shortened.
    case id
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
    package var title: LocalizedText
    package var kind: Kind
    package var alignment: Alignment
    /// Whether its cells are figures, rather than what a row is about.
    package var isFigure: Bool

    /// - Parameters:
    ///   - alignment: without one, figures trail and everything else leads.
    ///   - isFigure: without it, only what is of the kind `figures`.
    package init(
      _ id: String, _ title: LocalizedText, _ kind: Kind = .figures, alignment: Alignment? = nil, isFigure: Bool? = nil
    ) {
      self.id = id
      self.title = title
      self.kind = kind
      self.alignment = alignment ?? (kind == .figures ? .trailing : .leading)
      self.isFigure = isFigure ?? (kind == .figures)
    }

    /// A column whose heading is given in English and German.
    package init(
      _ id: String, _ english: String, _ german: String, _ kind: Kind = .figures, alignment: Alignment? = nil,
      isFigure: Bool? = nil
    ) {
      self.init(id, LocalizedText(english, german), kind, alignment: alignment, isFigure: isFigure)
    }
  }

  /// A row: what it is about, and one cell per column.
  package struct Row: Sendable {
    /// The id of the partner, channel, day or figure that the row is about, such as `p01`.
    package var id: String
    package var cells: [Cell]
    /// One sentence on what the row's figure means, for tables whose rows are figures.
    package var note: LocalizedText?

    package init(_ id: String, _ cells: [Cell], note: LocalizedText? = nil) {
      self.id = id
      self.cells = cells
      self.note = note
    }
  }

  /// The table's identifier, such as `introduced_by`.
  package var id: String
  /// The heading, in plain words.
  package var title: LocalizedText
  /// One sentence on what the table shows.
  package var note: LocalizedText?
  package var columns: [Column]
  package var rows: [Row]
  /// Whether each row is a figure of its own (`reach`, `frequency`, …) rather than a thing with a figure a column.
  package var rowsAreFigures: Bool
  /// What the dataset lacks for figures that are not configured, by the id of their row or column.
  package var reasons: [String: LocalizedText] = [:]
  /// How many more rows there are than `rows` holds.
  package var omittedRows = 0

  package init(
    _ id: String, title: LocalizedText, note: LocalizedText? = nil, columns: [Column], rows: [Row],
    rowsAreFigures: Bool = false
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
