import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignFigures
import CampaignModel
import Drawing
import GraphvizRendering
import Presentation

/// `reefknot chart`
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "One chart of a campaign by its name, as SVG, PNG or PDF.",
    discussion: """
      CHARTS:
      \(ChartCommand.list)

      EXAMPLES:
        reefknot chart survival graphs/kiez-kocht -o survival.svg
        reefknot chart stacked graphs/kiez-kocht --theme print --language de -o beitrag.pdf
        reefknot chart targets graphs/kiez-kocht --dpi 220 -o targets.png
      """)

  @Argument(help: "The chart, such as survival.")
  var chart: CampaignChart

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions

  @Option(
    name: .shortAndLong,
    help: "The file to write; its ending (.svg, .png, .pdf, .gv) picks the format. (default: SVG to standard output)",
    completion: .file())
  var output: String?

  @Option(help: "svg, png, pdf or dot. (default: what the file's ending asks for, else svg)")
  var format: PictureFormat?

  @Option(help: "light, dark or print.")
  var theme = DiagramTheme.light

  @Option(help: "The language of the words; that of a file is made by words.")
  var language = Language.english

  @Flag(help: "Narrow and tall, for phones and columns: names stand above their bars.")
  var tall = false

  @Option(help: "Resolution of a PNG in dots per inch.")
  var dpi = 144.0

  mutating func validate() throws {
    guard dpi.isFinite, (1...2400).contains(dpi) else { throw ValidationError("--dpi must be 1 to 2400.") }
  }

  func run() throws {
    let format = try PictureFormat.asked(format, output, else: .svg)
    let destination = try ByteOutput(path: output)
    var data = try dataset.readForFigures()
    let scopes = try scope.scopes(in: data)
    guard scopes.count == 1 else { throw CommandFailure.usage("a chart shows one campaign") }
    var analysis = chart.analysis
    analysis.threads = dataset.threadCount
    let figures = try dataset.measured(&data, scopes: scopes, options: analysis)[0]
    let missing = CommandFailure(
      .badData,
      "\(chart.name): there is nothing to draw; what it shows has no data, is not known yet or is withheld "
        + "(the command of the same analysis says which)")
    if format == .svg {
      guard let text = chart.svg(of: figures, in: data, language: language, theme: theme, isTall: tall) else {
        throw missing
      }
      destination.write(text)
    } else {
      guard let document = chart.document(of: figures, in: data, language: language, theme: theme, isTall: tall) else {
        throw missing
      }
      let picture = try CommandFailure.drawing { () throws(GraphvizError) in
        try Graphviz.render(document, as: format, dotsPerInch: dpi)
      }
      if !dataset.quiet { for warning in picture.warnings { StandardError.warn(warning) } }
      destination.write(picture.bytes)
    }
    try destination.finish()
  }

  /// The charts as help lists them, one a line.
  private static var list: String {
    let width = CampaignChart.allCases.map(\.name.count).max() ?? 0
    return CampaignChart.allCases.map { chart in
      "  \(chart.name)\(String(repeating: " ", count: width - chart.name.count))  \(chart.summary)"
    }.joined(separator: "\n")
  }
}

extension PictureFormat {
  private static let endings: KeyValuePairs<String, PictureFormat> = [
    "svg": .svg, "png": .png, "pdf": .pdf, "dot": .dot, "gv": .dot,
  ]

  /// The format asked for by option or by the ending of a file, or another one where nothing asks.
  static func asked(_ format: PictureFormat?, _ output: String?, else standard: PictureFormat) throws -> PictureFormat {
    if let format = try FileEnding.format(format, of: output, by: endings) { return format }
    guard let output, output != "-" else { return standard }
    guard let dot = output.lastIndex(of: "."),
      let format = PictureFormat(fileExtension: String(output[dot...].dropFirst()))
    else {
      throw CommandFailure.usage(
        "--output: the ending of \"\(output.withoutControls)\" is none of .svg, .png, .pdf, .dot, .gv; choose --format"
      )
    }
    return format
  }
}
