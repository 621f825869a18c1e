public import ArgumentParser
import CampaignAnalysis
import CampaignData
import CampaignModel
import GraphData
public import Networks
import Presentation

extension NetworkProjection: ExpressibleByArgument {}

/// What nodes are ranked by, as it is named on the command line.
struct MeasureName: ExpressibleByArgument {
  let measure: NetworkMeasure
  /// Whether it is LDBC Graphalytics' PageRank, which leaves weights aside.
  let leavesWeightsAside: Bool

  /// Reads a measure's identifier, or another name that it goes by: `personalized-pagerank`, and the algorithms of LDBC
  /// Graphalytics.
  init?(argument: String) {
    let others = [
      "personalized-pagerank": "personalised-pagerank", "bfs": "hops", "pr": "pagerank", "wcc": "component",
      "cdlp": "label", "lcc": "clustering", "sssp": "distance",
    ]
    guard let measure = NetworkMeasure(rawValue: others[argument] ?? argument) else { return nil }
    self.measure = measure
    leavesWeightsAside = argument == "pr"
  }

  init(_ measure: NetworkMeasure) {
    self.measure = measure
    leavesWeightsAside = false
  }

  static var allValueStrings: [String] { NetworkMeasure.allCases.map(\.rawValue) }
  var defaultValueDescription: String { measure.rawValue }
}

extension RankingOptions.Direction: ExpressibleByArgument {}

extension RankingOptions.Order: ExpressibleByArgument {}

extension RankingOptions.Lengths: ExpressibleByArgument {}

extension CommunityOptions.Method: ExpressibleByArgument {}

/// Which graph is made of the dataset.
struct ProjectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "overlap, given, ties or channels.",
      discussion: """
        overlap: partners tied by contacts in common. given: partners tied by give and take, directed. ties: contacts \
        tied by ties.csv, directed; campaigns play no part. channels: contacts and channels, by touches.
        """))
  var projection = NetworkProjection.overlap

  @OptionGroup var file: GraphFileOptions
  @OptionGroup var persons: OperatorOptions

  /// What is measured: the networks of a dataset, or of a graph file in its place, with its name.
  ///
  /// - Parameter isSourceNode: whether `--source` names a node rather than a column of an edge list.
  func networks(
    of dataset: DatasetOptions, _ scope: ScopeOptions, isSourceNode: Bool = false
  ) throws -> (name: String, networks: [Network]) {
    try file.networks(projection, of: dataset, scope, persons, isSourceNode: isSourceNode)
  }

  /// Whether the document is a list of campaigns.
  func isList(_ scope: ScopeOptions, of dataset: DatasetOptions) -> Bool {
    projection != .ties && !file.isGraphFile(dataset.dataset) && scope.isList
  }
}

extension GraphFileOptions {
  /// What is measured: the networks of a dataset, or of a graph file in its place, with its name.
  func networks(
    _ projection: NetworkProjection, of dataset: DatasetOptions, _ scope: ScopeOptions, _ persons: OperatorOptions,
    isSourceNode: Bool = false
  ) throws -> (name: String, networks: [Network]) {
    let threads = dataset.threadCount
    guard let graph = try graph(inPlaceOf: dataset, scope, isSourceNode: isSourceNode) else {
      return try scope.networks(projection, of: dataset, persons)
    }
    let name = GraphFileOptions.graphName(dataset.dataset)
    let network = Network(
      ofGraph: name, ids: graph.nodeIDs, labels: graph.labels, edges: graph.arcs?.edges ?? graph.edges,
      isDirected: graph.isDirected, edgesOnce: graph.edgeDirections == nil ? nil : graph.edges, threads: threads)
    return (name, [network])
  }
}

extension ScopeOptions {
  /// The networks of a dataset asked for, with its name. Those of partners are made of figures alone.
  func networks(
    _ projection: NetworkProjection, of dataset: DatasetOptions, _ persons: OperatorOptions
  ) throws -> (name: String, networks: [Network]) {
    let threads = dataset.threadCount
    guard projection == .overlap || projection == .given else {
      let data = try persons.nodes(of: projection, in: dataset.read().dataset)
      return (data.name, try networks(projection, in: data, threads: threads))
    }
    var data = try dataset.readForFigures()
    let scopes = try scopes(in: data)
    let sections: Set<Section> = projection == .overlap ? [.reach] : [.cooperation, .partnerships]
    data = try dataset.counting(data) {
      $0.addFigures(data, scopes: scopes, options: [AnalysisOptions(sections: sections)])
    }
    return (data.name, scopes.map { Network(projection, scope: $0, in: data, threads: threads) })
  }

  /// The networks asked for, one per scope. Ties belong to no campaign: there is one network of them.
  private func networks(_ projection: NetworkProjection, in data: Dataset, threads: Int) throws -> [Network] {
    guard projection == .ties else {
      return try scopes(in: data).map { Network(projection, scope: $0, in: data, threads: threads) }
    }
    if level != nil || medium != nil {
      throw CommandFailure.usage("--level and --medium are about touches: ties have neither")
    }
    if names { _ = try scopes(in: data) }
    let filter = try filter(in: data)
    return [Network(.ties, scope: Scope(windowOf: data, filter: filter), in: data, threads: threads)]
  }
}

extension CommandFailure {
  /// - Parameter option: where ids of nodes are given.
  init(_ error: NetworkError, option: String = "--seeds") {
    switch error {
    case .unknownNode(let id, let known):
      self = .usage(Suggestion.message("node", id, known: known, option: option))
    case .needsSeeds(let measure): self = .usage("--measure \(measure.rawValue) needs --seeds, or --source")
    case .notConverged(let reason):
      self.init(
        .badData, "\(reason) More --iterations or a larger --tolerance help; PageRank takes --fixed-iterations.")
    case .notMeasurable(let reason): self.init(.badData, reason.withoutControls)
    }
  }
}
