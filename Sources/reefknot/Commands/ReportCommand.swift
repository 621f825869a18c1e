import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import Reports

/// A format of a whole report.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case markdown
  case json
  case csv
  case table

  /// The format that a file's ending asks for.
  init?(ending path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[dot...].dropFirst().lowercased() {
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
    abstract: "Every figure of every analysis in one document.",
    discussion: """
      EXAMPLES:
        reefknot report graphs/kiez-kocht -o kiez-kocht.md
        reefknot report graphs/kiez-kocht --all --format json --sections touchpoints,reach,retention
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions

  @Option(help: "markdown, json, csv or table. (default: what the file's ending asks for, else markdown)")
  var format: ReportFormat?

  @Option(name: .shortAndLong, help: "The file to write. (default: standard output)", completion: .file())
  var output: String?

  @Option(help: "Which analyses: a,b of touchpoints, reach, retention, kpis, … (default: all)")
  var sections: String?

  func run() throws {
    let sections = try self.sections.map(ReportCommand.sections) ?? Set(DocumentSection.allCases)
    let format = format ?? output.flatMap { ReportFormat(ending: $0) } ?? .markdown
    let destination = try ByteOutput(path: output)
    let data = try dataset.read().dataset
    let scopes = try scope.scopes(in: data)
    let figures = publishableFigures(
      of: data, scopes: scopes,
      options: AnalysisOptions(
        sections: sections.reduce(into: []) { $0.formUnion($1.measures) }, threads: dataset.threadCount))
    var document = FigureDocument(data, figures, section: nil, isList: true)
    document.sections = sections
    let limit = TableOptions(rowLimit: 20)
    switch format {
    case .json: document.writeJSON { destination.write($0) }
    case .csv: destination.write(document.csv())
    case .markdown: destination.write(document.markdown(limit))
    case .table: destination.write(document.text(TerminalTable(width: Terminal.width), limit))
    }
    try destination.finish()
  }

  private static func sections(_ text: String) throws -> Set<DocumentSection> {
    Set(
      try text.split(separator: ",").map { name in
        let name = String(name).trimmed
        guard let section = DocumentSection(rawValue: name) else {
          throw CommandFailure.usage(
            Suggestion.message(
              "analysis", name, known: DocumentSection.allCases.map(\.rawValue), option: "--sections"))
        }
        return section
      })
  }
}
