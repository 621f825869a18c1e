import CampaignAnalysis
public import CampaignFigures
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
    public var companions: [Companion]
  }

  /// What stands beside a value.
  public enum Companion: Hashable, Sendable {
    case number(Double)
    case count(Int)
    /// The id of a node; nil where it is withheld.
    case id(String?)
  }

  /// What the network is of.
  public var subject: NetworkSubject
  /// How it was made of a dataset; nil for a graph that comes from none.
  public var projection: NetworkProjection?
  public var options: RankingOptions
  /// Nil when not asked for.
  public var summary: NetworkSummary?
  /// In the order asked for. By value it is largest first, then by id, of a graph file by its
  /// order; nodes without a value last.
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
    let ranked = rankedNodes(scores.values, isCount: options.measure.isCount)
    var rows = ranked.map { entry in
      NetworkRanking.Row(
        rank: entry.rank, node: nodes[entry.node], value: scores.values[entry.node],
        companions: scores.companions.map { $0[entry.node] })
    }
    if options.order == .node {
      let places = ranked.indices.sorted { ranked[$0].node < ranked[$1].node }
      rows = places.map { rows[$0] }
    }
    var ranking = NetworkRanking(
      subject: subject, projection: projection, options: options,
      summary: NetworkSummary(self, options.summary, threads: options.threads), rows: rows, note: scores.note,
      unknown: unknown)
    ranking.addUnknown(hidden: nodes.count - rows.count, of: nodes.count)
    return ranking
  }

  /// The nodes that may be shown, largest value first, with their ranks; those without a value last, without a rank.
  ///
  /// Values that differ by less than one part in 10¹² of the largest are equal: sums of the same numbers in another
  /// order are.
  private func rankedNodes(_ values: [Double?], isCount: Bool) -> [(node: Int, rank: Int?)] {
    let largest = values.reduce(0) { max($0, abs($1 ?? 0)) }
    let scale = isCount || largest == 0 ? 1 : 1e12 / largest
    var entries: [(key: Double, node: Int)] = []
    entries.reserveCapacity(nodes.count)
    for (node, value) in values.enumerated() where shows(nodes[node]) {
      entries.append((value.map { ($0 * scale).rounded() } ?? -.infinity, node))
    }
    let isFile = nodes.first?.kind == .node
    entries.sort { left, right in
      if left.key != right.key { return left.key > right.key }
      return isFile ? left.node < right.node : (nodes[left.node].id, left.node) < (nodes[right.node].id, right.node)
    }
    var rank = 0
    return entries.indices.map { place in
      let entry = entries[place]
      if place == 0 || entries[place - 1].key != entry.key { rank = place + 1 }
      return (entry.node, entry.key == -.infinity ? nil : rank)
    }
  }
}

extension NetworkRanking {
  fileprivate mutating func addUnknown(hidden: Int, of nodes: Int) {
    if hidden > 0 {
      unknown.append(
        UnknownFigure(
          "ranking", .withheld,
          LocalizedText(
            "%1 of %2 rows are about a single contact each: minimum_group hides them.",
            "%1 von %2 Zeilen erzählen von je einem Kontakt: minimum_group verbirgt sie."
          ).filled(["\(hidden)", "\(nodes)"])))
    }
    let undefined = rows.count { $0.value == nil }
    if options.measure == .degree {
      // Every node has a degree: where there is none, it is withheld.
      unknown.addWithheld(named: "ranking.value", undefined, of: rows.count)
    } else if undefined > 0 {
      unknown.append(
        UnknownFigure(
          "ranking.value", .undefined,
          (options.measure.needsSeeds
            ? LocalizedText(
              "%1 nodes cannot be reached from the seeds.",
              "%1 Knoten sind von den Ausgangsknoten aus nicht zu erreichen.")
            : LocalizedText(
              "%1 nodes have too few ties for the measure.", "%1 Knoten haben zu wenige Verbindungen für das Maß."))
            .filled(["\(undefined)"])))
    }
  }
}
