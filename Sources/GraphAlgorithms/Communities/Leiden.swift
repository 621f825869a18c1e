public import GraphStructures
import Parallelism

extension UndirectedGraph {
  /// Communities by the Leiden method: as Louvain, but every community is taken apart into well connected pieces
  /// before it becomes one node, so that no community is disconnected.
  ///
  /// Nodes are visited in orders drawn from the generator, so the result depends on it, not on threads. In the
  /// refinement a node joins the piece where it gains most (the limit θ → 0 of the paper).
  ///
  /// - Parameters:
  ///   - resolution: larger ones favor smaller communities; 1 is plain modularity.
  ///   - rounds: how often the whole is repeated from the division found, at most; at least 1.
  ///   - threads: upper bound on threads.
  ///   - generator: draws the order of visits.
  /// - Throws: `invalidWeight` for a weight that is negative or not finite.
  /// - Complexity: near O(n + m) time a round in practice, O(n + m) memory.
  ///
  /// Reference: V. A. Traag, L. Waltman, N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected
  /// communities", Scientific Reports 9, 2019, doi:10.1038/s41598-019-41695-z.
  public func leiden(
    resolution: Double = 1, rounds: Int = 2, threads: Int = 1, using generator: inout some RandomNumberGenerator
  ) throws(GraphAlgorithmError) -> Communities {
    precondition(resolution >= 0 && resolution.isFinite, "The resolution must be a number of at least 0.")
    precondition(rounds >= 1, "At least one round must be made.")
    try requireWeights(.nonNegative, for: "Leiden")
    let ground = AggregateGraph(self)
    var labels = nodes.map { $0 }
    if ground.total > 0 {
      for _ in 0..<rounds {
        let next = leidenRound(ground, from: labels, resolution: resolution, threads: threads, using: &generator)
        if next == labels { break }
        labels = next
      }
    }
    return try communities(labels, resolution: resolution)
  }

  /// One round from a division, down to the level where every community is one node.
  private func leidenRound(
    _ ground: AggregateGraph, from start: [Int32], resolution: Double, threads: Int,
    using generator: inout some RandomNumberGenerator
  ) -> [Int32] {
    var level = ground
    var labels = start
    // The node of the present level that stands for each node of the graph.
    var standing = nodes.map { $0 }
    while true {
      var order = (0..<NodeID(level.nodeCount)).map { $0 }
      generator.shuffle(&order)
      var moving = LocalMoving(level, labels: labels, resolution: resolution)
      _ = moving.run(order: order)
      let found = Components(representatives: moving.labels)
      var refinement = Refinement(level, labels: found.labels, resolution: resolution)
      let pieces = Components(representatives: refinement.run(order: order, threads: threads))
      let isSettled = found.count == level.nodeCount || pieces.count == level.nodeCount
      if isSettled {
        let merged = standing.map { found.labels[Int($0)] }
        return found.count == level.nodeCount ? merged : connectedParts(merged)
      }
      labels = [Int32](repeating: 0, count: pieces.count)
      for (node, piece) in pieces.labels.enumerated() { labels[Int(piece)] = found.labels[node] }
      for node in standing.indices { standing[node] = pieces.labels[Int(standing[node])] }
      level = AggregateGraph(level, labels: pieces.labels, count: pieces.count, threads: threads)
    }
  }

  /// The connected parts of the communities, each by its smallest node.
  private func connectedParts(_ labels: [Int32]) -> [Int32] {
    var parts = [Int32](repeating: -1, count: nodeCount)
    var stack: [NodeID] = []
    for start in nodes where parts[Int(start)] < 0 {
      parts[Int(start)] = start
      stack.append(start)
      while let node = stack.popLast() {
        for neighbor in adjacency.neighbors(of: node)
        where parts[Int(neighbor)] < 0 && labels[Int(neighbor)] == labels[Int(node)] {
          parts[Int(neighbor)] = start
          stack.append(neighbor)
        }
      }
    }
    return parts
  }
}

