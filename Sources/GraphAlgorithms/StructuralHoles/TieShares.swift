import GraphStructures
import Parallelism

/// How each node divides its attention among its neighbors: the ground of Burt's measures.
///
///     z(u, v) = w(u, v) + w(v, u),   p(u, v) = z(u, v) / Σ z(u, ·),   m(u, v) = z(u, v) / max z(u, ·)
struct TieShares: Sendable {
  /// The graph of z: undirected, without loops, parallel edges added up.
  let ties: Adjacency
  private let sums: [Double]
  private let largest: [Double]

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

  /// p(u, v), the share that u gives the neighbor at this position of its row.
  func share(of node: NodeID, at position: Int) -> Double { ties.weight(at: position) / sums[Int(node)] }

  /// m(u, v), the tie to the neighbor at this position measured by u's strongest.
  func relativeStrength(of node: NodeID, at position: Int) -> Double {
    ties.weight(at: position) / largest[Int(node)]
  }

  /// One number for each node that has a tie of weight above 0, nil for the others.
  ///
  /// - Parameter value: takes a node and a row of zeros of one place per node, which it must leave as it found it.
  func values(
    threads: Int, _ value: @Sendable (_ node: NodeID, _ scratch: inout [Double]) -> Double
  ) -> [Double?] {
    let nodeCount = ties.nodeCount
    let found = [Double](slots: nodeCount) { found in
      parallelChunks(nodeCount, size: max(64, nodeCount / 64), threads: threads) { _, nodes in
        var scratch = [Double](repeating: 0, count: nodeCount)
        for node in nodes { found[node] = sums[node] > 0 ? value(NodeID(node), &scratch) : -1 }
      }
    }
    return found.indices.map { sums[$0] > 0 ? found[$0] : nil }
  }
}
