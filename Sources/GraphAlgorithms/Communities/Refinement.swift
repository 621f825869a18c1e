import GraphStructures
import Parallelism

/// The taking apart of communities: from single nodes, well connected pieces of each community grow.
struct Refinement {
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

extension AggregateGraph {
  /// The connected parts of the communities, each by its smallest node.
  func connectedParts(_ labels: [Int32]) -> [Int32] {
    var parts = [Int32](repeating: -1, count: nodeCount)
    var stack: [NodeID] = []
    for start in 0..<NodeID(nodeCount) where parts[Int(start)] < 0 {
      parts[Int(start)] = start
      stack.append(start)
      while let node = stack.popLast() {
        for neighbor in neighbors[row(Int(node))]
        where parts[Int(neighbor)] < 0 && labels[Int(neighbor)] == labels[Int(node)] {
          parts[Int(neighbor)] = start
          stack.append(neighbor)
        }
      }
    }
    return parts
  }
}
