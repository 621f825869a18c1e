import CampaignAnalysis
public import CampaignModel
import GraphStructures
import LogScanning

extension Network {
  /// The graph of a projection over one scope.
  ///
  /// - `overlap`: nodes are the owners that reached anyone in T(K); an edge weighs the contacts both reached.
  /// - `given`: nodes are the participants of the campaign; the arc p → q weighs given(p→q).
  /// - `ties`: nodes are the contacts with a tie to another one. Ties between the same two are one arc with the sum
  ///   of their weights, a tie without weight counting 1; without any weight the arcs have none. Campaigns and
  ///   touches play no part; a filter's `from` and `until` keep the ties dated within, its segment those whose two
  ///   ends are in it.
  /// - `channels`: nodes are the contacts and channels of T(K), an edge weighs the touches between the two.
  ///
  /// With a `minimum_group`, overlaps and gifts that are withheld are not in the graph, so that no figure made of it
  /// tells one.
  ///
  /// O(touches + ties) time, and memory for the graph.
  public init(_ projection: NetworkProjection, scope: Scope, in dataset: Dataset, threads: Int = 1) {
    switch projection {
    case .overlap: self = Network.overlap(scope, in: dataset, threads: threads)
    case .given: self = Network.given(scope, in: dataset, threads: threads)
    case .ties: self = Network.ties(scope, in: dataset, threads: threads)
    case .channels: self = Network.channels(scope, in: dataset, threads: threads)
    }
  }

  private static func overlap(_ scope: Scope, in dataset: Dataset, threads: Int) -> Network {
    let figures = measure(
      dataset, scopes: [scope], options: AnalysisOptions(sections: [.reach], threads: threads))
    let reach = figures.first?.reach
    let ties = (reach?.overlap ?? []).map { (from: $0.a, to: $0.b, weight: $0.contacts) }
    return Network(
      .overlap, scope, partners: (reach?.carriers ?? []).map(\.partner), ties: ties, isDirected: false, in: dataset)
  }

  private static func given(_ scope: Scope, in dataset: Dataset, threads: Int) -> Network {
    let figures = measureUnprotected(
      dataset, scopes: [scope], options: AnalysisOptions(sections: [.cooperation, .partnerships], threads: threads))
    let group = MinimumGroup(of: dataset)
    let ties = (figures.first?.partnerships?.pairs ?? []).flatMap { pair in
      [
        (from: pair.a, to: pair.b, weight: group.shown(pair.aToB)),
        (from: pair.b, to: pair.a, weight: group.shown(pair.bToA)),
      ]
    }
    return Network(
      .given, scope, partners: figures.first?.cooperation?.participants ?? [], ties: ties, isDirected: true,
      in: dataset)
  }

  /// - Parameter ties: pairs of partners and their contacts, nil where withheld.
  private init(
    _ projection: NetworkProjection, _ scope: Scope, partners: [Int], ties: [(from: Int, to: Int, weight: Int?)],
    isDirected: Bool, in dataset: Dataset
  ) {
    let rank = PartnerOrder(dataset).rank
    let members = partners.sorted { rank[$0] < rank[$1] }
    var nodeOf = [NodeID](repeating: -1, count: dataset.partners.count)
    for (node, partner) in members.enumerated() { nodeOf[partner] = NodeID(node) }
    var list = EdgeList(nodeCount: members.count, isWeighted: true)
    for tie in ties {
      guard let weight = tie.weight, weight > 0, nodeOf[tie.from] >= 0, nodeOf[tie.to] >= 0 else { continue }
      list.append(from: nodeOf[tie.from], to: nodeOf[tie.to], weight: Double(weight))
    }
    self.init(
      subject: .dataset(dataset, scope), projection: projection, nodes: members.map { dataset.partnerNode($0) },
      edges: isDirected ? .directed(DirectedGraph(list)) : .undirected(UndirectedGraph(list)),
      minimumGroup: MinimumGroup(of: dataset), unknown: [])
    unknown.addWithheld(named: "edges", ties.count { $0.weight == nil }, of: ties.count)
  }
}
