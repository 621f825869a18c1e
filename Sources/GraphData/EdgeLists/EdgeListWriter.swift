import GraphStructures

/// Writes an edge list: ends, weight, then attributes under a header where there are more than a weight and a time.
struct EdgeListWriter {
  let separator: EdgeListSeparator
  let graph: AttributedGraph

  func write(_ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    notes(&output)
    let delimiter = String(Unicode.Scalar(separator.byte))
    let columns = graph.edgeAttributes
    let isPlain =
      columns.isEmpty || (columns.map(\.name) == ["time"] && graph.edges.weights != nil && graph.times != nil)
    // Without a header, ids that name columns would be taken for one.
    let first = graph.edges.count > 0 ? names(0).map { $0.lowercased() } : []
    if !isPlain || (separator != .blanks && Int64(first.first ?? "0") == nil) || first.contains("source")
      || first.contains("from") || first.contains("u") || first.contains("tail") || first.contains("node1")
      || first.contains("src")
    {
      let weight = graph.edges.weights == nil ? [] : ["weight"]
      output.add((["source", "target"] + weight + columns.map { field($0.name) }).joined(separator: delimiter) + "\n")
    }
    for edge in 0..<graph.edges.count {
      var fields = names(edge).map(field)
      if let weight = graph.weightText(edge) { fields.append(weight) }
      for column in columns {
        fields.append(column[edge].map { field($0.text) } ?? (separator == .blanks ? "\"\"" : ""))
      }
      output.add(fields.joined(separator: delimiter) + "\n")
      output.flush(deliver)
    }
  }

  private func names(_ edge: Int) -> [String] {
    [graph.nodeIDs[Int(graph.edges.sources[edge])], graph.nodeIDs[Int(graph.edges.targets[edge])]]
  }

  private func notes(_ output: inout GraphOutput) {
    var hasEdges = [Bool](repeating: false, count: graph.nodeCount)
    for end in graph.edges.sources + graph.edges.targets { hasEdges[Int(end)] = true }
    let lonely = hasEdges.count { !$0 }
    if lonely > 0 { output.note("an edge list carries no nodes without edges: \(lonely) are left out") }
    if !graph.nodeAttributes.isEmpty {
      output.note("an edge list carries no attributes of nodes: " + list(graph.nodeAttributes.map(\.name)))
    }
    if !graph.attributes.isEmpty { output.note("an edge list carries no attributes of the graph") }
    if !graph.isDirected {
      output.note("an edge list does not say that edges have no direction: read it with --undirected")
    }
    output.noteLookalikes(graph, "an edge list")
    output.noteEmptyText(graph, "an edge list")
  }

  /// A field, in quotes where it needs them.
  private func field(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.utf8.first != 0x23 && text.utf8.first != 0x25 && text.utf8.first != 0xEF
      && text.utf8.allSatisfy {
        $0 > 0x1F && $0 != 0x22 && $0 != 0x20 && !separator.separates($0)
      }
    return isPlain
      ? text : "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

/// Names in a sentence.
func list(_ names: [String]) -> String { names.map { shown($0) }.joined(separator: ", ") }
