import CampaignModel

/// The nodes of a network by a measure.
public struct NetworkRanking: Sendable {
  /// A node and its place.
  public struct Row: Hashable, Sendable {
    /// 1 for the largest value; equal values have equal ranks. Nil where the measure is not defined.
    public var rank: Int?
    public var node: Network.Node
    /// Nil where the measure is not defined for the node.
    public var value: Double?
    /// What stands beside the value, as ``NetworkMeasure/companions`` names it.
    public var companions: [Double?]
  }

  public var projection: NetworkProjection
  public var scope: Scope
  public var options: RankingOptions
  public var summary: NetworkSummary
  /// Largest value first, then by id; nodes without a value last.
  public var rows: [Row]
  /// How a sample went, in words.
  public var note: String?
  public var unknown: [UnknownFigure]
}

extension Network {
  /// Ranks the nodes by a measure.
  ///
  /// Where a `minimum_group` asks for it, rows about single contacts are withheld; of channels, the counts of fewer
  /// contacts than that.
  ///
  /// - Throws: ``NetworkError``.
  /// - Complexity: that of the measure; see GraphAlgorithms.
  public func ranked(_ options: RankingOptions) throws(NetworkError) -> NetworkRanking {
    var scores = try scores(options)
    if options.measure == .degree {
      for node in nodes.indices where nodes[node].kind == .channel && withheldChannels.contains(nodes[node].index) {
        scores.values[node] = nil
      }
    }
    var entries = nodes.indices.filter { shows(nodes[$0]) }
      .map { (node: $0, key: scores.values[$0].map(FigureOrder.rounded)) }
    entries.sort { left, right in
      switch (left.key, right.key) {
      case (let a?, let b?) where a != b: return a > b
      case (.some, nil): return true
      case (nil, .some): return false
      default: return (nodes[left.node].id, left.node) < (nodes[right.node].id, right.node)
      }
    }
    var rows: [NetworkRanking.Row] = []
    for (place, entry) in entries.enumerated() {
      let isEqual = place > 0 && entries[place - 1].key == entry.key
      let rank = entry.key == nil ? nil : isEqual ? rows[place - 1].rank : place + 1
      rows.append(
        NetworkRanking.Row(
          rank: rank, node: nodes[entry.node], value: scores.values[entry.node],
          companions: scores.companions.map { $0[entry.node] }))
    }
    var ranking = NetworkRanking(
      projection: projection, scope: scope, options: options,
      summary: NetworkSummary(self, threads: options.threads), rows: rows, note: scores.note, unknown: unknown)
    ranking.addUnknown(hidden: nodes.count - entries.count, of: nodes.count)
    return ranking
  }
}

extension NetworkRanking {
  fileprivate mutating func addUnknown(hidden: Int, of nodes: Int) {
    if hidden > 0 {
      unknown.append(
        UnknownFigure(
          "ranking", .withheld, "\(hidden) of \(nodes) rows are about a single contact each: minimum_group hides them.")
      )
    }
    let undefined = rows.count { $0.value == nil }
    if options.measure == .degree {
      // Every node has a degree: where there is none, it is withheld.
      unknown.addWithheld("ranking.value", undefined, of: rows.count)
    } else if undefined > 0 {
      unknown.append(
        UnknownFigure(
          "ranking.value", .undefined,
          options.measure.needsSeeds
            ? "\(undefined) nodes cannot be reached from the seeds."
            : "\(undefined) nodes have too few ties for the measure."))
    }
  }
}
