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
    var cores = nodes.map { node in
      adjacencies.reduce(Int32(0)) { sum, adjacency in
        let loops = adjacency.hasArc(from: node, to: node) ? adjacency.neighbors(of: node).count { $0 == node } : 0
        return sum + Int32(adjacency.arcCount(of: node) - loops)
      }
    }
    var left = nodes.map { $0 }
    var peeled: [NodeID] = []
    while let level = left.lazy.map({ cores[Int($0)] }).min() {
      peeled = left.filter { cores[Int($0)] == level }
      cores.withSlots { cores in
        while let node = peeled.popLast() {
          for adjacency in adjacencies {
            let neighbors = adjacency.neighbors.span
            for arc in adjacency.row(node) {
              // Safety: arcs lie within the neighbors, and neighbors are nodes, of which there are as many slots.
              let neighbor = unsafe Int(neighbors[unchecked: arc])
              let remaining = unsafe cores[unchecked: neighbor]
              if remaining > level {
                unsafe cores[unchecked: neighbor] = remaining - 1
                if remaining - 1 == level { peeled.append(NodeID(neighbor)) }
              }
            }
          }
        }
      }
      left.removeAll { cores[Int($0)] <= level }
    }
    return cores
  }
}
