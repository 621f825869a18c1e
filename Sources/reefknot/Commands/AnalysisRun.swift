import CampaignAnalysis
import CampaignData
import CampaignModel
import Presentation

/// The way of every analysis: read, resolve the scopes, measure, show.
struct AnalysisRun {
  var dataset: DatasetOptions
  var scope: ScopeOptions
  var output: OutputOptions
  /// The count to open instead of showing figures.
  var list: String?
  /// Whether retention shows the baseline's survival too.
  var compares = false

  /// - Parameters:
  ///   - section: the only section that is measured and shown.
  ///   - options: what the command's own options ask for, given the dataset.
  func run(_ section: DocumentSection, options: (Dataset) throws -> AnalysisOptions) throws {
    let destination = try ByteOutput(path: output.output)
    let data = try dataset.read().dataset
    let scopes = try scope.scopes(in: data)
    var settings = try options(data)
    settings.sections = section.measures
    settings.threads = dataset.threadCount
    if let list {
      guard scopes.count == 1, let part = Section.allCases.first(where: { $0.id == section.rawValue }) else {
        throw CommandFailure.usage("--list opens a count of one campaign")
      }
      try ListDocument(list, of: part, scopes[0], in: data, options: settings).write(output.format, to: destination)
      return try destination.finish()
    }
    let figures = measure(data, scopes: scopes, options: settings)
    var document = FigureDocument(data, figures, section: section, isList: scope.isList)
    if !dataset.quiet {
      for entry in figures { warnOfHistory(entry) }
      for scope in scopes { AnalysisRun.warnOfNoTouches(scope, in: data) }
    }
    document.comparesSurvival = compares
    document.write(output, to: destination)
    try destination.finish()
  }

  /// Says that there is nothing to measure; a log without any touch is told of when it is read.
  static func warnOfNoTouches(_ scope: Scope, in data: Dataset) {
    let start = max(scope.start, scope.filter.from ?? scope.start)
    let end = min(scope.end, scope.filter.until ?? scope.end)
    guard data.log.count > 0, !data.log.touches.contains(where: { $0.time >= start && $0.time < end }) else { return }
    let what = scope.campaign.map { "campaign \(data.campaigns[$0].id)" } ?? "the window"
    StandardError.warn("there are no touches in \(what) from \(CivilDate(start)) until \(CivilDate(end)) (UTC)")
  }

  private func warnOfHistory(_ entry: ScopeFigures) {
    guard let days = entry.touchpoints?.historyDays, days < 30 else { return }
    StandardError.warn(
      "only \(NumberText.fixed(max(0, days), decimals: 0)) days of touches before the start: contacts from earlier "
        + "times may count as new")
  }
}

extension TableDocument {
  /// Writes the document in the format asked for.
  func write(_ options: OutputOptions, to output: ByteOutput) {
    switch options.format {
    case .json: writeJSON(isPretty: true) { output.write($0) }
    case .table: output.write(text(options.terminalTable, options.tableOptions))
    case .markdown: output.write(markdown(options.tableOptions))
    case .csv: output.write(csv(options.tableOptions))
    }
  }
}
