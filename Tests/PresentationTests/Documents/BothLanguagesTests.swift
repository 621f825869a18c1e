import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Presentation
import TestSupport
import Testing

/// Every text of every document is there in both languages.
struct BothLanguagesTests {
  /// Words that are the same in English and German, and names of ours.
  private static let shared: Set = [
    "A", "B", "Name", "Partner", "Medium", "Format", "Segment", "Linear", "Position", "Shapley", "Jaccard",
    "Barometer", "PageRank", "Betweenness", "Constraint", "Plan", "horizontal", "diagonal", "Log-rank χ²",
  ]

  private func parts(_ dataset: Dataset) throws -> [DocumentPart] {
    let scopes = dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) }
    var options = AnalysisOptions()
    options.funnelBy = .medium
    options.intervals = true
    options.retention.showsSensitivity = true
    let figures = measure(dataset, scopes: scopes, options: options)
    var report = FigureDocument(dataset, figures, section: nil, isList: true)
    report.comparesSurvival = true
    var documents: [any TableDocument] = [
      report, FigureDocument(dataset, figures, section: .kpis, isList: true),
      PlanDocument(dataset, scopes.map { reviewPlan(dataset, scope: $0) }, isList: true),
      CheckDocument(dataset: dataset.name, findings: findings(in: dataset)),
    ]
    for partner in dataset.partners.indices {
      let profiles = figures.map { PartnerProfile(partner, $0, payback: payback(of: partner, in: dataset)) }
      documents.append(PartnerDocument(dataset, profiles, isList: true))
      let simulations: [SimulationDocument.Simulation] = [
        .without(simulate(without: [partner], in: dataset, scope: scopes[0])),
        .with(simulate(with: partner, in: dataset, scope: scopes[0])), .best(bestMix(in: dataset, scope: scopes[0])),
      ]
      documents.append(SimulationDocument(dataset, simulations, isList: true))
    }
    return documents.flatMap { $0.parts(TableOptions()) }
  }

  /// Every text of ours in some tables.
  private func texts(of parts: [DocumentPart]) -> Set<LocalizedText> {
    var texts: Set<LocalizedText> = []
    for table in parts.flatMap(\.tables) {
      texts.insert(table.title)
      if let note = table.note { texts.insert(note) }
      for column in table.columns where !column.id.hasPrefix("value.") { texts.insert(column.title) }
      for row in table.rows {
        if let note = row.note { texts.insert(note) }
        for case .term(let words) in row.cells { texts.insert(words) }
      }
    }
    return texts
  }

  @Test(arguments: [1, 2, 3])
  func `no title, note, heading or word of a table lacks its German`(seed: UInt64) throws {
    let parts = try parts(RandomDataset.make(seed: seed))
    let texts = texts(of: parts)
    #expect(texts.count > 300)
    for text in texts where !BothLanguagesTests.shared.contains(text[.english]) {
      #expect(text[.english] != text[.german], "\(text[.english])")
    }
    for part in parts { #expect(part.heading[.german].isEmpty == part.heading[.english].isEmpty) }
  }

  /// Whatever is worded in German comes from the list that a file translates.
  @Test func `every text of a table is that of a file in the file's language`() throws {
    let masked = Language.translated(.masked)
    for text in texts(of: try parts(RandomDataset.make(seed: 1))) where text[.english] != text[.german] {
      #expect(text[masked].contains("ж"), "\(text[.english])")
    }
  }
}

extension Translation {
  /// Every text of ours without its own letters.
  fileprivate static var masked: Translation {
    Translation(
      code: "x-masked",
      texts: Dictionary(uniqueKeysWithValues: WordList.entries.map { ($0.original, MaskedText.masked($0.english)) }))
  }
}
