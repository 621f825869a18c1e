import GraphStructures
import GraphvizRendering

/// Reads and writes graphs in Graphviz's language, through libcgraph.
///
/// Values have no types in DOT: those that look like numbers or truth values are read as such. Defaults of nodes and
/// edges count for each; subgraphs are left out and noted, their nodes and edges are not.
enum DOTGraph {
  static func read(_ bytes: [UInt8]) throws(GraphFault) -> GraphReading {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw GraphFault(nil, "the text is not UTF-8") }
    if bytes.contains(0) { throw GraphFault(nil, "the text holds a NUL character") }
    let document: DOTDocument
    do throws(GraphvizError) {
      document = try DOTDocument(parsing: text)
    } catch {
      if case .syntax(let line, let message) = error { throw GraphFault(line, message) }
      throw GraphFault(nil, error.description)
    }
    var assembly = GraphAssembly(isDirected: document.isDirected)
    if !document.name.isEmpty { assembly.attributes.append(NamedAttribute("name", .text(document.name))) }
    for element in document.attributes.elements {
      assembly.attributes.append(NamedAttribute(element.name, value(element)))
    }
    for statement in document.statements {
      switch statement {
      case .node(let node):
        let index = assembly.node(node.name)
        for element in document.nodeDefaults.merging(node.attributes).elements where !isUnset(element) {
          assembly.nodeColumns.set(element.name, index, value(element))
        }
      case .edge(let edge):
        let index = assembly.addEdge(assembly.node(edge.tail), assembly.node(edge.head))
        for element in document.edgeDefaults.merging(edge.attributes).elements where !isUnset(element) {
          assembly.edgeColumns.set(element.name, index, value(element))
        }
      case .subgraph: assembly.note("subgraphs are left out; their nodes and edges are read")
      }
    }
    return try assembly.graph()
  }

  /// An empty value is Graphviz's way to say that there is none; `\N` stands for the node's own name.
  private static func isUnset(_ element: DOTAttributes.Element) -> Bool {
    element.value.stored.isEmpty || (element.name == "label" && element.value.stored == "\\N")
  }

  private static func value(_ element: DOTAttributes.Element) -> AttributeValue {
    AttributeValue(inferring: unescaped(element.value.stored))
  }

  /// A stored value without Graphviz's escapes of backslashes and line ends, and the joiners of its `&`.
  private static func unescaped(_ stored: String) -> String {
    guard stored.utf8.contains(UInt8(ascii: "\\")) || stored.unicodeScalars.contains("\u{2060}") else { return stored }
    var result = String.UnicodeScalarView()
    var rest = stored.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\", let next = rest.first, next == "\\" || next == "n" {
        rest.removeFirst()
        result.append(next == "n" ? "\n" : "\\")
      } else if scalar == "\u{2060}", result.last == "&" {
        continue
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The graph as a document: every attribute as text that Graphviz shows as it is.
  static func document(_ graph: AttributedGraph) -> DOTDocument {
    var name = ""
    var document = DOTDocument(
      directed: graph.isDirected, attributes: [:], nodeDefaults: [:], edgeDefaults: [:])
    for attribute in graph.attributes {
      if attribute.name == "name" {
        name = attribute.value.text
      } else {
        document.attributes[attribute.name] = .text(attribute.value.text)
      }
    }
    document.name = name
    for node in 0..<graph.nodeCount {
      var attributes = DOTAttributes()
      for column in graph.nodeAttributes { if let value = column[node] { attributes[column.name] = .text(value.text) } }
      document.addNode(graph.nodeIDs[node], attributes)
    }
    for edge in 0..<graph.edges.count {
      var attributes = DOTAttributes()
      if let weight = graph.weightText(edge) { attributes["weight"] = .text(weight) }
      for column in graph.edgeAttributes { if let value = column[edge] { attributes[column.name] = .text(value.text) } }
      document.addEdge(
        graph.nodeIDs[Int(graph.edges.sources[edge])], graph.nodeIDs[Int(graph.edges.targets[edge])], attributes)
    }
    return document
  }
}
