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

  /// The endings of files in each format.
  static let endings: KeyValuePairs<String, OutputFormat> = [
    "json": .json, "csv": .csv, "md": .markdown, "markdown": .markdown, "xlsx": .xlsx, "txt": .table,
  ]
}

/// How figures are shown, and where they go.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: "table, json, csv, markdown or xlsx, a workbook. (default: what the file's ending says, else table)")
  var chosenFormat: OutputFormat?

  @Option(name: .shortAndLong, help: "The file to write. (default: standard output)", completion: .file())
  var output: String?

  @Option(help: "The most rows of a list that a table shows; 0 for all. (default: 20 for table and markdown)")
  var rows: Int?

  @Flag(help: "Tell with each figure what it means.")
  var meanings = false

  @Option(help: "The language of tables and workbooks; that of a file is made by words.")
  var language = Language.english

  @Option(help: "Only this table, by its identifier, such as stacked, in CSV with a row a row and a column a column.")
  var table: String?

  @Flag(
    help: "CSV for spreadsheets: with --table, the separator and decimal sign of --language, and a byte-order mark.")
  var excel = false

  mutating func validate() throws {
    if excel, table == nil { throw ValidationError("--excel goes with --table.") }
    if table != nil {
      guard chosenFormat == nil || chosenFormat == .csv else { throw ValidationError("--table writes CSV.") }
      chosenFormat = .csv
    }
    if let rows, rows < 0 { throw ValidationError("--rows must not be negative.") }
    chosenFormat = try FileEnding.format(chosenFormat, of: output, by: OutputFormat.endings)
  }

  var format: OutputFormat { chosenFormat ?? .table }

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
