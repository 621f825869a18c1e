import FileReading
import GraphStructures

/// Writes an edge list: ends, weight, then attributes under a header where there are more than a weight and a time.
struct EdgeListWriter {
  let separator: EdgeListSeparator
  let graph: AttributedGraph

  /// A writer of files with this separator.
  static func write(_ separator: EdgeListSeparator) -> GraphFileFormat.Writer {
    { graph, output, deliver in EdgeListWriter(separator: separator, graph: graph).write(&output, deliver) }
  }

  private func write(_ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    notes(&output)
    let delimiter = String(Unicode.Scalar(separator.byte))
    let columns = graph.edgeAttributes
    if needsHeader {
      let type = graph.edgeDirections == nil ? [] : ["Type"]
      let weight = graph.edges.weights == nil ? [] : ["weight"]
      let names = ["source", "target"] + type + weight + columns.map { field($0.name, &output) }
      output.add(names.joined(separator: delimiter) + "\n")
    }
    let rows = AttributeRows(columns, count: graph.edges.count)
    let missing = separator == .blanks ? "\"\"" : ""
    for edge in 0..<graph.edges.count {
      var fields = names(edge).map { field($0, &output) }
      if let isDirected = graph.edgeDirections?[edge] { fields.append(isDirected ? "Directed" : "Undirected") }
      if let weight = graph.weightText(edge) { fields.append(weight) }
      var next = 0
      for (column, value) in rows.values(of: edge) {
        while next < column {
          fields.append(missing)
          next += 1
        }
        fields.append(field(value.text, &output))
        next += 1
      }
      while next < columns.count {
        fields.append(missing)
        next += 1
      }
      output.add(fields.joined(separator: delimiter) + "\n")
      output.flush(deliver)
    }
  }

  /// Whether the columns must be named: where there are others than a weight and a time, or where the first line would be
  /// taken for a header, or a third column for times.
  private var needsHeader: Bool {
    let columns = graph.edgeAttributes
    let isPlain =
      columns.isEmpty || (columns.map(\.name) == ["time"] && graph.edges.weights != nil && columns[0].type == .integer)
    guard isPlain, graph.edgeDirections == nil else { return true }
    guard graph.edges.count > 0 else { return false }
    let isNumber = WrittenNumber.decimal(names(0)[0]) != nil
    let areTimes = columns.isEmpty && graph.edges.weights?.allSatisfy { $0 > EdgeListLayout.smallestTime } ?? false
    if areTimes || (separator != .blanks && !isNumber) { return true }
    let others = (1..<min(graph.edges.count, 1000)).map(names)
    return EdgeListHeader.isHeader(names(0), others: others) || names(0).contains { $0.hasPrefix("sep=") }
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
      output.note("an edge list carries no attributes of nodes: " + nameList(graph.nodeAttributes.map(\.name)))
    }
    if !graph.attributes.isEmpty { output.note("an edge list carries no attributes of the graph") }
    if !graph.isDirected {
      output.note("an edge list does not say that edges have no direction: read it with --undirected")
    }
    output.noteLookalikes(graph, "an edge list")
    output.noteEmptyText(graph, "an edge list")
  }

  /// A field, in quotes where it needs them.
  private func field(_ text: String, _ output: inout GraphOutput) -> String {
    let text = output.guarded(text)
    let isPlain =
      !text.isEmpty && text.utf8.first != 0x23 && text.utf8.first != 0x25 && text.utf8.first != 0xEF
      && text.utf8.allSatisfy {
        $0 > 0x1F && !"\" ,;|{".utf8.contains($0)
      }
    return isPlain
      ? text : "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
