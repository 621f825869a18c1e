import Foundation
import TestSupport
import Testing

/// What a command line means, and what is refused instead of being taken for something else.
struct UsageTests {
  private func run(_ arguments: [String], _ tables: [String: String] = [:]) throws -> Outcome {
    try SampleFolder.with(tables) { try BuiltCommand.run(arguments, in: $0) }
  }

  @Test(arguments: [
    "kpis", "reach", "touchpoints", "retention", "partnerships", "funnel", "attribution", "plan", "report",
  ])
  func `a campaign that is given must be named`(command: String) throws {
    for value in ["", ",", " , "] {
      let outcome = try run([command, "data", "--campaign", value])
      #expect(outcome.status == 64, "\(value)")
      #expect(outcome.errors.contains("--campaign") && outcome.output.isEmpty, "\(outcome.errors)")
    }
    #expect(try run([command, "data", "--campaign="]).status == 64)
  }

  @Test(arguments: [
    ["reach", "data", "--all", "--output", ""], ["reach", "", "--all"], ["report", "data", "--all", "--sections", ","],
    ["reach", "data", "--campaign", "spring", "--order", ","],
    ["simulate", "data", "--campaign", "spring", "--without", ","],
    ["attribution", "data", "--all", "--conversion", ","],
  ]) func `nothing is called by an empty name`(arguments: [String]) throws {
    let outcome = try run(arguments)
    #expect(outcome.status == 64)
    #expect(!outcome.errors.isEmpty && outcome.output.isEmpty)
  }

