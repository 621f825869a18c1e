import Foundation
import Presentation
import TestSupport
import Testing

/// How output looks on a terminal and elsewhere, with names that try to take it over.
struct PresentationTests {
  private let analyses = ["touchpoints", "reach", "retention", "kpis", "funnel", "attribution", "partnerships"]

  @Test func `a table says in plain words what was counted`() throws {
    let text = try SampleFolder.output("touchpoints", "data", "--campaign", "spring")
    let head = """
      Spring (spring) · 2025-03-01 until 2025-03-31 (UTC)

      New contacts and touchpoints
      Whom the campaign met for the first time.
      Figure                              Value    95 % interval
      ────────────────────────  ───────────────  ───────────────
      New contacts                            3
      New touchpoints                         6
      of them own                             4
      of them foreign                         2
      Network penetration       33.3 % (2 of 6)  9.7 % to 70.0 %

      """
    #expect(text.hasPrefix(head))
  }

  @Test(arguments: ["40", "60", "80", "200"]) func `no line is wider than the window`(columns: String) throws {
    try SampleFolder.with { folder in
      for command in analyses {
        let outcome = try BuiltCommand.run(
          [command, "data", "--all", "--quiet", "--meanings"], in: folder, environment: ["COLUMNS": columns])
        #expect(outcome.status == 0, "\(command): \(outcome.errors)")
        for line in outcome.output.split(separator: "\n") {
          #expect(DisplayWidth.of(String(line)) <= (Int(columns) ?? 0), "\(command): \(line)")
        }
      }
    }
  }

  @Test(arguments: ["table", "json", "csv", "markdown"])
  func `no format lets a name send an escape sequence`(format: String) throws {
    try SampleFolder.with { folder in
      for command in analyses {
        let outcome = try BuiltCommand.run([command, "data", "--all", "--quiet", "--format", format], in: folder)
        #expect(outcome.status == 0)
        #expect(!outcome.standardOutput.contains(0x1B), "\(command)")
      }
    }
  }

  @Test func `spreadsheets find no formula`() throws {
    let text = try SampleFolder.output("touchpoints", "data", "--campaign", "spring", "--format", "csv")
    for row in text.split(separator: "\r\n") {
      for cell in row.split(separator: ",") {
        #expect(!["=", "+", "-", "@", "\t"].contains(cell.first), "\(cell)")
      }
    }
    #expect(text.contains("'=cmd|'/c calc'!A0"))
  }

  @Test func `Markdown tables keep their shape`() throws {
    let text = try SampleFolder.output("reach", "data", "--campaign", "spring", "--format", "markdown")
    #expect(text.contains(#"Radio "Kiez" \| =1+1"#))
  }

  @Test func `nothing is colored that is no terminal`() throws {
    try SampleFolder.with { folder in
      let outcome = try BuiltCommand.run(
        ["reach", "data", "--all"], in: folder, environment: ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"])
      #expect(!outcome.standardOutput.contains(0x1B))
      #expect(!outcome.standardError.contains(0x1B))
    }
  }

  @Test func `every command tells its help with examples`() throws {
    let help = try SampleFolder.with { try BuiltCommand.run(["--help"], in: $0).output }
    for command in analyses + ["diagram", "report", "check", "generate"] {
      #expect(help.contains("  \(command) "), "\(command)")
      let own = try SampleFolder.with { try BuiltCommand.run([command, "--help"], in: $0) }
      #expect(own.status == 0)
      #expect(own.output.contains("EXAMPLES:"), "\(command)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `shells learn to complete`(name: String) throws {
    let outcome = try SampleFolder.with { try BuiltCommand.run(["--generate-completion-script", name], in: $0) }
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("touchpoints"))
  }
}
