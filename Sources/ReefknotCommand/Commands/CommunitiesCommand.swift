import ArgumentParser
import CampaignAnalysis
import CampaignData
import GraphData
import Networks
import Presentation

/// `reefknot communities`
struct CommunitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "communities",
    abstract: "Groups in a network, with their modularity.",
    discussion: """
      In place of a dataset it takes a graph file: \(GraphFileFormat.sentence).

      EXAMPLES:
        reefknot communities graphs/southern-women
        reefknot communities graphs/kiez-kocht --projection ties --method louvain --resolution 1.5
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var projection: ProjectionOptions

  @Option(help: "leiden, louvain or label-propagation.")
  var method = CommunityOptions.Method.leiden

  @Option(help: "Larger ones favor smaller communities; 1 is plain modularity. Not for label-propagation.")
  var resolution = 1.0

  @Option(help: "The most rounds of leiden; it ends sooner when one changes nothing.")
  var rounds = 10

  @Option(help: "Seed of the order in which nodes are visited.")
  var seed = 1

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if seed < 0 { throw ValidationError("--seed must not be negative.") }
    guard rounds >= 1 else { throw ValidationError("--rounds must be at least 1.") }
    guard resolution >= 0, resolution.isFinite else { throw ValidationError("--resolution must be at least 0.") }
    if method == .labelPropagation, resolution != 1 {
      throw ValidationError("--method label-propagation has no --resolution.")
    }
  }

  func run() throws {
    let destination = try ByteOutput(path: output.output)
    let (name, networks) = try projection.networks(of: dataset, scope)
    var options = CommunityOptions()
    options.method = method
    options.resolution = resolution
    options.rounds = rounds
    options.seed = UInt64(seed)
    options.threads = dataset.threadCount
    let findings: [NetworkCommunities]
    do {
      findings = try networks.map { try $0.communities(options) }
    } catch let error as NetworkError {
      throw CommandFailure(error)
    }
    CommunitiesDocument(name, findings, isList: projection.isList(scope, of: dataset)).write(output, to: destination)
    try destination.finish()
  }
}
