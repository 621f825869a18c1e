/// An immutable directed graph, its arcs stored along and against their direction.
///
/// Building sorts by counting, in linear time; the result does not depend on the number of threads.
public struct DirectedGraph: Graph, Equatable {
  /// For each node the arcs that leave it.
  public let outgoing: Adjacency
  /// For each node the arcs that enter it.
  public let incoming: Adjacency

  /// The number of nodes.
  public var nodeCount: Int { outgoing.nodeCount }
  /// The number of edges, each one arc.
  public var edgeCount: Int { outgoing.arcCount }
  /// Always true.
  public var isDirected: Bool { true }

  /// A graph of the edges given.
  ///
  /// - Parameters:
  ///   - edges: the edges; each runs from its source to its target.
  ///   - parallelEdges: what becomes of edges with the same source and target; kept by default.
  ///   - loops: whether edges from a node to itself stay; they do by default.
  ///   - threads: upper bound on threads.
  /// - Complexity: O(n + m) time and memory.
  public init(_ edges: EdgeList, parallelEdges: ParallelEdges = .keep, loops: Loops = .keep, threads: Int = 1) {
    let listed = ListedArcs(edges: edges, swapped: true, dropsLoops: loops == .drop)
    let tracked = edges.weights != nil
    // Rows filled in the order of the other end come out sorted: sort by target, then stably by source.
    let byTarget = GroupedArcs(listed, nodeCount: edges.nodeCount, tracked: tracked, threads: threads)
    let bySource = GroupedArcs(
      RowArcs(rows: byTarget), nodeCount: edges.nodeCount, tracked: tracked, threads: threads)
    let outgoing = bySource.adjacency(weights: edges.weights, parallelEdges, threads: threads)
    self.init(outgoing: outgoing, threads: threads)
  }

  /// The graph whose arcs along their direction are `outgoing`; sorts them against it.
  init(outgoing: Adjacency, threads: Int) {
    self.outgoing = outgoing
    incoming = outgoing.transposed(threads: threads)
  }

  /// The graph with every edge turned around.
  ///
  /// - Complexity: O(1).
  public var reversed: DirectedGraph { DirectedGraph(outgoing: incoming, incoming: outgoing) }

  /// The graph without weights.
  ///
  /// - Complexity: O(1).
  public var unweighted: DirectedGraph { DirectedGraph(outgoing: outgoing.unweighted, incoming: incoming.unweighted) }

  private init(outgoing: Adjacency, incoming: Adjacency) {
    self.outgoing = outgoing
    self.incoming = incoming
  }
}
