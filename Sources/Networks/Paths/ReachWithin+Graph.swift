import GraphAlgorithms
public import GraphStructures

/// Finds which nodes of a graph that comes from no dataset can be reached from one in at most so many edges.
///
/// Where edges have a direction they are followed along it. In order of time each edge must be later than the one before
/// it; edges without a time are left out.
///
/// - Parameters:
///   - options: with the number of the node to start from; `via` plays no part.
///   - times: the time of each edge, nil where it has none; looked at only in order of time.
///   - timesPerUnit: how many units of `times` one unit of the waiting limit is.
///   - graph: what the graph and its nodes are called.
/// - Complexity: O(n + m); in order of time O(m) for each number of steps tried, times that number.
public func reachWithin(
  _ options: ReachWithinOptions, in graph: NetworkSubject, over edges: EdgeList, isDirected: Bool,
  times: [Int64?] = [], timesPerUnit: Int64 = 1
) -> ReachWithin {
  guard let node = options.node else { preconditionFailure("Reach in a graph starts at a node.") }
  let source = NodeID(node)
  guard options.isTimeRespecting else {
    let distances =
      isDirected
      ? DirectedGraph(edges, threads: options.threads)
        .hopDistances(from: [source], limit: options.within, threads: options.threads)
      : UndirectedGraph(edges, threads: options.threads)
        .hopDistances(from: [source], limit: options.within, threads: options.threads)
    return ReachWithin(graph, options, nodes: 0..<edges.nodeCount, distances: distances)
  }
  precondition(times.count == edges.count, "Every edge needs a time or nil.")
  var dated = EdgeList(nodeCount: edges.nodeCount)
  var known: [Int64] = []
  for (edge, time) in times.enumerated() {
    guard let time else { continue }
    dated.append(from: edges.sources[edge], to: edges.targets[edge])
    known.append(time)
  }
  let (limit, isEndless) = Int64(options.waitingDays ?? 0).multipliedReportingOverflow(by: timesPerUnit)
  let distances = TemporalGraph(dated, times: known, isDirected: isDirected).timeRespectingDistances(
    from: source, limit: options.within, waitingLimit: options.waitingDays == nil || isEndless ? nil : limit)
  var result = ReachWithin(graph, options, nodes: 0..<edges.nodeCount, distances: distances)
  result.undatedTies = times.count - known.count
  return result
}
