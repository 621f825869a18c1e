import GraphStructures
import Parallelism

/// A division under improvement: nodes move one by one to the community where modularity gains most.
struct LocalMoving {
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

  /// Moves nodes until none can gain, visiting them in the order given and again when a neighbor has left them.
  ///
  /// Every move raises modularity by more than rounding, so the moves come to an end.
  ///
  /// - Returns: whether any node moved.
  mutating func run(order: [NodeID]) -> Bool {
    var queue = NodeQueue(order)
    var sums = [Double](repeating: 0, count: graph.nodeCount)
    var met: [Int32] = []
    var hasMoved = false
    while let node = queue.popFirst() {
      collect(Int(node), &sums, &met)
      let from = labels[Int(node)]
      let to = best(Int(node), sums, met)
      for label in met { sums[Int(label)] = 0 }
      met.removeAll(keepingCapacity: true)
      guard to != from else { continue }
      hasMoved = true
      move(Int(node), from: from, to: to)
      for arc in graph.row(Int(node)) where labels[Int(graph.neighbors[arc])] != to {
        queue.insert(graph.neighbors[arc])
      }
    }
    return hasMoved
  }

  /// Adds up the weight of a node's arcs by the community they lead to.
  private func collect(_ node: Int, _ sums: inout [Double], _ met: inout [Int32]) {
    let neighbors = graph.neighbors.span
    let labels = labels.span
    let weights = graph.weights.span
    sums.withSlots { sums in
      for arc in graph.row(node) {
        // Safety: neighbors are nodes, each of which has a label below the number of nodes.
        let neighbor = unsafe Int(neighbors[unchecked: arc])
        guard neighbor != node else { continue }
        let label = unsafe labels[unchecked: neighbor]
        let sum = unsafe sums[unchecked: Int(label)]
        if sum == 0 { met.append(label) }
        unsafe sums[unchecked: Int(label)] = sum + (weights.isEmpty ? 1 : weights[arc])
      }
    }
  }

  /// The community to which a node is best moved: the own one unless another is clearly better, of equal ones the first.
  private func best(_ node: Int, _ sums: [Double], _ met: [Int32]) -> Int32 {
    let own = labels[node]
    let strength = graph.strengths[node]
    let factor = resolution * strength / graph.total
    var bestLabel = own
    let stay = sums[Int(own)] - factor * (totals[Int(own)] - strength)
    // A move must gain more than rounding can feign.
    var bestGain = stay + 1e-10 * (strength + abs(stay))
    for label in met where label != own {
      let gain = sums[Int(label)] - factor * totals[Int(label)]
      if gain > bestGain || (gain == bestGain && label < bestLabel && bestLabel != own) {
        bestGain = gain
        bestLabel = label
      }
    }
    if bestGain < 0, sizes[Int(own)] > 1, let empty = unused.last { return empty }
    return bestLabel
  }

  private mutating func move(_ node: Int, from: Int32, to: Int32) {
    labels[node] = to
    totals[Int(from)] -= graph.strengths[node]
    totals[Int(to)] += graph.strengths[node]
    sizes[Int(from)] -= 1
    sizes[Int(to)] += 1
    if to == unused.last { unused.removeLast() }
    if sizes[Int(from)] == 0 {
      totals[Int(from)] = 0
      unused.append(from)
    }
  }
}

/// Nodes to visit, each at most once on the list.
private struct NodeQueue {
  private var ring: [NodeID]
  private var isWaiting: [Bool]
  private var head = 0
  private var count: Int

  init(_ order: [NodeID]) {
    ring = order
    count = order.count
    isWaiting = [Bool](repeating: true, count: order.count)
  }

  mutating func popFirst() -> NodeID? {
    guard count > 0 else { return nil }
    let node = ring[head]
    head = head + 1 == ring.count ? 0 : head + 1
    count -= 1
    isWaiting[Int(node)] = false
    return node
  }

  mutating func insert(_ node: NodeID) {
    guard !isWaiting[Int(node)] else { return }
    isWaiting[Int(node)] = true
    let tail = head + count
    ring[tail < ring.count ? tail : tail - ring.count] = node
    count += 1
  }
}
