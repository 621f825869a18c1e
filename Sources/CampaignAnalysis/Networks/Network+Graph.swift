public import CampaignModel
public import GraphStructures

extension Network {
  /// A network of a graph that comes from no dataset, its nodes ordered as they are.
  ///
  /// Parallel edges and loops stay and count as each measure says, unless a simple network is asked for: there
  /// parallel edges become one with the sum of their weights, each counting 1 where there are none, and loops are left out.
  ///
  /// - Parameters:
  ///   - ids: the id of each node.
  ///   - labels: the name of each node, or its id.
  ///   - edges: the edges by node number.
  ///   - dataset: what stands in for a dataset, with the graph's name and without tables.
  /// - Complexity: O(n + m).
  public init(
    ids: [String], labels: [String], edges: EdgeList, isDirected: Bool, isSimple: Bool = false, in dataset: Dataset,
    threads: Int = 1
  ) {
    precondition(ids.count == edges.nodeCount && labels.count == ids.count, "Every node needs an id and a name.")
    projection = .ties
    scope = Scope(windowOf: dataset)
    nodes = ids.indices.map { Node(kind: .node, index: $0, id: ids[$0], label: labels[$0], sector: nil) }
    let (parallel, loops) = isSimple ? (ParallelEdges.sum, Loops.drop) : (.keep, .keep)
    self.edges =
      isDirected
      ? .directed(DirectedGraph(edges, parallelEdges: parallel, loops: loops, threads: threads))
      : .undirected(UndirectedGraph(edges, parallelEdges: parallel, loops: loops, threads: threads))
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
      log: TouchpointLog([], contactCount: ids.count), tables: [])
  }

  /// Whether it stands in for a graph that comes from no dataset.
  public var isOfGraph: Bool { tables.isEmpty }
}
