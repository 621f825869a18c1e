import GraphStructures

/// Nodes to visit, each at most once on the list, with a note of those next to which something changed.
struct NodeQueue {
  /// What is known of a node, as bits: one byte a node stays in the cache.
  private enum State {
    static let waiting: UInt8 = 1
    static let touched: UInt8 = 2
  }

  private var ring: [NodeID]
  private var states: [UInt8]
  private var head = 0
  private var count: Int

  /// All nodes, in the order given.
  init(_ order: [NodeID]) {
    ring = order
    count = order.count
    states = [UInt8](repeating: State.waiting, count: order.count)
  }

  /// Takes out the first nodes, at most so many; nothing has changed next to them since.
  mutating func popFirst(_ limit: Int) -> [NodeID] {
    let taken = min(limit, count)
    let nodes = (0..<taken).map { place in
      ring[head + place < ring.count ? head + place : head + place - ring.count]
    }
    for node in nodes { states[Int(node)] = 0 }
    head = head + taken < ring.count ? head + taken : head + taken - ring.count
    count -= taken
    return nodes
  }

  /// Whether a node's neighbor has moved since the node was taken out last.
  func isTouched(_ node: NodeID) -> Bool { states[Int(node)] & State.touched != 0 }

  /// Adds a node at the end unless it waits already.
  mutating func insert(_ node: NodeID) {
    guard states[Int(node)] & State.waiting == 0 else { return }
    append(node)
  }

  /// Notes that some nodes have a neighbor that moved, and adds those to the end that do not wait already and have
  /// another label.
  mutating func touch(_ neighbors: Span<NodeID>, _ row: Range<Int>, unless label: Int32, _ labels: Span<Int32>) {
    for arc in row {
      let node = neighbors[arc]
      let state = states[Int(node)]
      states[Int(node)] = state | State.touched
      if state & State.waiting == 0, labels[Int(node)] != label { append(node) }
    }
  }

  private mutating func append(_ node: NodeID) {
    states[Int(node)] |= State.waiting
    let tail = head + count
    ring[tail < ring.count ? tail : tail - ring.count] = node
    count += 1
  }
}
