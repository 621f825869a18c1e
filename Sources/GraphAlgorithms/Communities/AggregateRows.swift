import GraphStructures
import Parallelism

/// Communities dealt into shares of about as many arcs each, and the room that the rows of each share may need.
struct AggregateShares: Sendable {
  /// The first community of each share, and at the end the number of communities.
  private let firsts: [Int]
  /// The first place of each share's rows, and at the end the number of places.
  let places: [Int]

  /// About how many shares are made: enough to keep threads busy, and never a number that depends on them.
  private static let number = 64

  init(_ graph: AggregateGraph, _ members: Members) {
    var firsts = [0]
    var places = [0]
    let fair = graph.neighbors.count / AggregateShares.number + 1
    var room = 0
    for community in 0..<members.count {
      room += members[community].reduce(0) { $0 + graph.row(Int($1)).count }
      if room - places[places.count - 1] >= fair || community == members.count - 1 {
        firsts.append(community + 1)
        places.append(room)
      }
    }
    self.firsts = firsts
    self.places = places
  }

  var count: Int { firsts.count - 1 }
  var room: Int { places[count] }

  func communities(_ share: Int) -> Range<Int> { firsts[share]..<firsts[share + 1] }
}

/// The rows of an aggregate graph while they are written.
struct AggregateRows: Sendable {
  let begins: SharedSlots<UInt32>
  let ends: SharedSlots<UInt32>
  let neighbors: SharedSlots<NodeID>
  let weights: SharedSlots<Double>

  /// Writes the row of one community and returns the place after it.
  ///
  /// - Parameters:
  ///   - first: where the row begins; from there on there is room for all arcs of the members.
  ///   - sums: a zero per community, and so again afterwards.
  func write(
    _ community: Int, of graph: AggregateGraph, _ labels: Span<Int32>, _ members: ArraySlice<NodeID>,
    from first: Int, _ sums: inout [Double]
  ) -> Int {
    begins[community] = UInt32(first)
    let arcs = graph.neighbors.span
    let arcWeights = graph.weights.span
    let isWeighted = !arcWeights.isEmpty
    var place = first
    sums.withSlots { sums in
      for node in members {
        for arc in graph.row(Int(node)) {
          // Whether a community is new is hard to foretell, so that each is listed, and overwritten unless it was new.
          // Safety: neighbors are nodes, each of which has a label; there is a sum for each community, a weight for
          // each arc where there are weights, and room for as many neighbors as arcs.
          let other = unsafe labels[unchecked: Int(arcs[unchecked: arc])]
          let sum = unsafe sums[unchecked: Int(other)]
          unsafe neighbors[unchecked: place] = other
          place += sum == 0 ? 1 : 0
          unsafe sums[unchecked: Int(other)] = sum + (isWeighted ? arcWeights[unchecked: arc] : 1)
        }
      }
      // An arc of weight 0 can put a community twice on the list; the second time its sum is 0 already.
      let listed = first..<place
      place = first
      for index in listed {
        let other = unsafe neighbors[unchecked: index]
        let sum = unsafe sums[unchecked: Int(other)]
        unsafe sums[unchecked: Int(other)] = 0
        guard sum != 0, other != community else { continue }
        unsafe neighbors[unchecked: place] = other
        unsafe weights[unchecked: place] = sum
        place += 1
      }
    }
    ends[community] = UInt32(place)
    return place
  }
}
