import Foundation
import TestSupport
import Testing

/// What a report does in a browser: `check_page.py` opens it in headless Chromium.
struct PageInBrowserTests {
  /// Chromium, where there is one; `.ci/run` installs it.
  private static let chromium: String? = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/chromium-browser"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private func findings(_ arguments: [String], in root: URL = Repository.root) throws -> String {
    let chromium = try #require(PageInBrowserTests.chromium)
    return try TemporaryFolder.with { folder in
      let page = folder.appending(path: "page.html")
      let report = try BuiltCommand.run(["report"] + arguments + ["--quiet", "-o", page.path], in: root)
      #expect(report.status == 0, "\(report.errors)")
      let script = Repository.root.appending(path: "Tests/CommandLineTests/Browser/check_page.py").path
      let outcome = try Shell.run("python3 '\(script)' '\(chromium)' page.html", in: folder)
      return outcome.output + outcome.errors
    }
  }

  @Test(.enabled(if: chromium != nil, "Chromium is not installed: apt install chromium"))
  func `a report is silent, asks for nothing, fits every window and does what its controls say`() throws {
    #expect(try findings(["graphs/kiez-kocht"]) == "")
    #expect(try findings(["graphs/kiez-kocht", "--language", "de", "--theme", "dark"]) == "")
  }

  /// Partners, channels and campaigns are called by one word of three hundred wide letters.
  @Test(.enabled(if: chromium != nil, "Chromium is not installed: apt install chromium"))
  func `a report fits every window whatever things are called`() throws {
    try TemporaryFolder.with { folder in
      let sample = Repository.root.appending(path: "graphs/kiez-kocht")
      try FileManager.default.copyItem(at: sample, to: folder.appending(path: "data"))
      let script = """
        import csv
        for table in ["partners", "channels", "campaigns"]:
            with open(f"data/{table}.csv") as file:
                rows = list(csv.DictReader(file))
            if table == "campaigns":
                rows.append({**rows[0], "id": "next", "start": "2027-01-01", "end": "2027-02-01"})
            with open(f"data/{table}.csv", "w") as file:
                writer = csv.DictWriter(file, rows[0])
                writer.writeheader()
                writer.writerows({**row, "name": f"{place}{'W' * 300}"} for place, row in enumerate(rows))
        """
      try Data(script.utf8).write(to: folder.appending(path: "rename.py"))
      let renamed = try Shell.run("python3 rename.py", in: folder)
      #expect(renamed.status == 0, "\(renamed.errors)")
      #expect(try findings(["data", "--campaign", "kiez-kocht", "--compare", "next"], in: folder) == "")
    }
  }

  @Test(.enabled(if: chromium != nil, "Chromium is not installed: apt install chromium"))
  func `a report is printed to PDF`() throws {
    try TemporaryFolder.with { folder in
      let arguments = ["report", "graphs/southern-women", "--quiet", "-o", folder.appending(path: "report.pdf").path]
      let outcome = try BuiltCommand.run(arguments, in: Repository.root)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let bytes = try Data(contentsOf: folder.appending(path: "report.pdf"))
      #expect(bytes.starts(with: Data("%PDF-".utf8)) && bytes.count > 20_000)
    }
  }

  @Test func `without a browser a report in PDF says what to do`() throws {
    try TemporaryFolder.with { folder in
      let line =
        "PATH=/nonexistent '\(BuiltCommand.path.path)' report '\(Repository.root.path)/graphs/southern-women' -o r.pdf"
      let outcome = try Shell.run(line, in: folder)
      #expect(outcome.status == 70 && outcome.errors.contains("apt install chromium"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "r.pdf").path))
    }
  }
}
