import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignFigures
import CampaignModel
import Foundation
import GraphvizRendering
import Presentation
import Reporting

/// A format of a whole report.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case html
  case markdown
  case json
  case csv
  case table

  /// The format that a file's ending asks for.
  init?(ending path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[dot...].dropFirst().lowercased() {
    case "html", "htm": self = .html
    case "md", "markdown": self = .markdown
    case "json": self = .json
    case "csv": self = .csv
    case "txt": self = .table
    default: return nil
    }
  }
}

/// `reefknot report`
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "One self-contained HTML file with figures, diagrams and charts, or every figure in one document.",
    discussion: """
      EXAMPLES:
        reefknot report graphs/kiez-kocht -o kiez-kocht.html
        reefknot report graphs/kiez-kocht --language de -o bericht.md
        reefknot report graphs/kiez-kocht --all --format json --sections touchpoints,reach,retention
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions
  @OptionGroup var bootstrap: IntervalOptions

  @Option(help: "html, markdown, json, csv or table. (default: what the file's ending asks for, else html)")
  var format: ReportFormat?

  @Option(name: .shortAndLong, help: "The file to write. (default: standard output)", completion: .file())
  var output: String?

  @Option(help: "Which analyses: a,b of touchpoints, reach, retention, kpis, … (default: all that the format shows)")
  var sections: String?

  @Option(help: "The language of a page: en or de.")
  var language = Language.english

  @Option(help: "The colors of an HTML page: auto, light or dark.")
  var theme = ReportOptions.Theme.automatic

  @Option(help: "The most rows of a list that a table of a page shows.")
  var rows = 15

  @Option(help: "The folder, beside the file, for the pictures of a Markdown report. (default: no pictures)")
  var pictures: String?

  mutating func validate() throws {
    guard rows >= 1 else { throw ValidationError("--rows must be at least 1.") }
    if pictures != nil, output == nil { throw ValidationError("--pictures needs --output.") }
  }

  func run() throws {
    let sections = try self.sections.map(ReportCommand.sections) ?? Set(Section.documents)
    let format = format ?? output.flatMap { ReportFormat(ending: $0) } ?? .html
    let destination = try ByteOutput(path: output)
    let data = try dataset.read().dataset
    let scopes = try scope.scopes(in: data)
    var headlines = ""
    switch format {
    case .html, .markdown: headlines = try writePage(format, sections, data, scopes, to: destination)
    case .json, .csv, .table: writeFigures(format, sections, data, scopes, to: destination)
    }
    try destination.finish()
    try announce(headlines)
  }

  /// - Returns: the headline figures, for the terminal.
  private func writePage(
    _ format: ReportFormat, _ sections: Set<Section>, _ data: Dataset, _ scopes: [Scope],
    to destination: ByteOutput
  ) throws -> String {
    var analysis = HTMLReport.analysis
    analysis.threads = dataset.threadCount
    analysis.sections = sections.reduce(into: Set<Section>()) { $0.formUnion($1.measures) }
    if sections.contains(.reach) { analysis.sections?.insert(.flow) }
    let figures = measure(data, scopes: scopes, options: analysis)
    let hasPlan = data.tables.contains(.plan) && self.sections == nil
    let plans = hasPlan ? scopes.map { reviewPlan(data, scope: $0, threads: dataset.threadCount) } : []
    let options = ReportOptions(language: language, theme: theme, version: Reefknot.version, rowLimit: rows)
    if format == .html {
      let report = HTMLReport(figures, plans: plans, in: data, options: options)
      destination.write(try CommandFailure.drawing { () throws(GraphvizError) in try report.text() })
    } else {
      let report = MarkdownReport(figures, plans: plans, in: data, options: options, pictureFolder: pictures)
      try writePictures(of: report)
      destination.write(report.text)
    }
    let terminal = TerminalTable(width: Terminal.width, isColored: Terminal.takesColor)
    return FigureDocument(data, figures, section: nil, isList: true).headlines(terminal)
  }

  private func writePictures(of report: MarkdownReport) throws {
    guard let pictures, let output else { return }
    let folder = URL(filePath: output).deletingLastPathComponent().appending(path: pictures)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(.cannotCreateOutput, "\(pictures.withoutControls): the folder cannot be made")
    }
    for picture in try CommandFailure.drawing({ () throws(GraphvizError) in try report.pictures() }) {
      let file = try ByteOutput(path: folder.appending(path: picture.name).path)
      file.write(picture.text)
      try file.finish()
    }
  }

  private func writeFigures(
    _ format: ReportFormat, _ sections: Set<Section>, _ data: Dataset, _ scopes: [Scope],
    to destination: ByteOutput
  ) {
    let measured = sections.reduce(into: Set<Section>()) { $0.formUnion($1.measures) }
    let figures = measure(
      data, scopes: scopes,
      options: AnalysisOptions(
        sections: measured, intervals: bootstrap.intervals, threads: dataset.threadCount))
    var document = FigureDocument(data, figures, section: nil, isList: true)
    document.sections = sections
    switch format {
    case .csv: destination.write(document.csv())
    case .table: destination.write(document.text(TerminalTable(width: Terminal.width), TableOptions(rowLimit: 20)))
    default: document.writeJSON { destination.write($0) }
    }
  }

  /// Says where the report lies, and prints the headline figures where nothing else goes to standard output.
  private func announce(_ headlines: String) throws {
    guard let output, output != "-", !dataset.quiet else { return }
    let terminal = try ByteOutput(path: nil)
    terminal.write(headlines)
    try terminal.finish()
    StandardError.write("written: \(output.withoutControls)\n")
  }

  private static func sections(_ text: String) throws -> Set<Section> {
    Set(
      try text.split(separator: ",").map { name in
        let name = String(name).trimmed
        guard let section = Section.documents.first(where: { $0.id == name }) else {
          throw CommandFailure.usage(
            Suggestion.message(
              "analysis", name, known: Section.documents.map(\.id), option: "--sections"))
        }
        return section
      })
  }
}
