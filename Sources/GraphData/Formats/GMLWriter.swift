import FileReading
import GraphStructures

/// Writes GML: numbers as ids, the ids as labels, further attributes with plain names.
struct GMLWriter {
  let graph: AttributedGraph

  static func write(_ graph: AttributedGraph, _ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    GMLWriter(graph: output.unmixed(graph, "GML")).write(&output, deliver)
  }

  private func write(_ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    let columns = graph.nodeAttributes + graph.edgeAttributes
    let truths = columns.filter { $0.type == .boolean }
    if !truths.isEmpty { output.note("GML carries no truth values: \(nameList(truths.map(\.name))) become 0 and 1") }
    let nodeNames = keys(graph.nodeAttributes.map(\.name), reserved: ["id", "label"], &output)
    let edgeNames = keys(graph.edgeAttributes.map(\.name), reserved: ["source", "target", "weight"], &output)
    let names = keys(
      graph.attributes.map(\.name), reserved: ["directed", "multigraph", "node", "edge", "graph"], &output)
    noteInfinite(columns, &output)
    output.add("graph [\n  directed \(graph.isDirected ? 1 : 0)\n")
    if graph.hasParallelEdges { output.add("  multigraph 1\n") }
    for (name, attribute) in zip(names, graph.attributes) { add("  ", name, attribute.value, &output) }
    let numbers = graph.nodeIDs.map { Int64($0) }
    let usesNumbers = graph.hasIntegerIDs && !numbers.contains(nil)
    let nodeRows = AttributeRows(graph.nodeAttributes, count: graph.nodeCount)
    let edgeRows = AttributeRows(graph.edgeAttributes, count: graph.edges.count)
    for node in 0..<graph.nodeCount {
      let id = usesNumbers ? numbers[node] ?? 0 : Int64(node)
      output.add("  node [\n    id \(id)\n")
      if !usesNumbers { add("    ", "label", .text(graph.nodeIDs[node]), &output) }
      for (column, value) in nodeRows.values(of: node) { add("    ", nodeNames[column], value, &output) }
      output.add("  ]\n")
      output.flush(deliver)
    }
    for edge in 0..<graph.edges.count {
      let ends = [graph.edges.sources[edge], graph.edges.targets[edge]].map {
        usesNumbers ? numbers[Int($0)] ?? 0 : Int64($0)
      }
      output.add("  edge [\n    source \(ends[0])\n    target \(ends[1])\n")
      if let weight = graph.edges.weights?[edge] {
        let integer = graph.hasIntegerWeights ? Int64(exactly: weight) : nil
        add("    ", "weight", integer.map { .integer($0) } ?? .double(weight), &output)
      }
      for (column, value) in edgeRows.values(of: edge) { add("    ", edgeNames[column], value, &output) }
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
      if key != name {
        output.note("GML carries no attribute named \(ShownText.quoted(name)): it is written as \(key)")
      }
      return key
    }
  }

  private func noteInfinite(_ columns: [AttributeColumn], _ output: inout GraphOutput) {
    let infinite = columns.filter { column in
      column.contains { if case .double(let number) = $0 { !number.isFinite } else { false } }
    }
    if !infinite.isEmpty {
      output.note("GML carries no infinite numbers and no NaN: \(nameList(infinite.map(\.name)))")
    }
    let large = columns.filter { column in
      column.contains { if case .integer(let number) = $0 { Int32(exactly: number) == nil } else { false } }
    }
    if !large.isEmpty {
      output.note("integers beyond 32 bits are not read by all who read GML: \(nameList(large.map(\.name)))")
    }
  }

  /// Adds a line of key and value; infinite numbers have none.
  private func add(_ indent: String, _ name: String, _ value: AttributeValue, _ output: inout GraphOutput) {
    let text: String
    switch value {
    case .text(let value): text = "\"\(GMLWriter.escaped(value))\""
    case .integer(let number): text = String(number)
    case .double(let number):
      guard number.isFinite else { return }
      text = GMLWriter.real(number)
    case .boolean(let truth): text = truth ? "1" : "0"
    }
    output.add("\(indent)\(name) \(text)\n")
  }

  /// A number as GML's grammar has it, with a point before any exponent: readers take `1e-05` for 1.
  static func real(_ number: Double) -> String {
    let text = number.description
    guard let exponent = text.firstIndex(of: "e"), !text[..<exponent].contains(".") else { return text }
    return "\(text[..<exponent]).0\(text[exponent...])"
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
