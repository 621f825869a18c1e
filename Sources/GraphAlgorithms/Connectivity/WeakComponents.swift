public import GraphStructures
import Parallelism

extension Graph {
  /// The weakly connected components: nodes joined by a path that may follow arcs either way.
  ///
  /// A few arcs of every node are enough to find most of the largest component; the remaining arcs of its nodes
  /// need no look.
  ///
  /// - Complexity: near O(n + m) time, O(n) memory.
  ///
  /// Reference: M. Sutton, T. Ben-Nun, A. Barak, "Optimizing parallel graph connectivity computation via subgraph
  /// sampling", IPDPS 2018, doi:10.1109/IPDPS.2018.00012.
  public func weakComponents() -> Components {
    let nodes = nodes
    let adjacencies = adjacencies(.both)
    var parents = Array(nodes)
    parents.withSlots { slots in
      let forest = UnionForest(parents: slots)
      for round in 0..<2 { forest.joinArcs(adjacencies[0], at: round) }
      forest.flatten()
      let giant = forest.frequentRoot()
      // Arcs between the giant and another node are seen from there only, so those that enter count too.
      for adjacency in adjacencies {
        let neighbors = adjacency.neighbors.span
        for node in nodes {
          let row = adjacency.row(node)
          guard !row.isEmpty, giant.map({ forest.root($0) != forest.root(node) }) ?? true else { continue }
          // Safety: arcs lie within the neighbors.
          for arc in row { forest.join(node, unsafe neighbors[unchecked: arc]) }
        }
      }
      forest.flatten()
    }
    return Components(representatives: parents)
  }
}

/// Disjoint sets as trees that point to their smallest node.
private struct UnionForest {
  let parents: SharedSlots<NodeID>

  /// The smallest node of a node's set; paths are halved on the way.
  func root(_ node: NodeID) -> NodeID {
    var node = node
    // Safety: parents are nodes, and there is a slot for each.
    while unsafe parents[unchecked: Int(node)] != node {
      let grandparent = unsafe parents[unchecked: Int(parents[unchecked: Int(node)])]
      unsafe parents[unchecked: Int(node)] = grandparent
      node = grandparent
    }
    return node
  }

  /// Makes one set of the sets of two nodes.
  func join(_ first: NodeID, _ second: NodeID) {
    let firstRoot = root(first)
    let secondRoot = root(second)
    // Safety, here and below: roots are nodes, and there is a slot for each.
    if firstRoot < secondRoot {
      unsafe parents[unchecked: Int(secondRoot)] = firstRoot
    } else if secondRoot < firstRoot {
      unsafe parents[unchecked: Int(firstRoot)] = secondRoot
    }
  }

  /// Joins each node with the neighbor at one place of its row.
  func joinArcs(_ adjacency: Adjacency, at place: Int) {
    let neighbors = adjacency.neighbors.span
    for node in 0..<NodeID(adjacency.nodeCount) {
      let row = adjacency.row(node)
      if row.count > place { join(node, unsafe neighbors[unchecked: row.lowerBound + place]) }
    }
  }

  /// Points every node at its root.
  func flatten() {
    for node in 0..<parents.count { unsafe parents[unchecked: node] = root(NodeID(node)) }
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
