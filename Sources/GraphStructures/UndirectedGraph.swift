/// An immutable undirected graph: every edge stands in the rows of both its ends, a loop once in its node's row.
///
/// Building sorts by counting, in linear time; the result does not depend on the number of threads.
public struct UndirectedGraph: Graph, Equatable {
  /// For each node its edges' other ends.
  public let adjacency: Adjacency
  /// The number of loops, edges from a node to itself.
  public let loopCount: Int

  /// The number of nodes.
  public var nodeCount: Int { adjacency.nodeCount }
  /// The number of edges, each counted once.
  public var edgeCount: Int { (adjacency.arcCount + loopCount) / 2 }
  /// Always false.
  public var isDirected: Bool { false }
  /// The same as ``adjacency``: every edge leaves both its ends.
  public var outgoing: Adjacency { adjacency }
  /// The same as ``adjacency``: every edge enters both its ends.
  public var incoming: Adjacency { adjacency }

  /// A graph of the edges given, whatever the order of their ends.
  ///
  /// - Parameters:
  ///   - edges: the edges; (u, v) and (v, u) are parallel.
  ///   - parallelEdges: what becomes of edges that join the same two nodes; kept by default.
  ///   - loops: whether edges from a node to itself stay; they do by default.
  ///   - threads: upper bound on threads.
  /// - Complexity: O(n + m) time and memory.
  public init(_ edges: EdgeList, parallelEdges: ParallelEdges = .keep, loops: Loops = .keep, threads: Int = 1) {
    let both = MirroredArcs(edges: edges, dropsLoops: loops == .drop)
    let tracked = edges.weights != nil
    let first = GroupedArcs(both, nodeCount: edges.nodeCount, tracked: tracked, threads: threads)
    let second = GroupedArcs(RowArcs(rows: first), nodeCount: edges.nodeCount, tracked: tracked, threads: threads)
    self.init(adjacency: second.adjacency(weights: edges.weights, parallelEdges, threads: threads))
  }

  /// The undirected view of a directed graph: each arc an edge.
  ///
  /// - Parameters:
  ///   - graph: the graph whose directions are dropped.
  ///   - parallelEdges: what becomes of edges that join the same two nodes, such as u → v and v → u.
  ///   - loops: whether edges from a node to itself stay.
  ///   - threads: upper bound on threads.
  /// - Complexity: O(n + m) time and memory.
  public init(
    _ graph: DirectedGraph, parallelEdges: ParallelEdges = .keep, loops: Loops = .keep, threads: Int = 1
  ) {
    self.init(EdgeList(graph.outgoing), parallelEdges: parallelEdges, loops: loops, threads: threads)
  }

  /// The graph without weights.
  ///
  /// - Complexity: O(1).
  public var unweighted: UndirectedGraph {
    UndirectedGraph(adjacency: adjacency.unweighted, loopCount: loopCount)
  }

  private init(adjacency: Adjacency, loopCount: Int) {
    self.adjacency = adjacency
    self.loopCount = loopCount
  }

  init(adjacency: Adjacency) {
    self.adjacency = adjacency
    var loops = 0
    for node in 0..<NodeID(adjacency.nodeCount) {
      for position in adjacency.row(node) where adjacency.neighbors[position] == node { loops += 1 }
    }
    loopCount = loops
  }
}

extension EdgeList {
  /// The arcs of an adjacency as edges, row by row.
  ///
  /// - Complexity: O(n + m).
  public init(_ adjacency: Adjacency) {
    var sources: [NodeID] = []
    sources.reserveCapacity(adjacency.arcCount)
    for node in 0..<NodeID(adjacency.nodeCount) {
      sources.append(contentsOf: repeatElement(node, count: adjacency.arcCount(of: node)))
    }
    self.init(
      nodeCount: adjacency.nodeCount, sources: sources, targets: adjacency.neighbors, weights: adjacency.weights)
  }
}
