import Foundation
import TestSupport
import Testing

/// The six algorithms of LDBC Graphalytics on files as that benchmark has them, against their definitions taken literally:
/// LDBC, "The LDBC Graphalytics benchmark", version 1.0, section 2.3, arXiv:2011.15028.
struct GraphalyticsTests {
  @Test(arguments: [true, false], [1, 2, 3])
  func `every algorithm gives what its definition says`(isDirected: Bool, seed: UInt64) throws {
    let graph = DrawnGraph(isDirected: isDirected, seed: seed)
    try TemporaryFolder.with { folder in
      try graph.write(to: folder)
      let source = graph.ids[0]
      for (measure, options, column, expected) in [
        ("bfs", ["--source", "\(source)"], "hops", graph.distances(from: source, usesWeights: false)),
        ("sssp", ["--source", "\(source)"], "distance", graph.distances(from: source, usesWeights: true)),
        ("pr", ["--unweighted", "--fixed-iterations", "7", "--damping", "0.7"], "pagerank", graph.pageRank(7, 0.7)),
        ("lcc", [], "clustering", graph.clustering()),
      ] {
        let found = try Self.values(column, graph.arguments(measure) + options, in: folder)
        #expect(found.map(\.key) == graph.ids.map(String.init), "\(measure): not all nodes in order")
        for (row, id) in zip(found, graph.ids) {
          #expect(areClose(Double(row.value), expected[id]), "\(measure) of \(id)")
          if expected[id] == nil { #expect(row.state == "undefined") }
        }
      }
    }
  }

  @Test(arguments: [true, false], [1, 2, 3])
  func `labels and components are those of the definition`(isDirected: Bool, seed: UInt64) throws {
    let graph = DrawnGraph(isDirected: isDirected, seed: seed)
    try TemporaryFolder.with { folder in
      try graph.write(to: folder)
      for rounds in [1, 2, 5] {
        let found = try Self.values(
          "label", graph.arguments("cdlp") + ["--fixed-iterations", "\(rounds)"], in: folder)
        let expected = graph.labels(rounds)
        #expect(found.map(\.value) == graph.ids.map { "\(expected[$0] ?? -1)" })
      }
      let components = try Self.values("component", graph.arguments("wcc"), in: folder)
      // The components of the definition carry their smallest id; ours are numbered: the same parts, other names.
      let pairs = Set(
        zip(components, graph.ids).map { [$0.value, "\(graph.component(of: $1))"] })
      #expect(pairs.count == Set(pairs.map { $0[0] }).count)
      #expect(pairs.count == Set(pairs.map { $0[1] }).count)
      #expect(pairs.count > 1)
    }
  }

  @Test(arguments: ["bfs", "sssp", "pr", "lcc", "cdlp", "wcc", "degree", "core", "betweenness"])
  func `the same bytes at any number of threads`(measure: String) throws {
    let graph = DrawnGraph(isDirected: true, seed: 4)
    try TemporaryFolder.with { folder in
      try graph.write(to: folder)
      let source = ["bfs", "sssp"].contains(measure) ? ["--source", "\(graph.ids[0])"] : []
      let arguments = graph.arguments(measure) + source
      let outputs = try ["1", "2", "5"].map { threads in
        try BuiltCommand.run(arguments + ["--threads", threads], in: folder).output
      }
      #expect(!outputs[0].isEmpty)
      #expect(Set(outputs).count == 1)
    }
  }

  /// networkx 3.5, `MultiGraph([(1, 1), (1, 2), (1, 2), (2, 3)])`: degree 4, 3, 1; igraph's `Graph.degree` says the same.
  @Test func `parallel edges and loops count as multigraphs have it`() throws {
    try TemporaryFolder.with { folder in
      try Data("1 1\n1 2\n1 2\n2 3\n".utf8).write(to: folder.appending(path: "graph.e"))
      func values(_ measure: String, _ options: String...) throws -> [String] {
        let arguments = ["rank", "graph.e", "--measure", measure, "--order", "node", "--no-summary", "--format", "csv"]
        let outcome = try BuiltCommand.run(arguments + options, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.isEmpty)
        return try Self.rows(outcome.output, measure).map(\.value)
      }
      #expect(try values("degree", "--undirected") == ["4", "3", "1"])
      #expect(try values("degree", "--directed") == ["4", "3", "1"])
      #expect(try values("degree", "--direction", "outgoing") == ["3", "1", "0"])
      #expect(try values("clustering", "--undirected") == ["0.0", "0.0", "0.0"])
      #expect(try values("core", "--undirected") == ["2", "2", "1"])
      // Of two parallel edges none is a bridge.
      #expect(try values("articulation", "--undirected") == ["0", "1", "0"])
    }
  }

  @Test func `the network's figures are whole, none, or without those that take long`() throws {
    try TemporaryFolder.with { folder in
      try Data("a b\nb c\nc a\n".utf8).write(to: folder.appending(path: "graph.e"))
      func network(_ options: String...) throws -> [String: Any]? {
        let outcome = try BuiltCommand.run(["rank", "graph.e", "--format", "json"] + options, in: folder)
        let document = try #require(JSONSerialization.jsonObject(with: outcome.standardOutput) as? [String: Any])
        return document["network"] as? [String: Any]
      }
      #expect(try network()?["transitivity"] as? Double == 1)
      #expect(try network("--summary")?["transitivity"] as? Double == 1)
      #expect(try network("--no-summary") == nil)
    }
  }

  @Test func `a list of nodes goes with an edge list only, and must be there`() throws {
    try TemporaryFolder.with { folder in
      try Data("graph [ node [ id 1 ] ]".utf8).write(to: folder.appending(path: "graph.gml"))
      try Data("1 2\n".utf8).write(to: folder.appending(path: "graph.e"))
      try Data("1\n3\n".utf8).write(to: folder.appending(path: "graph.v"))
      #expect(try BuiltCommand.run(["rank", "graph.gml", "--nodes", "graph.v"], in: folder).status == 64)
      #expect(try BuiltCommand.run(["rank", ".", "--nodes", "graph.v"], in: folder).status == 64)
      #expect(try BuiltCommand.run(["rank", "graph.e", "--nodes", "missing.v"], in: folder).status == 66)
      let outcome = try BuiltCommand.run(["rank", "graph.e", "--nodes", "graph.v"], in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("1 nodes of the edges are not in the list of nodes"))
    }
  }

  @Test func `what cannot be measured is told with the ids of nodes, or what may help`() throws {
    try TemporaryFolder.with { folder in
      try Data("ann bob -2\nbob cem 1\ncem bob 1\n".utf8).write(to: folder.appending(path: "graph.e"))
      let paths = try BuiltCommand.run(["rank", "graph.e", "--measure", "sssp", "--source", "ann"], in: folder)
      #expect(paths.status == 65)
      #expect(paths.errors.contains("the weight -2.0 of the edge from ann to bob"))
      let walk = ["rank", "graph.e", "--measure", "pr", "--unweighted"]
      let unsettled = try BuiltCommand.run(walk + ["--iterations", "3"], in: folder)
      #expect(unsettled.status == 65)
      #expect(unsettled.errors.contains("--fixed-iterations"))
      #expect(try BuiltCommand.run(walk + ["--fixed-iterations", "3"], in: folder).status == 0)
    }
  }

  struct Row {
    var key: String
    var value: String
    var state: String
  }

  /// The rows of one figure of the ranking.
  private static func values(_ figure: String, _ arguments: [String], in folder: URL) throws -> [Row] {
    let outcome = try BuiltCommand.run(arguments, in: folder)
    #expect(outcome.status == 0, "\(arguments) \(outcome.errors)")
    return try rows(outcome.output, figure)
  }

  private static func rows(_ csv: String, _ figure: String) throws -> [Row] {
    try csv.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 11)
      return fields[4] == figure ? Row(key: fields[2], value: fields[5], state: fields[10]) : nil
    }
  }
}

