import GraphStructures

/// Writes GML: numbers as ids, the ids as labels, further attributes with plain names.
struct GMLWriter {
  let graph: AttributedGraph

  func write(_ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    let columns = graph.nodeAttributes + graph.edgeAttributes
    let truths = columns.filter { $0.type == .boolean }
    if !truths.isEmpty { output.note("GML carries no truth values: \(list(truths.map(\.name))) become 0 and 1") }
    let nodeNames = keys(graph.nodeAttributes.map(\.name), reserved: ["id", "label"], &output)
    let edgeNames = keys(graph.edgeAttributes.map(\.name), reserved: ["source", "target", "weight"], &output)
    let names = keys(
      graph.attributes.map(\.name), reserved: ["directed", "multigraph", "node", "edge", "graph"], &output)
    output.add("graph [\n  directed \(graph.isDirected ? 1 : 0)\n")
    if NodeLinkWriter(graph: graph).hasParallelEdges { output.add("  multigraph 1\n") }
    for (name, attribute) in zip(names, graph.attributes) { output.add("  \(pair(name, attribute.value))\n") }
    let numbers = graph.nodeIDs.map { Int64($0) }
    let usesNumbers = graph.hasIntegerIDs && !numbers.contains(nil)
    for node in 0..<graph.nodeCount {
      let id = usesNumbers ? numbers[node] ?? 0 : Int64(node)
      output.add("  node [\n    id \(id)\n")
      if !usesNumbers { output.add("    \(pair("label", .text(graph.nodeIDs[node])))\n") }
      for (name, column) in zip(nodeNames, graph.nodeAttributes) {
        if let value = column[node] { output.add("    \(pair(name, value))\n") }
      }
      output.add("  ]\n")
      output.flush(deliver)
    }
    for edge in 0..<graph.edges.count {
      let ends = [graph.edges.sources[edge], graph.edges.targets[edge]].map {
        usesNumbers ? numbers[Int($0)] ?? 0 : Int64($0)
      }
      output.add("  edge [\n    source \(ends[0])\n    target \(ends[1])\n")
      if let weight = graph.weightText(edge) { output.add("    weight \(weight)\n") }
      for (name, column) in zip(edgeNames, graph.edgeAttributes) {
        if let value = column[edge] { output.add("    \(pair(name, value))\n") }
      }
      output.add("  ]\n")
      output.flush(deliver)
    }
    output.add("]\n")
  }

  /// Names as GML takes them, letters and digits; those that change, or would be taken for a part of GML, are noted.
  private func keys(_ names: [String], reserved: Set<String>, _ output: inout GraphOutput) -> [String] {
    var used = reserved
    return names.map { name in
      var key = String(
        String.UnicodeScalarView(
          name.unicodeScalars.map {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_") ? $0 : "_"
          }))
      if !(key.unicodeScalars.first?.properties.isAlphabetic ?? false) { key = "x" + key }
      // A node's label is its id; what it is called beside that is a name.
      if key == "label", used.contains(key), !names.contains("name") { key = "name" }
      while used.contains(key) { key += "_" }
      used.insert(key)
      if key != name { output.note("GML carries no attribute named \(shown(name)): it is written as \(key)") }
      return key
    }
  }

  private func pair(_ name: String, _ value: AttributeValue) -> String {
    switch value {
    case .text(let text): "\(name) \"\(GMLWriter.escaped(text))\""
    case .integer(let number): "\(name) \(number)"
    case .double(let number): "\(name) \(number)"
    case .boolean(let truth): "\(name) \(truth ? 1 : 0)"
    }
  }

  /// GML is ASCII: everything else is written as its number.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case " "..."~": result.unicodeScalars.append(scalar)
      default: result += "&#\(scalar.value);"
      }
    }
    return result
  }
}
