import FileReading

/// How a graph file is read.
public struct GraphReadingOptions: Sendable, Hashable {
  /// The format; nil for what the file's ending says.
  public var format: GraphFileFormat?
  /// Whether edges have a direction, for edge lists, which do not say so. They have one by default.
  public var isDirected = true
  /// A file with the ids of all nodes, one a line, for edge lists, which lack those without edges.
  public var nodeFile: String?
  /// Which attribute of edges is their weight.
  public var weight: RoleChoice = .automatic
  /// Which attribute of edges tells when they happened.
  public var time: RoleChoice = .automatic
  /// Whether the first line of an edge list names its columns; nil where the line tells by what is in it.
  public var hasHeader: Bool?
  /// What stands between the fields of an edge list; nil for what the format and the first lines say.
  public var separator: EdgeListSeparator?
  /// The name, or the number from 1, of the column of an edge list in which an edge begins.
  public var source: String?
  /// The name, or the number from 1, of the column of an edge list in which an edge ends.
  public var target: String?
  /// Whether lines of an edge list with an error are left out and counted.
  public var skipsInvalid = false
  /// Upper bound on threads.
  public var threads = 1
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

/// A graph that was read, what of the file is not in it, and what was taken for what.
public struct GraphReading: Sendable, Equatable {
  public var graph: AttributedGraph
  /// Sentences about what was left out or changed.
  public var notes: [String]
  /// Sentences about what the file left open: its header, its weights and times, its encoding.
  public var decisions: [String]

  public init(graph: AttributedGraph, notes: [String] = [], decisions: [String] = []) {
    self.graph = graph
    self.notes = notes
    self.decisions = decisions
  }
}
