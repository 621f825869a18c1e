import GraphStructures

/// How a path's quality follows from its edges' weights.
enum PathQuality {
  /// The sum of the weights, small is good.
  case length
  /// The product of the weights, large is good; kept negated, so that small is good here too.
  case trust

  var start: Double { self == .length ? 0 : -1 }
  var unreached: Double { self == .length ? .infinity : 0 }

  func extended(_ key: Double, by weight: Double) -> Double {
    self == .length ? key + weight : key * weight
  }
}

/// Dijkstra's algorithm: settles nodes in the order of their best path's key.
struct BestFirstSearch {
  let adjacencies: [Adjacency]
  let quality: PathQuality
  /// The key of the best path to each node.
  private(set) var keys: [Double]
  /// The node before each one on its best path; −1 for sources and nodes not reached.
  private(set) var parents: [NodeID]
  /// The nodes reached, in the order they were settled.
  private(set) var order: [NodeID] = []
  private var isSettled: [Bool]
  private var queue = RankedHeap()

  init(_ adjacencies: [Adjacency], _ quality: PathQuality) {
    self.adjacencies = adjacencies
    self.quality = quality
    let nodeCount = adjacencies[0].nodeCount
    keys = [Double](repeating: quality.unreached, count: nodeCount)
    parents = [NodeID](repeating: -1, count: nodeCount)
    isSettled = [Bool](repeating: false, count: nodeCount)
  }

  /// Finds the best paths from the sources, undoing an earlier search first.
  mutating func run(from sources: [NodeID]) {
    for node in order {
      keys[Int(node)] = quality.unreached
      parents[Int(node)] = -1
      isSettled[Int(node)] = false
    }
    order.removeAll(keepingCapacity: true)
    for source in sources {
      keys[Int(source)] = quality.start
      queue.insert(source, key: quality.start)
    }
    while let entry = queue.popFirst() {
      guard !isSettled[Int(entry.node)] else { continue }
      isSettled[Int(entry.node)] = true
      order.append(entry.node)
      for adjacency in adjacencies { relax(entry.node, adjacency) }
    }
  }

  private mutating func relax(_ node: NodeID, _ adjacency: Adjacency) {
    let key = keys[Int(node)]
    for arc in adjacency.row(node) {
      let neighbor = adjacency.neighbors[arc]
      let candidate = quality.extended(key, by: adjacency.weight(at: arc))
      guard candidate < keys[Int(neighbor)] else { continue }
      keys[Int(neighbor)] = candidate
      parents[Int(neighbor)] = node
      queue.insert(neighbor, key: candidate)
    }
  }
}

/// The nodes of the path to `target` that the parents describe.
func pathFollowing(_ parents: [NodeID], to target: NodeID) -> [NodeID] {
  var path = [target]
  while let node = path.last, parents[Int(node)] >= 0 { path.append(parents[Int(node)]) }
  return path.reversed()
}
