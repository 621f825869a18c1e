import GraphStructures
import Parallelism

/// The weight of one node's arcs by the community they lead to, in memory that one thread has to itself.
struct NeighborWeights: Sendable {
  let sums: SharedSlots<Double>
  let met: SharedSlots<Int32>
  /// The place of the first sum in the memory; there are as many as nodes, all 0 between two uses.
  let base: Int

  /// Calls `body` with memory for each of some threads.
  static func withLanes<Result>(
    _ lanes: Int, nodeCount: Int, _ body: ([NeighborWeights]) -> Result
  ) -> Result {
    var sums = [Double](repeating: 0, count: lanes * nodeCount)
    var met = [Int32](repeating: 0, count: lanes * nodeCount)
    return sums.withSlots { sums in
      met.withSlots { met in
        body((0..<lanes).map { NeighborWeights(sums: sums, met: met, base: $0 * nodeCount) })
      }
    }
  }

  /// Adds up the weights of a node's arcs and returns how many communities were met by arcs that weigh anything.
  func collect(_ graph: AggregateGraph, _ node: Int, _ labels: Span<Int32>) -> Int {
    let neighbors = graph.neighbors.span
    let weights = graph.weights.span
    var count = 0
    // Whether a community is new is hard to foretell, so that every label is noted, and overwritten unless it was new.
    // Safety: neighbors are nodes, labels are below the number of nodes, of which there is one more than a node has neighbors.
    // Asking for each arc whether there are weights takes 3 % of Leiden's instructions.
    if weights.isEmpty {
      for arc in graph.row(node) { unsafe add(1, to: labels[unchecked: Int(neighbors[unchecked: arc])], &count) }
    } else {
      for arc in graph.row(node) {
        unsafe add(weights[unchecked: arc], to: labels[unchecked: Int(neighbors[unchecked: arc])], &count)
      }
    }
    return count
  }

  /// The same by the pieces of the node's own community, whose other nodes alone count.
  func collect(
    _ graph: AggregateGraph, _ node: Int, within labels: Span<Int32>, by pieces: SharedSlots<Int32>
  ) -> Int {
    let own = labels[node]
    let neighbors = graph.neighbors.span
    let weights = graph.weights.span
    let isWeighted = !weights.isEmpty
    var count = 0
    for arc in graph.row(node) {
      // Safety: as above; there is a piece for every node, and a weight for every arc where there are weights.
      let neighbor = unsafe Int(neighbors[unchecked: arc])
      guard unsafe labels[unchecked: neighbor] == own else { continue }
      unsafe add(isWeighted ? weights[unchecked: arc] : 1, to: pieces[unchecked: neighbor], &count)
    }
    return count
  }

  /// Adds to the sum of a label, and notes the label in the place behind those met before. A label counts once, by its first
  /// weight above 0, so that there is room for all: arcs that weigh nothing may be more than nodes.
  @unsafe @inline(__always)
  private func add(_ weight: Double, to label: Int32, _ count: inout Int) {
    let place = base + Int(label)
    let sum = unsafe sums[unchecked: place]
    unsafe met[unchecked: base + count] = label
    let next = sum + weight
    count += sum == 0 && next > 0 ? 1 : 0
    unsafe sums[unchecked: place] = next
  }

  /// The weight of the arcs to a community.
  subscript(label: Int32) -> Double { sums[base + Int(label)] }

  /// A community met, and the weight of the arcs to it, which is set back to 0.
  func take(_ place: Int) -> (label: Int32, weight: Double) {
    // Safety: what was noted is a label.
    let label = unsafe met[unchecked: base + place]
    let weight = unsafe sums[unchecked: base + Int(label)]
    unsafe sums[unchecked: base + Int(label)] = 0
    return (label, weight)
  }
}
