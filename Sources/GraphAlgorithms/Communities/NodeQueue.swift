import GraphStructures

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
