import CampaignAnalysis
public import CampaignFigures
import GraphAlgorithms
import GraphStructures
import Randomness

/// How communities are found.
public struct CommunityOptions: Hashable, Sendable {
  /// The method.
  public enum Method: String, CaseIterable, Hashable, Sendable {
    case leiden
    case louvain
    case labelPropagation = "label-propagation"
  }

  public var method = Method.leiden
  /// Larger ones favor smaller communities; 1 is plain modularity. At least 0. Label propagation has none.
  public var resolution = 1.0
  /// The most rounds of Leiden, at least 1.
  public var rounds = 10
  /// Seed of the order in which nodes are visited.
  public var seed: UInt64 = 1
  /// Upper bound on threads.
  public var threads = 1

  public init() {}
}

/// Groups of nodes with more ties among them than to others.
public struct NetworkCommunities: Sendable {
  /// A group.
  public struct Community: Hashable, Sendable {
    /// Numbered from 1, in the order of the list.
    public var number: Int
    /// Nodes in it; nil when withheld.
    public var size: Int?
    /// Its nodes by id, in `channels` contacts first; empty where they are withheld.
    public var members: [Network.Node]
    /// Weight of the ties within it, of all weight; a share of 0 to 1, nil without ties.
    public var inner: Double?
  }

  /// What the network is of.
  public var subject: NetworkSubject
  /// How it was made of a dataset; nil for a graph that comes from none.
  public var projection: NetworkProjection?
  public var options: CommunityOptions
  public var summary: NetworkSummary
  /// Share of the weight within communities beyond what chance would put there, at the resolution asked for; for
  /// label propagation at 1. Of a network with directions the directed one (E. A. Leicht, M. E. J. Newman, 2008,
  /// doi:10.1103/PhysRevLett.100.118703), although communities are found without them. Nil without ties.
  public var modularity: Double?
  /// Largest first, then by the id of the first member.
  public var communities: [Community]
  public var unknown: [UnknownFigure]
}

extension Network {
  /// Up to so many edges, Leiden starts several times: where there is little structure, single runs differ by some
  /// percent.
  private static let edgesStartedAgain = 100_000

  /// The division with the most modularity of one start, or of several for a small graph; of equal ones the first.
  private func bestLeiden(
    of ties: UndirectedGraph, _ options: CommunityOptions, using generator: inout Xoshiro256
  ) throws(GraphAlgorithmError) -> Communities {
    var best: Communities?
    for _ in 0..<(ties.edgeCount <= Network.edgesStartedAgain ? 8 : 1) {
      let found = try ties.leiden(
        resolution: options.resolution, rounds: options.rounds, threads: options.threads, using: &generator)
      guard let known = best, found.modularity ?? 0 <= known.modularity ?? 0 else {
        best = found
        continue
      }
    }
    guard let best else { preconditionFailure("Leiden starts at least once.") }
    return best
  }

  /// Finds communities, directions aside: arcs both ways are one edge with the sum of their weights.
  ///
  /// The two modes of `channels` are treated as one: a community there holds contacts and the channels they share.
  /// With a `minimum_group`, communities of contacts show no members, and no size below it, nor a size from which
  /// and the number of nodes such a one could be worked out.
  ///
  /// - Throws: ``NetworkError/notMeasurable(_:)`` for negative weights, or if label propagation does not settle.
  public func communities(_ options: CommunityOptions = CommunityOptions()) throws(NetworkError) -> NetworkCommunities {
    precondition(options.resolution >= 0 && options.resolution.isFinite, "The resolution must be at least 0.")
    let ties = undirected(threads: options.threads)
    var generator = Xoshiro256(seed: options.seed)
    let found: Communities
    let modularity: Double?
    do throws(GraphAlgorithmError) {
      switch options.method {
      case .leiden:
        found = try bestLeiden(of: ties, options, using: &generator)
      case .louvain:
        found = try ties.louvain(resolution: options.resolution, threads: options.threads, using: &generator)
      case .labelPropagation: found = try ties.labelPropagation(using: &generator)
      }
      modularity =
        isDirected
        ? try graph.modularity(
          of: found.labels, resolution: options.method == .labelPropagation ? 1 : options.resolution)
        : found.modularity
    } catch {
      throw reason(error)
    }
    var result = NetworkCommunities(
      subject: subject, projection: projection, options: options,
      summary: NetworkSummary(
        self, isWhole: graph.edgeCount <= NetworkSummary.largestMeasured, threads: options.threads),
      modularity: modularity, communities: communities(found.labels, count: found.count, of: ties),
      unknown: unknown)
    if projection == .ties || projection == .channels { result.withhold(minimumGroup) }
    return result
  }

  private func communities(
    _ labels: [Int32], count: Int, of ties: UndirectedGraph
  ) -> [NetworkCommunities.Community] {
    var members = [[Int]](repeating: [], count: count)
    for (node, label) in labels.enumerated() { members[Int(label)].append(node) }
    var inner = [Double](repeating: 0, count: count)
    var total = 0.0
    for node in ties.nodes {
      for position in ties.adjacency.row(node) {
        let weight = ties.adjacency.weight(at: position)
        // An edge stands in two rows, a loop in one.
        let ends = ties.adjacency.neighbors[position] == node ? 2.0 : 1
        total += ends * weight
        let label = labels[Int(node)]
        if label == labels[Int(ties.adjacency.neighbors[position])] { inner[Int(label)] += ends * weight }
      }
    }
    // Nodes are numbered by id, so the first member decides between communities of one size.
    let order = members.indices.sorted {
      (members[$1].count, members[$0][0]) < (members[$0].count, members[$1][0])
    }
    return order.enumerated().map { place, label in
      NetworkCommunities.Community(
        number: place + 1, size: members[label].count, members: members[label].map { nodes[$0] },
        inner: total > 0 ? inner[label] / total : nil)
    }
  }
}

extension NetworkCommunities {
  fileprivate mutating func withhold(_ group: MinimumGroup) {
    guard group.isAsked else { return }
    var system = CountSystem()
    let sizes = communities.map { system.add(CountName("size")[$0.number], $0.size ?? 0) }
    let nodes = sizes.reduce(0) { $0 + system.counts[$1] }
    if !sizes.isEmpty { system.sum(system.add(CountName("nodes"), nodes, isFixed: summary.nodes != nil), of: sizes) }
    system.protect(group)
    for (index, variable) in sizes.enumerated() {
      communities[index].members = []
      guard system.isWithheld[variable] else { continue }
      communities[index].size = nil
      communities[index].inner = nil
    }
    unknown.append(
      UnknownFigure(
        "communities.members", .withheld,
        LocalizedText(
          "Members are single contacts: minimum_group hides them.",
          "Mitglieder sind einzelne Kontakte: minimum_group verbirgt sie.")))
    unknown.addWithheld(named: "communities.size", communities.count { $0.size == nil }, of: communities.count)
  }
}
