import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Presentation
import Reporting
import TestSupport
import Testing

/// One figure has one name in each language, wherever it stands.
struct FigureNamesTests {
  private static let dataset = RandomDataset.make(seed: 2)
  private static let figures = ReportTests.figures(dataset)

  /// The names under which tables tell of single figures, by identifier.
  private static let names: [String: Set<LocalizedText>] = {
    var names: [String: Set<LocalizedText>] = [:]
    let documents: [any TableDocument] = [
      FigureDocument(dataset, figures, section: nil, isList: true),
      FigureDocument(dataset, figures, section: .kpis, isList: true),
    ]
    for table in documents.flatMap({ $0.parts(TableOptions()) }).flatMap(\.tables) {
      guard table.rowsAreFigures || table.id == "kpis" else { continue }
      let place = table.columns.firstIndex { $0.id == "figure" } ?? 0
      for row in table.rows {
        guard case .term(let name) = row.cells[place] else { continue }
        names[Self.renamed[row.id] ?? row.id, default: []].insert(name)
      }
    }
    return names
  }()

  /// The sections' identifiers of KPIs that bear another one.
  private static let renamed = ["foreign_reach": "foreign", "incremental_reach": "incremental"]

  @Test func `a figure is called the same in the table of its section and among the KPIs`() {
    #expect(Self.names.count > 60)
    for (figure, names) in Self.names { #expect(names.count == 1, "\(figure): \(names.map { $0[.english] })") }
    #expect(Self.names["contacts_gross"]?.first?[.german] == "Berührungen")
  }

  @Test(arguments: Language.allCases)
  func `headline figures of a page bear the names of the tables`(language: Language) throws {
    let page = try ReportTests.html(Self.dataset, .init(language: language))
    let cards = page.matches(of: /<article class="card">\s*<h3>([^<]+)<\/h3>/).map { String($0.1) }
    #expect(cards.count >= 8 * Self.figures.count)
    let known = Set(Self.names.values.joined().map { $0[language] })
    // A difference that may be chance is no figure: the card says so in place of its name.
    let untold = ["Lost as elsewhere, as far as can be told", "Verloren wie anderswo, soweit erkennbar"]
    for card in cards where !untold.contains(card) {
      let name = card.replacing("&#39;", with: "'").replacing("&amp;", with: "&")
      #expect(known.contains(name), "\(name)")
    }
  }

  @Test(arguments: Language.allCases)
  func `the comparison of campaigns bears the names of the tables`(language: Language) throws {
    let page = try ReportTests.html(Self.dataset, .init(language: language))
    for id in ["reach", "incremental", "new_contacts", "new_touchpoints", "penetration", "stays", "lost"] {
      let name = try #require(Self.names[id]?.first?[language])
      #expect(page.contains("<th scope=\"col\">\(name)</th>") || page.contains(">\(name)</th>"), "\(name)")
    }
  }
}
