import GraphStructures
import Parallelism

/// The weight of one node's arcs by the community they lead to, in memory that one thread has to itself.
struct CommunityTally: Sendable {
  let sums: SharedSlots<Double>
  let met: SharedSlots<Int32>
  /// Where this tally's part of the memory begins; it has a place per node, all sums 0 between two uses.
  let base: Int

  /// Adds up the weights of a node's arcs, loops left out, and returns how many communities were met.
  func collect(_ graph: AggregateGraph, _ node: Int, _ labels: Span<Int32>) -> Int {
    let neighbors = graph.neighbors.span
    let weights = graph.weights.span
    let isWeighted = !weights.isEmpty
    var count = 0
    for arc in graph.row(node) {
      // Safety: neighbors are nodes, labels are below the number of nodes; a label is met once, for its first weight
      // above 0 makes its sum more than 0.
      let neighbor = unsafe Int(neighbors[unchecked: arc])
      let weight = isWeighted ? weights[arc] : 1
      guard neighbor != node, weight > 0 else { continue }
      let label = unsafe labels[unchecked: neighbor]
      let place = base + Int(label)
      let sum = unsafe sums[unchecked: place]
      if sum == 0 {
        unsafe met[unchecked: base + count] = label
        count += 1
      }
      unsafe sums[unchecked: place] = sum + weight
    }
    return count
  }

  /// The weight of the arcs to a community.
  subscript(label: Int32) -> Double { sums[base + Int(label)] }

  /// A community met.
  func label(at place: Int) -> Int32 { met[base + place] }

  /// Sets the sums of the communities met back to 0.
  func clear(_ count: Int) {
    for place in 0..<count { sums[base + Int(met[base + place])] = 0 }
  }
}

/// Nodes to visit, each at most once on the list.
struct NodeQueue {
  private var ring: [NodeID]
  private var isWaiting: [Bool]
  private var head = 0
  private var count: Int

  /// All nodes, in the order given.
  init(_ order: [NodeID]) {
    ring = order
    count = order.count
    isWaiting = [Bool](repeating: true, count: order.count)
  }

  /// Takes out the first nodes, at most so many.
  mutating func popFirst(_ limit: Int) -> [NodeID] {
    let taken = min(limit, count)
    let nodes = (0..<taken).map { place in
      ring[head + place < ring.count ? head + place : head + place - ring.count]
    }
    for node in nodes { isWaiting[Int(node)] = false }
    head = head + taken < ring.count ? head + taken : head + taken - ring.count
    count -= taken
    return nodes
  }

  /// Adds a node at the end unless it waits already.
  mutating func insert(_ node: NodeID) {
    guard !isWaiting[Int(node)] else { return }
    isWaiting[Int(node)] = true
    let tail = head + count
    ring[tail < ring.count ? tail : tail - ring.count] = node
    count += 1
  }
}
