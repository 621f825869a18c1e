import GraphStructures
import Parallelism

/// How each node divides its attention among its neighbors: the ground of Burt's measures.
///
///     z(u, v) = w(u, v) + w(v, u),   p(u, v) = z(u, v) / Σ z(u, ·),   m(u, v) = z(u, v) / max z(u, ·)
struct TieShares: Sendable {
  /// The graph of z: undirected, without loops, parallel edges added up.
  let ties: Adjacency
  /// Σ z(u, ·) of each node u.
  let sums: [Double]
  /// max z(u, ·) of each node u.
  let largest: [Double]

  init(_ graph: some Graph, threads: Int) {
    let edges: EdgeList
    if graph.isDirected {
      edges = EdgeList(graph.outgoing)
    } else {
      edges = EdgeList(halfOf: graph.outgoing, weighted: true)
    }
    ties = UndirectedGraph(edges, parallelEdges: .sum, loops: .drop, threads: threads).adjacency
    let ties = ties
    let rows = (0..<NodeID(ties.nodeCount)).map { ties.row($0) }
    sums = rows.map { row in row.reduce(0) { $0 + ties.weight(at: $1) } }
    largest = rows.map { row in row.reduce(0) { max($0, ties.weight(at: $1)) } }
  }

  /// For each arc from v to u what joins its ends in two steps: Σ over common neighbors q of z(v, q) z(u, q) f(q).
  ///
  /// It is the same for both arcs of a tie, so it is worked out once, from the end with more ties: its own are marked,
  /// and the row of the other end is read. Few ties lead to an end with as many ties or more, so that hubs cost little:
  /// O(m^1.5) time, O(n + m) memory.
  ///
  /// - Parameter factors: f of each node.
  func commonTies(factors: [Double], threads: Int) -> [Double] {
    let nodeCount = ties.nodeCount
    return [Double](slots: ties.arcCount) { found in
      parallelChunks(nodeCount, size: max(64, nodeCount / 64), threads: threads) { _, nodes in
        var strengths = [Double](repeating: 0, count: nodeCount)
        for node in nodes {
          let row = ties.row(NodeID(node))
          for arc in row { strengths[Int(ties.neighbors[arc])] = ties.weight(at: arc) }
          for arc in row where isFewer(ties.neighbors[arc], NodeID(node)) {
            var (sum, back) = (0.0, arc)
            for further in ties.row(ties.neighbors[arc]) {
              let common = Int(ties.neighbors[further])
              if common == node { back = further }
              sum += strengths[common] * ties.weight(at: further) * factors[common]
            }
            found[arc] = sum
            found[back] = sum
          }
          for arc in row { strengths[Int(ties.neighbors[arc])] = 0 }
        }
      }
    }
  }

  /// Whether a node has fewer ties than another, of as many the smaller number.
  private func isFewer(_ node: NodeID, _ other: NodeID) -> Bool {
    (ties.arcCount(of: node), node) < (ties.arcCount(of: other), other)
  }

  /// One number for each node that has a tie of weight above 0, nil for the others.
  func values(_ value: (_ node: NodeID, _ row: Range<Int>) -> Double) -> [Double?] {
    (0..<NodeID(ties.nodeCount)).map { sums[Int($0)] > 0 ? value($0, ties.row($0)) : nil }
  }
}
