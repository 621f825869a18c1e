import CampaignAnalysis
public import GraphStructures

extension Network {
  /// A network of a graph that comes from no dataset, its nodes ordered as they are.
  ///
  /// Parallel edges and loops stay and count as each measure says.
  ///
  /// - Parameters:
  ///   - name: what the graph is called.
  ///   - ids: the id of each node.
  ///   - labels: the name of each node, or its id.
  ///   - edges: the edges by node number.
  ///   - edgesOnce: each edge once, of a graph that mixes both kinds, whose edges without direction `edges` has as an arc
  ///     either way; nil for others.
  /// - Complexity: O(n + m).
  public init(
    ofGraph name: String, ids: [String], labels: [String], edges: EdgeList, isDirected: Bool,
    edgesOnce: EdgeList? = nil, threads: Int = 1
  ) {
    precondition(ids.count == edges.nodeCount && labels.count == ids.count, "Every node needs an id and a name.")
    self.init(
      subject: .graph(name: name, ids: ids, labels: labels), projection: nil,
      nodes: ids.indices.map { Node(kind: .node, index: $0, id: ids[$0], label: labels[$0], sector: nil) },
      edges: isDirected
        ? .directed(DirectedGraph(edges, threads: threads)) : .undirected(UndirectedGraph(edges, threads: threads)),
      minimumGroup: .none, unknown: [])
    self.edgesOnce = edgesOnce
  }
}
