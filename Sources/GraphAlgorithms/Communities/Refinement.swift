import GraphStructures
import Parallelism
import Synchronization

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
            let lanes = max(1, min(threads, nodeCount >> 12))
            let next = Atomic<Int>(0)
            NeighborWeights.withLanes(lanes, nodeCount: nodeCount) { weightsByLane in
              parallelFor(lanes, threads: lanes) { lane in
                while true {
                  let community = next.wrappingAdd(1, ordering: .relaxed).oldValue
                  guard community < members.count else { break }
                  growth.run(members[community], weightsByLane[lane])
                }
              }
            }
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
          outward[node] = graph.weight(of: node, within: labels.span)
        }
      }
    }
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
  func run(_ nodes: ArraySlice<NodeID>, _ weights: NeighborWeights) {
    guard nodes.count > 1 else { return }
    let community = nodes.reduce(0) { $0 + graph.strengths[Int($1)] }
    for visited in nodes {
      let node = Int(visited)
      guard pieces[node] == visited, !hasCompany[node], isWellConnected(node, community) else { continue }
      let count = weights.collect(graph, node, within: labels.span, by: pieces)
      if let target = best(node, weights, count, community) { join(node, target.piece, target.weight) }
    }
  }

  /// Whether a piece is tied to the rest of its community, of this strength, at least as much as chance would tie it.
  private func isWellConnected(_ piece: Int, _ community: Double) -> Bool {
    outward[piece] >= resolution * totals[piece] * (community - totals[piece]) / graph.total
  }

  /// The well connected piece that a node gains most by joining, of equal ones the smallest, and the weight of the arcs
  /// there; nil when it gains by none. Clears the weights.
  private func best(
    _ node: Int, _ weights: NeighborWeights, _ count: Int, _ community: Double
  ) -> (piece: Int32, weight: Double)? {
    let factor = resolution * graph.strengths[node] / graph.total
    var best: (piece: Int32, weight: Double, gain: Double) = (-1, 0, 0)
    for place in 0..<count {
      let (piece, weight) = weights.take(place)
      let gain = weight - factor * totals[Int(piece)]
      guard gain > best.gain || (gain == best.gain && (best.piece < 0 || piece < best.piece)) else { continue }
      if isWellConnected(Int(piece), community) { best = (piece, weight, gain) }
    }
    return best.piece < 0 ? nil : (best.piece, best.weight)
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
  /// The weight of a node's arcs to nodes with its label.
  fileprivate func weight(of node: Int, within labels: Span<Int32>) -> Double {
    let own = labels[node]
    let neighbors = neighbors.span
    let weights = weights.span
    var sum = 0.0
    for arc in row(node) {
      // Safety: arcs lie within the neighbors, neighbors are nodes, each of which has a label, and where there are
      // weights each arc has one.
      let isInside = unsafe labels[unchecked: Int(neighbors[unchecked: arc])] == own
      sum += isInside ? unsafe (weights.isEmpty ? 1 : weights[unchecked: arc]) : 0
    }
    return sum
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
