import CampaignAnalysis
import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import Presentation

/// What a reader is told of whether figures can be trusted.
struct TrustTablesTests {
  /// Two touches of a paid channel, of which some record a cost.
  private func sentences(costs: [Double?]) throws -> (rows: [String], sentences: [String]) {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "mill")
    builder.channel("poster", owner: "mill", paid: true)
    builder.campaign("spring", from: 0, to: 30)
    builder.touch(-100, "old", "letter", "open")
    for (number, cost) in costs.enumerated() { builder.touch(1, "c\(number)", "poster", "view", cost: cost) }
    let data = builder.build()
    let figures = measureUnprotected(
      data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: [.trust, .partnerships]))
    let entries = try #require(figures.first?.trustEntries)
    return (
      entries.table(in: data)?.rows.map(\.id) ?? [],
      entries.sentences(in: data).map { Localizer(.english)($0) }
    )
  }

  @Test func `costs are doubted where paid touches lack one, most of all where all do, and not where none does`() throws
  {
    let some = try sentences(costs: [2, nil])
    #expect(some.rows == ["costed_paid_touches"])
    #expect(some.sentences.first?.hasPrefix("Paid touches with a cost: 1 of 2.") == true)
    let none = try sentences(costs: [nil, nil])
    #expect(none.rows == ["costed_paid_touches"])
    #expect(none.sentences.first?.hasPrefix("Paid touches with a cost: 0 of 2.") == true)
    let all = try sentences(costs: [2, 2])
    #expect(all.rows.isEmpty && all.sentences.isEmpty)
    let unpaid = try sentences(costs: [])
    #expect(unpaid.rows.isEmpty && unpaid.sentences.isEmpty)
  }
}
