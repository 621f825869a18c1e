/// The neighbors of every node in two contiguous arrays: compressed sparse rows (CSR).
///
/// The neighbors of node v are `neighbors[offsets[v]..<offsets[v + 1]]`, in ascending order; parallel arcs lie
/// side by side in the order of the input. One stored entry is an *arc*: a directed edge gives one arc, an
/// undirected edge one in each of its two rows, an undirected loop a single one.
///
/// Reference: Y. Saad, *Iterative Methods for Sparse Linear Systems*, 2nd ed., 2003, section 3.4,
/// doi:10.1137/1.9780898718003.
public struct Adjacency: Sendable, Equatable {
  /// Where each row begins, and at the end the number of arcs: n + 1 ascending numbers.
  public let offsets: [UInt32]
  /// The other end of each arc, row by row.
  public let neighbors: [NodeID]
  /// The weight of each arc, row by row, or nil when the graph has no weights.
  public let weights: [Double]?

  /// The number of nodes.
  public var nodeCount: Int { offsets.count - 1 }
  /// The number of arcs stored.
  public var arcCount: Int { neighbors.count }

  init(offsets: [UInt32], neighbors: [NodeID], weights: [Double]?) {
    self.offsets = offsets
    self.neighbors = neighbors
    self.weights = weights
  }

  /// The same arcs without weights.
  var unweighted: Adjacency { Adjacency(offsets: offsets, neighbors: neighbors, weights: nil) }

  /// The positions of a node's arcs in `neighbors` and `weights`.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func row(_ node: NodeID) -> Range<Int> {
    Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1])
  }

  /// The number of a node's arcs.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func arcCount(of node: NodeID) -> Int {
    Int(offsets[Int(node) + 1] - offsets[Int(node)])
  }

  /// A node's neighbors in ascending order, one per arc.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func neighbors(of node: NodeID) -> ArraySlice<NodeID> {
    neighbors[row(node)]
  }

  /// The weight of the arc at a position of `neighbors`; 1 when the graph has no weights.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func weight(at position: Int) -> Double {
    weights?[position] ?? 1
  }

  /// Whether an arc leads from `source` to `target`.
  ///
  /// - Complexity: O(log d) for a row of d arcs.
  public func hasArc(from source: NodeID, to target: NodeID) -> Bool {
    let range = row(source)
    let place = firstPosition(of: target, in: range)
    return place < range.upperBound && neighbors[place] == target
  }

  /// The sum of the weights of the arcs from `source` to `target`; 0 when there is none.
  ///
  /// - Complexity: O(log d) for a row of d arcs, plus the number of parallel arcs.
  public func weight(from source: NodeID, to target: NodeID) -> Double {
    let range = row(source)
    var place = firstPosition(of: target, in: range)
    var sum = 0.0
    while place < range.upperBound, neighbors[place] == target {
      sum += weight(at: place)
      place += 1
    }
    return sum
  }

  private func firstPosition(of target: NodeID, in range: Range<Int>) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if neighbors[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
