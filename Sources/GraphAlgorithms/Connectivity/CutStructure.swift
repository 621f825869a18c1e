public import GraphStructures

/// What holds a graph together: the nodes and edges whose loss would split a component.
public struct CutStructure: Sendable, Equatable {
  /// An edge by its two ends.
  public struct Bridge: Sendable, Hashable {
    /// The end with the smaller id.
    public let first: NodeID
    /// The end with the larger id.
    public let second: NodeID

    /// The edge between two nodes.
    public init(_ one: NodeID, _ other: NodeID) {
      first = min(one, other)
      second = max(one, other)
    }
  }

  /// The nodes whose removal splits their component, in ascending order.
  public let articulationPoints: [NodeID]
  /// The edges whose removal splits their component, in ascending order of their ends.
  public let bridges: [Bridge]
}

extension UndirectedGraph {
  /// The articulation points and bridges.
  ///
  /// Of parallel edges none is a bridge; loops change nothing. Runs without recursion.
  ///
  /// - Complexity: O(n + m) time, O(n) memory.
  ///
  /// Reference: J. Hopcroft, R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation",
  /// Communications of the ACM 16(6), 1973, doi:10.1145/362248.362272.
  public func cutStructure() -> CutStructure {
    var search = CutSearch(adjacency)
    for node in nodes where search.order[Int(node)] == 0 { search.explore(from: node) }
    return CutStructure(
      articulationPoints: nodes.filter { search.isArticulation[Int($0)] },
      bridges: search.bridges.sorted { ($0.first, $0.second) < ($1.first, $1.second) })
  }
}

extension DirectedGraph {
  /// The articulation points and bridges, directions aside: nodes tied both ways, or by parallel arcs, have no bridge
  /// between them.
  ///
  /// - Complexity: O(n + m).
  public func cutStructure(threads: Int = 1) -> CutStructure {
    UndirectedGraph(self, parallelEdges: .keep, threads: threads).cutStructure()
  }
}

private struct CutSearch {
  private struct Step {
    let node: NodeID
    let parent: NodeID
    var arc: Int
    /// Whether the edge to the parent was met already; another one is parallel to it.
    var metParent = false
  }

  let arcs: Adjacency
  /// When each node was found, from 1; 0 while it is not.
  var order: [UInt32]
  var isArticulation: [Bool]
  var bridges: [CutStructure.Bridge] = []
  /// The earliest node that each one's subtree has an edge to.
  private var low: [UInt32]
  private var found: UInt32 = 0
  private var path: [Step] = []

  init(_ arcs: Adjacency) {
    self.arcs = arcs
    order = [UInt32](repeating: 0, count: arcs.nodeCount)
    low = order
    isArticulation = [Bool](repeating: false, count: arcs.nodeCount)
  }

  mutating func explore(from root: NodeID) {
    var rootChildren = 0
    enter(root, parent: -1)
    while let step = path.last {
      guard step.arc < arcs.row(step.node).upperBound else {
        path.removeLast()
        leave(step, root: root)
        continue
      }
      path[path.count - 1].arc += 1
      let neighbor = arcs.neighbors[step.arc]
      if neighbor == step.parent && !step.metParent {
        path[path.count - 1].metParent = true
      } else if order[Int(neighbor)] == 0 {
        if step.node == root { rootChildren += 1 }
        enter(neighbor, parent: step.node)
      } else {
        low[Int(step.node)] = min(low[Int(step.node)], order[Int(neighbor)])
      }
    }
    isArticulation[Int(root)] = rootChildren > 1
  }

  private mutating func enter(_ node: NodeID, parent: NodeID) {
    found += 1
    order[Int(node)] = found
    low[Int(node)] = found
    path.append(Step(node: node, parent: parent, arc: arcs.row(node).lowerBound))
  }

  private mutating func leave(_ step: Step, root: NodeID) {
    guard step.parent >= 0 else { return }
    let parent = Int(step.parent)
    low[parent] = min(low[parent], low[Int(step.node)])
    if low[Int(step.node)] >= order[parent] && step.parent != root { isArticulation[parent] = true }
    if low[Int(step.node)] > order[parent] { bridges.append(CutStructure.Bridge(step.node, step.parent)) }
  }
}
