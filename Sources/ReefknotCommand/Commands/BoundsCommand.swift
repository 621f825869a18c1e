import ArgumentParser
import CampaignData
import CampaignFigures
import CampaignModel
import Drawing
import GraphvizRendering
import Pooling
import Presentation

/// `reefknot bounds`
struct BoundsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bounds",
    abstract: "What totals from partners say for sure, and whether they can be true together.",
    discussion: """
      Takes totals.csv, alone or in a folder, whose rows are figures that partners delivered: reach, overlap, union, \
      exclusive and others of named partners. Every figure that is shown is at least, and at most, so many; up to 16 \
      partners no better bounds follow from what was delivered. --picture draws them as bars.

      EXAMPLES:
        reefknot bounds totals.csv
        reefknot bounds totals.csv --check
        reefknot bounds totals.csv --universe 40000 --overlap 'press;radio' --explain
        reefknot bounds totals.csv --picture bounds.svg
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var totals: TotalsOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The campaign, or several: a,b. (default: the only one)")
  var campaign: String?

  @Flag(help: "Every campaign of the file.")
  var all = false

  @Flag(help: "Tell whether the figures can hold together, and else a smallest set of them that cannot.")
  var check = false

  @Flag(help: "Show why the reach lies between its bounds: which figures add up to them.")
  var explain = false

  @Flag(
    name: .customLong("no-advice"), help: "Do not look into which overlap that nobody delivered would narrow the reach."
  )
  var noAdvice = false

  @Option(help: ArgumentHelp("Also bound the reach of these partners together. May be repeated.", valueName: "a;b"))
  var union: [String] = []

  @Option(help: ArgumentHelp("Also bound what these partners have in common. May be repeated.", valueName: "a;b"))
  var overlap: [String] = []

  @Option(help: ArgumentHelp("Also bound what only these partners reached. May be repeated.", valueName: "a;b"))
  var exclusive: [String] = []

  @Option(
    help: "Also draw the bounds of one campaign; the ending (.svg, .png, .pdf) picks the format.", completion: .file())
  var picture: String?

  mutating func validate() throws {
    if check, picture != nil { throw ValidationError("--check goes without --picture.") }
    if all, campaign != nil { throw ValidationError("--all and --campaign exclude each other.") }
    if check, explain || !union.isEmpty || !overlap.isEmpty || !exclusive.isEmpty {
      throw ValidationError("--check goes without --explain, --union, --overlap and --exclusive.")
    }
  }

  func run() throws {
    let destination = try ByteOutput(path: output.output)
    let data = try dataset.totals()
    let families = try boundsRun.chosen(totals.families(data), takesAll: check)
    if check { return try check(families, data.name, to: destination) }
    var results: [TotalsBounds] = []
    for family in families { results.append(try boundsRun.result(family, questions(family))) }
    var document = BoundsDocument(
      data.name, results, isList: boundsRun.isList, partners: data.partners, minimumGroup: data.settings.minimumGroup)
    document.explains = explain
    if let picture { try draw(results, document, to: picture) }
    document.write(output, to: destination)
    try destination.finish()
  }

  private func draw(_ results: [TotalsBounds], _ document: BoundsDocument, to path: String) throws {
    guard results.count == 1 else { throw CommandFailure.usage("--picture shows one campaign") }
    let format = try PictureFormat.asked(nil, path, else: .svg)
    let destination = try ByteOutput(path: path)
    let chart = BoundsChart.chart(
      results[0], partners: document.partnerNames, minimumGroup: document.minimumGroup, Localizer(output.language))
    guard let chart else { throw CommandFailure(.badData, "--picture: there is nothing to draw") }
    if format == .svg {
      destination.write(chart.file())
    } else {
      let drawn = try CommandFailure.drawing { () throws(GraphvizError) in
        try Graphviz.render(chart.document(theme: .light), as: format, dotsPerInch: 144)
      }
      destination.write(drawn.bytes)
    }
    try destination.finish()
  }

  private var boundsRun: BoundsRun {
    BoundsRun(campaign: campaign, all: all, advises: !noAdvice, threads: dataset.threadCount)
  }

  private func questions(_ family: TotalsFamily) throws -> [TotalsBounds.Question] {
    try union.map { try question(.union, $0, family) } + overlap.map { try question(.overlap, $0, family) }
      + exclusive.map { try question(.exclusive, $0, family) }
  }

  private func question(
    _ figure: TotalsBounds.Question.Figure, _ text: String, _ family: TotalsFamily
  ) throws -> TotalsBounds.Question {
    var partners: [Int] = []
    for part in text.split(whereSeparator: { $0 == ";" || $0 == "," }) {
      let id = String(part).trimmed
      guard let partner = family.partners.firstIndex(of: id) else {
        throw CommandFailure.usage(
          Suggestion.message("partner", id, known: family.partners, option: "--\(figure.rawValue)"))
      }
      if !partners.contains(partner) { partners.append(partner) }
    }
    guard partners.count >= (figure == .exclusive ? 1 : 2) else {
      throw CommandFailure.usage("--\(figure.rawValue): name partners, such as 'a;b'")
    }
    return TotalsBounds.Question(figure, partners)
  }

  private func check(_ families: [TotalsFamily], _ name: String, to destination: ByteOutput) throws {
    for family in families where !family.isSmall {
      throw CommandFailure.usage(
        "--check takes at most \(TotalsFamily.maximumPartners) partners and \(TotalsFamily.maximumFigures) figures of a "
          + "campaign; there are \(family.partners.count) and \(family.delivered.count)")
    }
    let entries = families.map { ContradictionDocument.Entry($0, contradiction(in: $0)) }
    ContradictionDocument(name, entries).write(output, to: destination)
    try destination.finish()
    guard entries.contains(where: { $0.contradiction != nil }) else { return }
    throw CommandFailure(.badData, "figures cannot hold together")
  }
}
