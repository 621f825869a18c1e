import GraphStructures

/// Writes node-link JSON as networkx 3.4 and later do, edges under `edges`.
struct NodeLinkWriter {
  let graph: AttributedGraph

  func write(_ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    let columns = graph.nodeAttributes + graph.edgeAttributes
    let infinite = columns.filter { column in
      if case .double(let values) = column.values { return values.contains { $0.map { !$0.isFinite } ?? false } }
      return false
    }
    if !infinite.isEmpty { output.note("JSON carries no infinite numbers and no NaN: \(list(infinite.map(\.name)))") }
    output.add("{\"directed\": \(graph.isDirected), \"multigraph\": \(hasParallelEdges), \"graph\": {")
    output.add(
      graph.attributes.map { "\(JSONText.quoted($0.name)): \(JSONText.text(of: $0.value))" }.joined(separator: ", "))
    output.add("}, \"nodes\": [")
    let names = graph.nodeIDs.map { graph.hasIntegerIDs && Int64($0) != nil ? $0 : JSONText.quoted($0) }
    for node in 0..<graph.nodeCount {
      output.add("\(node == 0 ? "" : ",")\n{")
      output.add(members(graph.nodeAttributes, node, reserved: ["id"], &output) + "\"id\": \(names[node])}")
      output.flush(deliver)
    }
    output.add("\n], \"edges\": [")
    for edge in 0..<graph.edges.count {
      output.add("\(edge == 0 ? "" : ",")\n{")
      if let weight = graph.weightText(edge) { output.add("\"weight\": \(weight), ") }
      output.add(members(graph.edgeAttributes, edge, reserved: ["source", "target"], &output))
      output.add(
        "\"source\": \(names[Int(graph.edges.sources[edge])]), \"target\": \(names[Int(graph.edges.targets[edge])])}")
      output.flush(deliver)
    }
    output.add("\n]}\n")
  }

  /// Whether two edges join the same nodes.
  var hasParallelEdges: Bool {
    let outgoing = graph.graph().outgoing
    for node in 0..<Int32(graph.nodeCount) {
      let row = outgoing.neighbors(of: node)
      if zip(row, row.dropFirst()).contains(where: { $0 == $1 }) { return true }
    }
    return false
  }

  private func members(
    _ columns: [AttributeColumn], _ row: Int, reserved: Set<String>, _ output: inout GraphOutput
  ) -> String {
    var members = ""
    for column in columns {
      guard let value = column[row] else { continue }
      guard !reserved.contains(column.name) else {
        output.note("node-link JSON carries no attribute named \(shown(column.name))")
        continue
      }
      members += "\(JSONText.quoted(column.name)): \(JSONText.text(of: value)), "
    }
    return members
  }
}
