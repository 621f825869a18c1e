import CampaignAnalysis
import CampaignFigures
import CampaignModel
import FileReading
import Presentation
import TestSupport
import Testing

struct EarlierKPIsTests {
  private static let dataset = RandomDataset.make(seed: 3)

  private static func document(_ section: Section?) -> FigureDocument {
    let scopes = dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) }
    let options = AnalysisOptions(sections: KPIs.sections)
    return FigureDocument(
      dataset, measureUnprotected(dataset, scopes: scopes, options: options), section: section, isList: true)
  }

  private static func json(_ document: FigureDocument) -> [UInt8] {
    var bytes: [UInt8] = []
    document.writeJSON { bytes += $0 }
    return bytes
  }

  @Test(arguments: [Section.kpis, nil])
  func `the KPIs of a document are read as they were written`(section: Section?) throws {
    let document = EarlierKPIsTests.document(section)
    let read = try EarlierKPIs.read(EarlierKPIsTests.json(document), currency: "EUR")
    #expect(read.count == document.figures.count)
    for (earlier, kpis) in zip(read, document.kpis()) {
      let kpis = try #require(kpis)
      #expect(earlier.campaign == kpis.scope.campaign.map { EarlierKPIsTests.dataset.campaigns[$0].id })
      #expect(earlier.start == kpis.scope.start && earlier.end == kpis.scope.end)
      #expect(earlier.observedDays != nil && earlier.observedDays == kpis.observedDays)
      for (before, entry) in zip(earlier.entries, kpis.entries) {
        #expect(areClose(before.value, entry.value), "\(entry.kpi.id)")
        #expect(before.proportion == entry.proportion)
        #expect(before.unknown?.state == entry.unknown?.state)
      }
    }
  }

  @Test(arguments: [
    ("{}", 1), ("[1]", 1), ("{\"schema\": \"other/1\"}", 1),
    ("{\"schema\": \"reefknot.report/1\",\n\"campaigns\": 3}", 2),
    ("{\"schema\": \"reefknot.kpis/1\",\n\"scope\": {\"start\": \"soon\", \"end\": null}}", 2),
    ("{\"schema\": \"reefknot.kpis/1\",\n\n\"kpis\": [{\"id\": \"reach\", \"value\": -1}]}", 3),
    ("{\"schema\": \"reefknot.kpis/1\",\n\"observed_days\": -1}", 2),
    (
      "{\"schema\": \"reefknot.kpis/1\",\n\n\"kpis\": [{\"id\": \"stays\", \"value\": 0.5, \"count\": 3, \"of\": 2}]}",
      3
    ),
    ("{\"schema\": \"reefknot.kpis/1\",\n\"kpis\": [{\"value\": 1}]}", 2), ("{\"schema\": \"reefknot.kpis/1\"", 1),
  ])
  func `what is no report is refused at its place`(text: String, line: Int) {
    #expect {
      try EarlierKPIs.read(Array(text.utf8), currency: "EUR")
    } throws: {
      ($0 as? TextFault)?.line == line
    }
  }

  @Test func `amounts in another currency and KPIs that a report lacks are not known`() throws {
    let text = """
      {"schema": "reefknot.kpis/1", "dataset": "d", "campaign": null, "name": null, "new_member": [1, {"a": 2}],
      "scope": {"start": "2025-03-01T00:00:00Z", "end": "2025-04-01T00:00:00Z", "level": null, "medium": "podcast",
      "segment": null}, "kpis": [{"id": "revenue", "value": 10.5, "unit": "CHF"}, {"id": "reach", "value": 7},
      {"id": "of_later_versions", "value": 1}]}
      """
    let read = try EarlierKPIs.read(Array(text.utf8), currency: "EUR")
    #expect(read.count == 1 && read[0].name == "d" && read[0].filter.medium == "podcast")
    #expect(read[0].observedDays == nil)
    let known = read[0].entries.filter { $0.value != nil }
    #expect(known.map(\.kpi.id) == ["reach"] && known[0].value == 7)
    #expect(read[0].entries.allSatisfy { $0.value != nil || $0.unknown?.state == .undefined })
    #expect(try EarlierKPIs.read(Array(text.utf8), currency: "CHF")[0].entries.count { $0.value != nil } == 2)
  }
}
