import GraphStructures

extension EdgeList {
  /// The edges of an undirected graph's adjacency, each once, from its smaller node.
  ///
  /// - Parameter weighted: whether weights, where there are some, come along.
  init(halfOf adjacency: Adjacency, weighted: Bool = false) {
    let isWeighted = weighted && adjacency.weights != nil
    self.init(nodeCount: adjacency.nodeCount, isWeighted: isWeighted)
    for node in 0..<NodeID(adjacency.nodeCount) {
      for position in adjacency.row(node) where adjacency.neighbors[position] >= node {
        append(from: node, to: adjacency.neighbors[position], weight: adjacency.weight(at: position))
      }
    }
  }
}
