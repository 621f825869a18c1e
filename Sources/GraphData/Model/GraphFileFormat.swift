import FileReading

/// How a graph is written in a file: a name, the endings of such files, a reader and a writer.
///
/// All formats are in ``allCases``. Help texts, endings and error messages are made from what an entry says.
public struct GraphFileFormat: Sendable {
  /// Reads the content of a file.
  typealias Reader = @Sendable ([UInt8], GraphReadingOptions) throws(TextFault) -> GraphReading
  /// Writes a graph in pieces.
  typealias Writer = @Sendable (AttributedGraph, inout GraphOutput, ([UInt8]) -> Void) -> Void

  /// What it is called on the command line, such as `graphml`.
  public let rawValue: String
  /// What it is called in sentences, such as `GraphML`.
  public let name: String
  /// Endings of file names without the point; the first is the usual one.
  public let endings: [String]
  /// What it carries, in a few words.
  public let summary: String
  /// What separates fields, of a format with an edge a line and nothing else.
  public let separator: EdgeListSeparator?
  let read: Reader
  let write: Writer

  init(
    _ rawValue: String, _ name: String, endings: [String], summary: String, separator: EdgeListSeparator? = nil,
    read: @escaping Reader, write: @escaping Writer
  ) {
    self.rawValue = rawValue
    self.name = name
    self.endings = endings
    self.summary = summary
    self.separator = separator
    self.read = read
    self.write = write
  }

  /// Whether it has an edge a line and nothing else.
  public var isEdgeList: Bool { separator != nil }
}

extension GraphFileFormat: Hashable {
  public static func == (one: GraphFileFormat, other: GraphFileFormat) -> Bool { one.rawValue == other.rawValue }
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
