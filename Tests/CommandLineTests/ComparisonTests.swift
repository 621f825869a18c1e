import Foundation
import TestSupport
import Testing

/// `report --compare`: what it holds a campaign against, and what it says of what it cannot.
struct ComparisonTests {
  private func run(_ arguments: [String], in folder: URL) throws -> Outcome {
    try BuiltCommand.run(["report", "data", "--campaign", "autumn", "--quiet"] + arguments, in: folder)
  }

  private func kpis(_ outcome: Outcome) throws -> [String: Any] {
    let document = try #require(JSONSerialization.jsonObject(with: outcome.standardOutput) as? [String: Any])
    let campaign = try #require((document["campaigns"] as? [[String: Any]])?.first)
    return try #require(campaign["kpis"] as? [String: Any])
  }

  @Test func `a campaign and the JSON of its report compare alike`() throws {
    try SampleFolder.with { folder in
      let spring = try BuiltCommand.run(
        ["report", "data", "--campaign", "spring", "--quiet", "-o", "spring.json"], in: folder)
      #expect(spring.status == 0)
      let byCampaign = try run(["--compare", "spring", "--format", "json"], in: folder)
      let byFile = try run(["--compare", "spring.json", "--format", "json"], in: folder)
      let kpis = try kpis(byFile)
      let other = try self.kpis(byCampaign)
      for member in ["compared_with", "kpis"] {
        #expect(try #require(kpis[member] as? NSObject) == #require(other[member] as? NSObject))
      }
      #expect((kpis["compared_with"] as? [String: Any])?["campaign"] as? String == "spring")
      let reach = try #require((kpis["kpis"] as? [[String: Any]])?.first)
      // Ada, Bob, Cem and Dora in spring.
      #expect(reach["earlier"] as? Int == 4)
      let now = try #require(reach["value"] as? Int)
      #expect((reach["change"] as? [String: Any])?["absolute"] as? Int == now - 4)
    }
  }

  @Test func `pages, Markdown and workbooks show the changes`() throws {
    try SampleFolder.with { folder in
      for (file, words) in [("r.html", "id=\"c1-changes\""), ("r.md", "## Compared with"), ("r.txt", "Compared with")] {
        #expect(try run(["--compare", "spring", "-o", file], in: folder).status == 0)
        #expect(try String(contentsOf: folder.appending(path: file), encoding: .utf8).contains(words), "\(file)")
      }
      #expect(try run(["--compare", "spring", "-o", "r.xlsx"], in: folder).status == 0)
      let listing = try Shell.run(
        "python3 -m zipfile -e r.xlsx x && cat x/xl/workbook.xml x/xl/sharedStrings.xml", in: folder)
      #expect(listing.output.contains("Compared with"))
    }
  }

  @Test func `one table of a report is written in wide form`() throws {
    try SampleFolder.with { folder in
      let changes = try run(["--compare", "spring", "--table", "changes"], in: folder)
      #expect(changes.status == 0 && changes.output.hasPrefix("figure,value,"), "\(changes.output)")
      let german = try run(["--compare", "spring", "--table", "changes", "--excel", "--language", "de"], in: folder)
      #expect(german.output.hasPrefix("\u{FEFF}Kennzahl;Jetzt;"), "\(german.output)")
      let unknown = try run(["--table", "nothing"], in: folder)
      #expect(unknown.status == 64 && unknown.errors.contains("--table"), "\(unknown.errors)")
      #expect(try run(["--table", "changes", "--format", "json"], in: folder).status == 64)
    }
  }

  @Test func `a campaign without touches is said to have none, in every format and on either side`() throws {
    let campaigns = (SampleFolder.tables["campaigns.csv"] ?? "") + "summer,2025-06-01,2025-06-20,Summer,mill\n"
    try SampleFolder.with(["campaigns.csv": campaigns]) { folder in
      let summer = ["report", "data", "--campaign", "summer", "--quiet"]
      #expect(try BuiltCommand.run(summer + ["-o", "summer.json"], in: folder).status == 0)
      for reference in ["summer", "summer.json"] {
        let kpis = try kpis(run(["--compare", reference, "--format", "json"], in: folder))
        let list = try #require(kpis["kpis"] as? [[String: Any]])
        let reach = try #require(list.first)
        #expect(reach["value"] as? Int == 1 && reach["earlier"] is NSNull)
        #expect((reach["change"] as? [String: Any])?["absolute"] is NSNull)
        let unknown = try #require(kpis["unknown"] as? [[String: Any]])
        let earlier = unknown.first { $0["figure"] as? String == "kpis.reach.earlier" }
        #expect(earlier?["state"] as? String == "undefined")
        for format in ["table", "markdown", "html"] {
          let text = try run(["--compare", reference, "--format", format], in: folder).output
            .replacing(/\s+/, with: " ")
          #expect(text.contains("No touch of Summer is counted"), "\(format)")
          #expect(!text.contains("class=\"detail earlier\""))
        }
        let csv = try run(["--compare", reference, "--table", "changes"], in: folder).output
        #expect(csv.split(separator: "\r\n").contains { $0.hasPrefix("Reach,1,,,undefined") }, "\(csv)")
      }
      let now = try kpis(BuiltCommand.run(summer + ["--compare", "spring", "--format", "json"], in: folder))
      let reach = try #require((now["kpis"] as? [[String: Any]])?.first)
      #expect(reach["value"] as? Int == 0 && reach["earlier"] as? Int == 4)
      #expect((reach["change"] as? [String: Any])?["absolute"] is NSNull)
      for format in ["table", "markdown", "html"] {
        let text = try BuiltCommand.run(summer + ["--compare", "spring", "--format", format], in: folder).output
        let sentence = format == "table" ? "No touch is counted here" : "hold no touch of this campaign"
        #expect(text.contains(sentence), "\(format): \(text.prefix(300))")
        #expect(!text.contains("Compared with"))
      }
      let beside = try BuiltCommand.run(["kpis", "data", "--all", "--quiet", "--format", "table"], in: folder).output
      #expect(beside.replacing(/\s+/, with: " ").contains("No touch of Summer is counted"), "\(beside)")
    }
  }

  @Test func `what cannot be compared is said`() throws {
    try SampleFolder.with { folder in
      try Data("{\"schema\": \"reefknot.reach/1\"}".utf8).write(to: folder.appending(path: "reach.json"))
      for (arguments, status, words) in [
        (["--compare", "winter"], 64, "and no file of that name"),
        (["--compare", "autumn"], 64, "not held against itself"),
        (["--compare", "reach.json"], 65, "reach.json:1:"),
        (["--compare", "spring", "--sections", "reach"], 64, "--sections"),
        (["--compare", "spring", "--partner", "mill"], 64, "--compare"),
        (["--compare", "reach.json", "-o", "reach.json"], 64, "must not replace"),
      ] as [([String], Int, String)] {
        let outcome = try run(arguments, in: folder)
        #expect(outcome.status == status && outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
      }
      let filtered = try BuiltCommand.run(
        ["kpis", "data", "--campaign", "spring", "--medium", "podcast", "--quiet", "-o", "podcast.json"], in: folder)
      #expect(filtered.status == 0, "\(filtered.errors)")
      let outcome = try run(["--compare", "podcast.json"], in: folder)
      #expect(outcome.status == 64 && outcome.errors.contains("another level, medium or segment"))
    }
  }
}
