/// What the algorithms ask of a graph: its arcs row by row, along and against their direction.
///
/// Every algorithm that is defined for both kinds of graph is written once, on this protocol.
public protocol Graph: Sendable {
  /// The number of nodes.
  var nodeCount: Int { get }
  /// The number of edges, each counted once.
  var edgeCount: Int { get }
  /// Whether the edges have a direction.
  var isDirected: Bool { get }
  /// For each node the arcs that leave it.
  var outgoing: Adjacency { get }
  /// For each node the arcs that enter it; the same as `outgoing` when the graph is undirected.
  var incoming: Adjacency { get }
}

extension Graph {
  /// Whether the edges carry weights; where they do not, each counts 1.
  public var isWeighted: Bool { outgoing.weights != nil }

  /// The node ids in order.
  public var nodes: Range<NodeID> { 0..<NodeID(nodeCount) }

  /// Traps unless `node` is a node of this graph.
  package func check(_ node: NodeID, _ role: StaticString) {
    precondition(node >= 0 && Int(node) < nodeCount, "The \(role) must be a node of the graph.")
  }
}
