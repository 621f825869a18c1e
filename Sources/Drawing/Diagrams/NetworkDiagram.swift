public import CampaignAnalysis
import CampaignFigures
public import CampaignModel
public import GraphvizRendering
import Presentation

/// What a diagram of any network shows.
public enum NetworkDiagram: Sendable {
  /// Nodes and ties as they are.
  case ties
  /// The same, colored by the network's communities.
  case communities(NetworkCommunities)
  /// The nodes around one, in rings by steps.
  case reach(NetworkSurroundings)

  /// The diagram of one network, in DOT.
  ///
  /// Every name is escaped; the same network gives the same text. Nodes are named by kind and id, such as `contact:c01`;
  /// whole names stand in tooltips.
  ///
  /// - Parameter dataset: the dataset that the network was made of, or what stands in for one.
  public func document(
    of network: Network, in dataset: Dataset, options: DiagramOptions = DiagramOptions()
  ) -> DOTDocument {
    let localizer = Localizer(options.language, timeZone: dataset.settings.timeZone)
    var name = "ties"
    var network = network
    var groups: NodeGroups?
    var steps: [Int]?
    var engine: LayoutEngine?
    switch self {
    case .ties: break
    case .communities(let communities):
      name = "communities"
      groups = NodeGroups(communities, of: network, localizer)
    case .reach(let surroundings):
      name = "reach"
      network = surroundings.network
      steps = surroundings.steps
      engine = .twopi
      groups = NodeGroups(surroundings, localizer)
    }
    let excerpt =
      options.top.map { NetworkExcerpt(network, top: $0, steps: steps) }
      ?? TiesDiagram.standardExcerpt(of: network, steps: steps)
    let drawing = DiagramDrawing(
      name: name, scope: network.scope, dataset: dataset, options: options,
      engine: options.engine ?? engine ?? NetworkDiagram.engine(forNodes: excerpt.nodes.count))
    return TiesDiagram(network, excerpt, groups, drawing).document
  }

  /// How so many nodes are placed unless something else is asked for.
  private static func engine(forNodes count: Int) -> LayoutEngine { count <= TiesDiagram.mostNamed ? .neato : .sfdp }
}
