/// How a graph file is read.
public struct GraphReadingOptions: Sendable, Hashable {
  /// The format; nil for what the file's ending says.
  public var format: GraphFileFormat?
  /// Whether edges have a direction, for edge lists, which do not say so. They have one by default.
  public var isDirected: Bool
  /// Upper bound on threads.
  public var threads: Int

  public init(format: GraphFileFormat? = nil, isDirected: Bool = true, threads: Int = 1) {
    self.format = format
    self.isDirected = isDirected
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
/// - Complexity: linear in the size of the file. Edge lists of integers are read on `threads` threads; other
///   formats are held in memory while they are read.
public func readGraph(
  at path: String, options: GraphReadingOptions = GraphReadingOptions()
) throws(GraphFileError) -> GraphReading {
  guard let format = options.format ?? GraphFileFormat(path: path) else { throw .unknownFormat(path: path) }
  let file = try GraphFile(path)
  if let separator = EdgeListSeparator(format), let size = file.size,
    let reading = try IntegerEdgeList.read(
      file, size: size, separator: separator, isDirected: options.isDirected, threads: options.threads)
  {
    return reading
  }
  var options = options
  options.format = format
  return try readGraph(try file.wholeContent(), file: path, options: options)
}

/// Returns the graph that the bytes of a file hold; without a format in the options, the ending of `file` tells it.
///
/// - Parameter file: the file's name, for messages.
/// - Throws: ``GraphFileError/malformed(file:line:column:message:)`` and ``GraphFileError/unknownFormat(path:)``.
public func readGraph(
  _ bytes: [UInt8], file: String, options: GraphReadingOptions = GraphReadingOptions()
) throws(GraphFileError) -> GraphReading {
  guard let format = options.format ?? GraphFileFormat(path: file) else { throw .unknownFormat(path: file) }
  do {
    let content = try unmarked(bytes)
    switch format {
    case .csv, .tsv, .edgelist:
      return try TextEdgeList.read(
        content, separator: EdgeListSeparator(format) ?? .blanks, isDirected: options.isDirected)
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

/// The bytes without a mark of UTF-8; other encodings that a mark tells are refused.
private func unmarked(_ bytes: [UInt8]) throws(GraphFault) -> [UInt8] {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    throw GraphFault(1, 1, "the file is UTF-16; UTF-8 was expected")
  }
  return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
}
