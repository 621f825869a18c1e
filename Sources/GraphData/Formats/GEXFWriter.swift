import GraphStructures

/// Writes GEXF 1.2, which networkx and Gephi read.
struct GEXFWriter {
  let graph: AttributedGraph

  func write(_ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    if !graph.attributes.isEmpty {
      output.note("GEXF carries no attributes of the graph: \(list(graph.attributes.map(\.name)))")
    }
    let labels = column("label", of: graph.nodeAttributes)
    let edgeLabels = column("label", of: graph.edgeAttributes)
    let ids = edgeIDs
    output.add(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
        <graph mode="static" defaultedgetype="\(graph.isDirected ? "directed" : "undirected")">

      """)
    let nodeColumns = graph.nodeAttributes.filter { $0 != labels }
    let edgeColumns = graph.edgeAttributes.filter { $0 != edgeLabels && $0 != ids }
    attributes("node", nodeColumns, &output)
    attributes("edge", edgeColumns, &output)
    output.add("    <nodes>\n")
    let names = graph.nodeIDs.map { escaped($0, &output) }
    for node in 0..<graph.nodeCount {
      let label = labels?[node].map { escaped($0.text, &output) } ?? names[node]
      element("node id=\"\(names[node])\" label=\"\(label)\"", "node", values(nodeColumns, node, &output), &output)
      output.flush(deliver)
    }
    output.add("    </nodes>\n    <edges>\n")
    for edge in 0..<graph.edges.count {
      let id = ids?[edge].map { escaped($0.text, &output) } ?? String(edge)
      let label = edgeLabels?[edge].map { " label=\"\(escaped($0.text, &output))\"" } ?? ""
      let weight = graph.weightText(edge).map { " weight=\"\($0)\"" } ?? ""
      let ends =
        "source=\"\(names[Int(graph.edges.sources[edge])])\" target=\"\(names[Int(graph.edges.targets[edge])])\""
      element("edge id=\"\(id)\" \(ends)\(label)\(weight)", "edge", values(edgeColumns, edge, &output), &output)
      output.flush(deliver)
    }
    output.add("    </edges>\n  </graph>\n</gexf>\n")
  }

  /// The attribute `id` of edges, if ids and the numbers that stand in for missing ones are all different.
  private var edgeIDs: AttributeColumn? {
    guard let column = column("id", of: graph.edgeAttributes) else { return nil }
    var seen = NameTable()
    for edge in 0..<graph.edges.count { _ = seen.intern((column[edge]?.text ?? String(edge)).utf8) }
    return seen.count == graph.edges.count ? column : nil
  }

  private func column(_ name: String, of columns: [AttributeColumn]) -> AttributeColumn? {
    columns.first { $0.name == name && $0.type == .text }
  }

  private func escaped(_ text: String, _ output: inout GraphOutput) -> String {
    if !MarkupText.fitsXML(text) { output.note("XML carries no control characters: they become U+FFFD") }
    return MarkupText.xml(text)
  }

  private func attributes(_ domain: String, _ columns: [AttributeColumn], _ output: inout GraphOutput) {
    if columns.isEmpty { return }
    output.add("    <attributes class=\"\(domain)\" mode=\"static\">\n")
    for (index, column) in columns.enumerated() {
      let type =
        switch column.type {
        case .text: "string"
        case .integer: "long"
        case .double: "double"
        case .boolean: "boolean"
        }
      let title = title(column, domain, columns, &output)
      output.add("      <attribute id=\"\(index)\" title=\"\(escaped(title, &output))\" type=\"\(type)\"/>\n")
    }
    output.add("    </attributes>\n")
  }

  /// The name of an attribute. networkx takes `key` of an edge for its own and refuses the file.
  private func title(
    _ column: AttributeColumn, _ domain: String, _ columns: [AttributeColumn], _ output: inout GraphOutput
  ) -> String {
    var title = column.name
    guard domain == "edge", title == "key" else { return title }
    repeat { title += "_" } while columns.contains { $0.name == title }
    output.note("GEXF with an attribute of edges named \"key\" is not read everywhere: it is written as \(title)")
    return title
  }

  private func values(_ columns: [AttributeColumn], _ row: Int, _ output: inout GraphOutput) -> String {
    var values = ""
    for (index, column) in columns.enumerated() {
      guard let value = column[row] else { continue }
      values += "<attvalue for=\"\(index)\" value=\"\(escaped(value.text, &output))\"/>"
    }
    return values.isEmpty ? "" : "<attvalues>\(values)</attvalues>"
  }

  private func element(_ start: String, _ name: String, _ content: String, _ output: inout GraphOutput) {
    output.add(content.isEmpty ? "      <\(start)/>\n" : "      <\(start)>\(content)</\(name)>\n")
  }
}
