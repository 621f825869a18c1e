public import GraphStructures

extension Graph {
  /// The strongly connected components: nodes that reach each other along the arcs.
  ///
  /// In an undirected graph they are the connected components. Runs without recursion.
  ///
  /// - Complexity: O(n + m) time, O(n) memory.
  ///
  /// Reference: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1(2), 1972,
  /// doi:10.1137/0201010.
  public func strongComponents() -> Components {
    guard isDirected else { return weakComponents() }
    var search = StrongComponentSearch(outgoing)
    for node in nodes where search.order[Int(node)] == 0 { search.explore(from: node) }
    return Components(representatives: search.representatives)
  }
}

private struct StrongComponentSearch {
  let arcs: Adjacency
  /// When each node was found, from 1; 0 while it is not.
  var order: [UInt32]
  /// The earliest node each one is known to reach that is not in a finished component.
  var low: [UInt32]
  /// For finished nodes a node of their component.
  var representatives: [NodeID]
  private var found: UInt32 = 0
  private var unfinished: [NodeID] = []
  private var path: [(node: NodeID, arc: Int)] = []

  init(_ arcs: Adjacency) {
    self.arcs = arcs
    order = [UInt32](repeating: 0, count: arcs.nodeCount)
    low = order
    representatives = [NodeID](repeating: -1, count: arcs.nodeCount)
  }

  mutating func explore(from start: NodeID) {
    enter(start)
    while let (node, arc) = path.last {
      if arc < arcs.row(node).upperBound {
        path[path.count - 1].arc += 1
        let neighbor = Int(arcs.neighbors[arc])
        if order[neighbor] == 0 {
          enter(NodeID(neighbor))
        } else if representatives[neighbor] < 0 {
          low[Int(node)] = min(low[Int(node)], order[neighbor])
        }
      } else {
        path.removeLast()
        leave(node)
      }
    }
  }

  private mutating func enter(_ node: NodeID) {
    found += 1
    order[Int(node)] = found
    low[Int(node)] = found
    unfinished.append(node)
    path.append((node, arcs.row(node).lowerBound))
  }

  private mutating func leave(_ node: NodeID) {
    if low[Int(node)] == order[Int(node)] {
      while let member = unfinished.popLast() {
        representatives[Int(member)] = node
        if member == node { break }
      }
    } else if let parent = path.last?.node {
      low[Int(parent)] = min(low[Int(parent)], low[Int(node)])
    }
  }
}
