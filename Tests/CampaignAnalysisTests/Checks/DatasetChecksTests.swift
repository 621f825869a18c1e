import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Each check finds what it is for, and nothing in a dataset without fault.
struct DatasetChecksTests {
  /// Two partners, sixty days of history, a campaign from day 60 to 90 and touches until day 150.
  private func builder() -> DatasetBuilder {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "mill", medium: "newsletter", paid: false)
    builder.channel("show", owner: "radio", medium: "podcast", paid: false)
    builder.campaign("spring", from: 60, to: 90, leads: ["mill"])
    builder.content("recipe", brands: ["mill", "radio"], campaign: "spring")
    for day in 0..<75 {
      let isInCampaign = (30..<45).contains(day)
      builder.touch(
        Double(day) * 2 + 0.37 + Double(day) * 0.001, "c\(day % 7)", day % 2 == 0 ? "letter" : "show", "click",
        content: isInCampaign ? "recipe" : nil)
    }
    return builder
  }

  private func checks(_ builder: DatasetBuilder) -> [String] {
    findings(in: builder.build()).filter { $0.severity != .note }.map(\.check)
  }

  @Test func `a sound dataset has no warnings`() { #expect(checks(builder()) == []) }

  @Test func `a campaign soon after the log's start is told`() {
    var builder = builder()
    builder.campaign("early", from: 10, to: 20)
    #expect(checks(builder) == ["short_history"])
    builder.campaign("before", from: -20, to: 5)
    let texts = findings(in: builder.build()).filter { $0.check == "short_history" }.map(\.text)
    #expect(texts.count == 2 && texts[0].contains("9 days before") && texts[1].contains("after"))
  }

  @Test func `a campaign without touches is told`() {
    var builder = builder()
    builder.campaign("late", from: 300, to: 310)
    #expect(checks(builder) == ["campaign_without_touches"])
  }

  @Test func `mere dates are told, and whom the order of rows decides about`() {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "mill", paid: false)
    builder.channel("show", owner: "radio", paid: false)
    for day in 0..<20 { builder.touch(Double(day), "c\(day % 3)", day % 2 == 0 ? "letter" : "show", "click") }
    #expect(checks(builder) == ["mere_dates"])
    builder.touch(0, "c0", "show", "click")
    #expect(checks(builder) == ["mere_dates", "order_by_rows"])
  }

  @Test func `few, negative and impossible numbers are told`() {
    var builder = builder()
    builder.touch(100.3, "c1", "letter", "nps", value: 11, cost: -2)
    #expect(checks(builder) == ["few_costs", "negative_cost", "nps_range"])
    builder.touch(100.4, "c1", "letter", "order")
    #expect(findings(in: builder.build()).contains { $0.check == "missing_value" && $0.count == 1 })
  }

  @Test(arguments: [("C1 ", true), ("C1", true), ("ｃ1", true), ("c\u{200D}1", true), ("c11", false), ("d1", false)])
  func `ids that differ in writing only are told`(id: String, isTwin: Bool) {
    var builder = builder()
    builder.touch(101.3, id, "letter", "click")
    #expect(checks(builder) == (isTwin ? ["same_contact"] : []))
  }

  @Test func `a channel that nobody used is told`() {
    var builder = builder()
    builder.channel("silent", owner: "mill", paid: false)
    let found = findings(in: builder.build()).first { $0.check == "unused_channel" }
    #expect(found?.text == "1 channel has no touch: silent.")
    #expect(found?.file == "channels.csv")
  }

  @Test func `targets that cannot be compared are told`() {
    var builder = builder()
    builder.target("spring", "reech", 10, due: 95)
    builder.target("spring", "reach", nil, due: 95)
    builder.target("spring", "stays", 0.5, due: 50)
    #expect(checks(builder) == ["unknown_kpi", "target_without_value", "target_due_early"])
  }

  @Test func `an empty log is told`() {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "mill", paid: false)
    #expect(checks(builder) == ["no_touches", "unused_channel"])
  }
}
