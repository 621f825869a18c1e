import GraphStructures
import GraphvizRendering

extension AttributedGraph {
  /// Writes the graph in a format, in pieces, and returns what the format cannot carry, a sentence each.
  ///
  /// The same graph gives the same bytes. Nodes and edges come in their order; numbers are the shortest that read back as
  /// the same.
  ///
  /// - Complexity: linear in the length of the file.
  public func write(as format: GraphFileFormat, to deliver: ([UInt8]) -> Void) -> [String] {
    var output = GraphOutput()
    switch format {
    case .csv: EdgeListWriter(separator: .comma, graph: self).write(&output, deliver)
    case .tsv: EdgeListWriter(separator: .tab, graph: self).write(&output, deliver)
    case .edgelist: EdgeListWriter(separator: .blanks, graph: self).write(&output, deliver)
    case .graphml: GraphMLWriter(graph: self).write(&output, deliver)
    case .gexf: GEXFWriter(graph: self).write(&output, deliver)
    case .gml: GMLWriter(graph: self).write(&output, deliver)
    case .pajek: PajekWriter(graph: self).write(&output, deliver)
    case .dot:
      if nodeAttributes.contains(where: { $0.type != .text }) || edgeAttributes.contains(where: { $0.type != .text }) {
        output.notes.append("DOT has no types: numbers and truth values are told by how they look")
      }
      output.noteEmptyText(self, "DOT")
      output.add(DOTGraph.document(self).text)
    case .json: NodeLinkWriter(graph: self).write(&output, deliver)
    }
    deliver(output.bytes)
    return output.notes
  }

  /// The weight of an edge as text, or nil without weights.
  func weightText(_ edge: Int) -> String? {
    guard let weights = edges.weights else { return nil }
    if hasIntegerWeights, let integer = Int64(exactly: weights[edge]) { return String(integer) }
    return weights[edge].description
  }
}

/// What is written, handed on whenever enough has gathered.
struct GraphOutput {
  var bytes: [UInt8] = []
  /// What the format cannot carry.
  var notes: [String] = []

  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Hands on what has gathered.
  mutating func flush(_ deliver: ([UInt8]) -> Void) {
    guard bytes.count > 1 << 16 else { return }
    deliver(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func note(_ text: String) { if !notes.contains(text) { notes.append(text) } }

  /// Notes that empty texts are read back as none.
  mutating func noteEmptyText(_ graph: AttributedGraph, _ format: String) {
    for column in graph.nodeAttributes + graph.edgeAttributes {
      guard case .text(let values) = column.values, values.contains("") else { continue }
      note("\(format) does not tell empty text from none: \(shown(column.name))")
    }
  }

  /// Notes texts of a format that tells types by their look, which will be read as something else.
  mutating func noteLookalikes(_ graph: AttributedGraph, _ format: String) {
    for column in graph.nodeAttributes + graph.edgeAttributes {
      guard case .text(let values) = column.values else { continue }
      let known = values.compactMap(\.self)
      let isOnlyOther = known.allSatisfy { if case .text = AttributeValue(inferring: $0) { false } else { true } }
      if !known.isEmpty, isOnlyOther {
        note("\(format) has no types: the text in \(shown(column.name)) will be read as numbers or truth values")
      }
    }
  }
}
