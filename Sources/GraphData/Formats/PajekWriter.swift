import GraphStructures

/// Writes a Pajek network: labels, weights, and attributes of edges and vertices as pairs of name and value.
struct PajekWriter {
  let graph: AttributedGraph

  func write(_ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    notes(&output)
    let columns = graph.nodeAttributes.filter { $0.type != .boolean }
    let edgeColumns = graph.edgeAttributes.filter { $0.type != .boolean }
    if case .text(let name)? = graph.attributes.first(where: { $0.name == "name" })?.value {
      output.add("*Network \(word(name, &output))\n")
    }
    output.add("*Vertices \(graph.nodeCount)\n")
    for node in 0..<graph.nodeCount {
      var line = "\(node + 1) \(word(graph.nodeIDs[node], &output, isQuoted: true))"
      // Coordinates and figure come before the pairs, or a first pair would be taken for them.
      let pairs = columns.compactMap { column in
        column[node].map { " \(word(column.name, &output)) \(word($0.text, &output))" }
      }
      if !pairs.isEmpty { line += pairs.joined() }
      output.add(line + "\n")
      output.flush(deliver)
    }
    output.add(graph.isDirected ? "*Arcs\n" : "*Edges\n")
    for edge in 0..<graph.edges.count {
      var line = "\(graph.edges.sources[edge] + 1) \(graph.edges.targets[edge] + 1)"
      let pairs = edgeColumns.compactMap { column in
        column[edge].map { " \(word(column.name, &output)) \(word($0.text, &output))" }
      }
      if let weight = graph.weightText(edge) ?? (pairs.isEmpty ? nil : "1") { line += " \(weight)" }
      output.add(line + pairs.joined() + "\n")
      output.flush(deliver)
    }
  }

  private func notes(_ output: inout GraphOutput) {
    let columns = graph.nodeAttributes + graph.edgeAttributes
    let truths = columns.filter { $0.type == .boolean }
    if !truths.isEmpty { output.note("Pajek carries no boolean attributes: \(list(truths.map(\.name)))") }
    let others = graph.attributes.filter { $0.name != "name" }
    if !others.isEmpty { output.note("Pajek carries no attributes of the graph: \(list(others.map(\.name)))") }
    if graph.edges.weights == nil, graph.edgeAttributes.contains(where: { $0.type != .boolean }) {
      output.note("Pajek carries no attributes of edges without a weight: it is written as 1")
    }
    output.noteLookalikes(graph, "Pajek")
  }

  /// A word, in quotes where it needs them. Pajek knows no quote and no line end within one.
  private func word(_ text: String, _ output: inout GraphOutput, isQuoted: Bool = false) -> String {
    var needsQuotes = isQuoted || text.isEmpty || text.hasPrefix("*") || text.hasPrefix("%")
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\n", "\r", "&":
        output.note("Pajek carries no quotes, line ends and ampersands: they are written as references such as &#34;")
        result += "&#\(scalar.value);"
      case "\0"..." ":
        needsQuotes = true
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return needsQuotes || result != text ? "\"\(result)\"" : result
  }
}
