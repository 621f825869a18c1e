public import GraphStructures
import Parallelism

extension Graph {
  /// The fewest edges that lead from any of the sources to each node; −1 where none do.
  ///
  /// Weights are not looked at. Large frontiers are searched from the other side: every node not yet reached looks
  /// for a neighbor in the frontier and stops at the first, which skips most of the edges.
  ///
  /// - Parameters:
  ///   - sources: nodes at distance 0; one given twice counts once.
  ///   - direction: which way arcs are followed.
  ///   - limit: nodes farther than this many edges stay unreached; nil for no limit.
  ///   - threads: upper bound on threads; the result does not depend on it.
  /// - Returns: one distance per node, in edges.
  /// - Complexity: O(n + m) time, O(n) memory.
  ///
  /// Reference: S. Beamer, K. Asanović, D. Patterson, "Direction-optimizing breadth-first search", SC 2012,
  /// doi:10.1109/SC.2012.50.
  public func hopDistances(
    from sources: [NodeID], direction: Direction = .outgoing, limit: Int? = nil, threads: Int = 1
  ) -> [Int32] {
    for source in sources { check(source, "source") }
    precondition((limit ?? 0) >= 0, "A limit on distances must not be negative.")
    var search = BreadthFirstSearch(
      ahead: adjacencies(direction), back: adjacencies(direction.reversed), sources: sources, threads: threads)
    search.run(limit: Int32(clamping: limit ?? Int(Int32.max)))
    return search.distances
  }

  /// A path of fewest edges from one node to another, both included, or nil when there is none.
  ///
  /// Of several such paths it is the one that, read from its end, has the smallest ids.
  ///
  /// - Complexity: O(n + m) time, O(n) memory.
  public func shortestHopPath(
    from source: NodeID, to target: NodeID, direction: Direction = .outgoing, threads: Int = 1
  ) -> [NodeID]? {
    check(target, "target")
    let distances = hopDistances(from: [source], direction: direction, threads: threads)
    guard distances[Int(target)] >= 0 else { return nil }
    let back = adjacencies(direction.reversed)
    var path = [target]
    var node = target
    while distances[Int(node)] > 0 {
      let closer = distances[Int(node)] - 1
      let previous = back.compactMap { $0.neighbors(of: node).first { distances[Int($0)] == closer } }.min()
      guard let previous else { preconditionFailure("A reached node has a neighbor one edge closer.") }
      path.append(previous)
      node = previous
    }
    return path.reversed()
  }
}

/// A breadth-first search that goes ahead from small frontiers and looks back at large ones.
private struct BreadthFirstSearch {
  let ahead: [Adjacency]
  let back: [Adjacency]
  let threads: Int
  private(set) var distances: [Int32]
  private var frontier: [NodeID] = []
  /// The arcs ahead of nodes not reached yet.
  private var unexplored: Int

  init(ahead: [Adjacency], back: [Adjacency], sources: [NodeID], threads: Int) {
    self.ahead = ahead
    self.back = back
    self.threads = threads
    distances = [Int32](repeating: -1, count: ahead[0].nodeCount)
    unexplored = ahead.reduce(0) { $0 + $1.arcCount }
    for source in sources where distances[Int(source)] < 0 {
      distances[Int(source)] = 0
      frontier.append(source)
    }
  }

  mutating func run(limit: Int32) {
    var level: Int32 = 0
    while !frontier.isEmpty && level < limit {
      level += 1
      let arcs = frontier.reduce(0) { sum, node in sum + ahead.reduce(0) { $0 + $1.arcCount(of: node) } }
      unexplored -= arcs
      // The authors' constants: look back once the frontier has 1/15 of the arcs still unexplored.
      if arcs * 15 > unexplored && arcs > distances.count / 64 {
        lookBack(level)
      } else {
        goAhead(level)
      }
    }
  }

  private mutating func goAhead(_ level: Int32) {
    var next: [NodeID] = []
    distances.withSlots { distances in
      for adjacency in ahead {
        let neighbors = adjacency.neighbors.span
        for node in frontier {
          for arc in adjacency.row(node) {
            // Safety: arcs lie within the neighbors, and neighbors are nodes, of which there are as many slots.
            let neighbor = unsafe neighbors[unchecked: arc]
            if unsafe distances[unchecked: Int(neighbor)] < 0 {
              unsafe distances[unchecked: Int(neighbor)] = level
              next.append(neighbor)
            }
          }
        }
      }
    }
    frontier = next
  }

  /// One level in which every node not reached asks its neighbors.
  private mutating func lookBack(_ level: Int32) {
    let nodeCount = distances.count
    let words = (nodeCount + 63) / 64
    var isInFrontier = [UInt64](repeating: 0, count: words)
    for node in frontier { isInFrontier[Int(node) >> 6] |= 1 << UInt64(node & 63) }
    let frontierBits = isInFrontier.span
    let back = back
    let threads = threads
    distances.withSlots { distances in
      parallelChunks(nodeCount, size: 1 << 13, threads: threads) { _, nodes in
        for adjacency in back {
          let neighbors = adjacency.neighbors.span
          for node in nodes where distances[node] < 0 {
            for arc in adjacency.row(NodeID(node)) {
              // Safety: as in `goAhead`; a node's bit lies in one of the words for all nodes.
              let neighbor = unsafe Int(neighbors[unchecked: arc])
              if unsafe frontierBits[unchecked: neighbor >> 6] >> UInt64(neighbor & 63) & 1 != 0 {
                distances[node] = level
                break
              }
            }
          }
        }
      }
    }
    frontier.removeAll(keepingCapacity: true)
    for node in 0..<nodeCount where distances[node] == level { frontier.append(NodeID(node)) }
  }
}
