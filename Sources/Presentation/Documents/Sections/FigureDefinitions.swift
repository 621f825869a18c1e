package import CampaignAnalysis
import CampaignFigures

/// What every figure of a section means, as the catalog has it (<doc:CommandLine#report>).
package enum FigureDefinitions {
  /// A table a section that was measured: each figure that its tables show, with meaning and unit; what a table's rows are
  /// about is no figure.
  package static func tables(of figures: [ScopeFigures]) -> [FigureTable] {
    var tables: [FigureTable] = []
    for document in Section.documents {
      for part in figures.flatMap({ $0.parts(of: document) }) {
        guard let table = part.definitions, !tables.contains(where: { $0.id == table.id }) else { continue }
        tables.append(table)
      }
    }
    return tables
  }
}

extension SectionFigures {
  /// Nil for a section without tables.
  fileprivate var definitions: FigureTable? {
    var rows: [FigureTable.Row] = []
    func add<Result>(_ figure: Figure<Result>, else meaning: LocalizedText, of list: LocalizedText?) {
      guard !figure.isSubject, !figure.isContext else { return }
      let title = list.map { LocalizedText("%1 · %2", "%1 · %2").filled($0, figure.title) } ?? figure.title
      // The same figure in the rows of a list needs no second line.
      let isTold = rows.contains {
        $0.cells[0] == .term(figure.title) && $0.cells[1] == .term(figure.meaning ?? meaning)
      }
      guard !isTold else { return }
      rows.append(
        FigureTable.Row(
          figure.path, [.term(title), .term(figure.meaning ?? meaning), .term(figure.unit.words)]))
    }
    func addAll(_ list: some FigureRows<Self>) {
      let notes = list.notes(in: self).map { LocalizedText($0) }.joined(separator: " ")
      let title = list.title(in: self)
      for column in list.columns(in: self) { add(column, else: notes, of: column.meaning == nil ? title : nil) }
    }
    var title: LocalizedText?
    for table in Self.catalog.tables {
      switch table {
      case .figures(let headline):
        title = title ?? headline.title
        if headline.isShown(self) { for figure in headline.figures { add(figure, else: headline.note, of: nil) } }
      case .list(let list):
        title = title ?? list.title(in: self)
        if list.rows(of: self) != nil { addAll(list) }
      }
    }
    guard let title, !rows.isEmpty else { return nil }
    return FigureTable(
      "definitions.\(Self.section.id)", title: title,
      note: LocalizedText(
        "Formulas, rules and sources: Metrics, “%1”, in the documentation of Reefknot.",
        "Formeln, Regeln und Quellen: Metrics, „%1“, in der Dokumentation von Reefknot."
      ).filled(.verbatim(Self.catalog.page)),
      columns: [
        FigureTable.Column("figure", "Figure", "Zahl", .words),
        FigureTable.Column("meaning", "Meaning", "Bedeutung", .words),
        FigureTable.Column("unit", "Unit", "Einheit", .words),
      ], rows: rows)
  }
}

extension FigureUnit {
  /// In what a figure is measured, in a word or two.
  fileprivate var words: LocalizedText {
    switch self {
    case .count: LocalizedText("number", "Anzahl")
    case .ratio: LocalizedText("ratio", "Verhältnis")
    case .share: LocalizedText("share of counts", "Anteil an einer Anzahl")
    case .fraction: LocalizedText("share", "Anteil")
    case .points, .difference: LocalizedText("percentage points", "Prozentpunkte")
    case .money: LocalizedText("money", "Geld")
    case .interval: LocalizedText("interval", "Intervall")
    case .date: LocalizedText("date", "Datum")
    case .partner, .channel, .contact, .text, .list: LocalizedText("names", "Namen")
    case .term: LocalizedText("word", "Wort")
    case .flag: LocalizedText("yes or no", "ja oder nein")
    }
  }
}
