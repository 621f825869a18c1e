import GraphStructures
import Parallelism

/// A weighted graph whose nodes may stand for many: what Louvain and Leiden work on, level by level.
struct AggregateGraph: Sendable {
  /// Where each node's row begins and ends. Between two rows there may be places that belong to none.
  let begins: [UInt32]
  let ends: [UInt32]
  let neighbors: [NodeID]
  /// The weight of each arc; empty when each is 1. Loops are not among the arcs: their weight is the same wherever a node
  /// goes.
  let weights: [Double]
  /// The strength of each node, loops counted twice.
  let strengths: [Double]
  /// The number of arcs.
  let arcCount: Int
  /// The sum of all strengths, twice the weight of all edges.
  let total: Double

  var nodeCount: Int { strengths.count }

  /// The graph itself without loops and without the nodes that have no edges, its nodes numbered by falling degree.
  init(_ graph: UndirectedGraph, _ order: DegreeOrder, threads: Int) {
    let adjacency = graph.adjacency
    let nodes = order.nodes.prefix { adjacency.arcCount(of: $0) > 0 }
    var places = nodes.map { UInt32(adjacency.arcCount(of: $0)) }
    var room: UInt32 = 0
    for number in places.indices { (places[number], room) = (room, room + places[number]) }
    let begins = places
    var (ends, neighbors, weights) = ([UInt32](), [NodeID](), [Double]())
    ends = [UInt32](slots: nodes.count) { ends in
      neighbors = [NodeID](slots: adjacency.arcCount) { neighbors in
        weights = [Double](slots: adjacency.weights == nil ? 0 : adjacency.arcCount) { weights in
          parallelChunks(nodes.count, size: 1 << 10, threads: threads) { _, numbers in
            let ranks = order.ranks.span
            let others = adjacency.neighbors.span
            for number in numbers {
              let node = nodes[number]
              var place = Int(begins[number])
              // Safety: arcs lie within the neighbors, each of which has a rank; a row has room for all arcs of its node.
              for arc in adjacency.row(node) where unsafe others[unchecked: arc] != node {
                unsafe neighbors[unchecked: place] = ranks[unchecked: Int(others[unchecked: arc])]
                if let all = adjacency.weights { weights[place] = all[arc] }
                place += 1
              }
              ends[number] = UInt32(place)
            }
          }
        }
      }
    }
    let strengths = graph.strengths()
    self.strengths = nodes.map { strengths[Int($0)] }
    total = self.strengths.reduce(0, +)
    arcCount = zip(begins, ends).reduce(0) { $0 + Int($1.1 - $1.0) }
    (self.begins, self.ends, self.neighbors, self.weights) = (begins, ends, neighbors, weights)
  }

  /// The graph whose nodes are the communities of another's; arcs within a community are left out.
  init(_ graph: AggregateGraph, labels: [Int32], count: Int, threads: Int) {
    let members = Members(labels, count: count)
    var strengths = [Double](repeating: 0, count: count)
    for (node, label) in labels.enumerated() { strengths[Int(label)] += graph.strengths[node] }
    self.strengths = strengths
    total = graph.total
    let shares = AggregateShares(graph, members)
    var (begins, ends, neighbors, weights) = ([UInt32](), [UInt32](), [NodeID](), [Double]())
    // Rows are written where they stay: memory for arcs that turn out to be one is reserved but never touched.
    begins = [UInt32](slots: count) { begins in
      ends = [UInt32](slots: count) { ends in
        neighbors = [NodeID](slots: shares.room) { neighbors in
          weights = [Double](slots: shares.room) { weights in
            let rows = AggregateRows(begins: begins, ends: ends, neighbors: neighbors, weights: weights)
            _ = parallelFold(
              shares.count, threads: threads, initial: { [Double](repeating: 0, count: count) },
              { sums, share in
                var place = shares.places[share]
                for community in shares.communities(share) {
                  place = rows.write(community, of: graph, labels.span, members[community], from: place, &sums)
                }
              })
          }
        }
      }
    }
    arcCount = zip(begins, ends).reduce(0) { $0 + Int($1.1 - $1.0) }
    (self.begins, self.ends, self.neighbors, self.weights) = (begins, ends, neighbors, weights)
  }

  func row(_ node: Int) -> Range<Int> { Int(begins[node])..<Int(ends[node]) }
}

/// The nodes of each community, side by side.
struct Members: Sendable {
  let offsets: [Int]
  let nodes: [NodeID]

  /// - Parameter order: all nodes, in the order in which they are to stand within their communities.
  init(_ labels: [Int32], count: Int, order: some Sequence<NodeID>) {
    var places = [Int](repeating: 0, count: count + 1)
    for label in labels { places[Int(label) + 1] += 1 }
    for label in 0..<count { places[label + 1] += places[label] }
    offsets = places
    var nodes = [NodeID](repeating: 0, count: labels.count)
    for node in order {
      let label = Int(labels[Int(node)])
      nodes[places[label]] = node
      places[label] += 1
    }
    self.nodes = nodes
  }

  /// The nodes of each community in ascending order.
  init(_ labels: [Int32], count: Int) {
    self.init(labels, count: count, order: 0..<NodeID(labels.count))
  }

  var count: Int { offsets.count - 1 }

  subscript(community: Int) -> ArraySlice<NodeID> { nodes[offsets[community]..<offsets[community + 1]] }
}
