import GraphAlgorithms
import GraphStructures
import Randomness
import Testing

/// Whether two divisions are the same but for the numbers of their parts.
private func sameParts(_ one: [Int32], _ other: [Int32]) -> Bool {
  Set(zip(one, other).map { [$0, $1] }).count == Set(one).count && Set(one).count == Set(other).count
}

/// Whether every community of a division is connected.
private func areConnected(_ labels: [Int32], in graph: UndirectedGraph) -> Bool {
  var inner = EdgeList(nodeCount: graph.nodeCount)
  for node in graph.nodes {
    for neighbor in graph.adjacency.neighbors(of: node) where labels[Int(node)] == labels[Int(neighbor)] {
      inner.append(from: node, to: neighbor)
    }
  }
  return UndirectedGraph(inner).weakComponents().count == Set(labels).count
}

struct CommunitiesTests {
  @Test(arguments: Reference.with("modularity"))
  func `modularity equals that of igraph, with loops, parallel edges, weights and resolution`(
    reference: Reference
  ) throws {
    let labels = (0..<Int32(reference.nodeCount)).map { $0 % 3 }
    try expect("modularity", of: reference, [reference.graph.modularity(of: labels, resolution: 1.5) ?? .nan])
  }

  @Test func `modularity equals its definition over all pairs, directed or not`() throws {
    for directed in [true, false] {
      let edges = randomEdges(nodeCount: 20, edgeCount: 70, weighted: true, seed: 2)
      let graph: any Graph = directed ? DirectedGraph(edges) : UndirectedGraph(edges)
      let labels = (0..<Int32(20)).map { $0 / 6 }
      let (out, into) = (graph.strengths(.outgoing), graph.strengths(.incoming))
      let total = out.reduce(0, +)
      var expected = 0.0
      for one in graph.nodes {
        for other in graph.nodes where labels[Int(one)] == labels[Int(other)] {
          let weight = graph.outgoing.weight(from: one, to: other) * (one == other && !directed ? 2 : 1)
          expected += weight / total - out[Int(one)] * into[Int(other)] / (total * total)
        }
      }
      #expect(try agree([graph.modularity(of: labels) ?? .nan], [expected]))
    }
  }

  @Test func `the karate club splits into four communities of the best known modularity`() throws {
    // 0.4198 is the maximum for the unweighted club: G. Agarwal, D. Kempe, European Physical Journal B 66, 2008, table 1.
    let weighted = EdgeList(ClassicGraphs.karateClub.adjacency)
    let pairs = zip(weighted.sources, weighted.targets).filter { $0 < $1 }
    let club = UndirectedGraph(EdgeList(nodeCount: 34, sources: pairs.map(\.0), targets: pairs.map(\.1)))
    let runs = try (0..<20).map { seed in
      var generator = Xoshiro256(seed: UInt64(seed))
      return try club.leiden(rounds: 10, using: &generator)
    }
    let best = try #require(runs.max { ($0.modularity ?? 0) < ($1.modularity ?? 0) })
    #expect(abs((best.modularity ?? 0) - 0.4198) < 5e-5)
    #expect(best.count == 4)
    for run in runs {
      #expect((run.modularity ?? 0) > 0.40 && (run.modularity ?? 1) < 0.41985)
      #expect(areConnected(run.labels, in: club))
    }
    var generator = Xoshiro256(seed: 1)
    #expect((try club.louvain(using: &generator).modularity ?? 0) > 0.40)
  }

  @Test func `planted communities are found`() throws {
    var generator = Xoshiro256(seed: 3)
    let edges = EdgeList.plantedPartition(
      groupCount: 20, groupSize: 40, innerDegree: 12, outerDegree: 3, using: &generator)
    let graph = UndirectedGraph(edges)
    let planted = (0..<Int32(800)).map { $0 / 40 }
    #expect(sameParts(try graph.leiden(using: &generator).labels, planted))
    #expect(sameParts(try graph.louvain(using: &generator).labels, planted))
    let easy = UndirectedGraph(
      EdgeList.plantedPartition(groupCount: 10, groupSize: 40, innerDegree: 16, outerDegree: 0.5, using: &generator))
    #expect(sameParts(try easy.labelPropagation(using: &generator).labels, (0..<Int32(400)).map { $0 / 40 }))
  }

