import Foundation
import TestSupport
import Testing

/// Runs what the README shows and compares what it prints.
///
/// A fenced block of language `console` holds commands after `$ ` and what they print on standard output. Set
/// `REEFKNOT_UPDATE_README=1` to write the present output into the README instead; a person reads the change.
struct ReadmeTests {
  @Test func `the README's commands print what it shows`() throws {
    let old = try Repository.text("README.md")
    let new = try redrawn(old)
    if ProcessInfo.processInfo.environment["REEFKNOT_UPDATE_README"] != nil {
      try new.write(to: Repository.root.appending(path: "README.md"), atomically: true, encoding: .utf8)
    } else {
      #expect(old == new)
    }
    #expect(old.contains("```console"))
  }

  /// The README with the output of its commands made anew, in a copy of the folder with the sample datasets.
  private func redrawn(_ text: String) throws -> String {
    try TemporaryFolder.with { folder in
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "graphs"), to: folder.appending(path: "graphs"))
      var lines: [String] = []
      var isConsole = false
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("```") { isConsole = line == "```console" }
        if !isConsole || line.hasPrefix("```") {
          lines.append(String(line))
        } else if line.hasPrefix("$ ") {
          lines.append(String(line))
          lines += try output(of: String(line.dropFirst(2)), in: folder)
        }
      }
      return lines.joined(separator: "\n")
    }
  }

  /// The lines that a command of the README prints on standard output.
  private func output(of line: String, in folder: URL) throws -> [String] {
    let outcome = try Shell.run(line, in: folder)
    #expect(outcome.status == 0, "\(line)\n\(outcome.errors)")
    var lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
