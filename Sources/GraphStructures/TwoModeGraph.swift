import Parallelism

/// An immutable two-mode (bipartite) graph: edges only between a left and a right set of nodes.
///
/// Each side numbers its nodes from 0. Contacts and the channels that reached them are the example in mind.
public struct TwoModeGraph: Sendable, Equatable {
  /// For each left node its right neighbors.
  public let rightsOfLeft: Adjacency
  /// For each right node its left neighbors.
  public let leftsOfRight: Adjacency

  /// The number of left nodes.
  public var leftCount: Int { rightsOfLeft.nodeCount }
  /// The number of right nodes.
  public var rightCount: Int { leftsOfRight.nodeCount }
  /// The number of edges.
  public var edgeCount: Int { rightsOfLeft.arcCount }

  /// A graph of the edges `lefts[i]` – `rights[i]`.
  ///
  /// - Parameters:
  ///   - leftCount: number of left nodes.
  ///   - rightCount: number of right nodes.
  ///   - lefts: the left end of each edge, in `0..<leftCount`.
  ///   - rights: the right end of each edge, in `0..<rightCount`.
  ///   - weights: the weight of each edge, or nil.
  ///   - parallelEdges: what becomes of edges that join the same two nodes.
  ///   - threads: upper bound on threads.
  /// - Complexity: O(l + r + m) time and memory.
  public init(
    leftCount: Int, rightCount: Int, lefts: [NodeID], rights: [NodeID], weights: [Double]? = nil,
    parallelEdges: ParallelEdges = .keep, threads: Int = 1
  ) {
    precondition(lefts.allSatisfy { $0 < leftCount }, "Every left end must lie in 0..<leftCount.")
    precondition(rights.allSatisfy { $0 < rightCount }, "Every right end must lie in 0..<rightCount.")
    let edges = EdgeList(
      nodeCount: Swift.max(leftCount, rightCount), sources: lefts, targets: rights, weights: weights)
    let tracked = weights != nil
    let byRight = GroupedArcs(
      ListedArcs(edges: edges, swapped: true, dropsLoops: false), nodeCount: rightCount, tracked: tracked,
      threads: threads)
    let byLeft = GroupedArcs(RowArcs(rows: byRight), nodeCount: leftCount, tracked: tracked, threads: threads)
    rightsOfLeft = byLeft.adjacency(weights: weights, parallelEdges, threads: threads)
    let isWeighted = rightsOfLeft.weights != nil
    leftsOfRight = GroupedArcs(
      RowArcs(rightsOfLeft), nodeCount: rightCount, tracked: isWeighted, threads: threads
    ).adjacency(weights: rightsOfLeft.weights, .keep, threads: threads)
  }

  /// The left nodes, each two tied by the number of right neighbors they have in common.
  ///
  /// Weights of this graph are not looked at; parallel edges count once. No loops, no ties of weight 0.
  ///
  /// - Returns: a weighted graph of `leftCount` nodes.
  /// - Complexity: O(Σ d²) over the degrees d of the right nodes; memory in proportion to the ties.
  public func leftProjection(threads: Int = 1) -> UndirectedGraph {
    TwoModeGraph.projection(rightsOfLeft, leftsOfRight, threads: threads)
  }

  /// The right nodes, each two tied by the number of left neighbors they have in common.
  ///
  /// The mirror image of ``leftProjection(threads:)``.
  public func rightProjection(threads: Int = 1) -> UndirectedGraph {
    TwoModeGraph.projection(leftsOfRight, rightsOfLeft, threads: threads)
  }

  private static func projection(_ there: Adjacency, _ back: Adjacency, threads: Int) -> UndirectedGraph {
    var edges = EdgeList(nodeCount: there.nodeCount, isWeighted: true)
    var common = [Double](repeating: 0, count: there.nodeCount)
    var met: [NodeID] = []
    for node in 0..<NodeID(there.nodeCount) {
      var lastBetween: NodeID = -1
      for between in there.neighbors(of: node) where between != lastBetween {
        lastBetween = between
        var lastOther: NodeID = -1
        for other in back.neighbors(of: between) where other > node && other != lastOther {
          lastOther = other
          if common[Int(other)] == 0 { met.append(other) }
          common[Int(other)] += 1
        }
      }
      for other in met {
        edges.append(from: node, to: other, weight: common[Int(other)])
        common[Int(other)] = 0
      }
      met.removeAll(keepingCapacity: true)
    }
    return UndirectedGraph(edges, threads: threads)
  }
}
