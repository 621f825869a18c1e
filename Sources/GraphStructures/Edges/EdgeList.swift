/// Edges as columns, in the order they came: what graphs are built from.
///
/// ```swift
/// var edges = EdgeList(nodeCount: 3)
/// edges.append(from: 0, to: 1)
/// edges.append(from: 1, to: 2)
/// let graph = DirectedGraph(edges)
/// ```
public struct EdgeList: Sendable, Equatable {
  /// The number of nodes; ids lie in `0..<nodeCount`.
  public let nodeCount: Int
  /// Where each edge begins.
  public private(set) var sources: [NodeID]
  /// Where each edge ends.
  public private(set) var targets: [NodeID]
  /// The weight of each edge, or nil when the edges have none.
  public private(set) var weights: [Double]?

  /// The number of edges.
  public var count: Int { sources.count }

  /// A list of no edges yet.
  ///
  /// - Parameters:
  ///   - nodeCount: number of nodes, 0 to 2³¹ − 1.
  ///   - isWeighted: whether the edges appended carry weights.
  public init(nodeCount: Int, isWeighted: Bool = false) {
    self.init(nodeCount: nodeCount, sources: [], targets: [], weights: isWeighted ? [] : nil)
  }

  /// A list of the edges `sources[i]` → `targets[i]`, with `weights[i]` if given.
  ///
  /// - Precondition: the columns have one length and the ids lie in `0..<nodeCount`.
  /// - Complexity: O(m), to check the ids.
  public init(nodeCount: Int, sources: [NodeID], targets: [NodeID], weights: [Double]? = nil) {
    precondition(nodeCount >= 0 && nodeCount <= Int(Int32.max), "A graph has 0 to 2³¹ − 1 nodes.")
    precondition(sources.count == targets.count, "Every edge needs a source and a target.")
    precondition(sources.count <= Int(UInt32.max) / 2, "A graph has at most 2³¹ − 1 edges.")
    precondition((weights?.count ?? sources.count) == sources.count, "Either every edge has a weight or none.")
    precondition(
      EdgeList.largest(sources) < nodeCount && EdgeList.largest(targets) < nodeCount,
      "Every node id must lie in 0..<nodeCount.")
    self.nodeCount = nodeCount
    self.sources = sources
    self.targets = targets
    self.weights = weights
  }

  /// Adds an edge at the end; `weight` is used only when the list is weighted.
  ///
  /// - Complexity: amortised O(1).
  public mutating func append(from source: NodeID, to target: NodeID, weight: Double = 1) {
    precondition(source >= 0 && source < nodeCount, "The source must lie in 0..<nodeCount.")
    precondition(target >= 0 && target < nodeCount, "The target must lie in 0..<nodeCount.")
    sources.append(source)
    targets.append(target)
    weights?.append(weight)
  }

  /// The largest id read as unsigned, so that a negative one exceeds every node count; −1 of none.
  private static func largest(_ ids: [NodeID]) -> Int {
    var largest: UInt32 = 0
    for id in ids { largest = max(largest, UInt32(bitPattern: id)) }
    return ids.isEmpty ? -1 : Int(largest)
  }
}
