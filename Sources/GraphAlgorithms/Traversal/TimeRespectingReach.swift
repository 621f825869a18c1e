public import GraphStructures

/// Settings of time-respecting paths.
public struct TimeRespectingOptions: Sendable, Equatable {
  /// Whether each edge must be later than the one before it, or may bear the same time.
  public var isStrict = true
  /// The longest time between one edge of a path and the next; nil for no limit.
  public var waitingLimit: Int64?
  /// The most edges of a path; nil for no limit.
  public var edgeLimit: Int?
  /// Edges before this time are not used.
  public var start = Int64.min

  /// The settings above.
  public init() {}
}

extension TemporalGraph {
  /// When each node can first be reached from the sources by edges in order of time; nil where it cannot.
  ///
  /// A path may follow an edge at time t from a node it entered at time a if a < t, or a ≤ t when not strict, and
  /// t − a is within the waiting limit. Sources can be left at any time from the start on, however late. Passing an
  /// edge takes no time. A path may come back to a node, and then waits anew; with a waiting limit this matters, and
  /// asking for paths that do not come back would be NP-hard.
  ///
  /// - Parameters:
  ///   - sources: nodes to start from; they are reached at the start.
  ///   - options: strictness, waiting limit, number of edges, start.
  /// - Returns: for each node the earliest time at which a path enters it, nil when none does.
  /// - Complexity: O(n + m) time and O(n) memory without a limit on edges, O(L (n + m)) and O(L n) with the limit L.
  ///
  /// Reference: D. Kempe, J. Kleinberg, A. Kumar, "Connectivity and inference problems for temporal networks", Journal
  /// of Computer and System Sciences 64(4), 2002, doi:10.1006/jcss.2002.1829; H. Wu et al., "Path problems in temporal
  /// graphs", PVLDB 7(9), 2014, doi:10.14778/2732939.2732945 (one pass over the edges in order of time).
  public func timeRespectingArrivals(
    from sources: [NodeID], _ options: TimeRespectingOptions = TimeRespectingOptions()
  ) -> [Int64?] {
    precondition((options.waitingLimit ?? 0) >= 0, "A waiting limit must not be negative.")
    precondition((options.edgeLimit ?? 0) >= 0, "A limit on edges must not be negative.")
    precondition(sources.allSatisfy { $0 >= 0 && $0 < nodeCount }, "The source must be a node of the graph.")
    // Where waiting is free, no path needs more edges than there are other nodes.
    let isIdle = options.waitingLimit == nil && (options.edgeLimit ?? 0) >= nodeCount - 1
    let limit = isIdle ? nil : options.edgeLimit
    var reach = TimeRespectingReach(self, sources: sources, options, layers: limit ?? 1, isLayered: limit != nil)
    var first = edges.count - times.reversed().prefix { $0 >= options.start }.count
    while first < times.count {
      let end = times[first...].firstIndex { $0 != times[first] } ?? times.count
      reach.pass(first..<end)
      first = end
    }
    return reach.arrivals
  }
}

/// What is reached as time goes on. Edges of one time are passed together.
private struct TimeRespectingReach {
  private let graph: TemporalGraph
  private let options: TimeRespectingOptions
  private let isLayered: Bool
  private let isSource: [Bool]
  /// The latest time at which each node was entered by a path of at most so many edges, layer by layer; nil if never.
  private var latest: [[Int64?]]
  private(set) var arrivals: [Int64?]

  /// - Parameter layers: the limit on edges; without a limit one layer, whose paths have any number of edges.
  init(_ graph: TemporalGraph, sources: [NodeID], _ options: TimeRespectingOptions, layers: Int, isLayered: Bool) {
    self.graph = graph
    self.options = options
    self.isLayered = isLayered
    var isSource = [Bool](repeating: false, count: graph.nodeCount)
    arrivals = [Int64?](repeating: nil, count: graph.nodeCount)
    for source in sources {
      isSource[Int(source)] = true
      arrivals[Int(source)] = options.start
    }
    self.isSource = isSource
    latest = [[Int64?]](repeating: [Int64?](repeating: nil, count: graph.nodeCount), count: layers)
  }

  /// Passes the edges of one time.
  mutating func pass(_ group: Range<Int>) {
    let time = graph.times[group.lowerBound]
    var entered: [(node: NodeID, layer: Int)] = []
    for layer in latest.indices {
      // With a limit, layer 0 is left by sources only; without one, the single layer feeds itself.
      let from = isLayered ? layer - 1 : 0
      visitSteps(group) { source, target in
        if canLeave(source, layer: from, at: time) { entered.append((target, layer)) }
      }
      if !options.isStrict {
        for (node, layer) in entered { enter(node, layer, time) }
        if isLayered { entered.removeAll(keepingCapacity: true) }
      }
    }
    for (node, layer) in entered { enter(node, layer, time) }
    if !options.isStrict && !isLayered { spread(entered.map(\.node), over: group, at: time) }
  }

  /// Without a limit and not strictly, what is entered at a time can be left at that time: a search within the group.
  private mutating func spread(_ entered: [NodeID], over group: Range<Int>, at time: Int64) {
    var firstStep: [NodeID: Int] = [:]
    var steps: [(target: NodeID, next: Int)] = []
    visitSteps(group) { source, target in
      steps.append((target, firstStep[source] ?? -1))
      firstStep[source] = steps.count - 1
    }
    var stack = entered
    while let node = stack.popLast() {
      // A node's steps are taken once.
      var step = firstStep.updateValue(-1, forKey: node) ?? -1
      while step >= 0 {
        enter(steps[step].target, 0, time)
        stack.append(steps[step].target)
        step = steps[step].next
      }
    }
  }

  private func visitSteps(_ group: Range<Int>, _ body: (_ source: NodeID, _ target: NodeID) -> Void) {
    for edge in group {
      body(graph.edges.sources[edge], graph.edges.targets[edge])
      if !graph.isDirected { body(graph.edges.targets[edge], graph.edges.sources[edge]) }
    }
  }

  private func canLeave(_ node: NodeID, layer: Int, at time: Int64) -> Bool {
    if isSource[Int(node)] { return true }
    guard layer >= 0, let entered = latest[layer][Int(node)] else { return false }
    if options.isStrict && entered >= time { return false }
    guard let limit = options.waitingLimit else { return true }
    let (waited, overflow) = time.subtractingReportingOverflow(entered)
    return !overflow && waited <= limit
  }

  private mutating func enter(_ node: NodeID, _ layer: Int, _ time: Int64) {
    latest[layer][Int(node)] = time
    if arrivals[Int(node)] == nil { arrivals[Int(node)] = time }
  }
}
