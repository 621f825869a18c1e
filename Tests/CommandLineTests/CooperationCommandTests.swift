import Foundation
import TestSupport
import Testing

/// KPIs, partnerships, partner, funnel, attribution and plan on the command line.
struct CooperationCommandTests {
  /// The sample with an order, a plan, a target that is missed and one that is met.
  private static let tables = [
    "touchpoints.csv": (SampleFolder.tables["touchpoints.csv"] ?? "").split(separator: "\n")
      .map { $0.hasPrefix("time") ? "\($0),value\n" : "\($0),\n" }.joined()
      + "2025-03-20T10:00:00Z,ada,poster,order,advert,49.9\n",
    "plan.csv": "content,channel,due\nrecipe,letter,2025-03-02\nrecipe,show,2025-03-02\nadvert,poster,2025-12-31\n",
    "targets.csv": "campaign,kpi,value,due\nspring,reach,100,2025-03-31\nspring,new_contacts,3,2025-03-31\n",
    "exchanges.csv": "time,from,to,kind,value\n2025-03-04,mill,radio,money,20\n",
  ]

  private func run(_ arguments: [String]) throws -> Outcome {
    try SampleFolder.with(Self.tables) { folder in try BuiltCommand.run(arguments + ["--quiet"], in: folder) }
  }

  private func document(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try run(arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(JSONSerialization.jsonObject(with: outcome.standardOutput) as? [String: Any])
  }

  @Test(
    arguments: [
      ["kpis", "data"], ["partnerships", "data"], ["partner", "data", "mill"], ["funnel", "data", "--by", "format"],
      ["attribution", "data", "--by", "partner"], ["attribution", "data", "--explain", "ada"], ["plan", "data"],
      ["partnerships", "data", "--with", "mill", "--compare", "radio,shop"],
    ], ["table", "csv", "markdown", "json"])
  func `every answer comes in every format`(arguments: [String], format: String) throws {
    let outcome = try run(arguments + ["--campaign", "spring", "--format", format])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.count > 50)
    #expect(outcome.errors.isEmpty)
    if format == "csv" { #expect(outcome.output.hasPrefix("campaign,table,key,label,figure,value")) }
    if format == "markdown" { #expect(outcome.output.hasPrefix("# ")) }
  }

  @Test func `missed targets give a status of their own, and the figures all the same`() throws {
    let missed = try run(["kpis", "data", "--campaign", "spring", "--fail-on", "missed"])
    #expect(missed.status == 3)
    #expect(missed.output.contains("missed"))
    #expect(missed.errors.contains("reach of spring"))
    #expect(!missed.errors.contains("new_contacts"))
    #expect(try run(["kpis", "data", "--campaign", "autumn", "--fail-on", "behind"]).status == 0)
  }

  @Test func `KPIs as counted by hand, with targets and what lacks them`() throws {
    let figures = try document(["kpis", "data", "--campaign", "spring"])
    let kpis = try #require(figures["kpis"] as? [[String: Any]])
    func kpi(_ id: String) -> [String: Any]? { kpis.first { $0["id"] as? String == id } }
    #expect(kpi("reach")?["value"] as? Int == 4)
    #expect(kpi("reach")?["status"] as? String == "missed")
    #expect(kpi("reach")?["attainment"] as? Double == 0.04)
    #expect(kpi("new_contacts")?["status"] as? String == "met")
    #expect(kpi("customers")?["value"] as? Int == 1)
    #expect(kpi("revenue")?["value"] as? Double == 49.9)
    #expect(kpi("revenue")?["unit"] as? String == "EUR")
    #expect(figures["targets_missing"] as? [String] == ["interaction", "transaction"])
  }

  @Test func `several campaigns stand side by side with their change`() throws {
    let campaigns = try #require(try document(["kpis", "data", "--all"])["campaigns"] as? [[String: Any]])
    let last = try #require(campaigns.last?["kpis"] as? [[String: Any]])
    #expect((last.first?["change"] as? [String: Any])?["absolute"] as? Double == -3)
    let table = try run(["kpis", "data", "--all"]).output
    #expect(table.contains("Spring") && table.contains("autumn") && table.contains("Change"))
    // What a share changed by is no share of anything.
    for (language, title, unit) in [
      ("en", "Network penetration", " points"), ("de", "Netzwerkdurchdringung", " Punkte"),
    ] {
      for format in ["table", "markdown"] {
        let text = try run(["kpis", "data", "--all", "--format", format, "--language", language]).output
        let line = try #require(text.split(separator: "\n").first { $0.contains(title) })
        #expect(line.contains(unit), "\(line)")
      }
    }
  }

  @Test func `an order is credited to what came before it`() throws {
    let figures = try document(["attribution", "data", "--campaign", "spring"])
    #expect(figures["conversions"] as? Int == 1)
    #expect(figures["value"] as? Double == 49.9)
    let rows = try #require(figures["rows"] as? [[String: Any]])
    // Ada read the letter, then shared the show; the order itself earns nothing.
    let linear = rows.map { ($0["conversions"] as? [String: Double])?["linear"] }
    #expect(rows.compactMap { $0["id"] as? String }.prefix(2) == ["letter", "show"])
    #expect(linear.prefix(2) == [0.5, 0.5])
    let lead = try document(["attribution", "data", "--campaign", "spring", "--lookback", "1"])
    #expect((lead["unattributed"] as? [String: Any])?["conversions"] as? Int == 1)
  }

  @Test func `the plan tells what was done, late and missed`() throws {
    let figures = try document(["plan", "data", "--campaign", "spring"])
    let plan = try #require(figures["plan"] as? [[String: Any]])
    #expect(plan.compactMap { $0["state"] as? String } == ["done", "late", "done"])
  }

  @Test(arguments: [
    ["attribution", "data", "--campaign", "spring", "--conversion", "orders"],
    ["attribution", "data", "--campaign", "spring", "--explain", "nobody"],
    ["attribution", "data", "--campaign", "spring", "--lookback", "0"], ["partner", "data", "mil", "--all"],
    ["partnerships", "data", "--with", "mill"], ["partnerships", "data", "--with", "mill", "--compare", "mill"],
    ["kpis", "data", "--all", "--fail-on", "always"],
    ["kpis", "data", "--campaign", "spring", "--segment", "private", "--fail-on", "missed"],
    ["kpis", "data", "--campaign", "spring", "--until", "2025-03-05", "--fail-on", "behind"],
    ["funnel", "data", "--all", "--by", "weather"],
    ["funnel", "data", "--campaign", "spring", "--list", "nothing"],
  ])
  func `wrong usage ends with 64`(arguments: [String]) throws {
    let outcome = try run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
  }

  @Test func `a partner may be named before its dataset`() throws {
    let one = try run(["partner", "data", "mill", "--campaign", "spring"]).output
    let other = try run(["partner", "mill", "data", "--campaign", "spring"]).output
    #expect(firstDifference(other, one) == nil)
  }
}
