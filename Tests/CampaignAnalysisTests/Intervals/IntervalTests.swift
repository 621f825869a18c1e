import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis
@testable import LogScanning

struct IntervalTests {
  private static func measured(_ data: Dataset, threads: Int = 1, protects: Bool = false) -> ScopeFigures {
    var options = AnalysisOptions(
      sections: [.reach, .funnel, .attribution], funnelBy: .channel, threads: threads)
    options.intervals = true
    let scopes = [Scope(campaign: 1, of: data)]
    return protects
      ? measure(data, scopes: scopes, options: options)[0]
      : measureUnprotected(data, scopes: scopes, options: options)[0]
  }

  @Test(arguments: [2, 8])
  func `intervals are the same at any number of threads`(threads: Int) throws {
    let data = RandomDataset.make(seed: 3, RandomDataset.Size(contacts: 9000, touches: 12000))
    let (one, several) = (Self.measured(data), Self.measured(data, threads: threads))
    #expect(try #require(one.reach).intervals == several.reach?.intervals)
    #expect(one.reach?.carriers == several.reach?.carriers)
    #expect(one.reach?.firstCarrierStays == several.reach?.firstCarrierStays)
    #expect(try #require(one.funnel).total == several.funnel?.total)
    #expect(one.funnel?.rows == several.funnel?.rows)
    #expect(try #require(one.attribution).rows == several.attribution?.rows)
    #expect(one.attribution?.intervals == several.attribution?.intervals)
  }

  @Test func `without asking there are no intervals`() throws {
    let data = RandomDataset.make(seed: 3)
    let figures = measureUnprotected(data, scopes: [Scope(campaign: 1, of: data)])[0]
    #expect(try #require(figures.reach).intervals == nil)
    #expect(figures.reach?.firstCarrierStays == nil)
    #expect(try #require(figures.funnel).total.intervals == nil)
    #expect(try #require(figures.attribution).intervals == nil)
  }

  /// Own reach is 80 of 100: √(80) ≈ 8.9 is the standard error of a Poisson sum, so the interval is about 80 ± 17.5.
  @Test func `an interval of a count has the width of Poisson's law`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.channel("blog", owner: "mill")
    builder.campaign("spring", from: 0, to: 30)
    builder.content("recipe", brands: ["bakery"], campaign: "spring")
    for contact in 0..<100 {
      builder.touch(1, "c\(contact)", contact < 80 ? "letter" : "blog", "click", content: "recipe")
    }
    let data = builder.build()
    var options = AnalysisOptions(sections: [.reach])
    options.intervals = true
    let reach = try #require(
      measureUnprotected(data, scopes: [Scope(campaign: 0, of: data)], options: options)[0].reach)
    let own = try #require(reach.intervals?["own"])
    #expect((55...70).contains(own.low) && (90...105).contains(own.high))
    #expect(reach.intervals?["frequency"] == Interval(low: 1, high: 1))
    #expect(reach.firstCarrierStays == 1)
  }

  @Test(arguments: 1...20)
  func `a withheld figure has no interval`(seed: Int) throws {
    var data = RandomDataset.make(seed: UInt64(seed), RandomDataset.Size(contacts: 30, touches: 250))
    data.settings.minimumGroup = 8
    let figures = Self.measured(data, protects: true)
    let reach = try #require(figures.reach)
    for row in reach.carriers {
      #expect(row.exclusive != nil || row.intervals?["carriers.exclusive"] == nil)
      #expect(row.shapley != nil || row.intervals?["carriers.shapley"] == nil)
      #expect(row.incrementalOverOwn != nil || row.intervals?["carriers.incremental_over_own"] == nil)
    }
    if reach.carriers.contains(where: { $0.reach == nil }) { #expect(reach.firstCarrierStays == nil) }
    #expect(reach.synergy != nil || reach.intervals?["synergy"] == nil)
    #expect(reach.own != nil || reach.intervals?["own"] == nil)
    let funnel = try #require(figures.funnel)
    for part in [funnel.total] + funnel.rows.map(\.figures) {
      #expect(part.revenue != nil || part.intervals?["revenue"] == nil)
      #expect(part.costPerCustomer != nil || part.intervals?["cost_per_customer"] == nil)
      #expect(part.roi != nil || part.intervals?["roi"] == nil)
    }
    let attribution = try #require(figures.attribution)
    for row in attribution.rows where row.conversions == nil { #expect(row.intervals?.isEmpty == true) }
  }

  /// Amounts near the largest number have neither a sum nor an interval; other figures keep theirs.
  @Test func `money that is too large for a number has no interval`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.campaign("spring", from: 0, to: 30)
    builder.content("recipe", brands: ["bakery"], campaign: "spring")
    for contact in 0..<10 {
      builder.touch(1, "c\(contact)", "letter", "click", content: "recipe", cost: 2)
      builder.touch(2, "c\(contact)", "letter", "order", content: "recipe", value: 1e300)
    }
    let figures = Self.ofFirstCampaign(builder.build())
    let funnel = try #require(figures.funnel)
    #expect(funnel.total.intervals?["revenue"] == nil)
    #expect(funnel.total.intervals?["cost_per_customer"] == Interval(low: 2, high: 2))
    #expect(try #require(figures.attribution).intervals?["value"] == nil)
  }

  /// One of fifty contacts buys. A weight is 0 in 37 of 100 replicates, and above 3 in 2: there the sum is 0, not unknown.
  @Test func `a sum of money is 0 where nobody who paid is drawn`() throws {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery")
    builder.campaign("spring", from: 0, to: 30)
    builder.content("recipe", brands: ["bakery"], campaign: "spring")
    for contact in 0..<50 { builder.touch(1, "c\(contact)", "letter", "click", content: "recipe", cost: 2) }
    builder.touch(2, "c0", "letter", "order", content: "recipe", value: 100)
    let figures = Self.ofFirstCampaign(builder.build())
    let total = try #require(figures.funnel?.total.intervals)
    let revenue = try #require(total["revenue"])
    #expect(revenue.low == 0 && (200...400).contains(revenue.high))
    #expect(total["roi"]?.low == -1)
    #expect(total["pipeline"] == nil)
    let value = try #require(figures.attribution?.intervals?["value"])
    #expect(value == revenue)
  }

  private static func ofFirstCampaign(_ data: Dataset) -> ScopeFigures {
    var options = AnalysisOptions(sections: [.funnel, .attribution])
    options.intervals = true
    return measureUnprotected(data, scopes: [Scope(campaign: 0, of: data)], options: options)[0]
  }
}
