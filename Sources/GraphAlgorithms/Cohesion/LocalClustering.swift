public import GraphStructures
import Parallelism

extension UndirectedGraph {
  /// The number of triangles each node is a corner of; loops and parallel edges do not count.
  ///
  /// - Complexity: O(m^1.5) time, O(n + m) memory.
  public func triangleCounts(threads: Int = 1) -> [Int] {
    TriangleCount(simple(threads), countsArcs: false, threads: threads).counts()
  }

  /// The local clustering coefficient of each node: of the pairs of its neighbors, the share that is tied.
  ///
  ///     c(v) = triangles(v) / (d (d − 1) / 2)
  ///
  /// d is the number of distinct neighbors other than v; with fewer than two of them c(v) = 0. Weights, loops and
  /// parallel edges do not count. This is LCC of LDBC Graphalytics for undirected graphs.
  ///
  /// - Parameter threads: upper bound on threads; the result does not depend on it.
  /// - Returns: one number per node, 0 to 1.
  /// - Complexity: O(m^1.5) time, O(n + m) memory.
  ///
  /// Reference: D. J. Watts, S. H. Strogatz, "Collective dynamics of 'small-world' networks", Nature 393, 1998,
  /// doi:10.1038/30918.
  public func localClustering(threads: Int = 1) -> [Double] {
    let simple = simple(threads)
    let triangles = TriangleCount(simple, countsArcs: false, threads: threads).counts()
    return simple.shares(of: triangles.map { 2 * $0 })
  }

  /// The share of paths of two edges that close to a triangle, over the whole graph; nil when there is no such path.
  ///
  /// - Complexity: O(m^1.5) time, O(n + m) memory.
  ///
  /// Reference: S. Wasserman, K. Faust, *Social Network Analysis*, 1994, section 6.3, doi:10.1017/CBO9780511815478.
  public func transitivity(threads: Int = 1) -> Double? {
    let simple = simple(threads)
    let triangles = TriangleCount(simple, countsArcs: false, threads: threads).counts().reduce(0, +)
    let pairs = nodes.reduce(0) { sum, node in
      let degree = simple.adjacency.arcCount(of: node)
      return sum + degree * (degree - 1) / 2
    }
    return pairs > 0 ? Double(triangles) / Double(pairs) : nil
  }

  /// This graph without loops and parallel edges.
  fileprivate func simple(_ threads: Int) -> UndirectedGraph {
    if isSimple { return self }
    return UndirectedGraph(EdgeList(halfOf: adjacency), parallelEdges: .first, loops: .drop, threads: threads)
  }

  /// Each node's count, of its ordered pairs of neighbors.
  fileprivate func shares(of counts: [Int]) -> [Double] {
    nodes.map { node in
      let degree = adjacency.arcCount(of: node)
      return degree > 1 ? Double(counts[Int(node)]) / Double(degree * (degree - 1)) : 0
    }
  }
}

extension DirectedGraph {
  /// The local clustering coefficient of each node of a directed graph, as LDBC Graphalytics defines it (LCC).
  ///
  ///     c(v) = |arcs between two nodes of N(v)| / (d (d − 1)),   N(v) = the d nodes other than v with an arc from or to v
  ///
  /// With fewer than two neighbors c(v) = 0. Weights, loops and parallel arcs do not count.
  ///
  /// - Parameter threads: upper bound on threads; the result does not depend on it.
  /// - Returns: one number per node, 0 to 1.
  /// - Complexity: O(m^1.5) time, O(n + m) memory.
  ///
  /// Reference: A. Iosup et al., "LDBC Graphalytics: a benchmark for large-scale graph analysis on parallel and
  /// distributed platforms", PVLDB 9(13), 2016, doi:10.14778/3007263.3007270.
  public func localClustering(threads: Int = 1) -> [Double] {
    var arcs = EdgeList(outgoing)
    arcs = EdgeList(nodeCount: nodeCount, sources: arcs.sources, targets: arcs.targets)
    let single = DirectedGraph(arcs, parallelEdges: .first, loops: .drop, threads: threads)
    let ties = UndirectedGraph(single, parallelEdges: .sum, threads: threads)
    return ties.shares(of: TriangleCount(ties, countsArcs: true, threads: threads).counts())
  }
}