/// A small graph of ids far apart, with arcs both ways and nodes without edges.
private struct DrawnGraph {
  let isDirected: Bool
  /// In ascending order.
  let ids: [Int]
  private(set) var edges: [(source: Int, target: Int, weight: Double)] = []

  init(isDirected: Bool, seed: UInt64) {
    self.isDirected = isDirected
    ids = (0..<40).map { Int(seed) * 6_000_000_000_007 + $0 * ($0 + 3) }
    var generator = SeededGenerator(seed: seed)
    var taken: Set<[Int]> = []
    while edges.count < 55 {
      // The last nodes stay without edges.
      let (one, other) = (
        ids[Int.random(in: 0..<36, using: &generator)], ids[Int.random(in: 0..<36, using: &generator)]
      )
      guard one != other, taken.insert(isDirected ? [one, other] : [min(one, other), max(one, other)]).inserted else {
        continue
      }
      edges.append((one, other, Double(1 + Int.random(in: 0..<1000, using: &generator)) / 7))
    }
  }

  func write(to folder: URL) throws {
    let lines = edges.map { "\($0.source) \($0.target) \($0.weight)\n" }.joined()
    try Data(lines.utf8).write(to: folder.appending(path: "graph.e"))
    try Data(ids.map { "\($0)\n" }.joined().utf8).write(to: folder.appending(path: "graph.v"))
  }

