import ArgumentParser
import CampaignAnalysis
import CampaignData
import GraphData
import Networks
import Presentation

/// `reefknot rank`
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "Nodes of a network by a measure: degree, PageRank, betweenness and more.",
    discussion: """
      In place of a dataset it takes a graph file: \(GraphFileFormat.sentence).

      The algorithms of LDBC Graphalytics go by their names too, and give what that benchmark defines: bfs is hops, pr \
      pagerank with --fixed-iterations and without weights, wcc component, cdlp label, lcc clustering, sssp distance. Its \
      .v file is given by --nodes; --unweighted leaves weights aside. A node that cannot be reached has no value: it is null in JSON, \
      undefined in tables and CSV.

      A graph file's parallel edges and loops count as each measure says:
        degree, strength             each edge, a loop twice
        pagerank, hits, eigenvector  parallel edges add up, a loop is one arc
        betweenness                  parallel edges are paths of their own
        closeness, hops, distance    the shortest edge; harmonic too
        clustering, triangles        neither counts
        core, label                  each parallel edge, no loop
        constraint, effective-size   parallel edges add up, no loop
        articulation                 no parallel edge is a bridge

      EXAMPLES:
        reefknot rank graphs/southern-women --measure betweenness
        reefknot rank graphs/kiez-kocht --projection given --measure hits
        reefknot rank graphs/kiez-kocht --projection ties --measure personalised-pagerank --seeds c0073,c0371 --top 10
        reefknot rank graph.e --nodes graph.v --measure bfs --source 1 --order node --no-summary --format csv
        reefknot rank graph.e --nodes graph.v --undirected --measure pr --fixed-iterations 14
      """)

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var projection: ProjectionOptions

  @Option(help: "What nodes are ranked by.")
  var measure = MeasureName(.degree)

  @Option(help: "The most nodes shown. (default: all in JSON and CSV, 20 in tables)")
  var top: Int?

  @Option(help: "What the list is sorted by: value, or node for the order of ids.")
  var order = RankingOptions.Order.value

  @Option(
    help: "Ids of nodes to start from: a,b. For personalised-pagerank, hops and distance; --source does without it.")
  var seeds: String?

  @Option(
    help: "Which way arcs count or are followed. (default: both for degree and strength, outgoing for distances)")
  var direction: RankingOptions.Direction?

  @Option(help: "hops, weights or inverse: how long a tie is for betweenness, closeness and harmonic.")
  var lengths = RankingOptions.Lengths.hops

  @Flag(help: "Divide betweenness by the number of pairs of other nodes.")
  var normalized = false

  @Option(help: "Estimate betweenness from so many sources, 2 or more.")
  var sample: Int?

  @Option(help: "Seed of the sample.")
  var seed = 1

  @Option(help: "Probability that PageRank follows a tie, 0 up to below 1.")
  var damping = 0.85

  @Option(help: "Up to which change an iteration goes on.")
  var tolerance = 1e-10

  @Option(help: "The most rounds of an iteration; one that has not settled then is an error, but for label.")
  var iterations: Int?

  @Option(
    name: .customLong("fixed-iterations"),
    help: "Exactly so many rounds of PageRank, settled or not, or of label, there 10 by default.")
  var fixedIterations: Int?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Figures of the network as a whole, or none.",
      discussion: """
        Without either, those that take long, such as transitivity, are left out of networks of over a million ties.
        """))
  var summary: Bool?

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions

  mutating func validate() throws {
    if seed < 0 { throw ValidationError("--seed must not be negative.") }
    if let top, top < 1 { throw ValidationError("--top must be at least 1.") }
    if let sample, sample < 2 { throw ValidationError("--sample must be at least 2.") }
    guard damping >= 0, damping < 1 else { throw ValidationError("--damping must be at least 0 and below 1.") }
    guard tolerance > 0, tolerance.isFinite else { throw ValidationError("--tolerance must be above 0.") }
    for rounds in [iterations, fixedIterations] {
      if let rounds, rounds < 1 { throw ValidationError("A number of iterations must be at least 1.") }
    }
  }

  func run() throws {
    let destination = try ByteOutput(path: output.output)
    let (name, networks) = try projection.networks(of: dataset, scope, isSourceNode: isSourceNode)
    let rankings: [NetworkRanking]
    do {
      rankings = try networks.map { try $0.ranked(options) }
    } catch let error as NetworkError {
      throw CommandFailure(error)
    }
    RankDocument(name, rankings, isList: projection.isList(scope, of: dataset), top: top).write(output, to: destination)
    try destination.finish()
  }

  /// Whether `--source` is the node to start from, as in LDBC Graphalytics, rather than a column of an edge list.
  private var isSourceNode: Bool { measure.measure.needsSeeds && seeds == nil }

  private var options: RankingOptions {
    var options = RankingOptions(measure.measure)
    options.direction = direction
    options.seeds = (seeds ?? (isSourceNode ? projection.file.source : nil) ?? "").split(separator: ",").map {
      String($0).trimmed
    }
    options.usesWeights = !projection.file.unweighted && !measure.leavesWeightsAside
    options.lengths = lengths
    options.isNormalized = normalized
    options.sample = sample
    options.randomSeed = UInt64(seed)
    options.damping = damping
    options.tolerance = tolerance
    options.maximumIterations = iterations
    options.fixedIterations = fixedIterations
    options.order = order
    options.summary = summary.map { $0 ? .whole : .none } ?? .automatic
    options.threads = dataset.threadCount
    return options
  }
}
