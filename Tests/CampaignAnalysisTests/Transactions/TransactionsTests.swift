import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Small cases worked by hand (<doc:Metrics#Transactions>): which transactions belong to a campaign, and where their credit goes.
/// Days count from 2025-01-01, so that 31 is 1 February and 90 is 1 April.
struct TransactionsTests {
  /// Two channels that lead to a shop, and a campaign in February and March.
  private func builder(content: Bool = false) -> DatasetBuilder {
    var builder = DatasetBuilder()
    builder.channel("a", owner: "pa", medium: "web")
    builder.channel("b", owner: "pb", medium: "mail")
    builder.channel("shop", owner: "pa", medium: "shop")
    builder.campaign("k", from: 31, to: 90)
    if content { builder.content("x", brands: ["pa", "pb"], campaign: "k") }
    return builder
  }

  private func figures(_ data: Dataset, _ campaign: Int = 0, filter: Filter = .none) throws -> (Funnel, Attribution) {
    let measured = measureUnprotected(
      data, scopes: [Scope(campaign: campaign, of: data, filter: filter)],
      options: AnalysisOptions(sections: [.funnel, .attribution]))[0]
    return (try #require(measured.funnel), try #require(measured.attribution))
  }

  private func row(_ id: String, _ attribution: Attribution, _ data: Dataset) throws -> Attribution.Row {
    try #require(attribution.rows.first { $0.group.id(in: data) == id })
  }

  private func credit(_ row: Attribution.Row, _ model: AttributionModel) throws -> (count: Double, value: Double?) {
    let place = try #require(AttributionModel.allCases.firstIndex(of: model))
    return (try #require(row.conversions)[place], row.value?[place])
  }

  /// 100 + 80 follow on a click of the campaign; the 70 of u3 follow on nothing. Cost 2 + 2, return (180 − 4) / 4.
  @Test func `orders that name no content belong to the campaign whose touch they follow`() throws {
    var builder = builder(content: true)
    builder.touch(0, "u0", "a", "visit")
    builder.touch(33, "u1", "a", "click", content: "x", cost: 2)
    builder.touch(34, "u2", "b", "click", content: "x", cost: 2)
    builder.touch(35.5, "u1", "shop", "order", value: 100)
    builder.touch(36.5, "u2", "shop", "order", value: 80)
    builder.touch(36.5, "u3", "shop", "order", value: 70)
    let data = builder.build()
    let (funnel, attribution) = try figures(data)
    #expect(funnel.total.visitors == 2)
    #expect(funnel.total.customers == 2)
    #expect(funnel.total.visitorToCustomer?.rate == 1)
    #expect(funnel.total.revenue == 180)
    #expect(funnel.total.roi == 44)
    #expect(attribution.conversions == 2)
    #expect(try credit(row("a", attribution, data), .last).count == 1)
    #expect(try credit(row("b", attribution, data), .last).value == 80)
    // The shop has customers and no visitor; its orders have no format.
    let shop = try #require(funnel.rows.first { $0.group == .medium("shop") })
    #expect(shop.figures.visitors == 0)
    #expect(shop.figures.customers == 2)
    #expect(shop.figures.visitorToCustomer?.rate == nil)
    let byFormat = measureUnprotected(
      data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: [.funnel], funnelBy: .format))
    #expect(byFormat[0].funnel?.rows.map(\.figures.customers) == [0])
  }

  /// The order before the first touch of the campaign does not follow on one; that with another campaign's content
  /// belongs there.
  @Test func `an order before the touch, or with another campaign's content, does not follow on it`() throws {
    var builder = builder(content: true)
    builder.campaign("other", from: 31, to: 90)
    builder.content("y", brands: ["pa"], campaign: "other")
    builder.touch(32, "u1", "shop", "order", value: 1)
    builder.touch(33, "u1", "a", "click", content: "x")
    builder.touch(33, "u1", "shop", "order", value: 10)
    builder.touch(34.5, "u1", "shop", "order", content: "y", value: 100)
    // On its own day, after the click, whatever the row: mere dates stand at the end of the day.
    let data = builder.build()
    #expect(try figures(data).0.total.revenue == 10)
    #expect(try figures(data, 1).0.total.revenue == 100)
  }

  /// k2 has no contents and takes every touch of its window: u1's click and order of k1's content too.
  @Test func `a transaction counts in every campaign that touched the contact before`() throws {
    var builder = builder()
    builder.campaign("k2", from: 45, to: 120)
    builder.content("x", brands: ["pa", "pb"], campaign: "k")
    builder.touch(50, "u1", "a", "click", content: "x")
    builder.touch(51, "u1", "a", "order", content: "x", value: 100)
    builder.touch(52, "u2", "b", "click")
    builder.touch(53, "u2", "b", "order", value: 40)
    let data = builder.build()
    #expect(try figures(data, 0).0.total.revenue == 100)
    #expect(try figures(data, 1).0.total.revenue == 140)
  }

  /// Orders of 80 half an hour and six days and a half after the end.
  @Test(arguments: [(0, 100.0, 1), (1, 180, 2), (7, 260, 3)])
  func `days after the end count as far as the setting says`(days: Int, revenue: Double, customers: Int) throws {
    var builder = builder()
    builder.settings.conversionDaysAfterEnd = days
    builder.touch(89.9, "u1", "a", "click")
    builder.touch(89.95, "u1", "shop", "order", value: 100)
    builder.touch(89.9, "u2", "b", "click")
    builder.touch(90.02, "u2", "shop", "order", value: 80)
    builder.touch(88.9, "u3", "b", "click")
    builder.touch(96.5, "u3", "shop", "order", value: 80)
    builder.touch(91, "untouched", "shop", "order", value: 80)
    let data = builder.build()
    let (funnel, attribution) = try figures(data)
    #expect(funnel.total.revenue == revenue)
    #expect(funnel.total.customers == customers)
    #expect(attribution.conversions == customers)
    // A filter that ends with the window leaves the late ones out.
    #expect(try figures(data, filter: Filter(until: .day(90))).0.total.revenue == 100)
  }

  /// The campaign has the sale of 60 and the refund of 100, whose own sale came before it: 60 − 100 = −40.
  @Test func `a refund makes no customer and lowers the money`() throws {
    var builder = builder()
    builder.touch(9, "u1", "b", "click")
    builder.touch(11.5, "u1", "shop", "order", value: 100)
    builder.touch(35, "u1", "a", "click", cost: 1)
    builder.touch(42.5, "u1", "shop", "order", value: -100)
    builder.touch(33, "u2", "a", "click", cost: 1)
    builder.touch(34.5, "u2", "shop", "order", value: 60)
    let data = builder.build()
    let (funnel, attribution) = try figures(data)
    #expect(funnel.total.visitors == 2)
    #expect(funnel.total.customers == 1)
    #expect(funnel.total.revenue == -40)
    #expect(funnel.total.costPerCustomer == 2)
    #expect(funnel.total.roi == -21)
    #expect(attribution.conversions == 1)
    #expect(attribution.value == -40)
    #expect(attribution.unattributedConversions == 0)
    #expect(attribution.unattributedValue == -100)
    #expect(try credit(row("a", attribution, data), .last).value == 60)
  }

  /// u1's 100 went to a and b; the refund takes it back from there. What u2 spent stays.
  @Test func `a refund takes its value from where the sale put it`() throws {
    var builder = builder()
    builder.touch(41, "u1", "a", "visit")
    builder.touch(42, "u1", "b", "click")
    builder.touch(44.5, "u1", "shop", "order", value: 100)
    builder.touch(51.5, "u1", "shop", "order", value: -100)
    builder.touch(41, "u2", "b", "click")
    builder.touch(45.5, "u2", "shop", "order", value: 50)
    let data = builder.build()
    let (_, attribution) = try figures(data)
    #expect(attribution.conversions == 2)
    #expect(attribution.unattributedValue == 0)
    let (a, b) = (try row("a", attribution, data), try row("b", attribution, data))
    #expect(try credit(a, .last).value == 0)
    #expect(try credit(a, .linear).value == 0)
    #expect(try credit(b, .last).value == 50)
    #expect(try credit(b, .linear).value == 50)
    #expect(try credit(a, .linear).count == 0.5)
    #expect(try credit(b, .linear).count == 1.5)
    let explained = explainConversions(of: 0, in: data, scope: Scope(campaign: 0, of: data))
    #expect(explained.map(\.isRefund) == [false, true])
    #expect(explained[0].steps == explained[1].steps)
  }

  /// The order bears no time of day: it stands after the click of its day, in whichever row it is.
  @Test(arguments: ["UTC", "Europe/Berlin"], [0.0, 0.5])
  func `a mere date stands at the end of its day`(zone: String, clock: Double) throws {
    let midnight = zone == "UTC" ? 33.0 : 33 - 1.0 / 24
    var builder = builder(content: true)
    builder.settings.timeZone = zone
    builder.touch(midnight + clock / 24, "u1", "shop", "order", value: 50)
    builder.touch(33.4, "u1", "a", "click", content: "x")
    builder.touch(33.99, "u1", "b", "lead", content: "x")
    let data = builder.build()
    let (funnel, attribution) = try figures(data)
    let hasNoClock = clock == 0
    #expect(funnel.total.customers == (hasNoClock ? 1 : 0))
    #expect(attribution.conversions == (hasNoClock ? 1 : 0))
    guard hasNoClock, zone == "UTC" else { return }
    #expect(attribution.unattributedConversions == 0)
    #expect(try credit(row("b", attribution, data), .last).count == 1)
  }

  /// Of ten days' lookback before the end of 15 January, the last moment of 5 January is within, and its last
  /// millisecond but one is not: the order stands in the last millisecond of its day.
  @Test func `a lookback is counted from the end of a mere date's day`() throws {
    var builder = DatasetBuilder()
    for id in ["a", "b", "shop"] { builder.channel(id, owner: "p") }
    builder.campaign("k", from: 0, to: 31)
    builder.settings.attributionLookbackDays = 10
    builder.touch(at: Instant.day(5).adding(milliseconds: -1), "u1", "a", "click")
    builder.touch(14, "u1", "shop", "order")
    builder.touch(at: Instant.day(5).adding(milliseconds: -2), "u2", "b", "click")
    builder.touch(14, "u2", "shop", "order")
    let data = builder.build()
    let (_, attribution) = try figures(data)
    #expect(attribution.conversions == 2)
    #expect(attribution.unattributedConversions == 1)
    #expect(attribution.rows.map { $0.group.id(in: data) } == ["a"])
  }

  /// u1 bought before it became a lead: lead and customer all the same. u2 is a lead, u3 a customer.
  @Test func `a lead that is a customer counts, whichever came first`() throws {
    var builder = builder()
    builder.touch(33.5, "u1", "shop", "order", value: 50)
    builder.touch(50.5, "u1", "b", "lead")
    builder.touch(33.5, "u2", "b", "lead")
    builder.touch(34.5, "u3", "shop", "order", value: 50)
    let (funnel, _) = try figures(builder.build())
    #expect(funnel.total.visitors == 3)
    #expect(funnel.total.leads == 2)
    #expect(funnel.total.customers == 2)
    #expect(funnel.total.leadToCustomer == Proportion(1, of: 2))
  }

  /// The campaign's touch is in the mail, the order in the shop: a filter by the shop's medium leaves the order.
  @Test func `the touch that a transaction follows need not pass the filter`() throws {
    var builder = builder(content: true)
    builder.touch(33, "u1", "b", "click", content: "x")
    builder.touch(34.5, "u1", "shop", "order", value: 50)
    builder.touch(35.5, "u1", "shop", "visit", content: "x")
    let data = builder.build()
    let (funnel, attribution) = try figures(data, filter: Filter(medium: "shop"))
    #expect(funnel.total.visitors == 1)
    #expect(funnel.total.customers == 1)
    #expect(attribution.conversions == 1)
    #expect(try credit(row("b", attribution, data), .linear).count == 1)
    let mail = try figures(data, filter: Filter(medium: "mail"))
    #expect(mail.0.total.visitors == 1)
    #expect(mail.0.total.customers == 0)
    #expect(mail.1.nullPaths == 1)
    let sales = try figures(data, filter: Filter(level: .transaction))
    #expect(sales.0.total.visitors == 0)
    #expect(sales.0.total.customers == 1)
    #expect(sales.0.total.visitorToCustomer?.rate == nil)
  }

  @Test func `value that no conversion records is not 0`() throws {
    var builder = builder()
    builder.touch(33, "u1", "a", "visit")
    builder.touch(34.5, "u1", "shop", "order")
    let data = builder.build()
    let (funnel, attribution) = try figures(data)
    #expect(funnel.total.revenue == nil)
    #expect(attribution.value == nil)
    #expect(attribution.unattributedValue == nil)
    #expect(try row("a", attribution, data).value == nil)
    #expect(try credit(row("a", attribution, data), .markov).count == 1)
    #expect(
      attribution.unknown.filter { $0.state == .notConfigured }.map(\.figure) == [
        "value", "unattributed.value", "rows.value",
      ])
  }
}
