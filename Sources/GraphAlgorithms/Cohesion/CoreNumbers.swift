public import GraphStructures
import Parallelism

extension Graph {
  /// The core number of each node: the largest k such that it lies in a part whose nodes all have k edges within it.
  ///
  /// Edges of a directed graph count whatever their direction. Loops do not count; parallel edges each do.
  ///
  /// - Returns: one number per node, 0 or more.
  /// - Complexity: O(n + m) time beyond a pass over the nodes left for every k that occurs; O(n) memory.
  ///
  /// Reference: S. B. Seidman, "Network structure and minimum degree", Social Networks 5(3), 1983,
  /// doi:10.1016/0378-8733(83)90028-X; V. Batagelj, M. Zaveršnik, "An O(m) algorithm for cores decomposition of
  /// networks", 2003, arXiv:cs/0310049.
  public func coreNumbers() -> [Int32] {
    let adjacencies = adjacencies(.both)
    // A node's entry is its edges to nodes not peeled off; once peeled it stays at its core number.
    var cores = [Int32](repeating: 0, count: nodeCount)
    cores.withSlots { cores in
      for adjacency in adjacencies { adjacency.addDegreesWithoutLoops(to: cores) }
      var left = NodesLeft(nodes)
      while let (level, lowest) = left.lowest(cores) {
        var peeled = lowest
        while let node = peeled.popLast() {
          for adjacency in adjacencies {
            let neighbors = adjacency.neighbors.span
            for arc in adjacency.row(node) {
              // Safety: arcs lie within the neighbors, and neighbors are nodes, of which there are as many slots.
              let neighbor = unsafe Int(neighbors[unchecked: arc])
              let remaining = unsafe cores[unchecked: neighbor]
              // Written whether or not it changes, since no processor foresees which.
              unsafe cores[unchecked: neighbor] = remaining - (remaining > level ? 1 : 0)
              if remaining == level + 1 { peeled.append(NodeID(neighbor)) }
            }
          }
        }
      }
    }
    return cores
  }
}

/// The nodes not peeled off yet.
private struct NodesLeft {
  private var nodes: [NodeID]
  private var level: Int32 = -1

  init(_ nodes: Range<NodeID>) { self.nodes = Array(nodes) }

  /// The least entry above that of the last time, and the nodes that have it; nil when no node is left.
  mutating func lowest(_ cores: SharedSlots<Int32>) -> (level: Int32, nodes: [NodeID])? {
    var lowest: [NodeID] = []
    var least = Int32.max
    var kept = 0
    for node in nodes {
      let entry = cores[Int(node)]
      guard entry > level else { continue }
      nodes[kept] = node
      kept += 1
      if entry < least {
        least = entry
        lowest.removeAll(keepingCapacity: true)
      }
      if entry == least { lowest.append(node) }
    }
    nodes.removeLast(nodes.count - kept)
    level = least
    return kept > 0 ? (least, lowest) : nil
  }
}

extension Adjacency {
  /// Adds the number of each node's arcs to other nodes.
  fileprivate func addDegreesWithoutLoops(to degrees: SharedSlots<Int32>) {
    for node in 0..<NodeID(nodeCount) {
      let loops = hasArc(from: node, to: node) ? neighbors(of: node).count { $0 == node } : 0
      degrees[Int(node)] += Int32(arcCount(of: node) - loops)
    }
  }
}
