import GraphAlgorithms
import GraphStructures
import Randomness
import Testing

struct PathCentralityTests {
  private var byLength: BetweennessOptions {
    var options = BetweennessOptions()
    options.usesLengths = true
    return options
  }

  @Test(arguments: Reference.all)
  func `betweenness equals that of igraph, by edges and by lengths`(reference: Reference) throws {
    try expect("betweenness", of: reference, reference.graph.betweenness(threads: 2))
    try expect("betweenness-lengths", of: reference, reference.graph.betweenness(byLength, threads: 2))
  }

  @Test(arguments: Reference.all)
  func `closeness and harmonic equal those of networkx, by edges and by lengths`(reference: Reference) throws {
    let edges = try reference.graph.closeness(threads: 2)
    try expect("closeness-out", of: reference, edges.closeness)
    try expect("harmonic-out", of: reference, edges.harmonic)
    let lengths = try reference.graph.closeness(usesLengths: true)
    try expect("closeness-out-lengths", of: reference, lengths.closeness)
    try expect("harmonic-out-lengths", of: reference, lengths.harmonic)
    #expect(edges.reachable == lengths.reachable)
  }

  @Test(arguments: [true, false], [40, 300, 1500])
  func `betweenness equals its definition over all triples of nodes`(isDirected: Bool, edgeCount: Int) throws {
    var generator = Xoshiro256(seed: UInt64(edgeCount))
    let edges = EdgeList.recursiveMatrix(scale: 7, edgeCount: edgeCount, using: &generator)
    let graph: any Graph = isDirected ? DirectedGraph(edges) : UndirectedGraph(edges)
    let paths = graph.nodes.map { numberedPaths(from: $0, graph.outgoing) }
    var expected = [Double](repeating: 0, count: graph.nodeCount)
    for source in paths.indices {
      for target in paths.indices where target != source && paths[source][target].count > 0 {
        let whole = paths[source][target]
        for between in paths.indices where between != source && between != target {
          let (first, second) = (paths[source][between], paths[between][target])
          guard first.count > 0, second.count > 0, first.length + second.length == whole.length else { continue }
          expected[between] += first.count * second.count / whole.count / (isDirected ? 1 : 2)
        }
      }
    }
    #expect(try agree(graph.betweenness(threads: 2), expected))
  }

  /// The length and number of the shortest paths from a node to each, found edge by edge.
  private func numberedPaths(from source: NodeID, _ arcs: Adjacency) -> [(length: Int, count: Double)] {
    var paths = [(length: Int, count: Double)](repeating: (0, 0), count: arcs.nodeCount)
    paths[Int(source)].count = 1
    var level = [source]
    var length = 0
    while !level.isEmpty {
      length += 1
      var counts: [NodeID: Double] = [:]
      for node in level {
        for neighbor in arcs.neighbors(of: node) where paths[Int(neighbor)].count == 0 {
          counts[neighbor, default: 0] += paths[Int(node)].count
        }
      }
      for (node, count) in counts { paths[Int(node)] = (length, count) }
      level = Array(counts.keys)
    }
    return paths
  }

  @Test func `Krackhardt's kite has its published centers`() throws {
    // Krackhardt (1990): Diane has most ties, Fernando and Garth are closest (14 steps to all: 9/14), Heather between.
    let kite = ClassicGraphs.krackhardtKite
    let betweenness = try kite.betweenness()
    #expect(betweenness.indices.max { betweenness[$0] < betweenness[$1] } == 7)
    #expect(abs(betweenness[7] - 14) < 1e-12)
    let closeness = try kite.closeness().closeness
    #expect(agree([closeness[5], closeness[6]], [9.0 / 14, 9.0 / 14]))
    #expect(closeness.max() == closeness[5])
  }

