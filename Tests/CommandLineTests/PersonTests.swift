import Foundation
import TestSupport
import Testing

/// Single persons where small groups are protected: shown to the operator alone.
struct PersonTests {
  private static let protected = ["reefknot.yaml": "minimum_group: 2\n", "ties.csv": "from,to\nada,bob\nbob,dora\n"]

  /// Every way to see a single person.
  static let commands: [[String]] = [
    ["contact", "data", "ada"], ["reach", "data", "--campaign", "spring", "--list", "reach"],
    ["touchpoints", "data", "--campaign", "spring", "--list", "new_contacts"],
    ["retention", "data", "--campaign", "spring", "--list", "stays"],
    ["partnerships", "data", "--campaign", "spring", "--list", "interactions"],
    ["funnel", "data", "--campaign", "spring", "--list", "visitors"],
    ["attribution", "data", "--campaign", "spring", "--list", "null_paths"],
    ["attribution", "data", "--campaign", "spring", "--explain", "ada"],
    ["reach", "data", "--within", "1", "--node", "ada"],
    ["reach", "data", "--within", "1", "--via", "mill", "--list", "contacts"],
    ["export", "data", "--projection", "ties", "--format", "edgelist"],
    ["export", "data", "--projection", "channels", "--campaign", "spring", "--format", "edgelist"],
    ["diagram", "ties", "data"], ["diagram", "reach", "data", "--node", "ada"],
    ["diagram", "contact", "data", "--node", "ada"],
  ]

  @Test func `a check names contacts to the operator alone, and tells no number of few`() throws {
    let tables = [
      "contacts.csv": "id,name\nada,Ada\nbob,Bob\ncem,Cem\neli,Eli\n", "reefknot.yaml": "minimum_group: 2\n",
      "touchpoints.csv": (SampleFolder.tables["touchpoints.csv"] ?? "")
        + "2025-03-07T12:00:00Z,Ada,show,listen,recipe\n",
    ]
    try SampleFolder.with(tables) { folder in
      let shown = try BuiltCommand.run(["check", "data"], in: folder).output
      #expect(shown.contains("Fewer than 2 contacts count several times"))
      #expect(
        shown.contains("2 of 6 touched contacts are not in contacts.csv") && shown.contains("--operator names them"))
      #expect(!shown.contains("ada") && !shown.contains("dora"))
      let operated = try BuiltCommand.run(["check", "data", "--operator"], in: folder).output
      #expect(operated.contains("1 contact counts several times") && operated.contains("Ada = ada"))
      #expect(operated.contains("them: Ada, dora."))
    }
  }

  @Test(arguments: commands) func `single persons are refused where groups are protected`(arguments: [String]) throws {
    try SampleFolder.with(Self.protected) { folder in
      let refused = try BuiltCommand.run(arguments + ["--quiet"], in: folder)
      #expect(refused.status == 64)
      #expect(refused.errors.contains("--operator") && refused.output.isEmpty, "\(refused.errors)")
      let shown = try BuiltCommand.run(arguments + ["--quiet", "--operator"], in: folder)
      #expect(shown.status == 0, "\(shown.errors)")
      #expect(["ada", "Ada"].contains { shown.output.contains($0) }, "\(shown.output)")
    }
  }

  @Test(arguments: commands) func `nothing is refused where no group is protected`(arguments: [String]) throws {
    try SampleFolder.with(["ties.csv": "from,to\nada,bob\nbob,dora\n"]) { folder in
      let outcome = try BuiltCommand.run(arguments + ["--quiet"], in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test func `networks show nodes of contacts by rank to the operator alone`() throws {
    try SampleFolder.with(Self.protected) { folder in
      let arguments = ["rank", "data", "--projection", "ties", "--format", "json", "--quiet"]
      let plain = try BuiltCommand.run(arguments, in: folder)
      #expect(!plain.output.contains("\"ada\""))
      let shown = try BuiltCommand.run(arguments + ["--operator"], in: folder)
      #expect(shown.output.contains("\"ada\""))
    }
  }

  /// The operator sees persons; figures of groups stay withheld, since documents are handed on.
  @Test func `partners' figures stay withheld for the operator`() throws {
    try SampleFolder.with(["reefknot.yaml": "minimum_group: 100\n"]) { folder in
      let arguments = [
        "export", "data", "--campaign", "spring", "--projection", "overlap", "--format", "edgelist", "--quiet",
      ]
      let plain = try BuiltCommand.run(arguments, in: folder)
      #expect(plain.status == 0)
      let operators = try BuiltCommand.run(arguments + ["--operator"], in: folder)
      #expect(firstDifference(operators.standardOutput, plain.standardOutput) == nil)
    }
  }

  @Test func `help says what two documents tell together`() throws {
    let help = try SampleFolder.with { try BuiltCommand.run(["--help"], in: $0).output }
    #expect(help.contains("minimum_group") && help.contains("--operator") && help.contains("filters"))
  }

  @Test(arguments: [
    ("reefknot.yml", "minimum_group: 100\n"), ("Reefknot.yaml", "minimum_group: 100\n"),
    ("reefknot.yaml", "minimal_group: 100\n"),
  ]) func `a misspelt setting is refused by every command`(file: String, text: String) throws {
    try SampleFolder.with { folder in
      try FileManager.default.removeItem(at: folder.appending(path: "data/reefknot.yaml"))
      try Data(text.utf8).write(to: folder.appending(path: "data/\(file)"))
      let commands = [
        ["kpis", "data", "--all"], ["reach", "data", "--all", "--quiet"], ["check", "data"],
        ["contact", "data", "ada"],
        ["report", "data", "--all"], ["export", "data", "--all", "--format", "edgelist"], ["plan", "data", "--all"],
      ]
      for command in commands {
        let outcome = try BuiltCommand.run(command, in: folder)
        #expect(outcome.status == 65, "\(command)")
        #expect((outcome.errors + outcome.output).contains("reefknot.yaml"), "\(command): \(outcome.errors)")
      }
    }
  }

  @Test func `a setting is matched like a header`() throws {
    try SampleFolder.with(["reefknot.yaml": "Minimum-Group: 100\n"]) { folder in
      let outcome = try BuiltCommand.run(
        ["reach", "data", "--campaign", "spring", "--format", "json", "--quiet"], in: folder)
      #expect(outcome.output.contains("\"reach\": null"))
    }
  }
}
