import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct BaselineTests {
  /// `ann` is new by the campaign. `ben` came first by another content and met the campaign later, `cem` never did:
  /// both are the baseline, though only `ben` is active afterwards. `dan` came before the window.
  private func dataset() -> Dataset {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.campaign("k", from: 10, to: 20)
    builder.content("recipe", brands: ["mill"], campaign: "k")
    builder.settings.observedUntil = .day(100)
    builder.touch(11, "ann", "letter", "view", content: "recipe")
    builder.touch(12, "ben", "letter", "view")
    builder.touch(13, "ben", "letter", "click", content: "recipe")
    builder.touch(30, "ben", "letter", "click")
    builder.touch(14, "cem", "letter", "view")
    builder.touch(2, "dan", "letter", "view")
    builder.touch(15, "dan", "letter", "view")
    return builder.build()
  }

  @Test func `the baseline came first in the window outside of the campaign, whatever came later`() throws {
    let data = dataset()
    let scope = Scope(campaign: 0, of: data)
    let retention = try #require(
      measureUnprotected(data, scopes: [scope], options: AnalysisOptions(sections: [.retention]))[0].retention)
    #expect(retention.cohortSize == 1)
    #expect(retention.baseline?.cohortSize == 2)
    #expect(retention.baseline?.lost == Proportion(1, of: 2))
    #expect(retention.baseline?.lossChange == -1)
    #expect(retention.baseline?.logRank == nil)
    let listing = try drillDown(into: "baseline.cohort_size", of: .retention, scope, in: data)
    guard case .contacts(let contacts) = listing.items else { return #expect(Bool(false), "contacts were asked for") }
    #expect(contacts.map { data.contacts.ids[$0] } == ["ben", "cem"])
  }

  @Test func `contacts that were merely reached have no baseline`() throws {
    let data = dataset()
    let options = AnalysisOptions(sections: [.retention], retention: RetentionOptions(cohort: .reached))
    let retention = try #require(
      measureUnprotected(data, scopes: [Scope(campaign: 0, of: data)], options: options)[0].retention)
    #expect(retention.cohortSize == 2)
    #expect(retention.baseline == nil)
  }
}
