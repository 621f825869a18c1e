import FileReading
import GraphStructures

/// Writes node-link JSON as networkx 3.4 and later do, edges under `edges`.
struct NodeLinkWriter {
  let graph: AttributedGraph

  static func write(_ graph: AttributedGraph, _ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    NodeLinkWriter(graph: output.unmixed(graph, "node-link JSON")).write(&output, deliver)
  }

  private func write(_ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    let columns = graph.nodeAttributes + graph.edgeAttributes
    let infinite = columns.filter { column in
      column.contains { if case .double(let number) = $0 { !number.isFinite } else { false } }
    }
    if !infinite.isEmpty {
      output.note("JSON carries no infinite numbers and no NaN: \(nameList(infinite.map(\.name)))")
    }
    output.add("{\"directed\": \(graph.isDirected), \"multigraph\": \(graph.hasParallelEdges), \"graph\": {")
    output.add(
      graph.attributes.map { "\(JSONText.quoted($0.name)): \(JSONText.text(of: $0.value))" }.joined(separator: ", "))
    output.add("}, \"nodes\": [")
    let names = graph.nodeIDs.map { graph.hasIntegerIDs && Int64($0) != nil ? $0 : JSONText.quoted($0) }
    let nodeRows = AttributeRows(graph.nodeAttributes, count: graph.nodeCount)
    let edgeRows = AttributeRows(graph.edgeAttributes, count: graph.edges.count)
    for node in 0..<graph.nodeCount {
      output.add("\(node == 0 ? "" : ",")\n{")
      output.add(
        members(graph.nodeAttributes, nodeRows.values(of: node), reserved: ["id"], &output) + "\"id\": \(names[node])}")
      output.flush(deliver)
    }
    output.add("\n], \"edges\": [")
    for edge in 0..<graph.edges.count {
      output.add("\(edge == 0 ? "" : ",")\n{")
      if let weight = graph.weightText(edge) { output.add("\"weight\": \(weight), ") }
      output.add(members(graph.edgeAttributes, edgeRows.values(of: edge), reserved: ["source", "target"], &output))
      output.add(
        "\"source\": \(names[Int(graph.edges.sources[edge])]), \"target\": \(names[Int(graph.edges.targets[edge])])}")
      output.flush(deliver)
    }
    output.add("\n]}\n")
  }

  private func members(
    _ columns: [AttributeColumn], _ row: [(column: Int, value: AttributeValue)], reserved: Set<String>,
    _ output: inout GraphOutput
  ) -> String {
    var members = ""
    for (column, value) in row {
      let name = columns[column].name
      guard !reserved.contains(name) else {
        output.note("node-link JSON carries no attribute named \(ShownText.quoted(name))")
        continue
      }
      members += "\(JSONText.quoted(name)): \(JSONText.text(of: value)), "
    }
    return members
  }
}

extension JSONText {
  /// A value of an attribute; null where a number is not finite.
  fileprivate static func text(of value: AttributeValue) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .double(let number) where !number.isFinite: "null"
    case .integer, .double, .boolean: value.text
    }
  }
}
