import GraphData
import GraphStructures

/// What reading a text gives, whose format the file's ending tells.
func read(_ text: String, _ file: String, _ set: (inout GraphReadingOptions) -> Void = { _ in }) throws -> GraphReading
{
  var options = GraphReadingOptions()
  set(&options)
  return try readGraph(Array(text.utf8), file: file, options: options)
}

/// The words of the error that reading ends with, or nil.
func failure(_ text: String, _ file: String, _ set: (inout GraphReadingOptions) -> Void = { _ in }) -> String? {
  do {
    _ = try read(text, file, set)
    return nil
  } catch {
    return "\(error)"
  }
}

/// A graph as text of a format, and the notes.
func written(
  _ graph: AttributedGraph, _ format: GraphFileFormat, _ options: GraphWritingOptions = GraphWritingOptions()
) -> (text: String, notes: [String]) {
  var bytes: [UInt8] = []
  let notes = graph.write(as: format, options: options) { bytes.append(contentsOf: $0) }
  return (String(decoding: bytes, as: UTF8.self), notes)
}

extension AttributedGraph {
  /// The edges as ids: `a>b` with a direction, `a-b` without.
  var shownEdges: [String] {
    (0..<edges.count).map { edge in
      let isDirected = edgeDirections?[edge] ?? self.isDirected
      return nodeIDs[Int(edges.sources[edge])] + (isDirected ? ">" : "-") + nodeIDs[Int(edges.targets[edge])]
    }
  }

  /// The values of an attribute of nodes.
  func ofNodes(_ name: String) -> AttributeColumn.Values? { nodeAttributes.first { $0.name == name }?.values }

  /// The values of an attribute of edges.
  func ofEdges(_ name: String) -> AttributeColumn.Values? { edgeAttributes.first { $0.name == name }?.values }
}
