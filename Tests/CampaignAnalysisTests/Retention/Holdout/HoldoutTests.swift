import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct HoldoutTests {
  private func holdout(_ builder: DatasetBuilder) throws -> Holdout {
    let data = builder.build()
    let figures = measureUnprotected(
      data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: [.retention]))
    return try #require(figures.first?.retention?.holdout)
  }

  /// Ten contacts of each group; orders in days 0 to 15 count, the campaign's ten and five more.
  private func builder() -> DatasetBuilder {
    var builder = DatasetBuilder()
    builder.channel("shop", owner: "mill")
    builder.channel("letter", owner: "bakery")
    builder.content("recipe", brands: ["mill"])
    builder.campaign("k", from: 0, to: 10)
    builder.settings.observedUntil = .day(100)
    builder.settings.conversionDaysAfterEnd = 5
    for number in 0..<10 {
      builder.contact("a\(number)", heldOut: false)
      builder.contact("h\(number)", heldOut: true)
    }
    builder.contact("other")
    return builder
  }

  /// 5 of 10 against 2 of 10: p = 7/20, lift 0.3, detectable 2.8 √(0.35 · 0.65 · (1/10 + 1/10)) = 2.8 √0.0455. The
  /// interval is Newcombe's of Wilson's [0.23659, 0.76341] and [0.05668, 0.50984]:
  /// 0.3 − √(0.26341² + 0.30984²) and 0.3 + √(0.26341² + 0.14332²).
  @Test func `lift is the difference of the rates of both groups, touched or not`() throws {
    var builder = builder()
    for number in 0..<5 { builder.touch(Double(number), "a\(number)", "shop", "order", value: 20) }
    for number in 0..<2 { builder.touch(14.9, "h\(number)", "shop", "order", value: 20) }
    builder.touch(5, "other", "shop", "order", value: 20)
    let customer = try holdout(builder).outcomes[0]
    #expect(customer.outcome == .customer)
    #expect(customer.addressed == Proportion(5, of: 10))
    #expect(customer.heldOut == Proportion(2, of: 10))
    #expect(areClose(customer.lift?.difference, 0.3))
    #expect(areClose(customer.lift?.low, -0.10667, tolerance: 1e-4))
    #expect(areClose(customer.lift?.high, 0.59987, tolerance: 1e-4))
    #expect(areClose(customer.detectable, 2.8 * 0.0455.squareRoot()))
  }

  @Test(
    arguments: [
      (-0.1, "order", 20.0, 0), (0, "order", 20, 1), (14.999, "donation", 20, 1), (15, "order", 20, 0),
      (5, "order", -20, 0), (5, "lead", 20, 0), (5, "click", nil, 0),
    ] as [(Double, String, Double?, Int)])
  func `a purchase from the start to the last day that counts makes a customer, a refund none`(
    day: Double, kind: String, value: Double?, count: Int
  ) throws {
    var builder = builder()
    builder.touch(day, "a0", "shop", kind, value: value)
    #expect(try holdout(builder).outcomes[0].addressed == Proportion(count, of: 10))
  }

  @Test func `who stays and joins is told as in the cohort, and a refund keeps nobody`() throws {
    var builder = builder()
    builder.touch(10, "a0", "shop", "click")
    builder.touch(11, "a0", "letter", "click")
    builder.touch(10, "h0", "shop", "click")
    builder.touch(12, "h0", "letter", "view")
    builder.touch(9.9, "h1", "shop", "click")
    builder.touch(20, "h2", "shop", "order", value: -5)
    let outcomes = try holdout(builder).outcomes
    #expect(outcomes.map { $0.addressed?.count } == [0, 1, 1])
    #expect(outcomes.map { $0.heldOut?.count } == [0, 1, 0])
    #expect(outcomes[0].lift?.difference == 0)
    #expect(outcomes[0].detectable == nil)
  }

  @Test func `held-out contacts that the campaign touched are counted`() throws {
    var builder = builder()
    builder.touch(3, "h0", "letter", "view")
    builder.touch(12, "h1", "letter", "view")
    builder.touch(3, "a0", "letter", "view")
    #expect(try holdout(builder).contaminated == 1)
  }

  @Test func `before the end only customers are known, and without a draw nothing`() throws {
    var builder = builder()
    builder.settings.observedUntil = .day(10)
    builder.touch(3, "a0", "shop", "order", value: 5)
    let outcomes = try holdout(builder).outcomes
    #expect(outcomes.map { $0.addressed?.count } == [1, nil, nil])
    #expect(outcomes.map { $0.lift == nil } == [false, true, true])

    var plain = DatasetBuilder()
    plain.channel("shop", owner: "mill")
    plain.campaign("k", from: 0, to: 10)
    plain.touch(3, "ann", "shop", "order", value: 5)
    let data = plain.build()
    let retention = try #require(
      measureUnprotected(
        data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: [.retention]))[0].retention)
    #expect(retention.holdout == nil)
    #expect(retention.unknown.contains { $0.figure == "holdout" && $0.state == .notConfigured })
  }
}
