public import ArgumentParser
import Foundation
public import GraphData

extension GraphFileFormat: ExpressibleByArgument {}

/// How a graph file is read in place of a dataset.
struct GraphFileOptions: ParsableArguments {
  @Option(
    name: .customLong("input-format"),
    help: "csv, tsv, edgelist, graphml, gexf, gml, pajek, dot or json. (default: what the file's ending says)")
  var inputFormat: GraphFileFormat?

  @Flag(help: "Take the edges of an edge list for undirected.")
  var undirected = false

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
    let options = GraphReadingOptions(format: inputFormat, isDirected: !undirected, threads: threads)
    do {
      let reading = try readGraph(at: path, options: options)
      if !quiet { for note in reading.notes { StandardError.warn("\(path): \(note)") } }
      return reading.graph
    } catch {
      throw CommandFailure(error)
    }
  }
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