/// The taking apart of communities: from single nodes, well connected pieces of each community grow.
private struct Refinement {
  private let graph: AggregateGraph
  private let labels: [Int32]
  private let resolution: Double
  private var pieces: [Int32]
  /// The strength of each piece.
  private var totals: [Double]
  /// The weight between each piece and the rest of its community.
  private var outward: [Double]
  private var sizes: [Int32]

  init(_ graph: AggregateGraph, labels: [Int32], resolution: Double) {
    self.graph = graph
    self.labels = labels
    self.resolution = resolution
    pieces = (0..<Int32(graph.nodeCount)).map { $0 }
    totals = graph.strengths
    outward = [Double](repeating: 0, count: graph.nodeCount)
    sizes = [Int32](repeating: 1, count: graph.nodeCount)
  }

  /// The piece of each node.
  mutating func run(order: [NodeID], threads: Int) -> [Int32] {
    let communityTotals = totalsOfCommunities()
    findOutward(threads: threads)
    var sums = [Double](repeating: 0, count: graph.nodeCount)
    var met: [Int32] = []
    for visited in order {
      let node = Int(visited)
      let community = communityTotals[Int(labels[node])]
      guard sizes[Int(pieces[node])] == 1, pieces[node] == visited, isWellConnected(node, community) else { continue }
      collect(node, &sums, &met)
      let target = best(node, sums, met, community)
      if let target { join(node, target, sums[Int(target)]) }
      for piece in met { sums[Int(piece)] = 0 }
      met.removeAll(keepingCapacity: true)
    }
    return pieces
  }

  private func totalsOfCommunities() -> [Double] {
    var sums = [Double](repeating: 0, count: graph.nodeCount)
    for (node, label) in labels.enumerated() { sums[Int(label)] += graph.strengths[node] }
    return sums
  }

  private mutating func findOutward(threads: Int) {
    let graph = graph
    let labels = labels
    outward.withSlots { outward in
      parallelChunks(graph.nodeCount, size: 1 << 12, threads: threads) { _, nodes in
        for node in nodes {
          var sum = 0.0
          for arc in graph.row(node) {
            let neighbor = Int(graph.neighbors[arc])
            guard labels[neighbor] == labels[node], neighbor != node else { continue }
            sum += graph.weights.isEmpty ? 1 : graph.weights[arc]
          }
          outward[node] = sum
        }
      }
    }
  }

  /// Whether a piece is tied to the rest of its community at least as much as chance would tie it.
  private func isWellConnected(_ piece: Int, _ community: Double) -> Bool {
    outward[piece] >= resolution * totals[piece] * (community - totals[piece]) / graph.total
  }

  private func collect(_ node: Int, _ sums: inout [Double], _ met: inout [Int32]) {
    for arc in graph.row(node) {
      let neighbor = Int(graph.neighbors[arc])
      guard labels[neighbor] == labels[node], neighbor != node else { continue }
      let piece = pieces[neighbor]
      if sums[Int(piece)] == 0 { met.append(piece) }
      sums[Int(piece)] += graph.weights.isEmpty ? 1 : graph.weights[arc]
    }
  }

  /// The well connected piece that a node gains most by joining; nil when it gains by none.
  private func best(_ node: Int, _ sums: [Double], _ met: [Int32], _ community: Double) -> Int32? {
    let factor = resolution * graph.strengths[node] / graph.total
    var best: (piece: Int32, gain: Double)?
    for piece in met where sums[Int(piece)] > 0 && isWellConnected(Int(piece), community) {
      let gain = sums[Int(piece)] - factor * totals[Int(piece)]
      guard gain >= 0 else { continue }
      guard let known = best else {
        best = (piece, gain)
        continue
      }
      if gain > known.gain || (gain == known.gain && piece < known.piece) { best = (piece, gain) }
    }
    return best?.piece
  }

  private mutating func join(_ node: Int, _ piece: Int32, _ weight: Double) {
    outward[Int(piece)] += outward[node] - 2 * weight
    totals[Int(piece)] += totals[node]
    totals[node] = 0
    outward[node] = 0
    sizes[Int(piece)] += 1
    sizes[node] = 0
    pieces[node] = piece
  }
}
