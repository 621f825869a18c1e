import GraphStructures
import Parallelism
import Synchronization

/// A division under improvement: nodes move one by one to the community where modularity gains most.
///
/// Nodes wait in a queue. The first of them are looked at together, on all threads, against the division as it is; then
/// the moves found are made one by one, each if it still gains; else its node waits again. So every move raises
/// modularity, the first of each batch is made, and the result does not depend on the number of threads.
///
/// Reference: V. A. Traag, L. Waltman, N. J. van Eck, 2019, doi:10.1038/s41598-019-41695-z (the queue).
struct LocalMoving {
  /// In place of a label: a community that no node is in.
  private static let alone: Int32 = -1
  /// A level is settled when visits to as many arcs as it has raise modularity by less than this altogether,
  private static let leastGain = 1e-5
  /// and, if it has at least so many arcs that time counts,
  private static let manyArcs = 1 << 16
  /// when they raise it by less than this share of what all visits have.
  private static let leastShare = 0.1
  /// How many nodes are looked at together.
  private static let batchSize = 2048

  /// Where a node would best move, and the weight of its arcs there and to its own community.
  private struct Proposal: BitwiseCopyable, Sendable {
    var label: Int32
    var toOwn: Double
    var toOther: Double
  }

  private let graph: AggregateGraph
  private let resolution: Double
  private(set) var labels: [Int32]
  /// The strength of each community.
  private var totals: [Double]
  private var sizes: [Int32]
  /// Labels that no node has.
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
  /// - Parameter sweeps: it ends after visits to so many times the graph's arcs even if more would be gained.
  /// - Returns: whether any node moved.
  mutating func run(order: [NodeID], threads: Int, sweeps: Int = .max) -> Bool {
    let nodeCount = graph.nodeCount
    var queue = NodeQueue(order)
    let lanes = max(1, min(threads, nodeCount >> 12))
    return NeighborWeights.withLanes(lanes, nodeCount: nodeCount) { weightsByLane in
      // Visits to arcs rather than to nodes are what takes time: the few nodes of most arcs are visited most often.
      var (visited, gained) = (0, 0.0)
      var (sweep, gainedBefore) = (1, 0.0)
      while true {
        let batch = queue.popFirst(LocalMoving.batchSize)
        guard !batch.isEmpty else { return gained + gainedBefore > 0 }
        gained += move(batch, proposals(batch, weightsByLane), &queue)
        visited += batch.reduce(0) { $0 + graph.row(Int($1)).count }
        guard visited >= graph.arcCount else { continue }
        let share = graph.arcCount < LocalMoving.manyArcs ? 0 : LocalMoving.leastShare * (gainedBefore + gained)
        gainedBefore += gained
        if gained < max(LocalMoving.leastGain * graph.total, share) || sweep == sweeps { return gainedBefore > 0 }
        sweep += 1
        (visited, gained) = (0, 0)
      }
    }
  }

  /// Where each node of a batch would best move now.
  private func proposals(_ batch: [NodeID], _ weightsByLane: [NeighborWeights]) -> [Proposal] {
    let next = Atomic<Int>(0)
    return [Proposal](slots: batch.count) { proposals in
      parallelFor(weightsByLane.count, threads: weightsByLane.count) { lane in
        while true {
          let start = next.wrappingAdd(32, ordering: .relaxed).oldValue
          guard start < batch.count else { break }
          for place in start..<min(start + 32, batch.count) {
            proposals[place] = proposal(Int(batch[place]), weightsByLane[lane])
          }
        }
      }
    }
  }

  /// Makes the moves proposed that still gain, and returns what they gain together.
  private mutating func move(_ batch: [NodeID], _ proposals: [Proposal], _ queue: inout NodeQueue) -> Double {
    var gained = 0.0
    for (visited, proposed) in zip(batch, proposals) where proposed.label != labels[Int(visited)] {
      let node = Int(visited)
      let isEmpty = proposed.label == LocalMoving.alone || sizes[Int(proposed.label)] == 0
      var proposal = proposed
      if isEmpty { proposal.label = LocalMoving.alone }
      // The weights are still those of the proposal unless a neighbor has moved.
      if queue.isTouched(visited) { weigh(node, &proposal) }
      let gain = gain(node, proposal)
      guard gain > 0, let label = isEmpty ? unused.last : proposal.label else {
        queue.insert(visited)
        continue
      }
      move(node, to: label)
      gained += gain
      queue.touch(graph.neighbors.span, graph.row(node), unless: label, labels.span)
    }
    return gained
  }

  /// The best community of a node: its own unless another one is clearly better, of equal ones the smallest.
  private func proposal(_ node: Int, _ weights: NeighborWeights) -> Proposal {
    let own = labels[node]
    let factor = resolution * graph.strengths[node] / graph.total
    let count = weights.collect(graph, node, labels.span)
    let toOwn = weights[own]
    let totals = totals.span
    var best = (label: own, worth: leastWorth(node, weight: toOwn), weight: toOwn)
    for place in 0..<count {
      let (label, weight) = weights.take(place)
      guard label != own else { continue }
      // Safety: there is a total for every label.
      let worth = unsafe weight - factor * totals[unchecked: Int(label)]
      if worth > best.worth || (worth == best.worth && label < best.label && best.label != own) {
        best = (label, worth, weight)
      }
    }
    let isBetterAlone = best.worth < 0 && sizes[Int(own)] > 1
    return Proposal(label: isBetterAlone ? LocalMoving.alone : best.label, toOwn: toOwn, toOther: best.weight)
  }

  /// Weighs a node's arcs to its own community and to the one proposed anew.
  private func weigh(_ node: Int, _ proposal: inout Proposal) {
    let own = labels[node]
    let neighbors = graph.neighbors.span
    let labels = labels.span
    (proposal.toOwn, proposal.toOther) = (0, 0)
    for arc in graph.row(node) {
      // Safety: arcs lie within the neighbors, and neighbors are nodes, each of which has a label.
      let neighbor = unsafe Int(neighbors[unchecked: arc])
      let found = unsafe labels[unchecked: neighbor]
      guard found == own || found == proposal.label else { continue }
      let weight = graph.weights.isEmpty ? 1 : graph.weights[arc]
      if found == own { proposal.toOwn += weight } else { proposal.toOther += weight }
    }
  }

  /// The modularity that a node's move gains, times the sum of all strengths; 0 when it does not clearly gain.
  private func gain(_ node: Int, _ proposal: Proposal) -> Double {
    var worth = 0.0
    if proposal.label == LocalMoving.alone {
      guard sizes[Int(labels[node])] > 1 else { return 0 }
    } else {
      worth =
        proposal.toOther - resolution * graph.strengths[node] / graph.total * totals[Int(proposal.label)]
    }
    guard worth > leastWorth(node, weight: proposal.toOwn) else { return 0 }
    return 2 * (worth - staying(node, weight: proposal.toOwn))
  }

  /// What staying in its community is worth to a node with arcs of this weight to it.
  private func staying(_ node: Int, weight: Double) -> Double {
    let strength = graph.strengths[node]
    return weight - resolution * strength / graph.total * (totals[Int(labels[node])] - strength)
  }

  /// What a move must be worth more than, so that rounding cannot feign a gain.
  private func leastWorth(_ node: Int, weight: Double) -> Double {
    let stay = staying(node, weight: weight)
    return stay + 1e-10 * (graph.strengths[node] + abs(stay))
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
