public import GraphStructures

/// A graph with what a file says of it: node ids as text, and typed attributes of nodes, edges and the graph.
///
/// Nodes are numbered in the order of ``nodeIDs``; edge i is entry i of ``edges``. Parallel edges and loops stay.
public struct AttributedGraph: Sendable, Equatable {
  /// Whether edges lead from their source to their target only.
  public var isDirected: Bool
  /// Where a file mixes both kinds, whether each edge has a direction; nil where ``isDirected`` speaks for all. A mixed
  /// graph is directed: see ``arcs``.
  public var edgeDirections: [Bool]?
  /// The id of each node, all different byte by byte.
  public var nodeIDs: [String]
  /// Whether ids were written as integers where the format tells numbers from text.
  public var hasIntegerIDs: Bool
  /// The edges, with their weights if they have any; larger is stronger.
  public var edges: EdgeList
  /// Whether weights were written as integers.
  public var hasIntegerWeights: Bool
  /// What is said of nodes, one column a name.
  public var nodeAttributes: [AttributeColumn]
  /// What is said of edges but the weight, one column a name.
  public var edgeAttributes: [AttributeColumn]
  /// The name of the attribute of edges that tells when each happened; nil without one.
  public var timeAttribute: String?
  /// What is said of the graph itself, in order.
  public var attributes: [NamedAttribute]

  /// A graph of the edges given. An attribute of edges named `time` is their time, unless another is named.
  ///
  /// - Precondition: one id per node; columns as long as the nodes or edges.
  public init(
    isDirected: Bool, edgeDirections: [Bool]? = nil, nodeIDs: [String], edges: EdgeList, hasIntegerIDs: Bool = false,
    hasIntegerWeights: Bool = false, nodeAttributes: [AttributeColumn] = [], edgeAttributes: [AttributeColumn] = [],
    timeAttribute: String? = nil, attributes: [NamedAttribute] = []
  ) {
    precondition(nodeIDs.count == edges.nodeCount, "Every node needs an id.")
    precondition(nodeAttributes.allSatisfy { $0.count == nodeIDs.count }, "A column has a value per node.")
    precondition(edgeAttributes.allSatisfy { $0.count == edges.count }, "A column has a value per edge.")
    precondition(
      edgeDirections == nil || (isDirected && edgeDirections?.count == edges.count), "Every edge has a kind.")
    self.isDirected = isDirected
    self.edgeDirections = edgeDirections
    self.nodeIDs = nodeIDs
    self.edges = edges
    self.hasIntegerIDs = hasIntegerIDs
    self.hasIntegerWeights = hasIntegerWeights
    self.nodeAttributes = nodeAttributes
    self.edgeAttributes = edgeAttributes
    self.timeAttribute = timeAttribute ?? edgeAttributes.first { $0.name == "time" }?.name
    self.attributes = attributes
  }

  /// The number of nodes.
  public var nodeCount: Int { nodeIDs.count }

  /// The number of loops, edges from a node to itself. O(m).
  public var loopCount: Int { zip(edges.sources, edges.targets).count { $0 == $1 } }

  /// The column of ``timeAttribute``.
  public var times: AttributeColumn? { timeAttribute.flatMap { name in edgeAttributes.first { $0.name == name } } }

  /// What a node is called: its attribute `label` or `name`, or its id.
  public func label(of node: Int) -> String {
    for name in ["label", "name"] {
      if let column = nodeAttributes.first(where: { $0.name == name }), case .text(let label)? = column[node],
        !label.isEmpty
      {
        return label
      }
    }
    return nodeIDs[node]
  }

  /// The edges as arcs: in a mixed graph each undirected edge, unless it is a loop, has a second arc the other way,
  /// listed behind all others; nil where no edge needs one.
  ///
  /// - Returns: the arcs, and the edge that each of them stands for.
  public var arcs: (edges: EdgeList, origins: [Int])? {
    guard let edgeDirections else { return nil }
    let returned = edges.sources.indices.filter { !edgeDirections[$0] && edges.sources[$0] != edges.targets[$0] }
    let list = EdgeList(
      nodeCount: nodeCount, sources: edges.sources + returned.map { edges.targets[$0] },
      targets: edges.targets + returned.map { edges.sources[$0] },
      weights: edges.weights.map { weights in weights + returned.map { weights[$0] } })
    return (list, Array(edges.sources.indices) + returned)
  }

  /// The graph with ``arcs`` for edges, for formats that cannot mix both kinds.
  var asArcs: AttributedGraph {
    guard let (list, origins) = arcs else { return self }
    var graph = self
    graph.edgeDirections = nil
    graph.edges = list
    graph.edgeAttributes = edgeAttributes.map { column in
      AttributeColumn(column.name, of: origins.map { column[$0] }, declared: column.type)
    }
    return graph
  }

  /// The rows of the edges alone: a directed or undirected graph.
  ///
  /// - Complexity: O(n + m).
  public func graph(
    parallelEdges: ParallelEdges = .keep, loops: Loops = .keep, threads: Int = 1
  ) -> any Graph {
    let edges = arcs?.edges ?? edges
    return isDirected
      ? DirectedGraph(edges, parallelEdges: parallelEdges, loops: loops, threads: threads)
      : UndirectedGraph(edges, parallelEdges: parallelEdges, loops: loops, threads: threads)
  }

  /// Whether two edges join the same nodes, in the same direction if they have one.
  ///
  /// - Complexity: O(n + m).
  var hasParallelEdges: Bool {
    let outgoing = graph().outgoing
    for node in 0..<Int32(nodeCount) {
      let row = outgoing.neighbors(of: node)
      if zip(row, row.dropFirst()).contains(where: { $0 == $1 }) { return true }
    }
    return false
  }
}
