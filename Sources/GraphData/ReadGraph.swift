package import FileReading

/// Returns the graph that a file holds; `-` is standard input. A gzip file is decompressed.
///
/// - Throws: every case of ``GraphFileError``.
/// - Complexity: linear in the size of the file. Edge lists are read on `threads` threads, unless they have quoted fields
///   or columns of their own; those and other formats are held in memory while they are read.
public func readGraph(
  at path: String, options: GraphReadingOptions = GraphReadingOptions()
) throws(GraphFileError) -> GraphReading {
  let format = try options.format(of: path)
  let file = try GraphInput.open(path)
  if let reading = try readEdgeBlocks(of: file, format, options) { return reading.saidIfEmpty }
  var options = options
  options.format = format
  return try readGraph(try GraphInput.content(file), file: path, options: options)
}

extension GraphReadingOptions {
  /// The format asked for, else the one that a file's ending tells.
  fileprivate func format(of path: String) throws(GraphFileError) -> GraphFileFormat {
    guard let format = format ?? GraphFileFormat(path: path) else {
      throw .unknownFormat(path: path, known: GraphFileFormat.allCases.map(\.rawValue))
    }
    return format
  }
}

/// The graph of an edge list read in blocks, or nil where another way is needed.
package func readEdgeBlocks(
  of file: InputFile, _ format: GraphFileFormat, _ options: GraphReadingOptions
) throws(GraphFileError) -> GraphReading? {
  guard let separator = format.separator else { return nil }
  guard let edges = try EdgeListSource(file, separator: separator, holdsNodes: false, options) else { return nil }
  var nodes: EdgeListSource?
  if let path = options.nodeFile {
    nodes = try EdgeListSource(try GraphInput.open(path), separator: separator, holdsNodes: true, options)
    if nodes == nil { return nil }
  }
  return try BlockEdgeList.read(edges, nodes: nodes, isDirected: options.isDirected, threads: options.threads)
}

/// Returns the graph that the bytes of a file hold; without a format in the options, the ending of `file` tells it.
///
/// - Parameter file: the file's name, for messages.
/// - Throws: ``GraphFileError/malformed(file:line:column:message:)`` and ``GraphFileError/unknownFormat(path:known:)``; of a
///   file of nodes every case.
public func readGraph(
  _ bytes: [UInt8], file: String, options: GraphReadingOptions = GraphReadingOptions()
) throws(GraphFileError) -> GraphReading {
  let format = try options.format(of: file)
  if let separator = format.separator, let path = options.nodeFile {
    let nodes = try NodeList.names(at: path, separator: separator)
    return try GraphFileError.inFile(file) { () throws(TextFault) in
      try TextEdgeList.read(bytes, separator: separator, nodes: nodes, options).saidIfEmpty
    }
  }
  return try GraphFileError.inFile(file) { () throws(TextFault) in try format.read(bytes, options).saidIfEmpty }
}

extension GraphReading {
  /// The same, with a note where nothing was read.
  fileprivate var saidIfEmpty: GraphReading {
    guard graph.nodeCount == 0 else { return self }
    var reading = self
    reading.notes.append("there is no node in the file")
    return reading
  }
}

extension GraphFileError {
  /// Runs a reader, and names the file of what it throws.
  fileprivate static func inFile<Result>(
    _ file: String, _ read: () throws(TextFault) -> Result
  ) throws(GraphFileError) -> Result {
    do {
      return try read()
    } catch {
      throw .malformed(file: file, line: error.line, column: error.column, message: error.message)
    }
  }
}

extension NodeList {
  /// The ids that a file of nodes names.
  fileprivate static func names(at path: String, separator: EdgeListSeparator) throws(GraphFileError) -> Interner {
    let bytes = try GraphInput.content(try GraphInput.open(path))
    return try GraphFileError.inFile(path) { () throws(TextFault) in
      try names(try GraphText.decoded(bytes).bytes, separator: separator)
    }
  }
}
