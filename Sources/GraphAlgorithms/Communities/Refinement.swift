import GraphStructures
import Parallelism

/// The taking apart of communities: from single nodes, well connected pieces of each community grow.
///
/// What happens in one community does not touch the others, so each is one item of work for the threads.
struct Refinement {
  private let graph: AggregateGraph
  private let labels: [Int32]
  private let members: Members
  private let resolution: Double

  /// - Parameters:
  ///   - labels: the community of each node, in `0..<count`.
  ///   - order: the order in which nodes are visited.
  init(_ graph: AggregateGraph, labels: [Int32], count: Int, order: [NodeID], resolution: Double) {
    self.graph = graph
    self.labels = labels
    members = Members(labels, count: count, order: order)
    self.resolution = resolution
  }

  /// The piece of each node, by the number of one of its nodes.
  func run(threads: Int) -> [Int32] {
    let nodeCount = graph.nodeCount
    var pieces = (0..<Int32(nodeCount)).map { $0 }
    var hasCompany = [Bool](repeating: false, count: nodeCount)
    var totals = graph.strengths
    var outward = outwardWeights(threads: threads)
    pieces.withSlots { pieces in
      hasCompany.withSlots { hasCompany in
        totals.withSlots { totals in
          outward.withSlots { outward in
            let growth = PieceGrowth(
              graph: graph, labels: labels, resolution: resolution, pieces: pieces, hasCompany: hasCompany,
              totals: totals, outward: outward)
            _ = parallelFold(
              members.count, threads: threads, initial: { PieceWeights(nodeCount: nodeCount) },
              { weights, community in growth.run(members[community], &weights) })
          }
        }
      }
    }
    return pieces
  }

  /// The weight between each node and the rest of its community.
  private func outwardWeights(threads: Int) -> [Double] {
    [Double](slots: graph.nodeCount) { outward in
      parallelChunks(graph.nodeCount, size: 1 << 12, threads: threads) { _, nodes in
        for node in nodes {
          var sum = 0.0
          graph.visitArcs(of: node, within: labels.span) { sum += $1 }
          outward[node] = sum
        }
      }
    }
  }
}

/// The weight of one node's arcs by the piece they lead to.
private struct PieceWeights {
  /// A place per piece, 0 between two uses.
  var sums: [Double]
  var met: [Int32] = []

  init(nodeCount: Int) { sums = [Double](repeating: 0, count: nodeCount) }

  mutating func add(_ weight: Double, to piece: Int32) {
    if sums[Int(piece)] == 0 { met.append(piece) }
    sums[Int(piece)] += weight
  }

  mutating func clear() {
    for piece in met { sums[Int(piece)] = 0 }
    met.removeAll(keepingCapacity: true)
  }
}

/// The growing of pieces within communities.
private struct PieceGrowth: Sendable {
  let graph: AggregateGraph
  let labels: [Int32]
  let resolution: Double
  /// The piece of each node.
  let pieces: SharedSlots<Int32>
  /// Whether another node has joined the piece of this number.
  let hasCompany: SharedSlots<Bool>
  /// The strength of each piece.
  let totals: SharedSlots<Double>
  /// The weight between each piece and the rest of its community.
  let outward: SharedSlots<Double>

  /// Lets the nodes of one community, each a piece of its own, join pieces in the order given.
  func run(_ nodes: ArraySlice<NodeID>, _ weights: inout PieceWeights) {
    guard nodes.count > 1 else { return }
    let community = nodes.reduce(0) { $0 + graph.strengths[Int($1)] }
    for visited in nodes {
      let node = Int(visited)
      guard pieces[node] == visited, !hasCompany[node], isWellConnected(node, community) else { continue }
      graph.visitArcs(of: node, within: labels.span) { weights.add($1, to: pieces[$0]) }
      if let target = best(node, weights, community) { join(node, target, weights.sums[Int(target)]) }
      weights.clear()
    }
  }

  /// Whether a piece is tied to the rest of its community, of this strength, at least as much as chance would tie it.
  private func isWellConnected(_ piece: Int, _ community: Double) -> Bool {
    outward[piece] >= resolution * totals[piece] * (community - totals[piece]) / graph.total
  }

  /// The well connected piece that a node gains most by joining; nil when it gains by none.
  private func best(_ node: Int, _ weights: PieceWeights, _ community: Double) -> Int32? {
    let factor = resolution * graph.strengths[node] / graph.total
    var best: (piece: Int32, gain: Double)?
    for piece in weights.met where weights.sums[Int(piece)] > 0 && isWellConnected(Int(piece), community) {
      let gain = weights.sums[Int(piece)] - factor * totals[Int(piece)]
      guard gain >= 0 else { continue }
      guard let known = best else {
        best = (piece, gain)
        continue
      }
      if gain > known.gain || (gain == known.gain && piece < known.piece) { best = (piece, gain) }
    }
    return best?.piece
  }

  private func join(_ node: Int, _ piece: Int32, _ weight: Double) {
    outward[Int(piece)] += outward[node] - 2 * weight
    totals[Int(piece)] += totals[node]
    totals[node] = 0
    outward[node] = 0
    hasCompany[Int(piece)] = true
    pieces[node] = piece
  }
}

extension AggregateGraph {
  /// Calls `body` with each neighbor of a node that has its label, loops left out, and the weight of the arc there.
  fileprivate func visitArcs(
    of node: Int, within labels: Span<Int32>, _ body: (_ neighbor: Int, _ weight: Double) -> Void
  ) {
    let own = labels[node]
    let neighbors = neighbors.span
    let weights = weights.span
    for arc in row(node) {
      // Safety: arcs lie within the neighbors, and neighbors are nodes, each of which has a label.
      let neighbor = unsafe Int(neighbors[unchecked: arc])
      guard unsafe labels[unchecked: neighbor] == own, neighbor != node else { continue }
      body(neighbor, weights.isEmpty ? 1 : weights[arc])
    }
  }

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
