import ArgumentParser
import CampaignFigures
import Presentation

/// A format of figures.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
  case csv
  case markdown
  case xlsx
}

/// How figures are shown, and where they go.
struct OutputOptions: ParsableArguments {
  @Option(
    help: "table, json, csv, markdown or xlsx, a workbook. (default: xlsx where the file's name ends so, else table)")
  var format = OutputFormat.table

  @Option(name: .shortAndLong, help: "The file to write. (default: standard output)", completion: .file())
  var output: String?

  @Option(help: "The most rows of a list that a table shows; 0 for all. (default: 20 for table and markdown)")
  var rows: Int?

  @Flag(help: "Tell with each figure what it means.")
  var meanings = false

  @Option(help: "The language of tables and workbooks: en or de.")
  var language = Language.english

  mutating func validate() throws {
    if format == .table, output?.lowercased().hasSuffix(".xlsx") == true { format = .xlsx }
    if let rows, rows < 0 { throw ValidationError("--rows must not be negative.") }
  }

  /// How many rows tables show.
  var tableOptions: TableOptions {
    if let rows { return TableOptions(rowLimit: rows == 0 ? nil : rows) }
    return TableOptions(rowLimit: format == .csv || format == .xlsx ? nil : 20)
  }

  /// Tables for the window, or for a file.
  var terminalTable: TerminalTable {
    let isFile = output != nil && output != "-"
    return TerminalTable(
      width: isFile ? nil : Terminal.width, isColored: !isFile && Terminal.takesColor, explains: meanings,
      language: language)
  }
}
