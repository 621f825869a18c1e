import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignFigures
import CampaignModel
import Drawing
import GraphData
import GraphvizRendering
import Networks
import Presentation

/// `reefknot diagram`
struct DiagramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: "A view of a campaign's network, or of any graph, as DOT, SVG, PNG or PDF.",
    discussion: """
      VIEWS:
      \(DiagramView.help)

      In place of a dataset ties, communities and reach take a graph file: \(GraphFileFormat.sentence).

      EXAMPLES:
        reefknot diagram partners graphs/kiez-kocht -o network.svg
        reefknot diagram flow graphs/kiez-kocht --top 12 --theme print -o flow.pdf
        reefknot diagram ties graphs/kiez-kocht --top 40 -o ties.svg
        reefknot diagram communities karate.gml -o karate.png
        reefknot diagram reach graphs/kiez-kocht --node c0073 -o reach.svg
        reefknot diagram timeline graphs/kiez-kocht --tall -o timeline.pdf
        reefknot diagram contact graphs/kiez-kocht --node c0073 -o contact.svg
        reefknot diagram partners graphs/kiez-kocht | dot -Tsvg > network.svg
      """)

  @Argument(help: ArgumentHelp(DiagramView.sentence))
  var view: DiagramView

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var scope: ScopeOptions

  @Option(
    help: """
      overlap, given, ties or channels, for the views ties, communities and reach. (default: overlap for communities, \
      else ties)
      """)
  var projection: NetworkProjection?

  @OptionGroup var file: GraphFileOptions
  @OptionGroup var persons: OperatorOptions

  @Option(help: "The node in the middle of the view reach, or the contact of the view contact.")
  var node: String?

  @Option(help: "The most steps from the node, at least 1.")
  var within = 3

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

  @Option(
    help: "The most partners, channels or nodes that are drawn one by one. (default: what keeps the view readable)")
  var top: Int?

  @Option(help: "light, dark or print.")
  var theme = DiagramTheme.light

  @Option(help: "The language of the words; that of a file is made by words.")
  var language = Language.english

  @Flag(help: "Narrow and tall, for phones and columns: what stands side by side elsewhere stands one below the other.")
  var tall = false

  @Option(help: "Resolution of a PNG in dots per inch.")
  var dpi = 144.0

  @Option(
    name: .customLong("time-limit"),
    help: "Seconds after which a layout that is not done is given up. After ten it is told of.")
  var timeLimit = 300.0

  @Option(
    name: .customLong("memory-limit"),
    help: "Megabytes that the layout of a graph file may take, which another process makes.")
  var memoryLimit = 4096

  mutating func validate() throws {
    guard (1...1_000_000).contains(memoryLimit) else {
      throw ValidationError("--memory-limit must be 1 to 1000000 megabytes.")
    }
    guard timeLimit.isFinite, (0.1...86_400).contains(timeLimit) else {
      throw ValidationError("--time-limit must be 0.1 to 86400 seconds.")
    }
    if within < 1 { throw ValidationError("--within must be at least 1.") }
    if let top, top < 1 { throw ValidationError("--top must be at least 1.") }
    guard dpi.isFinite, (1...2400).contains(dpi) else { throw ValidationError("--dpi must be 1 to 2400.") }
  }

  func run() throws {
    let format = try PictureFormat.asked(format, output, else: .dot)
    let destination = try ByteOutput(path: output)
    let options = DiagramOptions(
      top: top, theme: theme, language: language, engine: try layoutEngine(), isTall: tall)
    let document: DOTDocument
    switch view {
    case .campaign(let view): document = try campaignDocument(view, options)
    case .network(let view): document = try networkDocument(view, options)
    case .contact: document = try contactDocument(options)
    }
    if format == .dot {
      destination.write(document.text)
    } else {
      let picture = try drawing { () throws(GraphvizError) in
        // The document names its layout engine, which Graphviz prefers to this one.
        try Graphviz.render(document, as: format, engine: options.engine ?? .dot, dotsPerInch: dpi)
      }
      if !dataset.quiet { for warning in picture.warnings { StandardError.warn(warning) } }
      destination.write(picture.bytes)
    }
    try destination.finish()
  }

  private func campaignDocument(_ view: CampaignDiagram, _ options: DiagramOptions) throws -> DOTDocument {
    if projection != nil || node != nil {
      throw CommandFailure.usage("--projection and --node go with the views ties, communities, reach and contact")
    }
    var data = try dataset.readForFigures()
    let scopes = try scope.scopes(in: data)
    guard scopes.count == 1 else { throw CommandFailure.usage("a diagram shows one campaign") }
    var analysis = view.analysis
    analysis.threads = dataset.threadCount
    let measured = view.scopes(for: scopes[0], in: data)
    let figures = try dataset.measured(&data, scopes: measured, options: analysis)
    return try drawing { () throws(GraphvizError) in
      try view.document(of: figures, of: scopes[0], in: data, options: options)
    }
  }

  private func contactDocument(_ options: DiagramOptions) throws -> DOTDocument {
    guard let node else { throw CommandFailure.usage("--node goes with the view contact, which needs it") }
    if projection != nil { throw CommandFailure.usage("--projection goes with the views ties, communities and reach") }
    let data = try persons.persons(in: dataset.read().dataset, "the view contact shows")
    let scopes = try scope.orWholeLog(in: data)
    guard scopes.count == 1 else { throw CommandFailure.usage("a diagram shows one campaign") }
    let contact = try data.contact(node, option: "--node")
    let profile = profile(ofContact: contact, in: data, scope: scopes[0], threads: dataset.threadCount)
    return ContactDiagram(profile, in: data, options: options).document
  }

  private func networkDocument(_ view: NetworkView, _ options: DiagramOptions) throws -> DOTDocument {
    if (view == .reach) != (node != nil) {
      throw CommandFailure.usage("--node goes with the view reach, which needs it")
    }
    let standard = view == .communities ? NetworkProjection.overlap : .ties
    let networks = try file.networks(projection ?? standard, of: dataset, scope, persons).networks
    guard networks.count == 1 else { throw CommandFailure.usage("a diagram shows one campaign") }
    let network = networks[0]
    try network.checkNodesMayBeNamed()
    if !dataset.quiet {
      for entry in network.unknown { StandardError.warn("\(entry.figure): \(entry.reason(in: .english))") }
    }
    let diagram: NetworkDiagram
    do throws(NetworkError) {
      diagram = try self.diagram(view, of: network)
    } catch {
      throw CommandFailure(error, option: "--node")
    }
    return try drawing { () throws(GraphvizError) in
      try diagram.document(of: network, options: options)
    }
  }

  /// Lays out and draws under a watch, and a graph file in a process of its own: nobody knows what is in it.
  private func drawing<Result>(_ draw: () throws(GraphvizError) -> Result) throws -> Result {
    try LayoutWatch.during(limit: timeLimit, isQuiet: dataset.quiet) {
      guard file.isGraphFile(dataset.dataset) else { return try CommandFailure.drawing(draw) }
      return try DrawingProcess.during(seconds: timeLimit, megabytes: memoryLimit) { try CommandFailure.drawing(draw) }
    }
  }

  private func diagram(_ view: NetworkView, of network: Network) throws(NetworkError) -> NetworkDiagram {
    switch view {
    case .ties: return .ties
    case .communities:
      var settings = CommunityOptions()
      settings.threads = dataset.threadCount
      return .communities(try network.communities(settings))
    case .reach:
      return .reach(try network.egoNetwork(of: node ?? "", within: within, threads: dataset.threadCount))
    }
  }

  /// The engine asked for, which DOT text names and never runs.
  private func layoutEngine() throws -> LayoutEngine? {
    guard let layout else { return nil }
    let engine = LayoutEngine(rawValue: layout)
    return try CommandFailure.drawing { () throws(GraphvizError) in
      let engines = try Graphviz.engines()
      guard engines.contains(engine) else { throw .unknownEngine(engine, available: engines) }
      return engine
    }
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
