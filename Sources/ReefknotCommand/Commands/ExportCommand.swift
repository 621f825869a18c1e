import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignFigures
import GraphData
import Networks
import Presentation

/// `reefknot export`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "A network of a dataset as a graph file, or a graph file in another format.",
    discussion: """
      FORMATS, by the file's ending:
      \(GraphFileFormat.table)

      Nodes of a dataset keep their ids and get the attributes label, kind (partner, contact or channel) and sector; \
      edges weigh what --projection says. What a format cannot carry is said on standard error. Figures go into files \
      with the --output of each analysis: report --format json writes all of them.

      EXAMPLES:
        reefknot export graphs/kiez-kocht -o partners.graphml
        reefknot export graphs/kiez-kocht --projection ties -o ties.gexf
        reefknot export karate.gml -o karate.graphml
        reefknot export edges.txt --undirected --format json
        reefknot export calls.graphml --dynamic -o calls.gexf
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var projection: ProjectionOptions
  @OptionGroup var scope: ScopeOptions

  @Option(
    name: .shortAndLong, help: "The file to write; its ending picks the format. (default: standard output)",
    completion: .file())
  var output: String?

  @Option(help: "The format to write. (default: what the file's ending says)")
  var format: GraphFileFormat?

  @Flag(
    help: ArgumentHelp(
      "GEXF with times: when each tie and node is there, for Gephi's timeline.",
      discussion: """
        Ties are there on the days that --time tells, or from start to end; those between the same nodes become one, \
        whose weight changes with time.
        """))
  var dynamic = false

  @Flag(
    name: .customLong("guard"),
    help:
      "Write names so that no spreadsheet takes them for a formula, in edge lists and Pajek. (default: on a terminal)")
  var guardNames = false

  func run() throws {
    guard let format = format ?? output.flatMap({ GraphFileFormat(path: $0) }) else {
      throw CommandFailure.usage("the ending of --output tells no format of graphs; choose --format")
    }
    let destination = try ByteOutput(path: output)
    let graph = try projection.file.graph(inPlaceOf: dataset, scope) ?? projected()
    let options = GraphWritingOptions(
      isDynamic: dynamic, guardsTexts: guardNames || (output == nil && Terminal.isOutput))
    let notes = graph.write(as: format, options: options) { destination.write($0) }
    if !dataset.quiet { for note in notes { StandardError.warn(note) } }
    try destination.finish()
  }

  /// The graph of the dataset's projection.
  private func projected() throws -> AttributedGraph {
    let networks = try scope.networks(projection.projection, of: dataset, projection.persons).networks
    guard networks.count == 1 else { throw CommandFailure.usage("a file holds one network: choose one campaign") }
    let network = networks[0]
    try network.checkNodesMayBeNamed()
    if !dataset.quiet {
      for entry in network.unknown { StandardError.warn("\(entry.figure): \(entry.reason(in: .english))") }
    }
    return dynamic ? try network.datedGraph : network.attributedGraph
  }
}
