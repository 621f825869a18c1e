import FileReading
import GraphStructures

/// Writes GraphML, which carries everything but characters that XML forbids.
struct GraphMLWriter {
  let graph: AttributedGraph

  static func write(_ graph: AttributedGraph, _ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    GraphMLWriter(graph: graph).write(&output, deliver)
  }

  private func write(_ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    output.add(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """)
    let ids = graph.edgeAttributes.first { $0.name == "id" && $0.type == .text }
    let edgeColumns = graph.edgeAttributes.filter { $0.name != "id" || ids == nil }
    keys(edgeColumns, &output)
    output.add("  <graph edgedefault=\"\(graph.isDirected ? "directed" : "undirected")\">\n")
    for (index, attribute) in graph.attributes.enumerated() {
      output.add("    \(data("g\(index)", attribute.value.text, &output))\n")
    }
    let names = graph.nodeIDs.map { escaped($0, &output) }
    let nodeRows = AttributeRows(graph.nodeAttributes, count: graph.nodeCount)
    let edgeRows = AttributeRows(edgeColumns, count: graph.edges.count)
    for node in 0..<graph.nodeCount {
      let values = values("n", nodeRows.values(of: node), &output)
      element("node id=\"\(names[node])\"", "node", values, &output)
      output.flush(deliver)
    }
    for edge in 0..<graph.edges.count {
      var content = ""
      if let weight = graph.weightText(edge) { content = data("weight", weight, &output) }
      content += values("e", edgeRows.values(of: edge), &output)
      var start = "edge "
      if let id = ids?[edge] { start += "id=\"\(escaped(id.text, &output))\" " }
      start += "source=\"\(names[Int(graph.edges.sources[edge])])\" target=\"\(names[Int(graph.edges.targets[edge])])\""
      if let isDirected = graph.edgeDirections?[edge], !isDirected { start += " directed=\"false\"" }
      element(start, "edge", content, &output)
      output.flush(deliver)
    }
    output.add("  </graph>\n</graphml>\n")
  }

  private func keys(_ edgeColumns: [AttributeColumn], _ output: inout GraphOutput) {
    for index in graph.attributes.indices {
      let type = graph.attributes[index].value.type
      key("g\(index)", graph.attributes[index].name, type, "graph", &output)
    }
    keys("n", graph.nodeAttributes, "node", &output)
    if graph.edges.weights != nil {
      key("weight", "weight", graph.hasIntegerWeights ? .integer : .double, "edge", &output)
    }
    keys("e", edgeColumns, "edge", &output)
  }

  private func keys(_ prefix: String, _ columns: [AttributeColumn], _ domain: String, _ output: inout GraphOutput) {
    for index in columns.indices {
      key("\(prefix)\(index)", columns[index].name, columns[index].type, domain, &output)
    }
  }

  private func values(
    _ prefix: String, _ row: [(column: Int, value: AttributeValue)], _ output: inout GraphOutput
  ) -> String {
    var values = ""
    for (column, value) in row { values += data("\(prefix)\(column)", value.text, &output) }
    return values
  }

  private func escaped(_ text: String, _ output: inout GraphOutput) -> String {
    if !MarkupText.fitsXML(text) { output.note("XML carries no control characters: they become U+FFFD") }
    return MarkupText.xml(text)
  }

  // Inlined, it makes the optimizer of Swift 6.3.1 fail.
  @inline(never)
  private func key(_ id: String, _ name: String, _ type: AttributeType, _ domain: String, _ output: inout GraphOutput) {
    let typeName =
      switch type {
      case .text: "string"
      case .integer: "long"
      case .double: "double"
      case .boolean: "boolean"
      }
    let name = escaped(name, &output)
    output.add("  <key id=\"\(id)\" for=\"\(domain)\" attr.name=\"\(name)\" attr.type=\"\(typeName)\"/>\n")
  }

  private func data(_ key: String, _ text: String, _ output: inout GraphOutput) -> String {
    "<data key=\"\(key)\">\(escaped(text, &output))</data>"
  }

  private func element(_ start: String, _ name: String, _ content: String, _ output: inout GraphOutput) {
    output.add(content.isEmpty ? "    <\(start)/>\n" : "    <\(start)>\(content)</\(name)>\n")
  }
}
