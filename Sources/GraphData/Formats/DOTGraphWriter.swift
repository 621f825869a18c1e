import GraphStructures
import GraphvizRendering

/// Writes DOT: every attribute as text that Graphviz shows as it is.
struct DOTGraphWriter {
  let graph: AttributedGraph

  static func write(_ graph: AttributedGraph, _ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    let columns = graph.nodeAttributes + graph.edgeAttributes
    if columns.contains(where: { $0.type != .text }) {
      output.note("DOT has no types: numbers and truth values are told by how they look")
    }
    output.noteLookalikes(graph, "DOT")
    output.noteEmptyText(graph, "DOT")
    output.add(DOTGraphWriter(graph: output.unmixed(graph, "DOT")).document.text)
  }

  private var document: DOTDocument {
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
    let nodeRows = AttributeRows(graph.nodeAttributes, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      var attributes = DOTAttributes()
      for (column, value) in nodeRows.values(of: node) {
        attributes[graph.nodeAttributes[column].name] = .text(value.text)
      }
      document.addNode(graph.nodeIDs[node], attributes)
    }
    let edgeRows = AttributeRows(graph.edgeAttributes, count: graph.edges.count)
    for edge in 0..<graph.edges.count {
      var attributes = DOTAttributes()
      if let weight = graph.weightText(edge) { attributes["weight"] = .text(weight) }
      for (column, value) in edgeRows.values(of: edge) {
        attributes[graph.edgeAttributes[column].name] = .text(value.text)
      }
      document.addEdge(
        graph.nodeIDs[Int(graph.edges.sources[edge])], graph.nodeIDs[Int(graph.edges.targets[edge])], attributes)
    }
    return document
  }
}
