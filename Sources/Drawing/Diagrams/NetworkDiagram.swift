import CampaignAnalysis
import CampaignFigures
import CampaignModel
public import GraphvizRendering
public import Networks
import Presentation

/// A view of any network, by its name on the command line.
public enum NetworkView: String, CaseIterable, Hashable, Sendable {
  case ties
  case communities
  case reach

  /// What it shows, in a few words.
  public var summary: String {
    switch self {
    case .ties: "who is tied to whom by ties.csv, or another --projection"
    case .communities: "partners by contacts in common, or another --projection, in groups"
    case .reach: "who can be reached from --node over ties, in rings by steps"
    }
  }
}

/// A diagram of any network, with what its view needs to know.
public enum NetworkDiagram: Sendable {
  /// Nodes and ties as they are.
  case ties
  /// The same, colored by the network's communities.
  case communities(NetworkCommunities)
  /// The nodes around one, in rings by steps.
  case reach(EgoNetwork)

  /// The diagram of one network, in DOT.
  ///
  /// Every name is escaped; the same network gives the same text. Nodes are named by kind and id, such as `contact:c01`;
  /// whole names stand in tooltips.
  ///
  /// Whether single contacts may be named is for the caller to decide; see ``Network/hidesContacts``.
  ///
  /// - Throws: what Graphviz says when it cannot place the nodes.
  public func document(
    of network: Network, options: DiagramOptions = DiagramOptions()
  ) throws(GraphvizError) -> DOTDocument {
    let localizer = Localizer(options.language, timeZone: NetworkDrawing.timeZone(of: network))
    let view: NetworkView
    var network = network
    var groups: NodeGroups?
    var steps: [Int]?
    var engine: LayoutEngine?
    switch self {
    case .ties: view = .ties
    case .communities(let communities):
      view = .communities
      groups = NodeGroups(communities, of: network, localizer)
    case .reach(let surroundings):
      view = .reach
      network = surroundings.network
      steps = surroundings.steps
      engine = .twopi
      groups = NodeGroups(surroundings, localizer)
    }
    let excerpt =
      options.top.map { NetworkExcerpt(network, top: $0, steps: steps) }
      ?? TiesDiagram.standardExcerpt(of: network, steps: steps)
    let drawing = NetworkDrawing(
      name: view.rawValue, network: network, localizer: localizer, options: options,
      engine: options.engine ?? engine ?? NetworkDiagram.engine(forNodes: excerpt.nodes.count))
    return try TiesDiagram(network, excerpt, groups, drawing).document()
  }

  /// How so many nodes are placed unless something else is asked for.
  private static func engine(forNodes count: Int) -> LayoutEngine { count <= TiesDiagram.mostNamed ? .neato : .sfdp }
}

/// The frame around the drawing of a network.
struct NetworkDrawing: DiagramFrame {
  let name: String
  let subjectLabel: String
  let options: DiagramOptions
  let engine: LayoutEngine
  let localizer: Localizer
  let colors: DiagramColors

  init(name: String, network: Network, localizer: Localizer, options: DiagramOptions, engine: LayoutEngine) {
    self.name = name
    self.options = options
    self.engine = engine
    self.localizer = localizer
    colors = DiagramColors.of(options.theme)
    subjectLabel =
      switch network.subject {
      case .dataset(let dataset, let scope): dataset.label(of: scope)
      case .graph(let name, _, _): name
      }
  }

  /// The time zone in which a network's times are told: its dataset's, if it is of one.
  static func timeZone(of network: Network) -> String {
    network.subject.campaign?.dataset.settings.timeZone ?? "UTC"
  }
}
