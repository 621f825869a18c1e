import CampaignFigures

extension FigureTable {
  /// What a sentence says in place of rows and columns.
  enum Remark: Hashable, Sendable {
    /// The titles of figures that the dataset lacks something for, and what it lacks, each once.
    case notConfigured([LocalizedText], reasons: [LocalizedText])
    /// How many rows hold nothing but zeros.
    case allZero(rows: Int)

    func text(_ localizer: Localizer) -> String {
      switch self {
      case .notConfigured(let titles, let reasons):
        ([localizer(.notConfiguredFigures, titles.map { localizer($0) }.joined(separator: ", "))]
          + reasons.map { localizer($0) }).joined(separator: " ")
      case .allZero(let rows): localizer(count: rows, one: .oneZeroRow, many: .zeroRows)
      }
    }
  }

  /// The table for people: rows and columns in which every figure is not configured become a sentence, and so does a
  /// list in which every figure is 0.
  var condensed: (table: FigureTable, remarks: [Remark]) {
    var remarks: [Remark] = []
    var (table, missing) = withoutMissingColumns
    let rowsWithout = table.rows.filter { !table.isMissing($0) }
    missing += table.rows.filter(table.isMissing).compactMap { row in row.title.map { (row.id, $0) } }
    table.rows = rowsWithout
    let figures = table.figureColumns
    let isAllZero = rows.count > 1 && omittedRows == 0 && !rowsAreFigures && !figures.isEmpty && missing.isEmpty
    if isAllZero, rows.allSatisfy({ row in figures.allSatisfy { row.cells[$0].isZero } }) {
      table.rows = []
      remarks.append(.allZero(rows: rows.count))
    }
    if !missing.isEmpty {
      remarks.append(.notConfigured(missing.map(\.title), reasons: reasons(of: missing.map(\.id))))
    }
    if table.rows.isEmpty, !remarks.isEmpty { (table.columns, table.omittedRows) = ([], 0) }
    return (table, remarks)
  }

  /// The columns of figures; the first one says what a row is about.
  private var figureColumns: [Int] { columns.indices.dropFirst().filter { columns[$0].isFigure } }

  /// Whether a row of one figure has nothing else to tell than that it is not configured.
  private func isMissing(_ row: Row) -> Bool {
    guard case .term? = row.cells.first else { return false }
    let told = figureColumns.map { row.cells[$0] }.filter { $0 != .empty }
    return !told.isEmpty && told.allSatisfy { $0 == .unknown(.notConfigured) }
  }

  /// A list without the columns in which every row's figure is not configured, and their titles; without all its rows
  /// where no figure is left.
  private var withoutMissingColumns: (table: FigureTable, missing: [(id: String, title: LocalizedText)]) {
    guard !rowsAreFigures, let row = rows.first else { return (self, []) }
    if case .term? = row.cells.first { return (self, []) }
    let dropped = figureColumns.filter { column in rows.allSatisfy { $0.cells[column] == .unknown(.notConfigured) } }
    var table = without(columns: dropped)
    if !dropped.isEmpty, table.figureColumns.isEmpty { table.rows = [] }
    return (table, dropped.map { (columns[$0].id, columns[$0].title) })
  }

  /// What the dataset lacks for some rows or columns, each reason once.
  private func reasons(of ids: [String]) -> [LocalizedText] {
    ids.compactMap { reasons[$0] }.reduce(into: []) { told, reason in
      if !told.contains(reason) { told.append(reason) }
    }
  }

  private func without(columns dropped: [Int]) -> FigureTable {
    guard !dropped.isEmpty else { return self }
    let kept = columns.indices.filter { !dropped.contains($0) }
    var table = self
    table.columns = kept.map { columns[$0] }
    for index in rows.indices { table.rows[index].cells = kept.map { rows[index].cells[$0] } }
    return table
  }
}

extension FigureTable.Row {
  /// What a row of one figure is about: the last of the words that it begins with, after the figure's level.
  fileprivate var title: LocalizedText? {
    var title: LocalizedText?
    for case .term(let words) in cells.prefix(while: \.isTerm) { title = words }
    return title
  }
}

extension FigureTable.Cell {
  fileprivate var isTerm: Bool {
    if case .term = self { true } else { false }
  }

  /// Whether the cell is a figure, and 0.
  fileprivate var isZero: Bool {
    switch self {
    case .count(let count): count == 0
    case .number(let number), .score(let number), .money(let number, _): number == 0
    default: false
    }
  }
}

extension LocalizedText {
  fileprivate static let notConfiguredFigures = LocalizedText(
    "Not configured, as the dataset lacks what they need: %1.",
    "Nicht eingestellt, da dem Datensatz fehlt, was sie brauchen: %1.")
  fileprivate static let oneZeroRow = LocalizedText("%1 row holds nothing but 0.", "%1 Zeile enthält nur 0.")
  fileprivate static let zeroRows = LocalizedText("All %1 rows hold nothing but 0.", "Alle %1 Zeilen enthalten nur 0.")
}
