public import ArgumentParser
public import CampaignAnalysis
import CampaignModel

extension NetworkProjection: ExpressibleByArgument {}

extension NetworkMeasure: ExpressibleByArgument {
  /// Reads a measure's identifier; `personalized-pagerank` is one too.
  public init?(argument: String) {
    self.init(rawValue: argument == "personalized-pagerank" ? "personalised-pagerank" : argument)
  }
}

extension RankingOptions.Direction: ExpressibleByArgument {}

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

  /// The networks asked for, one per scope. Ties belong to no campaign: there is one network of them.
  func networks(_ scope: ScopeOptions, in data: Dataset, threads: Int) throws -> [Network] {
    guard projection == .ties else {
      return try scope.scopes(in: data).map { Network(projection, scope: $0, in: data, threads: threads) }
    }
    if scope.level != nil || scope.medium != nil {
      throw CommandFailure.usage("--level and --medium are about touches: ties have neither")
    }
    if scope.names { _ = try scope.scopes(in: data) }
    let filter = try scope.filter(in: data)
    return [Network(.ties, scope: Scope(windowOf: data, filter: filter), in: data, threads: threads)]
  }

  /// Whether the document is a list of campaigns.
  func isList(_ scope: ScopeOptions) -> Bool { projection != .ties && scope.isList }
}

extension CommandFailure {
  init(_ error: NetworkError) {
    switch error {
    case .unknownNode(let id, let known):
      self = .usage(Suggestion.message("node", id, known: known, option: "--seeds"))
    case .needsSeeds(let measure): self = .usage("--measure \(measure.rawValue) needs --seeds")
    case .notMeasurable(let reason): self.init(.badData, reason)
    }
  }
}
