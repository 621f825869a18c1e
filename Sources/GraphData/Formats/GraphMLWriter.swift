import GraphStructures

/// Writes GraphML, which carries everything but characters that XML forbids.
struct GraphMLWriter {
  let graph: AttributedGraph

  func write(_ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    output.add(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """)
    let weights =
      graph.edges.weights == nil
      ? [] : [AttributeColumn("weight", graph.hasIntegerWeights ? .integer([]) : .double([]))]
    for (index, attribute) in graph.attributes.enumerated() {
      key("g\(index)", attribute.name, AttributeColumn("", [attribute.value]).type, "graph", &output)
    }
    for (index, column) in graph.nodeAttributes.enumerated() {
      key("n\(index)", column.name, column.type, "node", &output)
    }
    for column in weights { key("weight", column.name, column.type, "edge", &output) }
    let ids = graph.edgeAttributes.first { $0.name == "id" && $0.type == .text }
    for (index, column) in graph.edgeAttributes.enumerated() where column != ids {
      key("e\(index)", column.name, column.type, "edge", &output)
    }
    output.add("  <graph edgedefault=\"\(graph.isDirected ? "directed" : "undirected")\">\n")
    for (index, attribute) in graph.attributes.enumerated() {
      output.add("    \(data("g\(index)", attribute.value.text, &output))\n")
    }
    let names = graph.nodeIDs.map { escaped($0, &output) }
    for node in 0..<graph.nodeCount {
      let values = graph.nodeAttributes.enumerated().compactMap { index, column in
        column[node].map { data("n\(index)", $0.text, &output) }
      }
      element("node id=\"\(names[node])\"", "node", values, &output)
      output.flush(deliver)
    }
    for edge in 0..<graph.edges.count {
      var values = graph.weightText(edge).map { [data("weight", $0, &output)] } ?? []
      for (index, column) in graph.edgeAttributes.enumerated() where column != ids {
        if let value = column[edge] { values.append(data("e\(index)", value.text, &output)) }
      }
      let id = ids?[edge].map { "id=\"\(escaped($0.text, &output))\" " } ?? ""
      let ends =
        "source=\"\(names[Int(graph.edges.sources[edge])])\" target=\"\(names[Int(graph.edges.targets[edge])])\""
      element("edge \(id)\(ends)", "edge", values, &output)
      output.flush(deliver)
    }
    output.add("  </graph>\n</graphml>\n")
  }

  private func escaped(_ text: String, _ output: inout GraphOutput) -> String {
    if !MarkupText.fitsXML(text) { output.note("XML carries no control characters: they become U+FFFD") }
    return MarkupText.xml(text)
  }

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

  private func element(_ start: String, _ name: String, _ values: [String], _ output: inout GraphOutput) {
    output.add(values.isEmpty ? "    <\(start)/>\n" : "    <\(start)>\(values.joined())</\(name)>\n")
  }
}