  @Test(arguments: [
    (["report", "data", "--all", "-o", "x.svg"], ".svg"), (["reach", "data", "--all", "-o", "x.html"], ".html"),
    (["kpis", "data", "--all", "-o", "x.ods"], ".ods"), (["reach", "data", "--all", "-o", "x.json.gz"], ".gz"),
    (["report", "data", "--all", "--format", "json", "-o", "x.html"], "two formats"),
    (["reach", "data", "--all", "--format", "csv", "-o", "x.json"], "two formats"),
    (["diagram", "partners", "data", "--campaign", "spring", "--format", "png", "-o", "x.svg"], "two formats"),
    (["reach", "data", "--all", "--skip-invalid", "--rejects", "x.json"], ".json"),
    (["reach", "data", "--campaign", "spring", "-o", "r.doc"], ".doc"),
  ]) func `no file is written in another format than its ending says`(arguments: [String], words: String) throws {
    try SampleFolder.with { folder in
      let outcome = try BuiltCommand.run(arguments, in: folder)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["data"])
    }
  }

  @Test(arguments: [("x.json", "{"), ("x.csv", "campaign,"), ("x.md", "#"), ("x.txt", "Spring"), ("x", "Spring")])
  func `the ending picks the format`(file: String, start: String) throws {
    try SampleFolder.with { folder in
      let arguments = ["reach", "data", "--campaign", "spring", "--quiet", "-o", file]
      let outcome = try BuiltCommand.run(arguments, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      #expect(text.hasPrefix(start))
    }
  }

  @Test(arguments: [
    ["--campaign", "spring", "--from", "2025-04-01"], ["--campaign", "spring", "--until", "2025-03-01"],
    ["--all", "--from", "2025-06-01"], ["--campaign", "spring", "--from", "2025-03-05", "--until", "2025-03-05"],
  ]) func `a window apart from the campaign is refused`(options: [String]) throws {
    let outcome = try run(["reach", "data"] + options)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--from") || outcome.errors.contains("--until"))
  }

  @Test func `no campaign asks for a window of the whole log`() throws {
    let tables = [
      "campaigns.csv": "id,start,end,name\nspring,2025-03-01,2025-03-31,Spring\n",
      "contents.csv": "id,brands\nrecipe,mill\nadvert,shop\ntalk,radio\n",
    ]
    let options = ["reach", "data", "--from", "2025-09-01", "--until", "2025-10-01", "--format", "json", "--quiet"]
    #expect(try run(options, tables).status == 64)
    let outcome = try run(options + ["--no-campaign"], tables)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"reach\": 1,"), "\(outcome.output)")
  }

  @Test func `a campaign goes by a name that it alone bears`() throws {
    let byName = try run(["reach", "data", "--campaign", "Spring", "--format", "json", "--quiet"])
    let byID = try run(["reach", "data", "--campaign", "spring", "--format", "json", "--quiet"])
    #expect(byID.status == 0)
    #expect(firstDifference(byName.standardOutput, byID.standardOutput) == nil)
    let twins = ["campaigns.csv": "id,start,end,name\nspring,2025-03-01,2025-03-31,S\nautumn,2025-09-01,2025-09-30,S\n"]
    #expect(try run(["reach", "data", "--campaign", "S"], twins).status == 64)
  }

  @Test func `an engine that does not lay out is refused for DOT too`() throws {
    let outcome = try run(["diagram", "partners", "data", "--campaign", "spring", "--layout", "xyz"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("xyz") && outcome.errors.contains("neato"))
  }

  @Test func `a time zone that nobody knows is refused, with the nearest ones`() throws {
    let outcome = try run(["generate", "new", "--time-zone", "Berlin"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("--time-zone"))
  }

  @Test(arguments: [("--currency", "EURO", "EUR"), ("--currency", "eur", "EUR"), ("--effect", "5", "holdout")])
  func `generate refuses what no dataset can have`(option: String, value: String, advice: String) throws {
    let outcome = try run(["generate", "new", option, value])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(advice))
  }

  @Test func `threads beyond four a core are not started`() throws {
    let limited = try SampleFolder.with {
      // Each thread's stack would take eight megabytes of these two gigabytes.
      try Shell.run("ulimit -v 2000000; reefknot reach data --all --threads 100000 --quiet --format json", in: $0)
    }
    #expect(limited.status == 0, "\(limited.errors)")
    let free = try run(["reach", "data", "--all", "--quiet", "--format", "json"])
    #expect(firstDifference(limited.standardOutput, free.standardOutput) == nil)
  }

  @Test func `a campaign of more than a hundred years is an error, such a window is warned of`() throws {
    let tables = ["campaigns.csv": "id,start,end\nspring,1025-03-01,2025-03-31\n"]
    #expect(
      try run(["kpis", "data", "--campaign", "spring"], tables).errors.contains("more than 100 years after start"))
    let window = ["reach", "data", "--no-campaign", "--from"]
    #expect(try run(window + ["1025-01-01", "--until", "2025-12-31"]).errors.contains("hundred years"))
    #expect(try !run(window + ["2025-01-01", "--until", "2025-12-31"]).errors.contains("hundred years"))
  }

  @Test(arguments: [("--from", "2025-04-05", "after the end"), ("--until", "2025-03-01", "before the start")])
  func `a window in which no touch of the campaign can be is refused`(option: String, date: String, where place: String)
    throws
  {
    let outcome = try run(["reach", "data", "--campaign", "spring", option, date])
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(
      outcome.errors.contains("\(option) \(date) lies \(place) of campaign spring: no touch can be in that window"))
    let window = ["reach", "data", "--no-campaign", "--from", "2025-04-01", "--until", "2025-04-30"]
    #expect(try run(window).status == 0)
  }

  /// The campaign ends with March and the log goes on until December, with touches on 10 April, but not on the 5th.
  @Test(arguments: [
    ("2025-04-05", "2025-04-06", 65), ("2025-04-09", "2025-04-12", 64), ("2026-04-05", "2026-04-06", 64),
  ])
  func `a window beside the campaign is wrong usage, unless it is the data that are silent there`(
    from: String, until: String, status: Int32
  ) throws {
    let outcome = try run(["reach", "data", "--campaign", "spring", "--from", from, "--until", until])
    #expect(outcome.status == status && outcome.output.isEmpty)
    #expect(outcome.errors.contains("no touch can be in that window"), "\(outcome.errors)")
  }

  @Test(arguments: [
    ("--until", "0001-01-01", "Europe/Berlin"), ("--from", "9999-12-31T23:00", "America/New_York"),
  ])
  func `a time out of range in the dataset's zone is refused, not passed over`(
    option: String, time: String, zone: String
  ) throws {
    let tables = ["reefknot.yaml": "timezone: \(zone)\n"]
    let outcome = try run(["kpis", "data", "--campaign", "spring", option, time], tables)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("\(option) \(time) lies out of the years 0001 to 9999"), "\(outcome.errors)")
  }

  @Test func `a window is told in the dataset's time zone`() throws {
    let tables = ["reefknot.yaml": "timezone: Europe/Berlin\n"]
    let window = ["reach", "data", "--no-campaign", "--from", "2020-04-01", "--until", "2020-04-03"]
    #expect(
      try run(window, tables).errors.contains(
        "no touches in the window, 2020-04-01 to before 2020-04-03 (Europe/Berlin)")
    )
  }

  @Test func `with a filter targets are left out, and that is said`() throws {
    let tables = ["targets.csv": "campaign,kpi,value,due\nspring,reach,3,2025-03-31\n"]
    let kpis = ["kpis", "data", "--campaign", "spring", "--quiet"]
    let whole = try run(kpis, tables).output
    #expect(whole.contains("133.3 %") && !whole.contains("left out: they are held"))
    let filtered = try run(kpis + ["--medium", "newsletter"], tables).output
    #expect(!filtered.contains("133.3 %"))
    #expect(filtered.contains("Targets are left out: they are held against the whole campaign, without a filter."))
  }

  @Test(arguments: ["kpis", "reach", "report", "retention", "plan", "attribution"])
  func `without a touch there is no window, and none of 1970`(command: String) throws {
    let empty = [
      "touchpoints.csv": "time,contact,channel,kind\n", "campaigns.csv": "id,start,end\n",
      "contents.csv": "id,brands\n",
    ]
    let outcome = try run([command, "data"], empty)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("no touch") && outcome.output.isEmpty, "\(outcome.errors)")
    let named = try run([command, "data", "--from", "2025-01-01", "--until", "2025-02-01", "--quiet"], empty)
    #expect(named.status == 0)
    #expect(!named.output.contains("1970"))
  }
}
