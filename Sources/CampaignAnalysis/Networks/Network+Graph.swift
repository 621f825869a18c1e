public import CampaignModel
public import GraphStructures

extension Network {
  /// A network of a graph that comes from no dataset, its nodes ordered as they are.
  ///
  /// Parallel edges and loops stay and count as each measure says.
  ///
  /// - Parameters:
  ///   - ids: the id of each node.
  ///   - labels: the name of each node, or its id.
  ///   - edges: the edges by node number.
  ///   - edgesOnce: each edge once, of a graph that mixes both kinds, whose edges without direction `edges` has as an arc
  ///     either way; nil for others.
  ///   - dataset: what stands in for a dataset, with the graph's name and without tables.
  /// - Complexity: O(n + m).
  public init(
    ids: [String], labels: [String], edges: EdgeList, isDirected: Bool, edgesOnce: EdgeList? = nil,
    in dataset: Dataset, threads: Int = 1
  ) {
    precondition(ids.count == edges.nodeCount && labels.count == ids.count, "Every node needs an id and a name.")
    projection = .ties
    scope = Scope(windowOf: dataset)
    nodes = ids.indices.map { Node(kind: .node, index: $0, id: ids[$0], label: labels[$0], sector: nil) }
    self.edges =
      isDirected
      ? .directed(DirectedGraph(edges, threads: threads)) : .undirected(UndirectedGraph(edges, threads: threads))
    self.edgesOnce = edgesOnce
    minimumGroup = 0
    unknown = []
  }
}

extension Dataset {
  /// What stands in for a dataset where a graph comes from none: a name, and no tables.
  ///
  /// - Parameters:
  ///   - ids: ids of nodes that are to stand in for contacts.
  ///   - labels: the name of each, or its id.
  public init(ofGraph name: String, ids: [String] = [], labels: [String] = []) {
    self.init(
      name: name, partners: [], channels: [], contacts: Contacts(ids: TextColumn(ids), names: TextColumn(labels)),
      log: TouchLog([], contactCount: ids.count), tables: [])
  }

  /// Whether it stands in for a graph that comes from no dataset.
  public var isOfGraph: Bool { tables.isEmpty }
}
