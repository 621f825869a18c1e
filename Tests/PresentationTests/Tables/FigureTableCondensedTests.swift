import CampaignFigures
import CampaignModel
import Testing

@testable import Presentation

/// A page of "not configured", or of zeros, is a sentence.
struct FigureTableCondensedTests {
  private static let noContents = LocalizedText("contents.csv is missing.", "contents.csv fehlt.")

  private func text(_ table: FigureTable, _ language: Language = .english) -> String {
    TerminalTable(language: language).text(of: table)
  }

  private var headline: FigureTable {
    var table = HeadlineTable(unknown: [
      UnknownFigure("own", .notConfigured, Self.noContents), UnknownFigure("foreign", .notConfigured, Self.noContents),
      UnknownFigure("later", .incomplete, LocalizedText("Not over.", "Nicht vorbei.")),
    ])
    table.add("reach", LocalizedText("Reach", "Reichweite"), 18, LocalizedText("", ""))
    table.add("own", LocalizedText("Own", "Eigene"), nil as Int?, LocalizedText("", ""))
    table.add("foreign", LocalizedText("Foreign", "Fremde"), nil as Int?, LocalizedText("", ""))
    table.add("later", LocalizedText("Later", "Später"), nil as Int?, LocalizedText("", ""))
    return table.table("t", title: LocalizedText("Title", "Titel"), note: LocalizedText("Note.", "Notiz."))
  }

  @Test func `figures that are not configured are named in one sentence`() {
    let text = text(headline)
    #expect(text.contains("Reach") && text.contains("18") && text.contains("not yet known"))
    #expect(text.contains("Not configured, as the dataset lacks what they need: Own, Foreign."))
    #expect(text.components("not configured") == 0)
    // What the dataset lacks stands behind, once, in the language of the page.
    #expect(text.contains("need: Own, Foreign. contents.csv is missing.\n"))
    let german = self.text(headline, .german)
    #expect(german.contains("brauchen: Eigene, Fremde. contents.csv fehlt.\n"))
    #expect(!text.contains("Not over") && !german.contains("is missing"))
  }

  @Test func `a column that no row has is named instead`() {
    let columns = [
      FigureTable.Column("partner", "Partner", "Partner", .words), FigureTable.Column("reach", "Reach", "Reichweite"),
      FigureTable.Column("own", "Own", "Eigene"),
    ]
    let rows = ["a", "b"].map { FigureTable.Row($0, [.name($0), .count(3), .unknown(.notConfigured)]) }
    let table = FigureTable("t", title: LocalizedText("T", "T"), columns: columns, rows: rows)
    #expect(text(table).contains("need: Own."))
    #expect(text(table).components("not configured") == 0)
    #expect(MarkdownTable.text(of: table).contains("| Partner | Reach |"))
    // One row that has it keeps the column.
    var mixed = table
    mixed.rows[1].cells[2] = .count(0)
    #expect(text(mixed).contains("not configured"))
  }

  @Test func `a list of nothing is a sentence with its heading`() {
    let columns = [
      FigureTable.Column("week", "Week", "Woche"), FigureTable.Column("reach", "Reach", "Reichweite"),
      FigureTable.Column("value", "Value", "Wert"),
    ]
    func table(_ last: Int) -> FigureTable {
      let rows = (0..<60).map {
        FigureTable.Row("\($0)", [.count($0), .count($0 == 59 ? last : 0), .money(0, currency: "EUR")])
      }
      return FigureTable(
        "t", title: LocalizedText("Weeks", "Wochen"), note: LocalizedText("By week.", "Je Woche."), columns: columns,
        rows: rows)
    }
    #expect(text(table(0)) == "Weeks\nBy week.\nAll 60 rows hold nothing but 0.\n")
    #expect(MarkdownTable.text(of: table(0)) == "## Weeks\n\nBy week.\n\nAll 60 rows hold nothing but 0.\n")
    #expect(text(table(1)).components("EUR") == 60)
  }

  @Test func `what programs read keeps every row`() {
    let bytes = CSVText.bytes(of: [(campaign: "k", tables: [headline])])
    #expect(String(decoding: bytes, as: UTF8.self).components("not_configured") == 2)
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
