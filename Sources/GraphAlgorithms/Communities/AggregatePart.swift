import GraphStructures
import Parallelism

/// The rows of some communities of an aggregate graph.
struct AggregatePart: Sendable {
  private(set) var lengths: [Int] = []
  private(set) var neighbors: [NodeID] = []
  private(set) var weights: [Double] = []

  /// Adds the row of one community; `sums` holds a zero per community, and does so again afterwards.
  mutating func add(
    _ community: Int, _ graph: AggregateGraph, _ labels: [Int32], _ members: Members, _ sums: inout [Double]
  ) {
    let first = neighbors.count
    let labels = labels.span
    let arcs = graph.neighbors.span
    sums.withSlots { sums in
      for node in members[community] {
        for arc in graph.row(Int(node)) {
          // Safety: neighbors are nodes, each of which has a label, and there is a sum for each community.
          let other = unsafe labels[unchecked: Int(arcs[unchecked: arc])]
          guard other != community else { continue }
          let sum = unsafe sums[unchecked: Int(other)]
          if sum == 0 { neighbors.append(other) }
          unsafe sums[unchecked: Int(other)] = sum + (graph.weights.isEmpty ? 1 : graph.weights[arc])
        }
      }
      // An arc of weight 0 can put a community twice on the list; the second time its sum is 0 already.
      var place = first
      for index in first..<neighbors.count {
        let other = neighbors[index]
        guard sums[Int(other)] != 0 else { continue }
        neighbors[place] = other
        weights.append(sums[Int(other)])
        sums[Int(other)] = 0
        place += 1
      }
      neighbors.removeSubrange(place...)
    }
    lengths.append(neighbors.count - first)
  }
}
