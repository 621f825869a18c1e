public import ArgumentParser
import CampaignAnalysis
import CampaignModel
import Foundation
public import GraphData

extension GraphFileFormat: ExpressibleByArgument {}

/// Whether the edges of an edge list, which does not say so, have a direction.
enum EdgeDirection: EnumerableFlag {
  case directed
  case undirected

  static func help(for value: EdgeDirection) -> ArgumentHelp? {
    value == .directed ? "The edges of an edge list lead from the first id to the second." : "They have no direction."
  }
}

/// How a graph file is read in place of a dataset.
struct GraphFileOptions: ParsableArguments {
  @Option(
    name: .customLong("input-format"),
    help: "csv, tsv, edgelist, graphml, gexf, gml, pajek, dot or json. (default: what the file's ending says)")
  var inputFormat: GraphFileFormat?

  @Flag var edgeDirection = EdgeDirection.directed

  @Option(
    help: "A file with the ids of all nodes, one a line, for an edge list that lacks those without edges.",
    completion: .file())
  var nodes: String?

  /// Whether a path is a graph file: anything but a folder.
  func isGraphFile(_ path: String) -> Bool {
    var isFolder = ObjCBool(false)
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return inputFormat != nil || GraphFileFormat(path: path) != nil
    }
    return !isFolder.boolValue
  }

  /// Reads a graph file and says on standard error what of it is not in the graph.
  func read(_ path: String, threads: Int, quiet: Bool) throws -> AttributedGraph {
    let format = inputFormat ?? GraphFileFormat(path: path)
    if nodes != nil, let format, !format.isEdgeList {
      throw CommandFailure.usage("--nodes goes with an edge list: \(format.rawValue) names its nodes itself")
    }
    let options = GraphReadingOptions(
      format: format, isDirected: edgeDirection == .directed, nodeFile: nodes, threads: threads)
    do {
      let reading = try readGraph(at: path, options: options)
      if !quiet { for note in reading.notes { StandardError.warn("\(path): \(note)") } }
      return reading.graph
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension GraphFileOptions {
  /// Reads the graph file that was named in place of a dataset, or returns nil where that is a folder.
  ///
  /// - Throws: ``CommandFailure`` when options ask for a part of a dataset.
  func graph(inPlaceOf dataset: DatasetOptions, _ scope: ScopeOptions) throws -> AttributedGraph? {
    guard isGraphFile(dataset.dataset) else {
      if nodes != nil { throw CommandFailure.usage("--nodes goes with an edge list, not with a dataset") }
      return nil
    }
    if scope.isGiven {
      throw CommandFailure.usage("campaigns, windows and filters belong to a dataset; a graph file has none")
    }
    return try read(dataset.dataset, threads: dataset.threadCount, quiet: dataset.quiet)
  }
}

extension GraphFileOptions {
  /// What a graph is called: the file's name.
  static func graphName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension AttributedGraph {
  /// What each node is called.
  var labels: [String] { (0..<nodeCount).map { label(of: $0) } }
}

extension CommandFailure {
  init(_ error: GraphFileError) {
    let message = error.description.withVisibleControls
    switch error {
    case .missing: self.init(.inputMissing, message)
    case .unreadable: self.init(.ioFailed, message)
    case .unknownFormat: self = .usage("\(message) with --input-format")
    case .malformed: self.init(.badData, message)
    }
  }
}
