import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Every KPI on a small campaign in which no two of them have the same value, so that none can stand for another.
///
/// The values were worked out apart from this code, from the definitions and the rows alone.
struct KPIValueTests {
  private static let expected: KeyValuePairs<String, Double> = [
    // 18 contacts and three old acquaintances, touched 59 times; 16 of them in a channel of the brand.
    "reach": 21, "contacts_gross": 59, "frequency": 59 / 21.0, "foreign_reach": 17, "incremental_reach": 5,
    "synergy": 21 / 16.0, "takeovers": 10, "new_contacts": 18, "new_touchpoints": 38, "penetration": 26 / 38.0,
    // Bakery, mill and press act; silent is a brand that only others talk about.
    "active_partners": 3, "interactions": 39, "engagement_depth": 128 / 39.0, "engagement_per_contact": 39 / 21.0,
    "organic_shares": 6, "co_creation_rate": 3 / 4.0, "ambassadors": 4, "reciprocity": 3 / 5.0,
    "relevant_new_contacts": 8, "stays": 9 / 18.0, "carries_on": 2 / 18.0, "joins": 3 / 18.0,
    // Five of the nine leads are among the seven customers.
    "leads": 9, "customers": 7, "visitor_to_lead": 9 / 21.0, "lead_to_customer": 5 / 9.0,
    "visitor_to_customer": 7 / 21.0, "pipeline": 328, "revenue": 768.5, "cost": 36.25,
    "cost_per_contact": 36.25 / 21, "cost_per_lead": 36.25 / 9, "cost_per_customer": 36.25 / 7,
    "roi": 732.25 / 36.25, "single_brand_cost": 68, "unaffordable_contacts": 2,
  ]

  @Test func `every KPI has the value that the definitions give it`() throws {
    let data = KPIValueTests.campaign()
    let figures = measureUnprotected(
      data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: KPIs.sections))
    let kpis = KPIs(figures[0], in: data)
    #expect(kpis.entries.map(\.kpi.id) == KPIValueTests.expected.map(\.key))
    for (entry, expected) in zip(kpis.entries, KPIValueTests.expected) {
      #expect(areClose(entry.value, expected.value), "\(entry.kpi.id)")
    }
    #expect(Set(kpis.entries.compactMap(\.value)).count == 36)
  }

  private static func campaign() -> Dataset {
    var builder = DatasetBuilder()
    builder.settings.observedUntil = .day(220)
    builder.settings.costPerContact = 8.5
    for partner in ["bakery", "mill", "press", "silent", "idle"] { builder.partner(partner) }
    for (channel, owner) in [
      ("letter", "bakery"), ("shop", "bakery"), ("blog", "mill"), ("fair", "mill"), ("feed", "press"),
    ] {
      builder.channel(channel, owner: owner, paid: false)
    }
    builder.channel("ad", owner: "press", paid: true)
    builder.campaign("spring", from: 100, to: 130, leads: ["bakery"], budget: 51)
    builder.content("recipe", brands: ["mill"], campaign: "spring", authors: ["bakery", "mill"])
    builder.content("poster", brands: ["bakery"], campaign: "spring", authors: ["bakery"])
    builder.content("both", brands: ["bakery", "mill"], campaign: "spring", authors: ["mill", "press"])
    builder.content("tale", brands: ["silent"], campaign: "spring", authors: ["press", "outside"])
    builder.content("story", brands: ["press"])
    addTouches(to: &builder)
    for number in 1...8 { builder.contact("c\(number)", relevant: true) }
    builder.contact("old1", relevant: true)
    let exchanges: [(Double, String, String, String)] = [
      (101, "bakery", "mill", "comment"), (105, "mill", "bakery", "share"), (110, "press", "bakery", "mention"),
      (112, "mill", "press", "recommendation"), (126, "press", "mill", "backlink"),
      (140, "bakery", "press", "comment"), (103, "bakery", "mill", "money"),
    ]
    for (day, from, to, kind) in exchanges { builder.exchange(day, from, to, kind) }
    let referrals: [(String, String, Double)] = [
      ("c1", "c2", 101), ("c1", "c3", 120), ("c4", "c6", 110), ("old1", "c7", 111), ("old2", "old3", 112),
      ("c3", "c9", 140), ("c12", "c13", 105),
    ]
    for (from, to, day) in referrals { builder.tie(from, to, day: day) }
    return builder.build()
  }

  private static func addTouches(to builder: inout DatasetBuilder) {
    builder.touch(90, "old1", "letter", "open")
    builder.touch(91, "old2", "blog", "view")
    builder.touch(92, "old3", "shop", "click")
    let channels = ["letter", "blog", "ad", "feed", "shop", "fair"]
    let contents = ["recipe", "poster", "both", "tale"]
    for number in 1...17 {
      builder.touch(
        100 + Double(number) * 0.5, "c\(number)", channels[number % 6], "view", content: contents[number % 4],
        cost: number % 2 == 1 ? 1.25 : nil)
    }
    let reactions = ["click", "like", "share", "comment"]
    for number in 1...12 {
      builder.touch(
        112 + Double(number) * 0.25, "c\(number)", ["blog", "letter", "feed"][number % 3], reactions[number % 4],
        content: ["poster", "recipe", "both"][number / 2 % 3])
    }
    for number in 1...7 {
      builder.touch(
        116 + Double(number) * 0.25, "c\(number)", "blog", ["share", "attendance"][number % 2], content: "recipe",
        cost: number % 3 == 0 ? 2 : nil)
    }
    for number in [1, 2, 3, 4, 6, 8, 9, 12, 13] {
      builder.touch(
        119 + Double(number) * 0.1, "c\(number)", "shop", "lead", content: "poster", value: 30 + Double(number))
    }
    for number in [1, 3, 8, 10, 11, 12, 13] {
      builder.touch(
        121 + Double(number) * 0.1, "c\(number)", "shop", "order", content: "both", value: 101.5 + Double(number),
        cost: 3)
    }
    let others: [(Double, String, String, String, String)] = [
      (122, "old1", "letter", "open", "both"), (122.5, "old2", "feed", "click", "both"),
      (123, "old3", "fair", "view", "recipe"), (124, "c18", "letter", "open", "poster"),
      (124.5, "c5", "ad", "share", "poster"), (125, "c18", "feed", "click", "story"),
      (125.2, "c18", "letter", "click", "poster"), (125.5, "c4", "fair", "comment", "both"),
    ]
    for (day, contact, channel, kind, content) in others {
      builder.touch(day, contact, channel, kind, content: content)
    }
    for number in [1, 2, 3, 5, 7, 9, 11, 12, 14] {
      builder.touch(131 + Double(number), "c\(number)", "letter", "click")
    }
    for (number, kind) in [(2, "click"), (5, "click"), (7, "mention")] {
      builder.touch(150 + Double(number), "c\(number)", "blog", kind)
    }
  }
}
