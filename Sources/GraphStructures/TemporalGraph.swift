/// An immutable graph whose edges bear a time each: a stream of contacts in the order they happened.
///
/// Edges are held as columns, sorted by time, edges of one time in the order of the input.
///
/// Reference: P. Holme, J. Saramäki, "Temporal networks", Physics Reports 519, 2012,
/// doi:10.1016/j.physrep.2012.03.001.
public struct TemporalGraph: Sendable, Equatable {
  /// The edges in order of time.
  public let edges: EdgeList
  /// The time of each edge, ascending; the unit is the caller's.
  public let times: [Int64]
  /// Whether the edges have a direction.
  public let isDirected: Bool

  /// The number of nodes.
  public var nodeCount: Int { edges.nodeCount }

  /// A graph of the edges given, edge i at `times[i]`.
  ///
  /// - Parameters:
  ///   - edges: the edges, in any order of time.
  ///   - times: the time of each edge.
  ///   - isDirected: whether an edge leads only from its source to its target.
  /// - Complexity: O(m) per 16 bits of the span of time; O(m) when the edges come in order.
  public init(_ edges: EdgeList, times: [Int64], isDirected: Bool) {
    precondition(times.count == edges.count, "Every edge needs a time.")
    self.isDirected = isDirected
    let isSorted = zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
    guard !isSorted, let first = times.min(), let last = times.max() else {
      self.edges = edges
      self.times = times
      return
    }
    let order = stableOrder(times.map { UInt64(bitPattern: $0 &- first) }, largest: UInt64(bitPattern: last &- first))
    self.times = order.map { times[Int($0)] }
    self.edges = EdgeList(
      nodeCount: edges.nodeCount,
      sources: order.map { edges.sources[Int($0)] },
      targets: order.map { edges.targets[Int($0)] },
      weights: edges.weights.map { weights in order.map { weights[Int($0)] } })
  }
}

/// The positions of `keys` in ascending order of the keys, equal keys in their order: a counting sort per 16 bits.
private func stableOrder(_ keys: [UInt64], largest: UInt64) -> [UInt32] {
  var order = keys.indices.map { UInt32($0) }
  var sorted = order
  var shift = 0
  while shift < 64, largest >> UInt64(shift) > 0 {
    var places = [Int](repeating: 0, count: (1 << 16) + 1)
    for key in keys { places[Int((key >> UInt64(shift)) & 0xFFFF) + 1] += 1 }
    for digit in 1..<places.count { places[digit] += places[digit - 1] }
    for index in order {
      let digit = Int((keys[Int(index)] >> UInt64(shift)) & 0xFFFF)
      sorted[places[digit]] = index
      places[digit] += 1
    }
    swap(&order, &sorted)
    shift += 16
  }
  return order
}
