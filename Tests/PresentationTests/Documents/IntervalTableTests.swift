import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Foundation
import Presentation
import TestSupport
import Testing

/// Intervals beside figures, in every format.
struct IntervalTableTests {
  private static func document(_ section: Section, intervals: Bool) -> FigureDocument {
    let data = RandomDataset.make(seed: 6, RandomDataset.Size(contacts: 80, touches: 1200))
    let figures = measure(
      data, scopes: [Scope(campaign: 1, of: data)],
      options: AnalysisOptions(funnelBy: .partner, intervals: intervals))
    return FigureDocument(data, figures, section: section, isList: false)
  }

  private static func rows(_ document: FigureDocument) -> [[String]] {
    String(decoding: document.csv(), as: UTF8.self).split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Columns of CSV: campaign, table, key, label, figure, value, count, of, low, high, state.
  @Test(arguments: [
    (Section.reach, "carriers", "shapley"), (.reach, "reach", "synergy"), (.funnel, "money_by_partner", "roi"),
    (.attribution, "attribution", "markov"), (.kpis, "kpis", "cost_per_customer"),
  ])
  func `CSV has the ends of an interval beside the figure`(section: Section, table: String, figure: String)
    throws
  {
    let plain = Self.rows(Self.document(section, intervals: false)).filter {
      $0[1] == table && ($0[4] == figure || $0[2] == figure)
    }
    let rows = Self.rows(Self.document(section, intervals: true)).filter {
      $0[1] == table && ($0[4] == figure || $0[2] == figure)
    }
    #expect(!rows.isEmpty && rows.count == plain.count)
    for (row, plain) in zip(rows, plain) where row[10].isEmpty {
      #expect(row[5] == plain[5] && plain[8].isEmpty)
      guard row[8] != "" || section == .reach else { continue }
      let (low, value, high) = (
        try #require(Double(row[8])), try #require(Double(row[5])), try #require(Double(row[9]))
      )
      #expect(low <= high && low <= value * 1.5 + 1 && value <= high * 1.5 + 1)
    }
    #expect(rows.contains { !$0[8].isEmpty })
  }

  @Test func `tables and JSON tell intervals only where they are asked for`() throws {
    for section in [Section.reach, .funnel, .attribution] {
      for (intervals, isTold) in [(false, false), (true, true)] {
        var bytes: [UInt8] = []
        let document = Self.document(section, intervals: intervals)
        document.writeJSON { bytes += $0 }
        let keys = ["reach": "synergy_low", "funnel": "roi_low", "attribution": "removal_effect_low"]
        let key = try #require(keys[section.id])
        #expect(String(decoding: bytes, as: UTF8.self).contains("\"\(key)\"") == isTold)
        let text = document.text(TerminalTable(language: .german))
        #expect(text.contains("stays first") == false)
        #expect(text.contains("bleibt") == isTold)
      }
    }
  }

  /// An upper end that the curve does not come down to is open.
  @Test func `an end that is not known is left open`() {
    let cell = FigureTable.Cell.limits(.count(13), .empty)
    #expect(cell.text(Localizer(.english, style: .plain)) == "13 to …")
    #expect(cell.text(Localizer(.german, style: .plain)) == "13 bis …")
    #expect(
      FigureTable.Cell.limits(.money(1.5, currency: "EUR"), .money(2, currency: "EUR"))
        .text(Localizer(.english, style: .plain)) == "1.50 EUR to 2.00 EUR")
  }

  @Test func `a difference of rates has its interval beside it in CSV, as it has in JSON`() throws {
    let found = (UInt64(1)...40).lazy.compactMap { seed in
      let data = RandomDataset.make(seed: seed, RandomDataset.Size(contacts: 80, touches: 1200))
      let figures = measure(data, scopes: [Scope(campaign: 1, of: data)], options: AnalysisOptions())
      return figures[0].retention?.baseline?.difference.map { (data, figures, $0) }
    }.first
    let (data, figures, known) = try #require(found)
    let rows = Self.rows(FigureDocument(data, figures, section: .retention, isList: false))
    let row = try #require(rows.first { $0[4] == "baseline.difference" })
    #expect(row[5] == "\(known.difference)" && row[8] == "\(known.low)" && row[9] == "\(known.high)")
    let text = FigureDocument(data, figures, section: .retention, isList: false).text(TerminalTable(language: .german))
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("Differenz der Verlustraten") })
    #expect(line.hasSuffix("Punkte") && !line.contains("%"))
  }
}
