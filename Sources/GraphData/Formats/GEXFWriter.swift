import FileReading
import GraphStructures

/// Writes GEXF 1.2, which networkx and Gephi read, and with times 1.3.
struct GEXFWriter {
  let graph: AttributedGraph
  /// When nodes and edges are there; nil for always.
  private let times: GEXFTimes?

  static func write(_ graph: AttributedGraph, _ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    var times: GEXFTimes?
    if output.options.isDynamic {
      times = GEXFTimes(graph)
      if times == nil { output.note("no edge has a date or an integer for its time: the file is not dynamic") }
    }
    GEXFWriter(graph: graph, times: times).write(&output, deliver)
  }

  private func write(_ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    if !graph.attributes.isEmpty {
      output.note("GEXF carries no attributes of the graph: \(nameList(graph.attributes.map(\.name)))")
    }
    let labels = column("label", of: graph.nodeAttributes)
    let nodeColumns = graph.nodeAttributes.filter { $0 != labels && !isTime($0) }
    let edgeLabels = column("label", of: graph.edgeAttributes)
    let ids = edgeIDs
    let edgeColumns = graph.edgeAttributes.filter { $0 != edgeLabels && $0 != ids && !isTime($0) }
    header(&output)
    attributes("node", nodeColumns, &output)
    attributes("edge", edgeColumns, &output)
    output.add("    <nodes>\n")
    let names = graph.nodeIDs.map { escaped($0, &output) }
    let nodeRows = AttributeRows(nodeColumns, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      let label = labels?[node].map { escaped($0.text, &output) } ?? names[node]
      var content = values(nodeColumns, nodeRows.values(of: node), &output)
      if let spells = times?.nodes[node] { content += self.spells(spells) }
      element("node id=\"\(names[node])\" label=\"\(label)\"", "node", content, &output)
      output.flush(deliver)
    }
    output.add("    </nodes>\n    <edges>\n")
    let edgeRows = AttributeRows(edgeColumns, count: graph.edges.count)
    let ties = times?.ties ?? (0..<graph.edges.count).map { GEXFTimes.Tie(edges: [$0], stretches: nil, weight: 0) }
    for tie in ties {
      let edge = tie.edges[0]
      let id = ids?[edge].map { escaped($0.text, &output) } ?? String(edge)
      var start =
        "edge id=\"\(id)\" source=\"\(names[Int(graph.edges.sources[edge])])\" target=\"\(names[Int(graph.edges.targets[edge])])\""
      if let isDirected = graph.edgeDirections?[edge], isDirected != graph.isDirected {
        start += " type=\"undirected\""
      }
      if let label = edgeLabels?[edge] { start += " label=\"\(escaped(label.text, &output))\"" }
      if let weight = weight(tie) { start += " weight=\"\(weight)\"" }
      element(start, "edge", content(of: tie, edgeColumns, edgeRows, &output), &output)
      output.flush(deliver)
    }
    output.add("    </edges>\n  </graph>\n</gexf>\n")
  }

  private func header(_ output: inout GraphOutput) {
    let space = times == nil ? "http://www.gexf.net/1.2draft" : "http://gexf.net/1.3"
    let version = times == nil ? "1.2" : "1.3"
    let mode =
      times.map { "mode=\"dynamic\" timeformat=\"\($0.areDates ? "date" : "integer")\"" } ?? "mode=\"static\""
    output.add(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="\(space)" version="\(version)">
        <graph \(mode) defaultedgetype="\(graph.isDirected ? "directed" : "undirected")">

      """)
  }

  /// Whether spells tell what is in a column.
  private func isTime(_ column: AttributeColumn) -> Bool {
    times != nil && ["start", "end", "spells", "weights", graph.timeAttribute].contains(column.name)
  }

  /// The attribute `id` of edges, if ids and the numbers that stand in for missing ones are all different.
  private var edgeIDs: AttributeColumn? {
    guard let column = column("id", of: graph.edgeAttributes) else { return nil }
    var seen = Interner()
    for edge in 0..<graph.edges.count { _ = seen.intern((column[edge]?.text ?? String(edge))) }
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
    if !columns.isEmpty {
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
    guard domain == "edge", times != nil else { return }
    output.add("    <attributes class=\"edge\" mode=\"dynamic\">\n")
    output.add("      <attribute id=\"weights\" title=\"weight\" type=\"double\"/>\n    </attributes>\n")
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

  private func values(
    _ columns: [AttributeColumn], _ row: [(column: Int, value: AttributeValue)], _ output: inout GraphOutput
  ) -> String {
    let values = row.map { column, value in "<attvalue for=\"\(column)\" value=\"\(escaped(value.text, &output))\"/>" }
    return values.isEmpty ? "" : "<attvalues>\(values.joined())</attvalues>"
  }

  private func element(_ start: String, _ name: String, _ content: String, _ output: inout GraphOutput) {
    output.add(content.isEmpty ? "      <\(start)/>\n" : "      <\(start)>\(content)</\(name)>\n")
  }
}

extension GEXFWriter {
  private func weight(_ tie: GEXFTimes.Tie) -> String? {
    if times == nil { return graph.weightText(tie.edges[0]) }
    if let integer = Int64(exactly: tie.weight) { return String(integer) }
    return tie.weight.description
  }

  /// The attributes of an edge, or those that all edges of a tie have in common, its weight over time, and its spells.
  private func content(
    of tie: GEXFTimes.Tie, _ columns: [AttributeColumn], _ rows: AttributeRows, _ output: inout GraphOutput
  ) -> String {
    var row = rows.values(of: tie.edges[0])
    if tie.edges.count > 1 {
      let count = row.count
      row = row.filter { cell in tie.edges.allSatisfy { columns[cell.column][$0] == cell.value } }
      let others = tie.edges.dropFirst().contains { rows.values(of: $0).count > row.count }
      if row.count < count || others {
        output.note("edges between the same nodes become one: attributes in which they differ are left out")
      }
    }
    guard let times, let stretches = tie.stretches else { return values(columns, row, &output) }
    var content = values(columns, row, &output)
    if content.isEmpty { content = "<attvalues></attvalues>" }
    content.removeLast("</attvalues>".count)
    for stretch in stretches {
      let ends = "start=\"\(times.text(stretch.start))\" end=\"\(times.text(stretch.end))\""
      content += "<attvalue for=\"weights\" value=\"\(stretch.weight)\" \(ends)/>"
    }
    return content + "</attvalues>" + spells(GEXFTimes.joined(stretches))
  }

  private func spells(_ stretches: [GEXFTimes.Stretch]) -> String {
    guard let times else { return "" }
    let spells = stretches.map { stretch in
      "<spell start=\"\(times.text(stretch.start))\" end=\"\(times.text(stretch.end))\"/>"
    }
    return "<spells>\(spells.joined())</spells>"
  }
}
