import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Presentation
import TestSupport
import Testing

/// Where transactions after the end count, it is told of how many days they are.
struct LateDaysTests {
  /// Spring ends on day 40, summer on day 180; the last touch is on day 200.
  private static func dataset(counted days: Int) -> Dataset {
    var builder = DatasetBuilder.twoPartners()
    builder.settings.conversionDaysAfterEnd = days
    builder.campaign("summer", from: 160, to: 180)
    builder.content("soup", brands: ["mill"], campaign: "summer")
    builder.touch(170, "fay", "letter", "open", content: "soup")
    return builder.build()
  }

  private static func kpis(_ dataset: Dataset) -> [KPIs] {
    let scopes = dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) }
    return measureUnprotected(dataset, scopes: scopes, options: AnalysisOptions(sections: KPIs.sections))
      .map { KPIs($0, in: dataset) }
  }

  /// What the table of a campaign's KPIs of transactions is told with.
  private static func note(_ campaign: Int, counted days: Int) -> String? {
    let dataset = dataset(counted: days)
    return kpis(dataset)[campaign].tables(in: dataset)[2].note.map { Localizer(.english)($0) }
  }

  @Test func `KPIs of transactions say how many of the days that count were observed`() {
    let spring = LateDaysTests.note(0, counted: 200)
    #expect(spring == "Transactions of 200 days after the end count; 160 of them are observed.")
    let summer = LateDaysTests.note(1, counted: 200)
    #expect(summer == "Transactions of 200 days after the end count; 20 of them are observed.")
    let short = LateDaysTests.note(0, counted: 1)
    #expect(short == "Transactions of 1 day after the end count; 1 of them is observed.")
    #expect(LateDaysTests.note(0, counted: 0) == nil)
  }

  @Test(arguments: [(200, true), (20, false), (0, false)])
  func `campaigns side by side are told apart where they were observed for unequally many of these days`(
    counted: Int, isTold: Bool
  ) {
    let dataset = LateDaysTests.dataset(counted: counted)
    let kpis = LateDaysTests.kpis(dataset)
    let table = KPIs.comparison([("spring", kpis[0]), ("summer", kpis[1])], in: dataset)
    let note = table.note.map { Localizer(.english)($0) } ?? ""
    #expect(note.contains("\(counted) days after the end whose transactions count: 160, 20.") == isTold, "\(note)")
    let comparison = KPIComparison(kpis[1], since: EarlierKPIs(kpis[0], in: dataset), .none)
    let changes = comparison.table(in: dataset).note.map { Localizer(.english)($0) } ?? ""
    #expect(changes.contains("whose transactions count: 160, 20.") == isTold, "\(changes)")
  }
}
