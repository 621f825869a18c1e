public import GraphStructures
import Parallelism

extension Graph {
  /// The weakly connected components: nodes joined by a path that may follow arcs either way.
  ///
  /// A few arcs of every node are enough to find most of the largest component; the remaining arcs of its nodes
  /// need no look.
  ///
  /// - Parameter threads: upper bound on threads; the result does not depend on it.
  /// - Complexity: near O(n + m) time, O(n) memory.
  ///
  /// Reference: M. Sutton, T. Ben-Nun, A. Barak, "Optimizing parallel graph connectivity computation via subgraph
  /// sampling", IPDPS 2018, doi:10.1109/IPDPS.2018.00012; R. J. Anderson, H. Woll, "Wait-free parallel algorithms for the
  /// union-find problem", STOC 1991, doi:10.1145/103418.103458 (several threads).
  public func weakComponents(threads: Int = 1) -> Components {
    let adjacencies = adjacencies(.both)
    let nodeCount = nodeCount
    var parents = Array(nodes)
    parents.withSlots { slots in
      let forest = UnionForest(parents: slots)
      for place in 0..<2 {
        parallelChunks(nodeCount, size: UnionForest.chunk, threads: threads) { _, nodes in
          forest.joinArcs(of: nodes, adjacencies[0], at: place)
        }
      }
      forest.flatten(threads: threads)
      let giant = forest.frequentRoot()
      // Arcs between the giant and another node are seen from there only, so those that enter count too.
      parallelChunks(nodeCount, size: UnionForest.chunk, threads: threads) { _, nodes in
        forest.joinArcs(of: nodes, adjacencies, outside: giant)
      }
      forest.flatten(threads: threads)
    }
    return Components(representatives: parents)
  }
}

/// Disjoint sets as trees that point to their smallest node, which several threads may join at once.
///
/// A node that is no root never becomes one again, and its parent only ever is a node of its set that is smaller.
private struct UnionForest: Sendable {
  /// How many nodes are an item of work.
  static let chunk = 1 << 13

  let parents: SharedSlots<NodeID>

  /// The smallest node of a node's set; paths are halved on the way.
  func root(_ node: NodeID) -> NodeID {
    var node = node
    // Safety, here and below: parents are nodes, and there is a slot for each.
    var parent = unsafe parents.load(unchecked: Int(node))
    while true {
      let grandparent = unsafe parents.load(unchecked: Int(parent))
      if grandparent == parent { return parent }
      unsafe parents.store(grandparent, unchecked: Int(node))
      node = grandparent
      parent = unsafe parents.load(unchecked: Int(node))
    }
  }

  /// Makes one set of the sets of two nodes.
  func join(_ first: NodeID, _ second: NodeID) {
    guard unsafe parents.load(unchecked: Int(first)) != parents.load(unchecked: Int(second)) else { return }
    var (first, second) = (root(first), root(second))
    while first != second {
      // Only a node that still is a root gets a parent; if another thread was faster, the roots are others now.
      let (low, high) = (min(first, second), max(first, second))
      if unsafe parents.replace(high, by: low, unchecked: Int(high)) { return }
      (first, second) = (root(low), root(high))
    }
  }

  /// Joins each of some nodes with the neighbor at one place of its row.
  func joinArcs(of nodes: Range<Int>, _ adjacency: Adjacency, at place: Int) {
    let neighbors = adjacency.neighbors.span
    for node in nodes {
      let row = adjacency.row(NodeID(node))
      if row.count > place { join(NodeID(node), unsafe neighbors[unchecked: row.lowerBound + place]) }
    }
  }

  /// Joins those of some nodes that do not point at the giant with all neighbors.
  func joinArcs(of nodes: Range<Int>, _ adjacencies: [Adjacency], outside giant: NodeID?) {
    for adjacency in adjacencies {
      let neighbors = adjacency.neighbors.span
      for node in nodes {
        let row = adjacency.row(NodeID(node))
        guard !row.isEmpty, unsafe parents.load(unchecked: node) != giant else { continue }
        for arc in row { join(NodeID(node), unsafe neighbors[unchecked: arc]) }
      }
    }
  }

  /// Points every node at its root.
  func flatten(threads: Int) {
    parallelChunks(parents.count, size: UnionForest.chunk, threads: threads) { _, nodes in
      for node in nodes { unsafe parents.store(root(NodeID(node)), unchecked: node) }
    }
  }

  /// A root that very many nodes share, if there is one: the most frequent among a thousand nodes.
  func frequentRoot() -> NodeID? {
    let step = max(1, parents.count / 1024)
    let sample = stride(from: 0, to: parents.count, by: step).map { parents[$0] }.sorted()
    var best: (root: NodeID, count: Int)?
    var start = 0
    for place in sample.indices where place + 1 == sample.count || sample[place + 1] != sample[place] {
      if place + 1 - start > (best?.count ?? 0) { best = (sample[place], place + 1 - start) }
      start = place + 1
    }
    return best?.root
  }
}
