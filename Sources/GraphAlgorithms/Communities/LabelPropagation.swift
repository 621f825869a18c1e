public import GraphStructures
import Parallelism
import Randomness

extension UndirectedGraph {
  /// Communities by label propagation: each node takes on the label that most of its neighbors bear.
  ///
  /// Nodes are visited one by one in an order drawn anew each round; of labels with equal weight the node keeps its
  /// own, else one is drawn. It ends when every node has a label of the greatest weight around it.
  ///
  /// - Parameters:
  ///   - maximumIterations: the most rounds made.
  ///   - generator: draws orders and ties.
  /// - Throws: `notConverged`; `invalidWeight` for a weight that is negative or not finite.
  /// - Complexity: O(n + m) a round, few rounds in practice; O(n) memory.
  ///
  /// Reference: U. N. Raghavan, R. Albert, S. Kumara, "Near linear time algorithm to detect community structures in
  /// large-scale networks", Physical Review E 76, 2007, doi:10.1103/PhysRevE.76.036106.
  public func labelPropagation(
    maximumIterations: Int = 1000, using generator: inout some RandomNumberGenerator
  ) throws(GraphAlgorithmError) -> Communities {
    try requireWeights(.nonNegative, for: "Label propagation")
    var labels = nodes.map { $0 }
    var order = labels
    var votes = LabelVotes(count: nodeCount)
    var changes = nodeCount
    for _ in 0..<maximumIterations where changes > 0 {
      generator.shuffle(&order)
      changes = 0
      for node in order {
        votes.collect([adjacency], node, labels, weighted: true)
        let winners = votes.winners()
        votes.clear()
        guard !winners.isEmpty, !winners.contains(labels[Int(node)]) else { continue }
        labels[Int(node)] = winners[generator.draw(below: winners.count)]
        changes += 1
      }
    }
    guard changes == 0 else {
      throw .notConverged(
        algorithm: "Label propagation", iterations: maximumIterations, change: Double(changes), tolerance: 1)
    }
    return try communities(labels)
  }
}

extension Graph {
  /// The labels after a number of rounds of synchronous label propagation, as LDBC Graphalytics defines it (CDLP).
  ///
  /// All nodes change at once. Each takes the label most frequent among its neighbors, of equally frequent ones the
  /// smallest; in a directed graph a neighbor by arcs both ways counts twice. Weights do not count. Deterministic.
  ///
  /// - Parameters:
  ///   - iterations: number of rounds.
  ///   - initial: the label each node starts with; its id when nil.
  ///   - threads: upper bound on threads; the result does not depend on it.
  /// - Returns: one label per node; a node without neighbors keeps its own.
  /// - Complexity: O(n + m) a round; O(n) memory per thread.
  ///
  /// Reference: A. Iosup et al., "LDBC Graphalytics", PVLDB 9(13), 2016, doi:10.14778/3007263.3007270.
  public func synchronousLabels(iterations: Int, initial: [Int64]? = nil, threads: Int = 1) -> [Int64] {
    precondition(iterations >= 0, "The number of rounds must not be negative.")
    precondition((initial?.count ?? nodeCount) == nodeCount, "Every node needs a label to start with.")
    let names = Array(Set(initial ?? nodes.map { Int64($0) })).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: zip(names, Int32(0)...))
    var labels = (initial ?? nodes.map { Int64($0) }).map { ranks[$0] ?? 0 }
    let adjacencies = adjacencies(.both)
    let nodeCount = nodeCount
    for _ in 0..<iterations {
      let old = labels
      let next = [Int32](slots: nodeCount) { next in
        parallelChunks(nodeCount, size: max(1024, nodeCount / 32), threads: threads) { _, nodes in
          var votes = LabelVotes(count: nodeCount)
          for node in nodes {
            votes.collect(adjacencies, NodeID(node), old, weighted: false)
            next[node] = votes.winners().min() ?? old[node]
            votes.clear()
          }
        }
      }
      if next == old { break }
      labels = next
    }
    return labels.map { names[Int($0)] }
  }
}

/// The labels around a node and how much speaks for each.
private struct LabelVotes {
  private var sums: [Double]
  private var met: [Int32] = []

  init(count: Int) { sums = [Double](repeating: 0, count: count) }

  mutating func collect(_ adjacencies: [Adjacency], _ node: NodeID, _ labels: [Int32], weighted: Bool) {
    for adjacency in adjacencies {
      for arc in adjacency.row(node) where adjacency.neighbors[arc] != node {
        let label = labels[Int(adjacency.neighbors[arc])]
        if sums[Int(label)] == 0 { met.append(label) }
        sums[Int(label)] += weighted ? adjacency.weight(at: arc) : 1
      }
    }
  }

  /// The labels with the greatest sum, above 0, in the order they were met.
  func winners() -> [Int32] {
    let most = met.reduce(0) { max($0, sums[Int($1)]) }
    return most > 0 ? met.filter { sums[Int($0)] == most } : []
  }

  mutating func clear() {
    for label in met { sums[Int(label)] = 0 }
    met.removeAll(keepingCapacity: true)
  }
}
