import Foundation
import GraphData
import GraphStructures
import Randomness

/// Where the edges come from: a folder that other engines read as well, or our own generator.
///
/// The folder holds `manifest.json` with the key `nodes`; `edges.npy` and `edges.txt` with the directed edges and
/// `und.npy` with the undirected ones, each once, all as rows of two 32-bit numbers; and, if others drew them,
/// `seeds.npy` and `sources.npy`.
public enum GraphInput: Sendable {
  case folder(URL)
  case recursiveMatrix(scale: Int, edges: Int)

  /// The folder that the variable `REEFKNOT_GRAPH` names; without it an R-MAT graph of 2¹⁸ nodes.
  public static var ofEnvironment: GraphInput {
    guard let path = ProcessInfo.processInfo.environment["REEFKNOT_GRAPH"] else {
      return .recursiveMatrix(scale: 18, edges: 4_000_000)
    }
    return .folder(URL(fileURLWithPath: path))
  }

  public var name: String {
    switch self {
    case .folder(let url): url.lastPathComponent
    case .recursiveMatrix(let scale, let edges): "R-MAT \(scale), \(edges) edges"
    }
  }

  /// The directed edges.
  public func edges() throws -> EdgeList {
    switch self {
    case .folder(let url): return try columns(of: "edges.npy", in: url)
    case .recursiveMatrix(let scale, let count):
      var generator = Xoshiro256(seed: 2)
      return EdgeList.recursiveMatrix(scale: scale, edgeCount: count, using: &generator)
    }
  }

  /// The directed graph.
  public func directed(threads: Int) throws -> DirectedGraph { DirectedGraph(try edges(), threads: threads) }

  /// The undirected view, without loops and parallel edges.
  public func undirected(threads: Int) throws -> UndirectedGraph {
    switch self {
    case .folder(let url): return UndirectedGraph(try columns(of: "und.npy", in: url), threads: threads)
    case .recursiveMatrix:
      return UndirectedGraph(try edges(), parallelEdges: .first, loops: .drop, threads: threads)
    }
  }

  /// The directed graph, read from text. What has no folder is written to one first.
  public func directedFromText(threads: Int) throws -> DirectedGraph {
    let options = GraphReadingOptions(format: .edgelist, threads: threads)
    let reading = try readGraph(at: try textFile().path, options: options)
    return DirectedGraph(reading.graph.edges, threads: threads)
  }

  /// The edge list as text.
  public func textFile() throws -> URL {
    if case .folder(let url) = self { return url.appending(path: "edges.txt") }
    let url = FileManager.default.temporaryDirectory.appending(path: "reefknot \(name).txt")
    guard !FileManager.default.fileExists(atPath: url.path) else { return url }
    let edges = try edges()
    var text = ""
    for (source, target) in zip(edges.sources, edges.targets) { text += "\(source) \(target)\n" }
    try Data(text.utf8).write(to: url, options: .atomic)
    return url
  }

  /// A hundred nodes with arcs ahead: those of `seeds.npy`, or drawn.
  func seeds(_ graph: DirectedGraph) throws -> [NodeID] {
    try sample("seeds.npy", 100, graph.nodes.filter { graph.outgoing.arcCount(of: $0) > 0 })
  }

  /// 32 nodes with edges: those of `sources.npy`, or drawn.
  func sources(_ graph: UndirectedGraph) throws -> [NodeID] {
    try sample("sources.npy", 32, graph.nodes.filter { graph.adjacency.arcCount(of: $0) > 0 })
  }

  /// The scores that another engine found with a far smaller tolerance, if the folder has them.
  func reference(_ task: GraphTask) throws -> [Double]? {
    guard let url = file("ref-\(task.rawValue).npy") else { return nil }
    return try NumPyFile(url).doubles()
  }

  private func sample(_ name: String, _ count: Int, _ nodes: [NodeID]) throws -> [NodeID] {
    if let url = file(name) { return try NumPyFile(url).integers() }
    var generator = Xoshiro256(seed: 7)
    return Array(nodes.shuffled(using: &generator).prefix(count))
  }

  private func file(_ name: String) -> URL? {
    guard case .folder(let folder) = self else { return nil }
    let url = folder.appending(path: name)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  private func columns(of name: String, in folder: URL) throws -> EdgeList {
    struct Manifest: Decodable { let nodes: Int }
    let manifest = try Data(contentsOf: folder.appending(path: "manifest.json"))
    let nodeCount = try JSONDecoder().decode(Manifest.self, from: manifest).nodes
    let file = try NumPyFile(folder.appending(path: name))
    return EdgeList(nodeCount: nodeCount, sources: try file.column(0), targets: try file.column(1))
  }
}
