import Foundation
import TestSupport
import Testing

/// What `check` finds in files, and what it writes anew.
struct CheckCommandTests {
  private func check(_ changes: [String: String], _ options: String = "") throws -> Outcome {
    try SampleFolder.with(changes) { folder in
      try BuiltCommand.run(["check", "data"] + options.split(separator: " ").map(String.init), in: folder)
    }
  }

  @Test func `all problems are told where all are asked for`() throws {
    let rows = (1...45).map { "2025-03-02,c\($0),nowhere\($0),open\n" }.joined()
    let touches = ["touchpoints.csv": "time,contact,channel,kind\n" + rows]
    func lines(_ options: String) throws -> Int {
      let outcome = try check(touches, options)
      #expect(outcome.status == 65)
      return outcome.output.split(separator: "\n").count { $0.contains("error: channel: \"nowhere") }
    }
    #expect(try lines("") == 20)
    #expect(try lines("--rows 0") == 45)
    #expect(try lines("--rows 30") == 30)
  }

  @Test func `contacts of the log that contacts.csv does not list are told`() throws {
    let outcome = try check(["contacts.csv": "id,name\n4711,Ann\n4712,Bob\n"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("touched contacts are not in contacts.csv"))
    #expect(outcome.output.contains("by different keys"))
    let few = try check([:]).output
    #expect(few.contains("2 of 5 touched contacts are not in contacts.csv") && !few.contains("by different keys"))
  }

  @Test func `a cleaned copy is written whole with its changes, or not at all`() throws {
    try SampleFolder.with(["ties.csv": "from;to;time\nada;bob;1.3.2025 9:30\n"]) { folder in
      func run(_ line: String) throws -> Outcome { try Shell.run("reefknot " + line, in: folder) }
      let outcome = try run("check data --fix new/clean")
      #expect(
        outcome.status == 0 && outcome.errors.contains("new/clean: a copy with 1 change, listed in its changes.log"))
      let text = try String(contentsOf: folder.appending(path: "new/clean/ties.csv"), encoding: .utf8)
      #expect(text == "from;to;time\nada;bob;2025-03-01 09:30:00\n")
      let list = try String(contentsOf: folder.appending(path: "new/clean/changes.log"), encoding: .utf8)
      #expect(list == "ties.csv:2: time: \"1.3.2025 9:30\" becomes \"2025-03-01 09:30:00\"\n")
      let figures = try run("kpis data --campaign spring --format json --quiet").output
      #expect(
        try run("kpis new/clean --campaign spring --format json --quiet").output.replacing(
          "\"clean\"", with: "\"data\"") == figures)
      let again = try run("check data --fix new/clean")
      #expect(again.status == 73 && again.errors.contains("is there already"))
      try Data("from,to\nada,\"bob\n".utf8).write(to: folder.appending(path: "data/ties.csv"))
      let broken = try run("check data --fix other")
      #expect(broken.status == 65 && broken.errors.contains("ties.csv:2: to: "))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["data", "new"])
    }
  }

  @Test func `an empty window is said by kpis`() throws {
    try SampleFolder.with([:]) { folder in
      let outcome = try BuiltCommand.run(
        ["kpis", "data", "--campaign", "spring", "--from", "2025-03-20", "--until", "2025-03-25"], in: folder)
      #expect(outcome.errors.contains("there are no touches in"))
    }
  }
}
