import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// What is told of left-out and doubtful rows (<doc:Metrics#Trust>). Days count from 2025-01-01.
struct TrustTests {
  private func builder() -> DatasetBuilder {
    var builder = DatasetBuilder()
    builder.channel("a", owner: "pa")
    builder.channel("b", owner: "pb", paid: true)
    builder.channel("shop", owner: "pa")
    builder.campaign("k", from: 31, to: 90)
    return builder
  }

  private func entry(_ check: TrustCheck, _ data: Dataset, filter: Filter = .none) throws -> [Double?] {
    let figures = measureUnprotected(
      data, scopes: [Scope(campaign: 0, of: data, filter: filter)],
      options: AnalysisOptions(sections: [.trust, .partnerships]))[0]
    let entries = try #require(figures.trustEntries)
    #expect(entries.map(\.check) == TrustCheck.allCases)
    let entry = try #require(entries.first { $0.check == check })
    return [entry.count.map(Double.init), entry.of.map(Double.init), entry.value]
  }

  /// In the window u1 buys for 30 before its first touch of the campaign and for 100 after it; u2 was never touched.
  /// After the end it buys for 80, and with another campaign's content.
  @Test func `transactions that no campaign has are counted with their sum`() throws {
    var builder = builder()
    builder.campaign("other", from: 31, to: 90)
    builder.content("x", brands: ["pa"], campaign: "k")
    builder.content("y", brands: ["pa"], campaign: "other")
    builder.touch(32.5, "u1", "shop", "order", value: 30)
    builder.touch(33, "u1", "a", "click", content: "x")
    builder.touch(34.5, "u1", "shop", "order", value: 100)
    builder.touch(34.5, "u2", "shop", "order", value: 1000)
    builder.touch(91.5, "u1", "shop", "order", value: 80)
    builder.touch(92.5, "u1", "shop", "order", content: "x")
    builder.touch(93.5, "u1", "shop", "order", content: "y", value: 5)
    builder.touch(90 + 90.5, "u1", "shop", "order", value: 7)
    let data = builder.build()
    #expect(try entry(.transactionsLeftOut, data) == [1, 2, 30])
    #expect(try entry(.lateTransactions, data) == [2, 2, 80])
    #expect(try entry(.transactionsLeftOut, data, filter: Filter(level: .interaction)) == [1, 2, 30])
    builder.settings.conversionDaysAfterEnd = 2
    #expect(try entry(.lateTransactions, builder.build()) == [1, 2, nil])
  }

  /// Nine rows, of which two visits and two orders of 40 repeat an earlier row in all columns.
  @Test func `rows that were exported twice are counted with the money they add`() throws {
    var builder = builder()
    for _ in 0..<3 { builder.touch(33, "u1", "a", "visit") }
    builder.touch(33, "u1", "a", "visit", cost: 1)
    builder.touch(33, "u2", "a", "visit")
    for _ in 0..<3 { builder.touch(40.5, "u1", "shop", "order", value: 40) }
    builder.touch(40.5, "u1", "shop", "order", value: 41)
    let data = builder.build()
    #expect(try entry(.duplicateRows, data) == [4, 9, nil])
    #expect(try entry(.duplicateTransactions, data) == [2, 4, 80])
  }

  @Test(arguments: ["UTC", "Europe/Berlin"])
  func `kinds without a clock are counted where others have one`(zone: String) throws {
    let midnight = zone == "UTC" ? 0 : -1.0 / 24
    var builder = builder()
    builder.settings.timeZone = zone
    for day in 0..<10 {
      builder.touch(33 + Double(day) + midnight, "u\(day)", "shop", "order", value: 50)
      builder.touch(33 + Double(day) + midnight, "u\(day)", "shop", day < 9 ? "donation" : "booking")
    }
    #expect(try entry(.midnightKinds, builder.build()) == [0, 1, nil])
    builder.touch(50.4, "u0", "a", "click")
    #expect(try entry(.midnightKinds, builder.build()) == [1, 1, nil])
    builder.touch(50.4, "u0", "shop", "order")
    #expect(try entry(.midnightKinds, builder.build()) == [0, 1, nil])
  }

  /// Stretches of 2, 3 and 1 touches; a gap of exactly 365 days parts nothing.
  @Test func `touches far from the log's main part are counted`() throws {
    var builder = builder()
    for day in [-900.0, -899, 0, 10, 375, 741] { builder.touch(day, "u1", "a", "click") }
    let data = builder.build()
    #expect(try entry(.earlyOutliers, data) == [2, 6, nil])
    #expect(try entry(.lateOutliers, data) == [1, 6, nil])
  }

  @Test func `the earliest of equal stretches is the main part`() throws {
    var builder = builder()
    for day in [-900.0, 50] { builder.touch(day, "u1", "a", "click") }
    #expect(try entry(.earlyOutliers, builder.build()) == [0, 2, nil])
    #expect(try entry(.lateOutliers, builder.build()) == [1, 2, nil])
  }

  @Test func `costs in paid channels and new contacts after a short history are counted`() throws {
    var builder = builder()
    builder.touch(-58, "u0", "a", "visit")
    builder.touch(33, "u1", "b", "click", cost: 1)
    builder.touch(34, "u1", "b", "click")
    builder.touch(35, "u2", "a", "click", cost: 1)
    #expect(try entry(.costedPaidTouches, builder.build()) == [1, 2, nil])
    #expect(try entry(.shortHistory, builder.build()) == [2, 2, nil])
    builder.touch(-59, "u0", "a", "visit")
    #expect(try entry(.shortHistory, builder.build()) == [0, 2, nil])
  }

  @Test func `refunds of the campaign are counted with their sum`() throws {
    var builder = builder()
    builder.touch(33, "u1", "a", "click")
    builder.touch(34.5, "u1", "shop", "order", value: 30)
    builder.touch(35.5, "u1", "shop", "order", value: -10)
    builder.touch(36.5, "u1", "shop", "lead", value: -5)
    builder.touch(36.5, "u1", "a", "rating", value: -1)
    #expect(try entry(.refunds, builder.build()) == [2, 3, -15])
  }
}
