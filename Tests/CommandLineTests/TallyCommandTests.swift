import Foundation
import TestSupport
import Testing

/// `tally`, `merge` and `--tallies`: the same answers from parts as from the whole.
struct TallyCommandTests {
  private static let commands = [
    ["report", "data", "--all", "--format", "json"], ["report", "data", "--all", "--format", "markdown"],
    ["kpis", "data", "--all", "--format", "csv"], ["touchpoints", "data", "--all"],
    ["reach", "data", "--campaign", "spring", "--format", "json"], ["retention", "data", "--all", "--sensitivity"],
    ["retention", "data", "--all", "--cohort", "reached", "--format", "json"], ["partnerships", "data", "--all"],
    ["partner", "data", "mill", "--all", "--format", "json"], ["funnel", "data", "--all", "--format", "json"],
    ["attribution", "data", "--all", "--format", "json"], ["plan", "data", "--all", "--format", "json"],
    ["diagram", "partners", "data", "--campaign", "spring"], ["diagram", "knots", "data", "--campaign", "spring"],
    ["diagram", "flow", "data", "--campaign", "spring"], ["diagram", "retention", "data", "--campaign", "spring"],
    ["diagram", "communities", "data", "--campaign", "spring"], ["rank", "data", "--all"],
    ["rank", "data", "--all", "--projection", "given"], ["simulate", "data", "--all", "--best", "2"],
    ["simulate", "data", "--all", "--best", "2", "--by", "new-contacts"],
    ["simulate", "data", "--all", "--without", "mill,radio", "--format", "json"],
  ]

  private static let tables = [
    "ties.csv": "from,to,kind,time\nada,bob,refers,2025-03-02\nbob,zoe,refers,2025-03-09\nada,cem,knows,\n",
    "plan.csv": "content,channel,due\nrecipe,letter,2025-03-01\nrecipe,show,2025-03-09\n",
    "targets.csv": "campaign,kpi,value,due\nspring,new_contacts,3,2025-03-04\n",
  ]

