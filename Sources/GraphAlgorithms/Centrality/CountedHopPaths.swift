import GraphStructures
import Parallelism

/// Counted shortest paths where every edge has length 1.
///
/// Nodes are worked on level by level, and each adds up a value of all its neighbors, which is 0 for those on any but
/// the one level that counts: nothing depends on where a neighbor is, so nothing is foreseen wrongly.
struct CountedHopPaths: CountedPaths {
  private let ahead: Adjacency
  private let back: Adjacency
  /// The nodes reached, nearest first.
  private var order: [NodeID] = []
  /// Where each level begins in `order`, and at the end the number of nodes reached.
  private var levels: [Int] = []
  private var isReached: [Bool]
  /// The number of shortest paths to each node; once dependencies are known, (1 + dependency) / number.
  private var counts: [Double]
  /// The counts of the nodes of one level, 0 elsewhere.
  private var values: [Double]

  /// - Parameters:
  ///   - ahead: the arcs along their direction.
  ///   - back: the same arcs turned around.
  init(ahead: Adjacency, back: Adjacency) {
    self.ahead = ahead
    self.back = back
    isReached = [Bool](repeating: false, count: ahead.nodeCount)
    counts = [Double](repeating: 0, count: ahead.nodeCount)
    values = counts
    order.reserveCapacity(ahead.nodeCount)
  }

  mutating func search(from source: NodeID) {
    for node in order { isReached[Int(node)] = false }
    order.removeAll(keepingCapacity: true)
    order.append(source)
    isReached[Int(source)] = true
    counts[Int(source)] = 1
    levels = [0, 1]
    // The arcs back from nodes not reached yet.
    var unexplored = back.arcCount - back.arcCount(of: source)
    while true {
      let frontier = levels[levels.count - 2]..<order.count
      showCounts(of: frontier)
      let arcs = frontier.reduce(0) { $0 + ahead.arcCount(of: order[$1]) }
      if unexplored + isReached.count / 8 < 2 * arcs { lookBack() } else { goAhead(from: frontier) }
      hideCounts(of: frontier)
      guard order.count > frontier.upperBound else { return }
      for place in frontier.upperBound..<order.count { unexplored -= back.arcCount(of: order[place]) }
      levels.append(order.count)
    }
  }

  /// Finds the nodes that the frontier's arcs lead to, then counts the paths to each.
  private mutating func goAhead(from frontier: Range<Int>) {
    let ahead = ahead
    let neighbors = ahead.neighbors.span
    isReached.withSlots { isReached in
      for place in frontier {
        for arc in ahead.row(order[place]) {
          // Safety: arcs lie within the neighbors, and neighbors are nodes, of which there are as many slots.
          let neighbor = unsafe neighbors[unchecked: arc]
          if unsafe !isReached[unchecked: Int(neighbor)] {
            unsafe isReached[unchecked: Int(neighbor)] = true
            order.append(neighbor)
          }
        }
      }
    }
    for place in frontier.upperBound..<order.count {
      counts[Int(order[place])] = back.sum(of: values.span, around: order[place])
    }
  }

  /// Counts the paths to every node not reached yet; those with any are the next level.
  private mutating func lookBack() {
    for node in 0..<NodeID(isReached.count) where !isReached[Int(node)] {
      let count = back.sum(of: values.span, around: node)
      guard count > 0 else { continue }
      isReached[Int(node)] = true
      counts[Int(node)] = count
      order.append(node)
    }
  }

  mutating func visitDependencies(_ body: (_ node: Int, _ dependency: Double) -> Void) {
    for level in stride(from: levels.count - 2, to: 0, by: -1) {
      let places = levels[level]..<levels[level + 1]
      for place in places {
        let node = Int(order[place])
        let dependency = counts[node] * ahead.sum(of: values.span, around: order[place])
        counts[node] = (1 + dependency) / counts[node]
        body(node, dependency)
      }
      if level + 2 < levels.count { hideCounts(of: levels[level + 1]..<levels[level + 2]) }
      showCounts(of: places)
    }
    if levels.count > 2 { hideCounts(of: levels[1]..<levels[2]) }
  }

  private mutating func showCounts(of places: Range<Int>) {
    for place in places { values[Int(order[place])] = counts[Int(order[place])] }
  }

  private mutating func hideCounts(of places: Range<Int>) {
    for place in places { values[Int(order[place])] = 0 }
  }
}

extension Adjacency {
  /// The sum of the values of a node's neighbors, one per arc.
  fileprivate func sum(of values: Span<Double>, around node: NodeID) -> Double {
    let neighbors = neighbors.span
    var sum = 0.0
    for arc in row(node) {
      // Safety: arcs lie within the neighbors, and neighbors are nodes, each of which has a value.
      sum += unsafe values[unchecked: Int(neighbors[unchecked: arc])]
    }
    return sum
  }
}
