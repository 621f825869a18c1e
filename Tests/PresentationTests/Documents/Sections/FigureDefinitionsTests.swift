import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Presentation
import TestSupport
import Testing

struct FigureDefinitionsTests {
  private static let dataset = RandomDataset.make(seed: 2)
  private static let figures = measureUnprotected(
    dataset, scopes: [Scope(campaign: 0, of: dataset)], options: AnalysisOptions())
  private static let tables = FigureDefinitions.tables(of: figures)

  /// The names that are defined, those of a list's columns without the list's own.
  private static let names = Set(
    tables.flatMap(\.rows).compactMap { row -> String? in
      guard case .term(let name) = row.cells[0] else { return nil }
      return name[.english].split(separator: " · ").last.map(String.init)
    })

  @Test func `every figure that a report's tables show is defined`() {
    let document = FigureDocument(
      FigureDefinitionsTests.dataset, FigureDefinitionsTests.figures, section: nil, isList: true)
    var shown: Set<String> = []
    for table in document.tables(of: FigureDefinitionsTests.figures[0], TableOptions()) {
      if table.rowsAreFigures {
        for row in table.rows { if case .term(let name) = row.cells[0] { shown.insert(name[.english]) } }
      } else {
        for column in table.columns.dropFirst() where column.isFigure && column.id != "interval" {
          shown.insert(column.title[.english])
        }
      }
    }
    #expect(shown.count > 90)
    let missing = shown.subtracting(FigureDefinitionsTests.names)
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  @Test func `each definition has words in every language, and its heading is one of the page on metrics`() throws {
    let headings = Set(
      try Repository.text("Sources/Reefknot/Reefknot.docc/Metrics.md").split(separator: "\n")
        .filter { $0.hasPrefix("##") }.map { $0.drop { $0 == "#" }.dropFirst() }.map(String.init))
    #expect(FigureDefinitionsTests.tables.count >= 8)
    for table in FigureDefinitionsTests.tables {
      let note = try #require(table.note?[.english])
      let heading = note.split(separator: "“").last?.split(separator: "”").first.map(String.init)
      #expect(heading.map(headings.contains) == true, "\(note)")
      for row in table.rows {
        for case .term(let words) in row.cells {
          #expect(!words[.english].isEmpty && !words[.german].isEmpty, "\(row.id)")
        }
      }
    }
  }
}
