import Foundation
import TestSupport
import Testing

/// One table of a document as CSV, for programs and for spreadsheets.
struct WideTableTests {
  private func run(_ options: String) throws -> Outcome {
    try BuiltCommand.run(
      ["reach", "graphs/kiez-kocht", "--quiet"] + options.split(separator: " ").map(String.init), in: Repository.root)
  }

  @Test func `a table has a row a row, and its figures are those of the list`() throws {
    let wide = try run("--table stacked")
    #expect(wide.status == 0, "\(wide.errors)")
    let rows = wide.output.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows[0] == ["partner", "gain", "cumulative"])
    // Biokorb reaches 141 contacts, the most; all thirteen together 496.
    #expect(rows[1] == ["biokorb", "141", "141"])
    #expect(rows.count == 14 && rows[13][2] == "496")
  }

  @Test func `for German spreadsheets there are semicolons, decimal commas and a byte-order mark`() throws {
    let outcome = try run("--table overlap --excel --language de")
    #expect(outcome.standardOutput.starts(with: [0xEF, 0xBB, 0xBF]))
    let line = try #require(outcome.output.split(separator: "\r\n").dropFirst().first)
    let cells = line.split(separator: ";")
    #expect(cells.count == 4 && cells[3].contains(",") && !cells[3].contains("."))
  }

  @Test func `a table that is not there is answered with those that are`() throws {
    let outcome = try run("--table stakced")
    #expect(outcome.status == 64 && outcome.errors.contains("stacked") && outcome.output.isEmpty)
    #expect(try run("--excel").status == 64)
    #expect(try run("--table stacked --format json").status == 64)
  }
}
