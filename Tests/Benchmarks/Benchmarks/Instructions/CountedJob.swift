import CampaignAnalysis
import CampaignData
import CampaignGeneration
import CampaignModel
import Foundation
import GraphAlgorithms
import GraphStructures
import Randomness

/// A small fixed job that takes the same instructions each time, on one thread.
struct CountedJob: Sendable {
  let name: String
  /// Makes the input, and returns what is counted.
  let prepare: @Sendable () throws -> () throws -> Void

  static let all: [CountedJob] =
    [
      CountedJob(name: "read 20,000 touchpoints") {
        let folder = try generatedFolder()
        return { _ = try readDataset(at: folder, options: ReadingOptions(threads: 1)) }
      },
      analysis("touchpoints, reach and retention", [.touchpoints, .reach, .retention]),
      analysis("all sections", Set(Section.allCases)),
      CountedJob(name: "constraint of a star of 20,000") {
        let leaves: [NodeID] = (1...20_000).map { $0 }
        let star = UndirectedGraph(
          EdgeList(nodeCount: leaves.count + 1, sources: leaves.map { _ in 0 }, targets: leaves))
        return { _ = try star.constraint() }
      },
    ]
    + [
      directed("PageRank") { _ = try $0.pageRank() },
      directed("HITS") { _ = try $0.hubsAndAuthorities() },
      directed("weak components") { _ = $0.weakComponents() },
      directed("breadth-first search") { _ = $0.hopDistances(from: [0]) },
      undirected("eigenvector centrality") { _ = try $0.eigenvectorCentrality() },
      undirected("constraint") { _ = try $0.constraint() },
      undirected("local clustering") { _ = $0.localClustering() },
      undirected("Louvain") { graph in
        var generator = Xoshiro256(seed: 42)
        _ = try graph.louvain(using: &generator)
      },
      undirected("Leiden") { graph in
        var generator = Xoshiro256(seed: 42)
        _ = try graph.leiden(rounds: 1, using: &generator)
      },
    ]

  private static func analysis(_ name: String, _ sections: Set<Section>) -> CountedJob {
    CountedJob(name: "measure \(name)") {
      let dataset = try readDataset(at: try generatedFolder(), options: ReadingOptions(threads: 1)).dataset
      let scopes = dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) }
      return { _ = measure(dataset, scopes: scopes, options: AnalysisOptions(sections: sections, threads: 1)) }
    }
  }

  private static func directed(_ name: String, _ work: @escaping @Sendable (DirectedGraph) throws -> Void) -> CountedJob
  {
    CountedJob(name: name) {
      let graph = DirectedGraph(edges())
      return { try work(graph) }
    }
  }

  private static func undirected(_ name: String, _ work: @escaping @Sendable (UndirectedGraph) throws -> Void)
    -> CountedJob
  {
    CountedJob(name: name) {
      let graph = UndirectedGraph(edges(), parallelEdges: .first, loops: .drop)
      return { try work(graph) }
    }
  }

  /// An R-MAT graph of 4,096 nodes and 60,000 edges.
  private static func edges() -> EdgeList {
    var generator = Xoshiro256(seed: 2)
    return EdgeList.recursiveMatrix(scale: 12, edgeCount: 60_000, using: &generator)
  }

  /// The path of a generated dataset, made once for all jobs.
  private static func generatedFolder() throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "reefknot-counted-job")
    let complete = url.appending(path: "complete")
    if FileManager.default.fileExists(atPath: complete.path) { return url.path }
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    var files: [String: Data] = [:]
    try DatasetGenerator(options: GenerationOptions(touchpoints: 20_000)).write { name, bytes in
      files[name, default: Data()].append(contentsOf: bytes)
    }
    for (name, data) in files { try data.write(to: url.appending(path: name)) }
    try Data().write(to: complete)
    return url.path
  }
}
