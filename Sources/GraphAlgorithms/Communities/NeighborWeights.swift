import GraphStructures
import Parallelism

/// The weight of one node's arcs by the community they lead to, in memory that one thread has to itself.
struct NeighborWeights: Sendable {
  let sums: SharedSlots<Double>
  let met: SharedSlots<Int32>
  /// The place of the first sum in the memory; there are as many as nodes, all 0 between two uses.
  let base: Int

  /// Adds up the weights of a node's arcs, loops left out, and returns how many communities were met.
  func collect(_ graph: AggregateGraph, _ node: Int, _ labels: Span<Int32>) -> Int {
    let neighbors = graph.neighbors.span
    let weights = graph.weights.span
    let isWeighted = !weights.isEmpty
    var count = 0
    for arc in graph.row(node) {
      // Safety: neighbors are nodes, labels are below the number of nodes; a label is met once, for its first weight
      // above 0 makes its sum more than 0.
      let neighbor = unsafe Int(neighbors[unchecked: arc])
      let weight = isWeighted ? weights[arc] : 1
      guard neighbor != node, weight > 0 else { continue }
      let label = unsafe labels[unchecked: neighbor]
      let place = base + Int(label)
      let sum = unsafe sums[unchecked: place]
      if sum == 0 {
        unsafe met[unchecked: base + count] = label
        count += 1
      }
      unsafe sums[unchecked: place] = sum + weight
    }
    return count
  }

  /// The weight of the arcs to a community.
  subscript(label: Int32) -> Double { sums[base + Int(label)] }

  /// A community met.
  func label(at place: Int) -> Int32 { met[base + place] }

  /// Sets the sums of the communities met back to 0.
  func clear(_ count: Int) {
    for place in 0..<count { sums[base + Int(met[base + place])] = 0 }
  }
}