  @Test func `betweenness of a star and of a path is known`() throws {
    // The center lies on all pairs of leaves; node i of a path separates i nodes from n − 1 − i.
    #expect(try UndirectedGraph(star(leaves: 100)).betweenness()[0] == 100 * 99 / 2)
    let line = try UndirectedGraph(path(nodeCount: 50)).betweenness()
    #expect(line == (0..<50).map { Double($0 * (49 - $0)) })
    var options = BetweennessOptions()
    options.isNormalized = true
    #expect(
      try agree(UndirectedGraph(star(leaves: 100)).betweenness(options), [1] + [Double](repeating: 0, count: 100)))
    #expect(try DirectedGraph(path(nodeCount: 3)).betweenness(options) == [0, 0.5, 0])
  }

  @Test func `betweenness is the same bits at any number of threads`() throws {
    let graph = DirectedGraph(randomEdges(nodeCount: 300, edgeCount: 1200, weighted: true, seed: 9))
    let one = try graph.betweenness()
    for threads in [2, 3, 8] { #expect(try graph.betweenness(threads: threads) == one) }
    #expect(try graph.closeness(threads: 3) == graph.closeness())
  }

  @Test func `a sample of all nodes is exact, smaller ones are right within their error`() throws {
    let graph = UndirectedGraph(randomEdges(nodeCount: 200, edgeCount: 500, seed: 10))
    let exact = try graph.betweenness()
    var generator = Xoshiro256(seed: 11)
    let all = try graph.sampledBetweenness(sources: 200, using: &generator)
    #expect(agree(all.estimates, exact) && all.standardErrors.allSatisfy { $0 == 0 })
    // Over many samples the mean comes near the truth, and most lie within two standard errors of it.
    let busiest = try #require(exact.indices.max { exact[$0] < exact[$1] })
    var estimates: [Double] = []
    var within = 0
    for _ in 0..<200 {
      let sample = try graph.sampledBetweenness(sources: 50, using: &generator)
      estimates.append(sample.estimates[busiest])
      if abs(sample.estimates[busiest] - exact[busiest]) < 2 * sample.standardErrors[busiest] { within += 1 }
    }
    #expect(abs(estimates.reduce(0, +) / 200 - exact[busiest]) < 0.05 * exact[busiest])
    #expect(within >= 170)
  }

  @Test func `parts from some sources add up to the whole`() throws {
    let graph = DirectedGraph(randomEdges(nodeCount: 60, edgeCount: 200, seed: 12))
    let first = try graph.betweenness(from: (0..<30).map { $0 })
    let second = try graph.betweenness(from: (30..<60).map { $0 })
    #expect(try agree(zip(first, second).map { $0 + $1 }, graph.betweenness()))
  }

  @Test(arguments: [0, -1, .nan])
  func `lengths must be above 0`(weight: Double) {
    let graph = UndirectedGraph(EdgeList(nodeCount: 2, sources: [0], targets: [1], weights: [weight]))
    #expect(throws: GraphAlgorithmError.self) { try graph.betweenness(byLength) }
    #expect(throws: GraphAlgorithmError.self) { try graph.closeness(usesLengths: true) }
  }

  @Test func `lengths that differ by rounding only count as equal`() throws {
    // 0.1 + 0.2 is not 0.3 in binary; both ways from 0 to 3 are equally short.
    let edges = EdgeList(
      nodeCount: 4, sources: [0, 1, 0, 2], targets: [1, 3, 2, 3], weights: [0.1, 0.2, 0.15, 0.15])
    #expect(try UndirectedGraph(edges).betweenness(byLength)[1...2] == [0.5, 0.5])
  }

  @Test func `no node, one node and two components are defined`() throws {
    #expect(try UndirectedGraph(EdgeList(nodeCount: 0)).betweenness().isEmpty)
    #expect(try UndirectedGraph(EdgeList(nodeCount: 0)).closeness().closeness.isEmpty)
    #expect(try UndirectedGraph(EdgeList(nodeCount: 1)).closeness().closeness == [0])
    let pairs = UndirectedGraph(EdgeList(nodeCount: 4, sources: [0, 2], targets: [1, 3]))
    #expect(try agree(pairs.closeness().closeness, [Double](repeating: 1.0 / 3, count: 4)))
    #expect(try pairs.closeness().harmonic == [1, 1, 1, 1])
  }
}
