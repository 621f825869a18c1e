import GraphStructures

/// Counted shortest paths where weights are lengths.
struct CountedLengthPaths: CountedPaths {
  private let arcs: Adjacency
  private var search: BestFirstSearch
  /// The place of each node among those reached, nearest first; −1 where not reached.
  private var places: [Int32]
  /// The number of shortest paths to each node.
  private var counts: [Double]
  /// (1 + dependency) / count of each node.
  private var shares: [Double]

  init(_ arcs: Adjacency) {
    self.arcs = arcs
    search = BestFirstSearch([arcs], .length)
    places = [Int32](repeating: -1, count: arcs.nodeCount)
    counts = [Double](repeating: 0, count: arcs.nodeCount)
    shares = counts
  }

  mutating func search(from source: NodeID) {
    for node in search.order {
      places[Int(node)] = -1
      counts[Int(node)] = 0
    }
    search.run(from: [source])
    counts[Int(source)] = 1
    for (place, node) in search.order.enumerated() { places[Int(node)] = Int32(place) }
    for node in search.order {
      for arc in arcs.row(node) where isOnShortestPath(node, arc) {
        counts[Int(arcs.neighbors[arc])] += counts[Int(node)]
      }
    }
  }

  mutating func visitDependencies(_ body: (_ node: Int, _ dependency: Double) -> Void) {
    for node in search.order.dropFirst().reversed() {
      var sum = 0.0
      for arc in arcs.row(node) where isOnShortestPath(node, arc) { sum += shares[Int(arcs.neighbors[arc])] }
      let dependency = counts[Int(node)] * sum
      shares[Int(node)] = (1 + dependency) / counts[Int(node)]
      body(Int(node), dependency)
    }
  }

  /// Whether a shortest path uses this arc: it leads from a node to a later one, and no other way is shorter.
  private func isOnShortestPath(_ node: NodeID, _ arc: Int) -> Bool {
    let neighbor = Int(arcs.neighbors[arc])
    guard places[neighbor] > places[Int(node)] else { return false }
    let length = search.keys[Int(node)] + arcs.weight(at: arc)
    return length - search.keys[neighbor] <= 1e-9 * length
  }
}
