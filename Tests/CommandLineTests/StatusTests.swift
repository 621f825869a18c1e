import Foundation
import TestSupport
import Testing

/// Exit statuses, and what is left behind when something fails.
struct StatusTests {
  private func run(
    _ arguments: [String], _ tables: [String: String] = [:]
  ) throws -> (outcome: Outcome, files: [String]) {
    try SampleFolder.with(tables) { folder in
      let outcome = try BuiltCommand.run(arguments, in: folder)
      return (outcome, try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted())
    }
  }

  @Test(arguments: [
    ["--help"], ["--version"], ["touchpoints", "--help"], ["reach", "data", "--campaign", "spring"], ["check", "data"],
  ]) func `what works ends with 0`(arguments: [String]) throws {
    let (outcome, _) = try run(arguments)
    #expect(outcome.status == 0)
    #expect(!outcome.output.isEmpty)
  }

  @Test(arguments: [
    ["nonsense"], ["reach"], ["reach", "data", "--format", "pdf"], ["reach", "data", "--nonsense"],
    ["reach", "data", "--threads", "0"], ["reach", "data", "--from", "yesterday", "--all"],
    ["reach", "data", "--until", "2025-01-01", "--from", "2025-02-01"], ["retention", "data", "--all", "--days", "0"],
    ["reach", "data", "--all", "--campaign", "spring"], ["reach", "data", "--campaign", "sprang"], ["reach", "data"],
    ["reach", "data", "--all", "--medium", "letters"], ["reach", "data", "--all", "--segment", "x"],
    ["reach", "data", "--campaign", "spring", "--brand", "mil"], ["reach", "data", "--all", "--list", "reach"],
    ["reach", "data", "--campaign", "spring", "--list", "nothing"], ["diagram", "partners", "data", "-o", "x.bmp"],
    ["diagram", "partners", "data", "--campaign", "spring", "--layout", "nothing", "-o", "x.svg"],
    ["report", "data", "--all", "--sections", "nothing"], ["reach", "data", "--rejects", "r.csv"],
    ["generate", "new", "--touchpoints", "0"], ["generate", "new", "--start", "soon"],
  ]) func `wrong usage ends with 64 and leaves no file`(arguments: [String]) throws {
    let (outcome, files) = try run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
    #expect(files == ["data"])
  }

  @Test func `bad data ends with 65 and names file and line`() throws {
    let broken = [
      "touchpoints.csv": "time,contact,channel,kind\n2025-03-01,ada,letter,open\n2025-03-02,bob,lettre,open\n"
    ]
    let (outcome, files) = try run(["reach", "data", "-o", "out.txt"], broken)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("touchpoints.csv:3: channel: \"lettre\""))
    #expect(files == ["data"])
    let check = try run(["check", "data", "--format", "json"], broken).outcome
    #expect(check.status == 65)
    #expect(check.output.contains("\"file\": \"touchpoints.csv\", \"line\": 3"))
  }

  @Test func `input that is not there ends with 66`() throws {
    #expect(try run(["reach", "nowhere"]).outcome.status == 66)
    #expect(try run(["check", "nowhere"]).outcome.status == 66)
    try SampleFolder.with { folder in
      try FileManager.default.removeItem(at: folder.appending(path: "data/channels.csv"))
      let outcome = try BuiltCommand.run(["reach", "data"], in: folder)
      #expect(outcome.status == 66)
      #expect(outcome.errors.contains("channels.csv"))
    }
  }

  @Test func `output that cannot be written ends with 73`() throws {
    for output in ["nowhere/out.json", "/dev/full", "data"] {
      let (outcome, files) = try run(["reach", "data", "--all", "--quiet", "--format", "json", "-o", output])
      #expect(outcome.status == 73, "\(output)")
      #expect(outcome.errors.contains(output))
      #expect(files == ["data"])
    }
    #expect(try run(["generate", "data"]).outcome.status == 73)
  }

  @Test func `a full disk behind standard output ends with 74`() throws {
    try SampleFolder.with { folder in
      for command in ["reach data --all", "report data --all", "reach data --all --format json", "check data"] {
        let run = try Shell.run("reefknot \(command) --quiet > /dev/full", in: folder)
        #expect(run.status == 74, "\(command)")
      }
    }
  }

  @Test func `a closed pipe ends quietly`() throws {
    try SampleFolder.with { folder in
      let line = "reefknot report data --all --quiet | true; echo ${PIPESTATUS[0]}"
      let run = try Shell.run(line, in: folder)
      #expect(run.output == "0\n")
      #expect(run.errors.isEmpty)
    }
  }

  @Test func `a failed run leaves an older output as it was`() throws {
    try SampleFolder.with { folder in
      let file = folder.appending(path: "out.json")
      try Data("old".utf8).write(to: file)
      #expect(try BuiltCommand.run(["reach", "data", "--campaign", "x", "-o", "out.json"], in: folder).status == 64)
      #expect(try Data(contentsOf: file) == Data("old".utf8))
      let new = try BuiltCommand.run(["reach", "data", "--all", "--format", "json", "-o", "out.json"], in: folder)
      #expect(new.status == 0)
      #expect(new.output.isEmpty)
      #expect(try Data(contentsOf: file).starts(with: Data("{".utf8)))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["data", "out.json"])
    }
  }

  @Test func `what is not there is answered with what is near`() throws {
    #expect(try run(["reach", "data", "--campaign", "sprign"]).outcome.errors.contains("spring"))
    #expect(try run(["reach", "data"]).outcome.errors.contains("spring, autumn"))
    #expect(try run(["reach", "data", "--all", "--brand", "mil"]).outcome.errors.contains("mill"))
    #expect(
      try run(["reach", "data", "--campaign", "spring", "--list", "exclusiv:mill"]).outcome.errors
        .contains("exclusive:PARTNER"))
  }
}
