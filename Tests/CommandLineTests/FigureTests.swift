import Foundation
import TestSupport
import Testing

/// What the analyses print.
struct FigureTests {
  private func document(_ arguments: [String]) throws -> [String: Any] {
    try SampleFolder.with { folder in
      let outcome = try BuiltCommand.run(arguments + ["--format", "json", "--quiet"], in: folder)
      return try #require(JSONSerialization.jsonObject(with: outcome.standardOutput) as? [String: Any])
    }
  }

  @Test func `new contacts as counted by hand`() throws {
    let figures = try document(["touchpoints", "data", "--campaign", "spring"])
    #expect(figures["schema"] as? String == "reefknot.touchpoints/1")
    #expect(figures["campaign"] as? String == "spring")
    // Ada, Bob and Cem; Dora was there before.
    #expect(figures["new_contacts"] as? Int == 3)
    // Ada and Bob each meet mill and radio, Cem meets shop, Dora meets radio (mill she knew).
    let new = try #require(figures["new_touchpoints"] as? [String: Int])
    #expect(new == ["total": 6, "own": 4, "foreign": 2])
    #expect(figures["single_brand_cost"] as? Double == 25)
  }

  @Test func `reach as counted by hand`() throws {
    let figures = try document(["reach", "data", "--campaign", "spring"])
    #expect(figures["reach"] as? Int == 4)
    #expect(figures["contacts_gross"] as? Int == 5)
    let regions = try #require(figures["regions"] as? [[String: Any]])
    #expect(regions.compactMap { $0["partners"] as? [String] } == [["radio"], ["mill", "radio"], ["shop"]])
  }

  @Test func `retention as counted by hand`() throws {
    let figures = try document(["retention", "data", "--campaign", "spring", "--cohort", "reached"])
    #expect(figures["cohort_size"] as? Int == 4)
    #expect((figures["stays"] as? [String: Any])?["count"] as? Int == 2)
    #expect(figures["ended"] as? String == "2025-04-01T00:00:00Z")
  }

  @Test func `several campaigns give a list`() throws {
    for arguments in [["--all"], ["--campaign", "spring,autumn"]] {
      let campaigns = try #require(try document(["reach", "data"] + arguments)["campaigns"] as? [[String: Any]])
      #expect(campaigns.compactMap { $0["campaign"] as? String } == ["spring", "autumn"])
    }
    let report = try document(["report", "data", "--all", "--sections", "touchpoints,retention"])
    #expect(report["schema"] as? String == "reefknot.report/1")
    let first = try #require((report["campaigns"] as? [[String: Any]])?.first)
    #expect(first["touchpoints"] != nil && first["reach"] == nil && first["retention"] != nil)
  }

  @Test func `a window without a campaign is measured too`() throws {
    let figures = try document(["reach", "data", "--from", "2025-03-03", "--until", "2025-03-06"])
    #expect(figures["campaign"] is NSNull)
    #expect(figures["contacts_gross"] as? Int == 3)
  }

  @Test func `filters narrow the figures`() throws {
    #expect(try document(["reach", "data", "--all", "--medium", "podcast"])["campaigns"] != nil)
    let level = try document(["reach", "data", "--campaign", "spring", "--level", "interaction"])
    #expect(level["reach"] as? Int == 1)
    let segment = try document(["reach", "data", "--campaign", "spring", "--segment", "private"])
    #expect(segment["reach"] as? Int == 2)
  }

  /// More contacts than one work item holds (4,096), and more rows than one block of the file.
  @Test func `the number of threads changes nothing`() throws {
    try TemporaryFolder.with { folder in
      let make = ["generate", "data", "--seed", "3", "--contacts", "9000", "--touchpoints", "40000", "--quiet"]
      #expect(try BuiltCommand.run(make, in: folder).status == 0)
      let arguments = ["report", "data", "--all", "--format", "json", "--quiet"]
      let one = try BuiltCommand.run(arguments + ["--threads", "1"], in: folder)
      #expect(one.status == 0 && one.standardOutput.count > 10_000)
      for threads in ["2", "8"] {
        let other = try BuiltCommand.run(arguments + ["--threads", threads], in: folder)
        #expect(firstDifference(other.standardOutput, one.standardOutput) == nil, "\(threads) threads")
      }
    }
  }

  @Test func `a count can be opened`() throws {
    #expect(
      try SampleFolder.output("touchpoints", "data", "--campaign", "spring", "--list", "new_contacts")
        == "ada\nbob\ncem\n")
    #expect(
      try SampleFolder.output("reach", "data", "--campaign", "spring", "--list", "organic_shares")
        == "2025-03-03T18:30:00Z\tada\tshow\trecipe\tshare\t\n")
    #expect(
      try SampleFolder.output(
        "touchpoints", "data", "--campaign", "spring", "--list", "new_contacts", "--format", "csv")
        == "contact\r\nada\r\nbob\r\ncem\r\n")
  }

  @Test func `bad rows are left out on request, and kept aside`() throws {
    let rows = "time,contact,channel,kind\n2025-03-01,ada,letter,open\n2025-03-02,bob,lettre,open\n"
    try SampleFolder.with(["touchpoints.csv": rows]) { folder in
      let outcome = try BuiltCommand.run(
        ["reach", "data", "--all", "--skip-invalid", "--rejects", "bad.csv"], in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("1 row left out"))
      let rejects = try String(contentsOf: folder.appending(path: "bad.csv"), encoding: .utf8)
      #expect(rejects.hasPrefix("file,line,reason,row\r\ntouchpoints.csv,3,"))
    }
  }
}
