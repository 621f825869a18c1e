import GraphAlgorithms
import GraphStructures
import Randomness
import Testing

/// All pairs of node and time that some path enters, path by path.
private func slowArrivals(_ graph: TemporalGraph, from source: NodeID, _ options: TimeRespectingOptions) -> [Int64?] {
  struct State: Hashable {
    let node: NodeID
    let time: Int64?
    let edgesUsed: Int
  }
  var seen: Set<State> = [State(node: source, time: nil, edgesUsed: 0)]
  var stack = Array(seen)
  var arrivals = [Int64?](repeating: nil, count: graph.nodeCount)
  while let state = stack.popLast() {
    guard state.edgesUsed < options.edgeLimit ?? 12 else { continue }
    for edge in 0..<graph.edges.count {
      let (from, to, time) = (graph.edges.sources[edge], graph.edges.targets[edge], graph.times[edge])
      guard time >= options.start else { continue }
      if let entered = state.time, state.node != source {
        guard options.isStrict ? entered < time : entered <= time else { continue }
        if let limit = options.waitingLimit, time - entered > limit { continue }
      }
      for (here, there) in graph.isDirected ? [(from, to)] : [(from, to), (to, from)] where here == state.node {
        let next = State(node: there, time: time, edgesUsed: state.edgesUsed + 1)
        if seen.insert(next).inserted {
          stack.append(next)
          arrivals[Int(there)] = min(arrivals[Int(there)] ?? .max, time)
        }
      }
    }
  }
  arrivals[Int(source)] = options.start
  return arrivals
}

struct TimeRespectingReachTests {
  @Test(arguments: [true, false], [true, false])
  func `arrivals equal those of trying every path`(strict: Bool, directed: Bool) {
    for seed in 0..<12 {
      var generator = Xoshiro256(seed: UInt64(seed))
      let edges = randomEdges(nodeCount: 8, edgeCount: 14, seed: UInt64(seed) + 100)
      let times = (0..<14).map { _ in Int64(generator.draw(below: 7)) }
      let graph = TemporalGraph(edges, times: times, isDirected: directed)
      for waiting in [nil, 0, 2] as [Int64?] {
        for limit in [nil, 0, 1, 3] as [Int?] {
          var options = TimeRespectingOptions()
          options.isStrict = strict
          options.waitingLimit = waiting
          options.edgeLimit = limit
          options.start = Int64(seed % 3)
          let found = graph.timeRespectingArrivals(from: [0], options)
          #expect(found == slowArrivals(graph, from: 0, options), "seed \(seed), waiting, limit \(limit ?? -1)")
        }
      }
    }
  }

  @Test func `time runs one way`() {
    // 0 – 1 at time 2, 1 – 2 at time 1: node 2 reaches 0, but not the other way round.
    let graph = TemporalGraph(
      EdgeList(nodeCount: 3, sources: [0, 1], targets: [1, 2]), times: [2, 1], isDirected: false)
    #expect(graph.timeRespectingArrivals(from: [0]) == [.min, 2, nil])
    #expect(graph.timeRespectingArrivals(from: [2]) == [2, 1, .min])
  }

  @Test func `long chains at one time and over time are followed`() {
    let line = path(nodeCount: 200_000)
    var options = TimeRespectingOptions()
    options.isStrict = false
    let still = TemporalGraph(line, times: [Int64](repeating: 7, count: line.count), isDirected: true)
    #expect(still.timeRespectingArrivals(from: [0], options).last == .some(7))
    #expect(still.timeRespectingArrivals(from: [0]).compactMap { $0 }.count == 2)
    let moving = TemporalGraph(line, times: (0..<Int64(line.count)).map { $0 }, isDirected: true)
    #expect(moving.timeRespectingArrivals(from: [0]).last == .some(Int64(line.count - 1)))
  }

  @Test func `no edges reach nothing but the sources`() {
    let graph = TemporalGraph(EdgeList(nodeCount: 2), times: [], isDirected: true)
    #expect(graph.timeRespectingArrivals(from: [1]) == [nil, .min])
    #expect(graph.timeRespectingArrivals(from: []) == [nil, nil])
  }
}