  @Test(arguments: [true, false], 0..<4)
  func `Leiden's communities are connected and no node would gain by moving`(weighted: Bool, seed: Int) throws {
    let drawn = randomEdges(nodeCount: 300, edgeCount: 700, weighted: weighted, seed: UInt64(seed))
    let graph = UndirectedGraph(drawn)
    var generator = Xoshiro256(seed: UInt64(seed))
    let found = try graph.leiden(resolution: 1.2, rounds: 20, using: &generator)
    #expect(areConnected(found.labels, in: graph))
    #expect(try graph.modularity(of: found.labels, resolution: 1.2) == found.modularity)
    var again = Xoshiro256(seed: UInt64(seed))
    #expect(try graph.leiden(resolution: 1.2, rounds: 20, threads: 2, using: &again) == found)
    var louvain = Xoshiro256(seed: UInt64(seed))
    let plain = try graph.louvain(resolution: 1.2, using: &louvain)
    #expect((found.modularity ?? 0) > (plain.modularity ?? 0) * 0.98)
    for node in 0..<300 {
      for target in Set(graph.adjacency.neighbors(of: NodeID(node)).map({ found.labels[Int($0)] })) {
        var moved = found.labels
        moved[node] = target
        let other = try graph.modularity(of: moved, resolution: 1.2) ?? 0
        #expect(other <= (found.modularity ?? 0) + 1e-3)
      }
    }
  }

  @Test(arguments: [true, false])
  func `nodes without edges change nothing for the others, and stay alone with a loop`(refines: Bool) throws {
    let edges = randomEdges(nodeCount: 80, edgeCount: 240, seed: 9)
    let larger = EdgeList(nodeCount: 90, sources: edges.sources, targets: edges.targets)
    var looped = larger
    looped.append(from: 84, to: 84)
    let graphs = [edges, larger, looped].map { UndirectedGraph($0) }
    let found = try graphs.map { graph in
      var generator = Xoshiro256(seed: 10)
      return try refines ? graph.leiden(using: &generator) : graph.louvain(using: &generator)
    }
    #expect(Array(found[1].labels[..<80]) == found[0].labels)
    #expect(Array(found[1].sizes.suffix(10)) == [Int](repeating: 1, count: 10))
    #expect(found[2].sizes[Int(found[2].labels[84])] == 1)
    #expect(try graphs[2].modularity(of: found[2].labels) == found[2].modularity)
  }

  /// More of them than nodes lead to one community: nothing may be noted for each.
  @Test(arguments: [true, false], [0, 1000])
  func `parallel edges that weigh nothing change nothing`(refines: Bool, count: Int) throws {
    let idle = [NodeID](repeating: 0, count: count)
    let graph = UndirectedGraph(
      EdgeList(
        nodeCount: 6, sources: idle + [0, 1, 2, 3, 4, 5, 2], targets: idle.map { _ in 1 } + [1, 2, 0, 4, 5, 3, 3],
        weights: idle.map { _ in 0 } + [1, 1, 1, 1, 1, 1, 1]))
    var generator = Xoshiro256(seed: 13)
    let found = try refines ? graph.leiden(using: &generator) : graph.louvain(using: &generator)
    #expect(found.labels == [0, 0, 0, 1, 1, 1])
  }

  /// In a debug build memory is checked for every note that is taken.
  @Test(arguments: [true, false])
  func `any small multigraph with loops and edges that weigh nothing is divided`(refines: Bool) throws {
    var source = Xoshiro256(seed: 14)
    for _ in 0..<300 {
      let (nodeCount, edgeCount) = (Int.random(in: 1...9, using: &source), Int.random(in: 0...80, using: &source))
      var edges = EdgeList(nodeCount: nodeCount, isWeighted: true)
      for _ in 0..<edgeCount {
        let ends = (0..<2).map { _ in NodeID.random(in: 0..<NodeID(nodeCount), using: &source) }
        edges.append(from: ends[0], to: ends[1], weight: [0, 0, 1, 2.5].randomElement(using: &source) ?? 0)
      }
      let graph = UndirectedGraph(edges)
      let found = try refines ? graph.leiden(rounds: 2, using: &source) : graph.louvain(using: &source)
      #expect(found.labels.count == nodeCount && found.sizes.reduce(0, +) == nodeCount)
      #expect(try graph.modularity(of: found.labels) == found.modularity)
    }
  }

  @Test func `levels of many arcs, which end early, still find planted communities nearly`() throws {
    // About 120,000 arcs: more than a level that is moved until nothing gains.
    var source = Xoshiro256(seed: 11)
    let graph = UndirectedGraph(
      EdgeList.plantedPartition(groupCount: 60, groupSize: 100, innerDegree: 14, outerDegree: 6, using: &source))
    let planted = try #require(try graph.modularity(of: (0..<6000).map { $0 / 100 }))
    var generator = Xoshiro256(seed: 12)
    #expect(try #require(try graph.louvain(using: &generator).modularity) > 0.97 * planted)
    let leiden = try graph.leiden(rounds: 1, using: &generator)
    #expect(try #require(leiden.modularity) > 0.97 * planted)
    #expect(areConnected(leiden.labels, in: graph))
  }

