import GraphAlgorithms
import GraphStructures
import Randomness

/// One line of the comparison with other engines; the names are those of the other engines' script.
public enum GraphTask: String, CaseIterable, Sendable {
  case pagerank, ppr, wcc, bfs
  case core, lcc, louvain, leiden, betweenness, betweenness32, coverage

  /// Whether it works on the directed graph, else on the undirected view.
  public var isDirected: Bool { [.pagerank, .ppr, .wcc, .bfs].contains(self) }

  /// What it does.
  public var title: String {
    switch self {
    case .pagerank: "PageRank 0.85, L1 change below 1e-8"
    case .ppr: "personalised PageRank, 100 seeds"
    case .wcc: "weakly connected components"
    case .bfs: "breadth-first search from the node of most arcs"
    case .core: "core numbers"
    case .lcc: "local clustering of every node"
    case .louvain: "Louvain"
    case .leiden: "Leiden"
    case .betweenness: "exact betweenness"
    case .betweenness32: "betweenness from 32 sources"
    case .coverage: "greedy coverage by 50 closed neighbourhoods"
    }
  }
}

/// The graphs that tasks work on, and the nodes they start from; each is made when first asked for.
public struct LoadedGraph: Sendable {
  let directed: DirectedGraph?
  let undirected: UndirectedGraph?
  let root: NodeID
  let seeds: [NodeID]
  let sources: [NodeID]

  /// - Parameters:
  ///   - isText: whether the directed graph is read from text rather than from arrays.
  public init(_ input: GraphInput, directed isDirected: Bool, fromText isText: Bool = false, threads: Int) throws {
    guard isDirected else {
      let graph = try input.undirected(threads: threads)
      (directed, undirected, root, seeds) = (nil, graph, 0, [])
      sources = try input.sources(graph)
      return
    }
    let graph = try isText ? input.directedFromText(threads: threads) : input.directed(threads: threads)
    (directed, undirected, sources) = (graph, nil, [])
    seeds = try input.seeds(graph)
    root = graph.nodes.max { (graph.outgoing.arcCount(of: $0), $1) < (graph.outgoing.arcCount(of: $1), $0) } ?? 0
  }

  /// What a task finds, or nil when it works on the other kind of graph.
  public func run(_ task: GraphTask, threads: Int) throws -> TaskResult? {
    if let directed { return try run(task, directed, threads: threads) }
    if let undirected { return try run(task, undirected, threads: threads) }
    return nil
  }

  private func run(_ task: GraphTask, _ graph: DirectedGraph, threads: Int) throws -> TaskResult? {
    var options = PageRankOptions()
    options.tolerance = 1e-8
    switch task {
    case .pagerank: return .scores(try graph.pageRank(options, threads: threads).scores)
    case .ppr: return .scores(try graph.personalizedPageRank(seeds: seeds, options, threads: threads).scores)
    case .wcc: return .components(graph.weakComponents(threads: threads))
    case .bfs: return .distances(graph.hopDistances(from: [root], threads: threads))
    default: return nil
    }
  }

  private func run(_ task: GraphTask, _ graph: UndirectedGraph, threads: Int) throws -> TaskResult? {
    var generator = Xoshiro256(seed: 42)
    switch task {
    case .core: return .cores(graph.coreNumbers())
    case .lcc: return .shares(graph.localClustering(threads: threads))
    case .louvain: return .communities(try graph.louvain(threads: threads, using: &generator))
    case .leiden: return .communities(try graph.leiden(rounds: 1, threads: threads, using: &generator))
    case .betweenness: return .scores(try graph.betweenness(threads: threads))
    case .betweenness32: return .scores(try graph.betweenness(from: sources, threads: threads))
    case .coverage: return .coverage(graph.maximumNeighborhoodCoverage(CoverageOptions(limit: 50)))
    default: return nil
    }
  }
}
