import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import GraphvizRendering
import Reports

/// `reefknot diagram`
struct DiagramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: "A view of a campaign's network as DOT, SVG, PNG or PDF.",
    discussion: """
      VIEWS:
        partners   partners sized by reach, colored by sector, tied by contacts in common
        knots      partnerships by who gives whom contacts: reef, granny, one-sided, unclear
        flow       brand → foreign channel → contacts reached
        retention  acquiring partner → stayed, carried on, joined, lost

      EXAMPLES:
        reefknot diagram partners graphs/kiez-kocht -o network.svg
        reefknot diagram flow graphs/kiez-kocht --top 12 --theme print -o flow.pdf
        reefknot diagram partners graphs/kiez-kocht | dot -Tsvg > network.svg
      """)

  @Argument(help: "partners, knots, flow or retention.")
  var view: CampaignDiagram

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions

  @Option(
    name: .shortAndLong,
    help:
      "The file to write; its ending (.svg, .png, .pdf, .dot, .gv) picks the format. (default: DOT to standard output)",
    completion: .file())
  var output: String?

  @Option(help: "svg, png, pdf or dot. (default: what the file's ending asks for)")
  var format: PictureFormat?

  @Option(help: "A Graphviz layout engine: dot, neato, fdp, sfdp, circo, … (default: what fits the view)")
  var layout: String?

  @Option(help: "The most partners or channels that are drawn one by one. (default: what keeps the view readable)")
  var top: Int?

  @Option(help: "light, dark or print.")
  var theme = DiagramTheme.light

  @Option(help: "en or de.")
  var language = Language.english

  @Option(help: "Resolution of a PNG in dots per inch.")
  var dpi = 144.0

  mutating func validate() throws {
    if let top, top < 1 { throw ValidationError("--top must be at least 1.") }
    guard dpi.isFinite, (1...2400).contains(dpi) else { throw ValidationError("--dpi must be 1 to 2400.") }
  }

  func run() throws {
    let format = try pictureFormat()
    let destination = try ByteOutput(path: output)
    let data = try dataset.read().dataset
    let scopes = try scope.scopes(in: data)
    guard scopes.count == 1 else { throw CommandFailure.usage("a diagram shows one campaign") }
    var analysis = view.analysis
    analysis.threads = dataset.threadCount
    let figures = publishableFigures(of: data, scopes: scopes, options: analysis)
    let engine = layout.map { LayoutEngine(rawValue: $0) } ?? view.engine
    let document = view.document(
      of: figures[0], in: data, options: DiagramOptions(top: top, theme: theme, language: language, engine: engine))
    if format == .dot {
      destination.write(document.text)
    } else {
      let picture = try CommandFailure.drawing { () throws(GraphvizError) in
        try Graphviz.render(document, as: format, engine: engine, dotsPerInch: dpi)
      }
      if !dataset.quiet { for warning in picture.warnings { StandardError.warn(warning) } }
      destination.write(picture.bytes)
    }
    try destination.finish()
  }

  private func pictureFormat() throws -> PictureFormat {
    if let format { return format }
    guard let output, output != "-" else { return .dot }
    guard let dot = output.lastIndex(of: "."),
      let format = PictureFormat(fileExtension: String(output[dot...].dropFirst()))
    else {
      throw CommandFailure.usage(
        "--output: the ending of \"\(output.withVisibleControls)\" is none of .svg, .png, .pdf, .dot, .gv; choose --format"
      )
    }
    return format
  }
}

extension CommandFailure {
  /// Runs `draw`, turning what Graphviz says into a failure: an engine that is not there is the caller's mistake.
  static func drawing<Result>(_ draw: () throws(GraphvizError) -> Result) throws -> Result {
    do {
      return try draw()
    } catch {
      switch error {
      case .unknownEngine: throw CommandFailure.usage("--layout: \(error.description)")
      case .pictureTooLarge, .textTooLong, .unavailableFormat: throw CommandFailure.usage(error.description)
      default: throw CommandFailure(.internalFault, error.description)
      }
    }
  }
}
