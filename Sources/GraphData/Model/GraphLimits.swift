/// What a graph file may hold at most, so that reading takes memory in proportion to the file's size.
///
/// Each has an error that names it, with its place in the file. Those of XML are ``XMLReader``'s own.
package enum GraphLimits {
  /// Nodes that a number in a file may announce without naming them, beside ``announcedNodesPerByte``.
  package static let announcedNodes = 1 << 16
  /// Nodes that a number may announce for each byte of the file.
  package static let announcedNodesPerByte = 4
  /// Edges that statements of DOT such as `{a b} -> {c d}` may stand for, beside ``edgesPerByte``.
  package static let edges = 1 << 20
  /// Edges that statements of DOT may stand for, for each byte of the file.
  package static let edgesPerByte = 16
  /// Values that defaults of DOT may give to nodes and edges, beside ``defaultsPerByte``.
  package static let defaults = 1 << 20
  /// Values that defaults of DOT may give to nodes and edges, for each byte of the file.
  package static let defaultsPerByte = 8
  /// Names of attributes of nodes, and of edges.
  package static let attributes = 1 << 17
  /// How deep lists of JSON and GML nest.
  package static let listDepth = 64
  /// Fields of a line of an edge list.
  package static let fields = 1000
  /// Bytes that a gzip file may become, beside ``inflatedBytesPerByte``.
  package static let inflatedBytes = 1 << 26
  /// Bytes that a gzip file may become for each of its own.
  package static let inflatedBytesPerByte = 200
}
