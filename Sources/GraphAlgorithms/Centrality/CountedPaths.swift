import GraphStructures
import Parallelism

/// The shortest paths from one source, counted (Brandes 2001): first outwards, then the dependencies back.
struct CountedPaths {
  private let arcs: Adjacency
  private var lengthSearch: BestFirstSearch?
  /// The nodes reached, nearest first.
  private var order: [NodeID] = []
  /// The distance of each node in edges, or with lengths its place in `order`; −1 where not reached.
  private var levels: [Int32]
  /// The number of shortest paths to each node.
  private var counts: [Double]
  /// (1 + dependency) / count of each node.
  private var shares: [Double]

  init(_ arcs: Adjacency, usesLengths: Bool) {
    self.arcs = arcs
    lengthSearch = usesLengths ? BestFirstSearch([arcs], .length) : nil
    levels = [Int32](repeating: -1, count: arcs.nodeCount)
    counts = [Double](repeating: 0, count: arcs.nodeCount)
    shares = counts
    order.reserveCapacity(arcs.nodeCount)
  }

  /// Finds and counts the shortest paths from `source`.
  mutating func search(from source: NodeID) {
    for node in order {
      levels[Int(node)] = -1
      counts[Int(node)] = 0
    }
    order.removeAll(keepingCapacity: true)
    counts[Int(source)] = 1
    if lengthSearch == nil { searchByEdges(from: source) } else { searchByLengths(from: source) }
  }

  private mutating func searchByEdges(from source: NodeID) {
    let arcs = arcs
    let neighbors = arcs.neighbors.span
    levels[Int(source)] = 0
    order.append(source)
    var head = 0
    while head < order.count {
      let end = order.count
      levels.withSlots { levels in
        counts.withSlots { counts in
          for place in head..<end {
            let node = order[place]
            let next = levels[Int(node)] + 1
            let count = counts[Int(node)]
            for arc in arcs.row(node) {
              // Safety: arcs lie within the neighbors, and neighbors are nodes, of which there are as many slots.
              let neighbor = unsafe Int(neighbors[unchecked: arc])
              let level = unsafe levels[unchecked: neighbor]
              if level < 0 {
                unsafe levels[unchecked: neighbor] = next
                unsafe counts[unchecked: neighbor] = count
                order.append(NodeID(neighbor))
              } else if level == next {
                unsafe counts[unchecked: neighbor] += count
              }
            }
          }
        }
      }
      head = end
    }
  }

  private mutating func searchByLengths(from source: NodeID) {
    lengthSearch?.run(from: [source])
    order = lengthSearch?.order ?? []
    for (place, node) in order.enumerated() { levels[Int(node)] = Int32(place) }
    for node in order {
      for arc in arcs.row(node) where isOnShortestPath(node, arc) {
        counts[Int(arcs.neighbors[arc])] += counts[Int(node)]
      }
    }
  }

  /// Whether a shortest path uses this arc: it leads from a node to a later one, and no other way is shorter.
  private func isOnShortestPath(_ node: NodeID, _ arc: Int) -> Bool {
    let neighbor = Int(arcs.neighbors[arc])
    guard let lengthSearch, levels[neighbor] > levels[Int(node)] else { return false }
    let length = lengthSearch.keys[Int(node)] + arcs.weight(at: arc)
    return length - lengthSearch.keys[neighbor] <= 1e-9 * length
  }

  /// Calls `body` for every node reached but the source with its dependency: Σ σ(s, t | v) / σ(s, t) over targets t.
  mutating func visitDependencies(_ body: (_ node: Int, _ dependency: Double) -> Void) {
    for place in stride(from: order.count - 1, to: 0, by: -1) {
      let node = order[place]
      let count = counts[Int(node)]
      let dependency = count * sharesPassedBack(to: node)
      shares[Int(node)] = (1 + dependency) / count
      body(Int(node), dependency)
    }
  }

  /// The sum of the shares of the nodes that come next on shortest paths through `node`.
  private func sharesPassedBack(to node: NodeID) -> Double {
    var sum = 0.0
    if lengthSearch != nil {
      for arc in arcs.row(node) where isOnShortestPath(node, arc) { sum += shares[Int(arcs.neighbors[arc])] }
      return sum
    }
    let neighbors = arcs.neighbors.span
    let levels = levels.span
    let shares = shares.span
    let next = levels[Int(node)] + 1
    for arc in arcs.row(node) {
      // Safety: as in `searchByEdges`.
      let neighbor = unsafe Int(neighbors[unchecked: arc])
      if unsafe levels[unchecked: neighbor] == next { sum += unsafe shares[unchecked: neighbor] }
    }
    return sum
  }
}
