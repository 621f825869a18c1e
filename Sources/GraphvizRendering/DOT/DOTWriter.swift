/// Writes a document in the DOT language.
enum DOTWriter {
  static func text(of document: DOTDocument) -> String {
    var writer = Writer(arrow: document.isDirected ? " -> " : " -- ", document: document)
    let kind = (document.isStrict ? "strict " : "") + (document.isDirected ? "digraph" : "graph")
    writer.text = "\(kind) \(identifier(document.name)) {\n"
    writer.write(document)
    writer.text += "}\n"
    return writer.text
  }

  /// Returns a name in quotes, always: then no name is a keyword, a number or a port.
  static func identifier(_ name: String) -> String { DOTEncoding.quoted(DOTEncoding.name(name)) }

  /// Returns the attributes in brackets, with a blank before; nothing when there are none.
  static func brackets(_ attributes: DOTAttributes) -> String {
    if attributes.isEmpty { return "" }
    let list = attributes.elements.map { element in "\(attributeName(element.name))=\(value(element.value))" }
    return " [\(list.joined(separator: ", "))]"
  }

  private static func value(_ value: DOTValue) -> String {
    if case .markup(let markup) = value, !markup.source.isEmpty { return "<\(markup.source)>" }
    return DOTEncoding.quoted(value.stored)
  }

  /// Attribute names are bare words where they can be.
  private static func attributeName(_ name: String) -> String {
    let isWord =
      name.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
      } && name.utf8.first.map { !(0x30...0x39).contains($0) } ?? false
    let keywords: Set = ["node", "edge", "graph", "digraph", "subgraph", "strict"]
    if isWord, !keywords.contains(name.lowercased()) { return name }
    return DOTEncoding.quoted(DOTEncoding.name(name))
  }
}

/// The text so far, and what is the same throughout a document.
private struct Writer {
  let arrow: String
  let rootAttributes: DOTAttributes
  let rootDefaults: DOTAttributes
  var text = ""
  private var indentation = "  "

  init(arrow: String, document: DOTDocument) {
    self.arrow = arrow
    rootAttributes = document.attributes
    rootDefaults = document.nodeDefaults
  }

  mutating func write(_ container: some DOTContainer) {
    writeDefaults("graph", container.attributes)
    writeDefaults("node", container.nodeDefaults)
    writeDefaults("edge", container.edgeDefaults)
    for statement in container.statements {
      switch statement {
      case .node(let node):
        var attributes = node.attributes
        // A name stands in for its label, but empty lines and invisible text cannot be drawn that way.
        let isLabeled = [attributes, container.nodeDefaults, rootDefaults].contains { $0["label"] != nil }
        if !isLabeled, DOTEncoding.needsLabel(node.name) { attributes["label"] = .text(node.name) }
        line(DOTWriter.identifier(node.name) + DOTWriter.brackets(attributes))
      case .edge(let edge):
        let ends = DOTWriter.identifier(edge.tail) + arrow + DOTWriter.identifier(edge.head)
        line(ends + DOTWriter.brackets(edge.attributes))
      case .subgraph(let subgraph): write(subgraph: subgraph)
      }
    }
  }

  private mutating func write(subgraph: DOTSubgraph) {
    let name = subgraph.name.map { "subgraph \(DOTWriter.identifier($0)) " } ?? ""
    text += "\(indentation)\(name){\n"
    indentation += "  "
    write(shielded(subgraph))
    indentation.removeLast(2)
    text += "\(indentation)}\n"
  }

  /// Attributes of the graph hold for its clusters too. Those that name the graph itself must not show on each cluster.
  private func shielded(_ subgraph: DOTSubgraph) -> DOTSubgraph {
    guard subgraph.isCluster else { return subgraph }
    var result = subgraph
    for name in ["label", "tooltip", "URL", "href", "id"]
    where rootAttributes[name] != nil && subgraph.attributes[name] == nil {
      result.attributes[name] = ""
    }
    return result
  }

  private mutating func writeDefaults(_ kind: String, _ attributes: DOTAttributes) {
    if !attributes.isEmpty { line(kind + DOTWriter.brackets(attributes)) }
  }

  private mutating func line(_ statement: String) {
    text += "\(indentation)\(statement);\n"
  }
}
