import GraphStructures
import Parallelism

extension Adjacency {
  /// The sum of the neighbors' values, each times the weight of its arc.
  ///
  /// - Parameters:
  ///   - values: one per node.
  ///   - node: whose neighbors are meant.
  ///   - usesWeights: false to let every arc weigh 1.
  func gathered(_ values: Span<Double>, at node: NodeID, usesWeights: Bool) -> Double {
    precondition(values.count == nodeCount, "Every node needs a value.")
    let neighbors = neighbors.span
    var sum = 0.0
    if usesWeights, let weights {
      for arc in row(node) { sum += values[Int(neighbors[arc])] * weights[arc] }
    } else {
      for arc in row(node) {
        // Safety: arcs lie within the neighbors, and neighbors are nodes, each of which has a value.
        sum += unsafe values[unchecked: Int(neighbors[unchecked: arc])]
      }
    }
    return sum
  }

  /// For each node the weighted sum of its neighbors' values.
  func gathered(_ values: [Double], threads: Int) -> [Double] {
    [Double](slots: nodeCount) { sums in
      parallelChunks(nodeCount, size: 1 << 12, threads: threads) { _, nodes in
        for node in nodes { sums[node] = gathered(values.span, at: NodeID(node), usesWeights: true) }
      }
    }
  }
}

extension [Double] {
  /// The sum of the absolute differences to another list of the same length, added in order.
  func distance(to other: [Double]) -> Double {
    zip(self, other).reduce(0) { $0 + abs($1.0 - $1.1) }
  }
}