  @Test func `a higher resolution gives more communities`() throws {
    let graph = UndirectedGraph(randomEdges(nodeCount: 200, edgeCount: 800, seed: 4))
    let counts = try [0, 0.5, 1, 4, 1000].map { resolution in
      var generator = Xoshiro256(seed: 5)
      return try graph.leiden(resolution: resolution, using: &generator).count
    }
    #expect(counts == counts.sorted())
    #expect(counts.first == graph.weakComponents().count)
    #expect(counts.last == 200)
  }

  @Test func `the number of threads changes no community`() throws {
    var source = Xoshiro256(seed: 6)
    let graph = UndirectedGraph(EdgeList.recursiveMatrix(scale: 11, edgeCount: 12_000, using: &source))
    let runs = try [1, 2, 5].map { threads in
      var generator = Xoshiro256(seed: 7)
      return [
        try graph.louvain(threads: threads, using: &generator), try graph.leiden(threads: threads, using: &generator),
      ]
    }
    #expect(runs[0] == runs[1] && runs[0] == runs[2])
    #expect(graph.synchronousLabels(iterations: 5, threads: 3) == graph.synchronousLabels(iterations: 5))
  }

  @Test(arguments: [true, false])
  func `synchronous labels equal LDBC's definition, taken literally`(directed: Bool) {
    let edges = randomEdges(nodeCount: 60, edgeCount: 150, seed: 8)
    let graph: any Graph =
      directed
      ? DirectedGraph(edges, parallelEdges: .first, loops: .drop)
      : UndirectedGraph(edges, parallelEdges: .first, loops: .drop)
    let start = (0..<60).map { Int64(1000 - 7 * $0) }
    var labels = start
    for _ in 0..<6 {
      labels = graph.nodes.map { node in
        var around = graph.outgoing.neighbors(of: node).map { labels[Int($0)] }
        if directed { around += graph.incoming.neighbors(of: node).map { labels[Int($0)] } }
        let counts = Dictionary(around.map { ($0, 1) }, uniquingKeysWith: +)
        let most = counts.values.max() ?? 0
        return counts.filter { $0.value == most }.keys.min() ?? labels[Int(node)]
      }
    }
    #expect(graph.synchronousLabels(iterations: 6, initial: start, threads: 2) == labels)
    #expect(graph.synchronousLabels(iterations: 0) == graph.nodes.map { Int64($0) })
  }

  @Test func `label propagation that does not settle in time is an error`() {
    let graph = UndirectedGraph(randomEdges(nodeCount: 200, edgeCount: 400, seed: 9))
    var generator = Xoshiro256(seed: 10)
    #expect(throws: GraphAlgorithmError.self) {
      try graph.labelPropagation(maximumIterations: 1, using: &generator)
    }
  }

  @Test func `graphs without nodes, without edges and without weight have their communities`() throws {
    var generator = Xoshiro256(seed: 11)
    let none = UndirectedGraph(EdgeList(nodeCount: 0))
    #expect(try none.leiden(using: &generator).count == 0)
    let zero = UndirectedGraph(EdgeList(nodeCount: 3, sources: [0, 1], targets: [1, 1], weights: [0, 0]))
    #expect(try zero.louvain(using: &generator) == zero.leiden(using: &generator))
    #expect(try zero.leiden(using: &generator).modularity == nil)
    #expect(try zero.labelPropagation(using: &generator).count == 3)
    let lonely = UndirectedGraph(EdgeList(nodeCount: 1, sources: [0], targets: [0]))
    #expect(try lonely.leiden(using: &generator).modularity == 0)
  }

  @Test(arguments: [-1, .nan])
  func `weights that are no weights are an error`(weight: Double) {
    let graph = UndirectedGraph(EdgeList(nodeCount: 2, sources: [0], targets: [1], weights: [weight]))
    var generator = Xoshiro256(seed: 12)
    #expect(throws: GraphAlgorithmError.self) { try graph.louvain(using: &generator) }
    #expect(throws: GraphAlgorithmError.self) { try graph.leiden(using: &generator) }
    #expect(throws: GraphAlgorithmError.self) { try graph.labelPropagation(using: &generator) }
  }

  @Test func `a star and a path of a hundred thousand nodes are divided`() throws {
    var generator = Xoshiro256(seed: 13)
    #expect(try UndirectedGraph(star(leaves: 100_000)).leiden(using: &generator).count == 1)
    let line = try UndirectedGraph(path(nodeCount: 20_000)).leiden(using: &generator)
    #expect((line.modularity ?? 0) > 0.98)
  }
}
