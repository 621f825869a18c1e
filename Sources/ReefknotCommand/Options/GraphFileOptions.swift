public import ArgumentParser
import CampaignAnalysis
import CampaignModel
import Foundation
public import GraphData
import Presentation

extension GraphFileFormat: ExpressibleByArgument {}

/// Whether the edges of an edge list, which does not say so, have a direction.
enum EdgeDirection: EnumerableFlag {
  case directed
  case undirected

  static func help(for value: EdgeDirection) -> ArgumentHelp? {
    value == .directed
      ? "The edges of an edge list lead from the first id to the second. (default)" : "They have no direction."
  }
}

/// Whether the first line of an edge list names its columns.
enum HeaderLine: String, EnumerableFlag {
  case header
  case noHeader

  static func name(for value: HeaderLine) -> NameSpecification {
    .customLong(value == .header ? "header" : "no-header")
  }

  static func help(for value: HeaderLine) -> ArgumentHelp? {
    value == .header
      ? "The first line of an edge list names its columns. (default: what is in it tells)"
      : "It is an edge like others."
  }
}

extension EdgeListSeparator: ExpressibleByArgument {
  /// Reads a character, or a word: comma, semicolon, tab, bar or blanks.
  public init?(argument: String) { self.init(word: argument) }
}

/// How a graph file is read in place of a dataset.
struct GraphFileOptions: ParsableArguments {
  @Option(
    name: .customLong("input-format"),
    help: "\(GraphFileFormat.list). (default: what the file's ending says; needed for -, standard input)")
  var inputFormat: GraphFileFormat?

  @Flag var edgeDirection: EdgeDirection?

  @Option(
    help: "A file with the ids of all nodes, one a line, for an edge list that lacks those without edges.",
    completion: .file())
  var nodes: String?

  @Option(
    help: "The attribute or column of edges that is their weight. (default: weight or value; in an edge list the third)"
  )
  var weight: String?

  @Flag(help: "Take every tie for one of weight 1.")
  var unweighted = false

  @Option(help: "The attribute or column of edges that tells when. (default: time, timestamp, date or start)")
  var time: String?

  @Flag var headerLine: HeaderLine?

  @Option(help: "What separates the fields of an edge list: , ; | tab or blanks. (default: what the file says)")
  var separator: EdgeListSeparator?

  @Option(help: "The column of an edge list where edges begin, a name or a number from 1.")
  var source: String?

  @Option(help: "The column of an edge list where edges end.")
  var target: String?

  mutating func validate() throws {
    if weight != nil, unweighted { throw ValidationError("--weight and --unweighted exclude each other.") }
  }

  /// Whether a path is a graph file: anything but a folder, a workbook or a database; `-` is standard input.
  func isGraphFile(_ path: String) -> Bool {
    if path == "-" { return true }
    var isFolder = ObjCBool(false)
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return inputFormat != nil || GraphFileFormat(path: path) != nil
    }
    return !isFolder.boolValue && !DatasetOptions.isContainer(path)
  }

  /// How the file of a path is read.
  ///
  /// - Throws: ``CommandFailure`` when an option is for other formats.
  private func readingOptions(
    _ path: String, _ dataset: DatasetOptions, sourceColumn: String?
  ) throws -> GraphReadingOptions {
    let format = inputFormat ?? GraphFileFormat(path: path)
    var options = GraphReadingOptions(
      format: format, isDirected: edgeDirection != .undirected, nodeFile: nodes, threads: dataset.threadCount)
    options.weight = unweighted ? .none : weight.map { .named($0) } ?? .automatic
    options.time = time.map { .named($0) } ?? .automatic
    options.hasHeader = headerLine.map { $0 == .header }
    options.separator = separator
    options.source = sourceColumn
    options.target = target
    options.skipsInvalid = dataset.skipsInvalid
    let ofEdgeLists = [
      ("--directed", edgeDirection == .directed), ("--undirected", edgeDirection == .undirected),
      ("--nodes", nodes != nil), ("--header", headerLine == .header), ("--no-header", headerLine == .noHeader),
      ("--separator", separator != nil), ("--source", sourceColumn != nil), ("--target", target != nil),
    ]
    if let format, !format.isEdgeList, let option = ofEdgeLists.first(where: \.1) {
      throw CommandFailure.usage("\(option.0) goes with an edge list: \(format.rawValue) tells by itself")
    }
    return options
  }

  /// Reads a graph file, and says on standard error what of it is not in the graph, and what was taken for what.
  private func read(_ path: String, _ dataset: DatasetOptions, sourceColumn: String?) throws -> AttributedGraph {
    let options = try readingOptions(path, dataset, sourceColumn: sourceColumn)
    try OpenOutputs.protect([path, nodes].compactMap(\.self))
    do {
      let reading = try readGraph(at: path, options: options)
      if !dataset.quiet {
        if !reading.decisions.isEmpty { StandardError.note("\(path): " + reading.decisions.joined(separator: "; ")) }
        for note in reading.notes { StandardError.warn("\(path): \(note)") }
      }
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
  ///
  /// - Parameter isSourceNode: whether `--source` names a node rather than a column.
  func graph(
    inPlaceOf dataset: DatasetOptions, _ scope: ScopeOptions, isSourceNode: Bool = false
  ) throws -> AttributedGraph? {
    let sourceColumn = isSourceNode ? nil : source
    guard isGraphFile(dataset.dataset) else {
      let ofFiles = [
        ("--input-format", inputFormat != nil), ("--directed", edgeDirection == .directed),
        ("--undirected", edgeDirection == .undirected), ("--nodes", nodes != nil), ("--weight", weight != nil),
        ("--unweighted", unweighted), ("--time", time != nil), ("--header", headerLine == .header),
        ("--no-header", headerLine == .noHeader),
        ("--separator", separator != nil), ("--source", sourceColumn != nil), ("--target", target != nil),
      ]
      if let option = ofFiles.first(where: \.1) {
        throw CommandFailure.usage("\(option.0) goes with a graph file, not with a dataset")
      }
      return nil
    }
    if scope.isGiven {
      throw CommandFailure.usage("campaigns, windows and filters belong to a dataset; a graph file has none")
    }
    return try read(dataset.dataset, dataset, sourceColumn: sourceColumn)
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
    let message = error.description.withoutControls
    switch error {
    case .missing: self.init(.inputMissing, message)
    case .unreadable: self.init(.ioFailed, message)
    case .unknownFormat: self = .usage("\(message) with --input-format")
    case .malformed: self.init(.badData, message)
    }
  }
}
