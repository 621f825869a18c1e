import CampaignAnalysis
import CampaignData
import CampaignFigures
import CampaignModel
import Presentation

/// The way of every analysis: read, resolve the scopes, measure, show.
struct AnalysisRun {
  var dataset: DatasetOptions
  var scope: ScopeOptions
  var output: OutputOptions
  /// The count to open instead of showing figures.
  var list: String?
  var persons: OperatorOptions
  /// Whether retention shows the baseline's survival too.
  var compares = false

  /// - Parameters:
  ///   - section: the only section that is measured and shown.
  ///   - options: what the command's own options ask for, given the dataset.
  func run(_ section: Section, options: (Dataset) throws -> AnalysisOptions) throws {
    let destination = try ByteOutput(path: output.output)
    var data =
      list == nil ? try dataset.readForFigures() : try persons.persons(in: dataset.read().dataset, "--list shows")
    let scopes = try scope.scopes(in: data)
    var settings = try options(data)
    settings.sections = section.measures
    settings.threads = dataset.threadCount
    if let list {
      guard scopes.count == 1 else { throw CommandFailure.usage("--list opens a count of one campaign") }
      try ListDocument(list, of: section, scopes[0], in: data, options: settings).write(output.format, to: destination)
      return try destination.finish()
    }
    let figures = try dataset.measured(&data, scopes: scopes, options: settings)
    var document = FigureDocument(data, figures, section: section, isList: scope.isList)
    if !dataset.quiet {
      for entry in figures { warnOfHistory(entry) }
      for scope in scopes {
        AnalysisRun.warnOfNoTouches(scope, in: data)
        AnalysisRun.warnOfLength(scope, in: data)
      }
    }
    document.comparesSurvival = compares
    document.write(output, to: destination)
    try destination.finish()
  }

  /// Says that there is nothing to measure; a log without any touch is told of when it is read.
  static func warnOfNoTouches(_ scope: Scope, in data: Dataset) {
    guard data.touchCount > 0, !data.hasTouches(in: scope) else { return }
    let what = scope.campaign.map { "campaign \(data.campaigns[$0].id)" } ?? "the window"
    StandardError.warn("there are no touches in \(what), \(data.window(of: scope)[.english])")
  }

  /// The longest window that a campaign is believed to have, a hundred years.
  private static let longest = 36_525 * Instant.millisecondsPerDay

  /// Says where a window is so long that one of its dates must be wrong.
  static func warnOfLength(_ scope: Scope, in data: Dataset) {
    let start = max(scope.start, scope.filter.from ?? scope.start)
    let end = min(scope.end, scope.filter.until ?? scope.end)
    guard end.milliseconds - start.milliseconds > longest else { return }
    let what = scope.campaign.map { "campaign \(data.campaigns[$0].id)" } ?? "the window"
    StandardError.warn(
      "\(what) lasts over a hundred years, \(data.window(of: scope)[.english]): is a date wrong?")
  }

  private func warnOfHistory(_ entry: ScopeFigures) {
    guard let days = entry.touchpoints?.historyDays, days < 30 else { return }
    let history = NumberText.fixed(days, decimals: 0)
    StandardError.warn(
      days < 0
        ? "the touches begin after the campaign did: contacts from earlier times count as new"
        : "only \(history) \(history == "1" ? "day" : "days") of touches before the start: contacts from earlier times may "
          + "count as new")
  }
}

extension TableDocument {
  /// Writes every figure in one list, or one table as it is shown.
  ///
  /// - Parameter spreadsheet: the language in which a spreadsheet reads the table; nil for plain CSV.
  func writeCSV(_ options: TableOptions, table: String?, spreadsheet: Language?, to output: ByteOutput) {
    guard let table else { return output.write(csv(options)) }
    let parts = parts(options)
    let dialect: WideCSV.Dialect = spreadsheet.map { .spreadsheet($0) } ?? .plain
    guard let bytes = WideCSV.bytes(of: parts.map { ($0.campaign, $0.tables) }, table: table, dialect) else {
      var known: [String] = []
      for part in parts { for table in part.tables where !known.contains(table.id) { known.append(table.id) } }
      return output.fail(
        CommandFailure.usage(Suggestion.message("table", table, known: known, option: "--table")))
    }
    output.write(bytes)
  }

  /// Writes the document in the format asked for.
  func write(_ options: OutputOptions, to output: ByteOutput) {
    switch options.format {
    case .json: writeJSON(isPretty: true) { output.write($0) }
    case .table: output.write(text(options.terminalTable, options.tableOptions))
    case .markdown: output.write(markdown(options.tableOptions, language: options.language))
    case .csv:
      writeCSV(
        options.tableOptions, table: options.table, spreadsheet: options.excel ? options.language : nil, to: output)
    case .xlsx: writeWorkbook(options.tableOptions, language: options.language, to: output)
    }
  }
}