  func arguments(_ measure: String) -> [String] {
    [
      "rank", "graph.e", "--nodes", "graph.v", isDirected ? "--directed" : "--undirected", "--measure", measure,
      "--order", "node", "--no-summary", "--format", "csv",
    ]
  }

  /// Arcs, of an undirected graph both ways.
  private var arcs: [(source: Int, target: Int, weight: Double)] {
    isDirected ? edges : edges + edges.map { ($0.target, $0.source, $0.weight) }
  }

  private func successors(_ node: Int) -> [Int] { arcs.filter { $0.source == node }.map(\.target) }
  private func predecessors(_ node: Int) -> [Int] { arcs.filter { $0.target == node }.map(\.source) }

  /// Relaxes every arc as often as there are nodes (Bellman and Ford).
  func distances(from source: Int, usesWeights: Bool) -> [Int: Double] {
    var distances = [source: 0.0]
    for _ in ids {
      for arc in arcs {
        guard let known = distances[arc.source] else { continue }
        let length = known + (usesWeights ? arc.weight : 1)
        distances[arc.target] = min(distances[arc.target] ?? .infinity, length)
      }
    }
    return distances
  }

  func pageRank(_ rounds: Int, _ damping: Double) -> [Int: Double] {
    let count = Double(ids.count)
    var ranks = Dictionary(uniqueKeysWithValues: ids.map { ($0, 1 / count) })
    for _ in 0..<rounds {
      let sinks = ids.filter { successors($0).isEmpty }.reduce(0.0) { $0 + (ranks[$1] ?? 0) }
      var next: [Int: Double] = [:]
      for node in ids {
        let received = predecessors(node).reduce(0.0) { $0 + (ranks[$1] ?? 0) / Double(successors($1).count) }
        next[node] = (1 - damping) / count + damping * received + damping / count * sinks
      }
      ranks = next
    }
    return ranks
  }

  func clustering() -> [Int: Double] {
    var result: [Int: Double] = [:]
    for node in ids {
      let around = Set(successors(node) + predecessors(node))
      let tied = arcs.count { around.contains($0.source) && around.contains($0.target) }
      result[node] = around.count < 2 ? 0 : Double(tied) / Double(around.count * (around.count - 1))
    }
    return result
  }

  /// Arcs both ways between two nodes of a directed graph count twice.
  func labels(_ rounds: Int) -> [Int: Int] {
    var labels = Dictionary(uniqueKeysWithValues: ids.map { ($0, $0) })
    for _ in 0..<rounds {
      var next = labels
      for node in ids {
        let around = isDirected ? predecessors(node) + successors(node) : successors(node)
        let votes = Dictionary(grouping: around) { labels[$0] ?? 0 }.mapValues(\.count)
        let most = votes.values.max()
        if let label = votes.filter({ $0.value == most }).keys.min() { next[node] = label }
      }
      labels = next
    }
    return labels
  }

  /// The smallest id that a node is joined to, directions aside.
  func component(of node: Int) -> Int {
    var found: Set = [node]
    var rest = [node]
    while let next = rest.popLast() {
      for neighbor in successors(next) + predecessors(next) where found.insert(neighbor).inserted {
        rest.append(neighbor)
      }
    }
    return found.min() ?? node
  }
}
