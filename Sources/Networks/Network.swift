package import CampaignAnalysis
public import CampaignFigures
import CampaignModel
import GraphAlgorithms
public import GraphStructures

/// Which graph is made of a dataset (<doc:Metrics#Network>).
public enum NetworkProjection: String, CaseIterable, Hashable, Sendable {
  /// Partners tied by the contacts that both reached; undirected, weighted by their number.
  case overlap
  /// Partners tied by what one gives the other; directed, weighted by the contacts given.
  case given
  /// Contacts tied by ties.csv; directed, with weights where the file has any.
  case ties
  /// Contacts tied to the channels in which they were touched; two modes, weighted by touches.
  case channels
}

/// A graph made of a dataset, or of a graph file, with what its nodes stand for.
///
/// Nodes are numbered in order of id, in `channels` contacts first, so that results do not depend on the order of
/// rows. Of a dataset there are no loops, and two nodes have at most one edge (one arc each way); in the network of a
/// graph file nodes are numbered as they come, and there may be both.
public struct Network: Sendable {
  /// What a node stands for.
  public struct Node: Hashable, Sendable {
    /// Which table of the dataset it is in.
    public enum Kind: String, Hashable, Sendable {
      case partner
      case contact
      case channel
      /// In a graph that comes from no dataset.
      case node
    }

    public var kind: Kind
    /// Index in the dataset's table.
    public var index: Int
    public var id: String
    /// The name, or the id where there is none.
    public var label: String
    /// Nil where unknown, and for channels.
    public var sector: String?
  }

  /// The graph, with or without directions.
  public enum Edges: Sendable {
    case directed(DirectedGraph)
    case undirected(UndirectedGraph)
  }

  /// What it is a network of.
  public var subject: NetworkSubject
  /// How it was made of a dataset; nil for a graph that comes from none.
  public var projection: NetworkProjection?
  public var nodes: [Node]
  public var edges: Edges
  /// Of a graph file that mixes both kinds of edges each edge once: ``edges`` has an arc either way for those without
  /// direction. Nil for all others.
  var edgesOnce: EdgeList?
  /// The fewest contacts that a count may tell of; ties that would tell of fewer are not in the graph.
  package var minimumGroup: MinimumGroup
  /// What is left out or withheld, and why.
  public var unknown: [UnknownFigure]
  /// Whether the number of contacts that T(K) reached is withheld.
  var isReachWithheld = false
  /// Channels, by index, the number of whose contacts is withheld.
  var withheldChannels: Set<Int> = []

  /// The graph, whatever its kind.
  public var graph: any Graph {
    switch edges {
    case .directed(let graph): graph
    case .undirected(let graph): graph
    }
  }

  /// The graph without directions; arcs both ways become one edge with the sum of their weights.
  public func undirected(threads: Int = 1) -> UndirectedGraph {
    switch edges {
    case .directed(let graph): UndirectedGraph(graph, parallelEdges: .sum, threads: threads)
    case .undirected(let graph): graph
    }
  }

  /// The articulation points and bridges, directions aside: nodes that more than one edge ties have no bridge.
  func cutStructure(threads: Int) -> CutStructure {
    if let edgesOnce { return UndirectedGraph(edgesOnce, threads: threads).cutStructure() }
    switch edges {
    case .directed(let graph): return graph.cutStructure(threads: threads)
    case .undirected(let graph): return graph.cutStructure()
    }
  }

  /// Whether nodes are contacts that must not be told apart: each row about one would be a group of one.
  public var hidesContacts: Bool { minimumGroup.isAsked }

  /// Whether a row about this node may be shown.
  func shows(_ node: Node) -> Bool { node.kind != .contact || !hidesContacts }

  /// The node with this id; of a contact and a channel with the same id, the contact.
  public func node(ofID id: String) -> NodeID? { nodes.firstIndex { $0.id == id }.map { NodeID($0) } }

  /// The same nodes and edges without weights.
  var unweighted: Network {
    var network = self
    network.edgesOnce = edgesOnce.map {
      EdgeList(nodeCount: $0.nodeCount, sources: $0.sources, targets: $0.targets)
    }
    switch edges {
    case .directed(let graph): network.edges = .directed(graph.unweighted)
    case .undirected(let graph): network.edges = .undirected(graph.unweighted)
    }
    return network
  }

  /// Whether ties have a direction.
  public var isDirected: Bool { graph.isDirected }

  /// Whether ties have weights that are all integers.
  public var hasIntegerWeights: Bool {
    graph.outgoing.weights?.allSatisfy { Int64(exactly: $0) != nil } ?? false
  }

  /// The edges as a list, with their weights if they have any, in the order of the nodes they leave.
  public var edgeList: EdgeList { edgeList(graph.isWeighted ? { $0 } : nil) }

  /// The edges as a list, with other weights or without any.
  private func edgeList(_ weight: ((Double) -> Double)?) -> EdgeList {
    let outgoing = graph.outgoing
    let isDirected = graph.isDirected
    var list = EdgeList(nodeCount: nodes.count, isWeighted: weight != nil)
    for node in graph.nodes {
      for position in outgoing.row(node) where isDirected || outgoing.neighbors[position] >= node {
        list.append(
          from: node, to: outgoing.neighbors[position], weight: weight.map { $0(outgoing.weight(at: position)) } ?? 1)
      }
    }
    return list
  }

  /// The same nodes and edges with other weights.
  func reweighted(_ weight: @escaping (Double) -> Double) -> Network {
    var network = self
    let list = edgeList(weight)
    network.edges = graph.isDirected ? .directed(DirectedGraph(list)) : .undirected(UndirectedGraph(list))
    return network
  }
}

extension Dataset {
  func partnerNode(_ partner: Int) -> Network.Node {
    Network.Node(
      kind: .partner, index: partner, id: partners[partner].id, label: partners[partner].label,
      sector: partners[partner].sector)
  }

  func contactNode(_ contact: Int) -> Network.Node {
    Network.Node(
      kind: .contact, index: contact, id: contacts.ids[contact], label: contacts.label(of: contact),
      sector: contacts.sectors[contact])
  }

  func channelNode(_ channel: Int) -> Network.Node {
    Network.Node(
      kind: .channel, index: channel, id: channels[channel].id, label: channels[channel].label, sector: nil)
  }
}

extension Contacts {
  /// The name of a contact, or its id where it has none.
  package func label(of contact: Int) -> String {
    guard let name = names?[contact], !name.isEmpty else { return ids[contact] }
    return name
  }
}
