/// How a graph file is read.
public struct GraphReadingOptions: Sendable, Hashable {
  /// The format; nil for what the file's ending says.
  public var format: GraphFileFormat?
  /// Whether edges have a direction, for edge lists, which do not say so. They have one by default.
  public var isDirected: Bool
  /// A file with the ids of all nodes, one a line, for edge lists, which lack those without edges.
  public var nodeFile: String?
  /// Upper bound on threads.
  public var threads: Int
  /// Bytes of an edge list that one work item parses; more than its longest line.
  package var blockSize = 1 << 21

  public init(
    format: GraphFileFormat? = nil, isDirected: Bool = true, nodeFile: String? = nil, threads: Int = 1
  ) {
    self.format = format
    self.isDirected = isDirected
    self.nodeFile = nodeFile
    self.threads = threads
  }
}

/// A graph that was read, and what of the file is not in it.
public struct GraphReading: Sendable, Equatable {
  public var graph: AttributedGraph
  /// Sentences about what was left out or changed.
  public var notes: [String]

  public init(graph: AttributedGraph, notes: [String] = []) {
    self.graph = graph
    self.notes = notes
  }
}

/// Returns the graph that a file holds.
///
/// - Throws: every case of ``GraphFileError``.
/// - Complexity: linear in the size of the file. Edge lists are read on `threads` threads, unless they have quoted fields
///   or columns of their own; those and other formats are held in memory while they are read.
public func readGraph(
  at path: String, options: GraphReadingOptions = GraphReadingOptions()
) throws(GraphFileError) -> GraphReading {
  guard let format = options.format ?? GraphFileFormat(path: path) else { throw .unknownFormat(path: path) }
  let file = try GraphFile(path)
  if let reading = try readEdgeBlocks(of: file, format, options) { return reading }
  var options = options
  options.format = format
  return try readGraph(try file.wholeContent(), file: path, options: options)
}

/// The graph of an edge list read in blocks, or nil where another way is needed.
package func readEdgeBlocks(
  of file: GraphFile, _ format: GraphFileFormat, _ options: GraphReadingOptions
) throws(GraphFileError) -> GraphReading? {
  guard let separator = EdgeListSeparator(format) else { return nil }
  func source(_ file: GraphFile, holdsNodes: Bool) throws(GraphFileError) -> EdgeListSource? {
    try EdgeListSource(file, separator: separator, holdsNodes: holdsNodes, blockSize: options.blockSize)
  }
  guard let edges = try source(file, holdsNodes: false) else { return nil }
  var nodes: EdgeListSource?
  if let path = options.nodeFile {
    nodes = try source(try GraphFile(path), holdsNodes: true)
    if nodes == nil { return nil }
  }
  return try BlockEdgeList.read(edges, nodes: nodes, isDirected: options.isDirected, threads: options.threads)
}

/// Returns the graph that the bytes of a file hold; without a format in the options, the ending of `file` tells it.
///
/// - Parameter file: the file's name, for messages.
/// - Throws: ``GraphFileError/malformed(file:line:column:message:)`` and ``GraphFileError/unknownFormat(path:)``; of a
///   file of nodes every case.
public func readGraph(
  _ bytes: [UInt8], file: String, options: GraphReadingOptions = GraphReadingOptions()
) throws(GraphFileError) -> GraphReading {
  guard let format = options.format ?? GraphFileFormat(path: file) else { throw .unknownFormat(path: file) }
  let separator = EdgeListSeparator(format) ?? .blanks
  let nodes = try options.nodeFile.map { path throws(GraphFileError) in try nodeNames(at: path, separator: separator) }
  do {
    let content = try unmarked(bytes)
    switch format {
    case .csv, .tsv, .edgelist:
      return try TextEdgeList.read(
        content, separator: separator, isDirected: options.isDirected, nodes: nodes)
    case .graphml: return try GraphMLReader.read(content)
    case .gexf: return try GEXFReader.read(content)
    case .gml: return try GMLReader.read(content)
    case .pajek: return try PajekReader.read(content)
    case .dot: return try DOTGraph.read(content)
    case .json: return try NodeLinkReader.read(content)
    }
  } catch {
    throw .malformed(file: file, line: error.line, column: error.column, message: error.message)
  }
}

/// The ids that a list of nodes names.
private func nodeNames(at path: String, separator: EdgeListSeparator) throws(GraphFileError) -> NameTable {
  let bytes = try GraphFile(path).wholeContent()
  do {
    return try NodeList.names(try unmarked(bytes), separator: separator)
  } catch {
    throw .malformed(file: path, line: error.line, column: error.column, message: error.message)
  }
}

/// The bytes without a mark of UTF-8; other encodings that a mark tells are refused.
private func unmarked(_ bytes: [UInt8]) throws(GraphFault) -> [UInt8] {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    throw GraphFault(1, 1, "the file is UTF-16; UTF-8 was expected")
  }
  return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
}