  /// Tallies a folder in parts, and merges them.
  private static func tally(_ folder: URL, parts: Int, _ options: [String] = []) throws {
    for part in 1...parts {
      let outcome = try BuiltCommand.run(
        ["tally", "data", "--shard", "\(part)/\(parts)", "-o", "\(part).tally", "--quiet"] + options, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let files = (1...parts).reversed().map { "\($0).tally" }
    let outcome = try BuiltCommand.run(["merge"] + files + ["-o", "all.tally"], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private static func expectSame(_ folder: URL, _ commands: [[String]] = commands) throws {
    for command in commands {
      let whole = try BuiltCommand.run(command + ["--quiet"], in: folder)
      let parts = try BuiltCommand.run(command + ["--quiet", "--tallies", "all.tally"], in: folder)
      #expect(whole.status == 0 && parts.status == 0, "\(command): \(whole.errors)\(parts.errors)")
      #expect(firstDifference(parts.standardOutput, whole.standardOutput) == nil, "\(command)")
    }
  }

  @Test(arguments: [1, 3, 9], ["", "minimum_group: 3\n"])
  func `every command answers from parts as from the whole`(parts: Int, group: String) throws {
    let settings = "currency: EUR\ncost_per_contact: 12.5\n\(group)"
    try SampleFolder.with(Self.tables.merging(["reefknot.yaml": settings]) { $1 }) { folder in
      try Self.tally(folder, parts: parts, ["--without", "mill,radio"])
      try Self.expectSame(folder)
    }
  }

  @Test func `parts that are datasets of their own do as well, one of them without anyone`() throws {
    let tables = Self.tables.merging(["reefknot.yaml": "observed_until: 2025-12-31\n"]) { $1 }
    try SampleFolder.with(tables) { folder in
      let files = FileManager.default
      for (part, names) in [["ada", "bob"], ["cem", "dora"], [], ["eli"]].enumerated() {
        let place = folder.appending(path: "part\(part)")
        try files.copyItem(at: folder.appending(path: "data"), to: place)
        for (file, column) in [("touchpoints.csv", 1), ("contacts.csv", 0)] {
          let text = try String(contentsOf: place.appending(path: file), encoding: .utf8)
          let rows = text.split(separator: "\n").enumerated().filter { line, row in
            line == 0 || names.contains(String(row.split(separator: ",")[column]))
          }
          try Data((rows.map { String($0.element) }.joined(separator: "\n") + "\n").utf8)
            .write(to: place.appending(path: file))
        }
        let outcome = try BuiltCommand.run(
          [
            "tally", "part\(part)", "--first-touch", "2025-01-05T10:00:00Z", "-o", "\(part).tally", "--without",
            "mill,radio",
          ],
          in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      let files2 = ["0.tally", "1.tally", "2.tally", "3.tally"]
      #expect(try BuiltCommand.run(["merge"] + files2 + ["-o", "all.tally"], in: folder).status == 0)
      try files.removeItem(at: folder.appending(path: "data/contacts.csv"))
      try files.removeItem(at: folder.appending(path: "data/ties.csv"))
      let touches = folder.appending(path: "data/touchpoints.csv")
      let kept = try Data(contentsOf: touches)
      try files.removeItem(at: touches)
      let counted = try BuiltCommand.run(
        ["report", "data", "--all", "--format", "json", "--tallies"] + files2, in: folder)
      #expect(counted.status == 0, "\(counted.errors)")
      try kept.write(to: touches)
      for name in ["contacts.csv", "ties.csv"] {
        let text = SampleFolder.tables[name] ?? Self.tables[name] ?? ""
        try Data(text.utf8).write(to: folder.appending(path: "data/\(name)"))
      }
      let whole = try BuiltCommand.run(["report", "data", "--all", "--format", "json"], in: folder)
      #expect(firstDifference(counted.standardOutput, whole.standardOutput) == nil)
      try Self.expectSame(folder)
    }
  }

  @Test(arguments: [3, 8])
  func `the sample of the repository gives the same report`(parts: Int) throws {
    let folder = try TemporaryFolder([:])
    try withExtendedLifetime(folder) {
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "graphs/kiez-kocht"), to: folder.url.appending(path: "data"))
      try Self.tally(folder.url, parts: parts, ["--by", "partner", "--intervals"])
      try Self.expectSame(
        folder.url,
        [
          ["report", "data", "--all", "--format", "json"], ["report", "data", "--all", "--format", "html"],
          ["kpis", "data", "--all", "--intervals", "--format", "json"],
          ["funnel", "data", "--all", "--by", "partner", "--intervals"],
          ["attribution", "data", "--all", "--by", "partner", "--intervals"],
          ["partner", "data", "gusstopf", "--all"], ["reach", "data", "--all", "--intervals"],
        ])
    }
  }

  @Test func `what was not tallied is refused, and what counts do not tell`() throws {
    try SampleFolder.with { folder in
      try Self.tally(folder, parts: 2)
      for (arguments, status, text) in [
        (["retention", "data", "--all", "--days", "7"], 64 as Int32, "tally with the same options"),
        (["funnel", "data", "--all", "--by", "channel"], 64, "tally with the same options"),
        (["reach", "data", "--all", "--medium", "podcast"], 64, "tally with the same options"),
        (["reach", "data", "--campaign", "spring", "--list", "reach"], 64, "the contacts themselves"),
        (["contact", "data", "ada"], 64, "the contacts themselves"),
        (["rank", "data", "--projection", "channels", "--campaign", "spring"], 64, "the contacts themselves"),
        (["check", "data"], 64, "the contacts themselves"),
        (["simulate", "data", "--with", "mill", "--all"], 64, "the contacts"),
      ] {
        let outcome = try BuiltCommand.run(arguments + ["--tallies", "all.tally"], in: folder)
        #expect(outcome.status == status && outcome.errors.contains(text), "\(arguments): \(outcome.errors)")
        #expect(outcome.output.isEmpty)
      }
    }
  }

  @Test func `parts that are missing, given twice, foreign or damaged are refused`() throws {
    try SampleFolder.with { folder in
      try Self.tally(folder, parts: 3)
      func errors(_ arguments: [String]) throws -> String {
        let outcome = try BuiltCommand.run(arguments, in: folder)
        #expect(outcome.status == 65, "\(arguments): \(outcome.errors)")
        return outcome.errors
      }
      #expect(try errors(["kpis", "data", "--all", "--tallies", "1.tally", "3.tally"]).contains("shard 2 is missing"))
      #expect(try errors(["merge", "1.tally", "2.tally", "1.tally", "-o", "x"]).contains("counted already"))
      #expect(try errors(["merge", "all.tally", "2.tally", "-o", "x"]).contains("counted already"))
      let file = folder.appending(path: "2.tally")
      var bytes = try Data(contentsOf: file)
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: folder.appending(path: "bad.tally"))
      #expect(try errors(["merge", "1.tally", "bad.tally", "-o", "x"]).contains("checksum"))
      #expect(try errors(["merge", "data/partners.csv", "-o", "x"]).contains("is no tally file"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "x").path))
      let contents = "id,brands,campaign\nrecipe,mill;radio,spring\nadvert,shop,autumn\ntalk,radio,autumn\n"
      try Data(contents.utf8).write(to: folder.appending(path: "data/contents.csv"))
      #expect(try errors(["kpis", "data", "--all", "--tallies", "all.tally"]).contains("contents.csv differs"))
    }
  }

  @Test func `a part has to be told what only the whole log knows`() throws {
    try SampleFolder.with { folder in
      let unknown = try BuiltCommand.run(["tally", "data", "-o", "x.tally"], in: folder)
      #expect(unknown.status == 64 && unknown.errors.contains("--observed-until"))
      let told = try BuiltCommand.run(
        ["tally", "data", "--observed-until", "2025-12-01T00:00:00Z", "-o", "x.tally"], in: folder)
      #expect(told.status == 0, "\(told.errors)")
      let window = try BuiltCommand.run(
        ["tally", "data", "--observed-until", "2025-12-31", "--no-campaign", "-o", "y.tally"], in: folder)
      #expect(window.status == 64 && window.errors.contains("--first-touch"))
      let late = try BuiltCommand.run(
        ["tally", "data", "--observed-until", "2025-12-31", "--first-touch", "2025-02-01", "-o", "y.tally"], in: folder)
      #expect(late.status == 65 && late.errors.contains("--first-touch"))
    }
  }
}
