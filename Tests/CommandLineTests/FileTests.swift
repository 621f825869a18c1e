import Foundation
import TestSupport
import Testing

/// Commands that make files: reports, diagrams, datasets.
struct FileTests {
  @Test func `diagrams come in the format of the file's ending`() throws {
    try SampleFolder.with { folder in
      let starts = ["svg": "<?xml", "png": "\u{89}PNG", "pdf": "%PDF", "dot": "graph", "gv": "graph"]
      for (ending, start) in starts.sorted(by: { $0.key < $1.key }) {
        let outcome = try BuiltCommand.run(
          ["diagram", "partners", "data", "--campaign", "spring", "--quiet", "-o", "view.\(ending)"], in: folder)
        #expect(outcome.status == 0, "\(ending): \(outcome.errors)")
        let data = try Data(contentsOf: folder.appending(path: "view.\(ending)"))
        #expect(data.starts(with: start.unicodeScalars.map { UInt8($0.value) }), "\(ending)")
      }
      for view in ["partners", "flow", "retention"] {
        let text = try BuiltCommand.run(["diagram", view, "data", "--campaign", "spring"], in: folder).output
        #expect(text.contains("graph \"\(view)\""))
      }
    }
  }

  @Test func `a report is one page, and says the headline figures`() throws {
    try SampleFolder.with { folder in
      let outcome = try BuiltCommand.run(["report", "data", "--all", "-o", "report.html"], in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("New contacts"))
      let page = try String(contentsOf: folder.appending(path: "report.html"), encoding: .utf8)
      #expect(page.hasPrefix("<!DOCTYPE html>"))
      #expect(page.contains("Spring"))
      let markdown = try BuiltCommand.run(
        ["report", "data", "--all", "--quiet", "-o", "report.md", "--pictures", "pictures"], in: folder)
      #expect(markdown.status == 0)
      #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "pictures").path).isEmpty)
    }
  }

  @Test func `a seed makes the same dataset again, whole`() throws {
    try TemporaryFolder.with { folder in
      let arguments = ["--seed", "7", "--touchpoints", "500"]
      #expect(try BuiltCommand.run(["generate", "a"] + arguments, in: folder).status == 0)
      #expect(try BuiltCommand.run(["generate", "b"] + arguments, in: folder).status == 0)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "a").path).sorted()
      #expect(files.contains("touchpoints.csv") && files.contains("reefknot.yaml"))
      for file in files {
        let first = try Data(contentsOf: folder.appending(path: "a/\(file)"))
        let second = try Data(contentsOf: folder.appending(path: "b/\(file)"))
        #expect(firstDifference(second, first) == nil, "\(file)")
      }
      #expect(try BuiltCommand.run(["check", "a"], in: folder).status == 0)
      let again = try BuiltCommand.run(["generate", "a", "--touchpoints", "300"], in: folder)
      #expect(again.status == 73)
      #expect(again.errors.contains("--force"))
      #expect(try BuiltCommand.run(["generate", "a", "--touchpoints", "300", "--force"], in: folder).status == 0)
      let rows = try String(contentsOf: folder.appending(path: "a/touchpoints.csv"), encoding: .utf8)
      #expect(rows.split(separator: "\n").count == 301)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a", "b"])
    }
  }

  @Test func `a check lists what a user should know`() throws {
    try SampleFolder.with(["plan.csv": "content,channel,colour\n", "extra.csv": "a\n"]) { folder in
      let outcome = try BuiltCommand.run(["check", "data"], in: folder)
      #expect(outcome.status == 0)
      for text in [
        "plan.csv:1: warning: column \"colour\" is unknown", "extra.csv: warning:", "ties.csv: note:",
        "reefknot.yaml: note: observed_until is not set",
      ] {
        #expect(outcome.output.contains(text), "\(text)")
      }
      let json = try BuiltCommand.run(["check", "data", "--format", "json"], in: folder)
      let document = try #require(JSONSerialization.jsonObject(with: json.standardOutput) as? [String: Any])
      #expect(document["schema"] as? String == "reefknot.check/1")
      #expect(document["errors"] as? Int == 0)
    }
  }
}
