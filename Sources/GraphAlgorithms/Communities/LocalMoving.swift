import GraphStructures
import Parallelism
import Synchronization

/// A division under improvement: nodes move one by one to the community where modularity gains most.
///
/// Nodes wait in a queue. The first of them are looked at together, on all threads, against the division as it is; then
/// those that would move are looked at again one by one, and moved if that still gains. So every move raises
/// modularity, and the result does not depend on the number of threads.
///
/// Reference: V. A. Traag, L. Waltman, N. J. van Eck, 2019, doi:10.1038/s41598-019-41695-z (the queue).
struct LocalMoving {
  /// A move to a community and the modularity it gains, times the sum of all strengths.
  private struct Move {
    var label: Int32
    var gain: Double
  }

  /// A level is settled when as many visits as it has nodes raise modularity by less than this altogether.
  private static let leastGain = 1e-5
  /// How many nodes are looked at together.
  private static let batchSize = 2048

  private let graph: AggregateGraph
  private let resolution: Double
  private(set) var labels: [Int32]
  /// The strength of each community.
  private var totals: [Double]
  private var sizes: [Int32]
  /// Labels that no node bears.
  private var unused: [Int32]

  init(_ graph: AggregateGraph, labels: [Int32], resolution: Double) {
    self.graph = graph
    self.labels = labels
    self.resolution = resolution
    var totals = [Double](repeating: 0, count: graph.nodeCount)
    var sizes = [Int32](repeating: 0, count: graph.nodeCount)
    for (node, label) in labels.enumerated() {
      totals[Int(label)] += graph.strengths[node]
      sizes[Int(label)] += 1
    }
    self.totals = totals
    self.sizes = sizes
    unused = sizes.indices.reversed().filter { sizes[$0] == 0 }.map { Int32($0) }
  }

  /// Moves nodes until little is gained, visiting them in the order given and again when a neighbor has left them.
  ///
  /// - Returns: whether any node moved.
  mutating func run(order: [NodeID], threads: Int) -> Bool {
    let nodeCount = graph.nodeCount
    var queue = NodeQueue(order)
    let lanes = max(1, min(threads, nodeCount >> 12))
    var sums = [Double](repeating: 0, count: lanes * nodeCount)
    var met = [Int32](repeating: 0, count: lanes * nodeCount)
    return sums.withSlots { sums in
      met.withSlots { met in
        let tallies = (0..<lanes).map { CommunityTally(sums: sums, met: met, base: $0 * nodeCount) }
        var hasMoved = false
        var visits = 0
        var gained = 0.0
        while true {
          let batch = queue.popFirst(LocalMoving.batchSize)
          guard !batch.isEmpty else { return hasMoved }
          let gain = move(batch, proposals(batch, tallies), tallies[0], &queue)
          hasMoved = hasMoved || gain > 0
          gained += gain
          visits += batch.count
          guard visits >= nodeCount else { continue }
          if gained < LocalMoving.leastGain * graph.total { return hasMoved }
          (visits, gained) = (0, 0)
        }
      }
    }
  }

  /// The community to which each node of a batch would best move now.
  private func proposals(_ batch: [NodeID], _ tallies: [CommunityTally]) -> [Int32] {
    let next = Atomic<Int>(0)
    return [Int32](slots: batch.count) { proposals in
      parallelFor(tallies.count, threads: tallies.count) { lane in
        while true {
          let start = next.wrappingAdd(32, ordering: .relaxed).oldValue
          guard start < batch.count else { break }
          for place in start..<min(start + 32, batch.count) {
            proposals[place] = bestMove(Int(batch[place]), tallies[lane]).label
          }
        }
      }
    }
  }

  /// Makes the moves proposed that still gain, and returns what they gain together.
  private mutating func move(
    _ batch: [NodeID], _ proposals: [Int32], _ tally: CommunityTally, _ queue: inout NodeQueue
  ) -> Double {
    var gained = 0.0
    for (visited, proposal) in zip(batch, proposals) where proposal != labels[Int(visited)] {
      let node = Int(visited)
      let best = bestMove(node, tally)
      guard best.label != labels[node] else { continue }
      move(node, to: best.label)
      gained += best.gain
      for arc in graph.row(node) where labels[Int(graph.neighbors[arc])] != best.label {
        queue.insert(graph.neighbors[arc])
      }
    }
    return gained
  }

  /// The best move of a node: to where it is unless another community is clearly better, of equal ones the smallest.
  private func bestMove(_ node: Int, _ tally: CommunityTally) -> Move {
    let own = labels[node]
    let strength = graph.strengths[node]
    let factor = resolution * strength / graph.total
    let count = tally.collect(graph, node, labels.span)
    let stay = tally[own] - factor * (totals[Int(own)] - strength)
    // A move must gain more than rounding can feign.
    let least = stay + 1e-10 * (strength + abs(stay))
    var best = Move(label: own, gain: least)
    for place in 0..<count {
      let label = tally.label(at: place)
      guard label != own else { continue }
      let gain = tally[label] - factor * totals[Int(label)]
      if gain > best.gain || (gain == best.gain && label < best.label && best.label != own) {
        best = Move(label: label, gain: gain)
      }
    }
    tally.clear(count)
    if best.gain < 0, sizes[Int(own)] > 1, let empty = unused.last { best = Move(label: empty, gain: 0) }
    return Move(label: best.label, gain: 2 * (best.gain - stay))
  }

  private mutating func move(_ node: Int, to label: Int32) {
    let from = labels[node]
    labels[node] = label
    totals[Int(from)] -= graph.strengths[node]
    totals[Int(label)] += graph.strengths[node]
    sizes[Int(from)] -= 1
    sizes[Int(label)] += 1
    if label == unused.last { unused.removeLast() }
    if sizes[Int(from)] == 0 {
      totals[Int(from)] = 0
      unused.append(from)
    }
  }
}
