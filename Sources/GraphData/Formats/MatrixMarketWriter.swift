import GraphStructures

/// Writes a matrix of Matrix Market with an entry for each edge: symmetric where edges have no direction.
struct MatrixMarketWriter {
  static func write(_ graph: AttributedGraph, _ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    let graph = output.unmixed(graph, "Matrix Market")
    note(graph, &output)
    let weights = graph.edges.weights
    let areIntegers = graph.hasIntegerWeights && weights?.allSatisfy { Int64(exactly: $0) != nil } ?? false
    let field = weights == nil ? "pattern" : areIntegers ? "integer" : "real"
    output.add("%%MatrixMarket matrix coordinate \(field) \(graph.isDirected ? "general" : "symmetric")\n")
    output.add("\(graph.nodeCount) \(graph.nodeCount) \(graph.edges.count)\n")
    for edge in 0..<graph.edges.count {
      let (source, target) = (graph.edges.sources[edge] + 1, graph.edges.targets[edge] + 1)
      // A symmetric matrix lists what is at or below the diagonal.
      let (row, column) = graph.isDirected ? (source, target) : (max(source, target), min(source, target))
      output.add("\(row) \(column)\(graph.weightText(edge).map { " \($0)" } ?? "")\n")
      output.flush(deliver)
    }
  }

  private static func note(_ graph: AttributedGraph, _ output: inout GraphOutput) {
    if graph.nodeIDs.indices.contains(where: { graph.nodeIDs[$0] != String($0 + 1) }) {
      output.note("Matrix Market carries no ids: nodes are numbered in their order")
    }
    for (names, kind) in [
      (graph.nodeAttributes.map(\.name), "nodes"), (graph.edgeAttributes.map(\.name), "edges"),
      (graph.attributes.map(\.name), "the graph"),
    ] where !names.isEmpty {
      output.note("Matrix Market carries no attributes of \(kind): \(nameList(names))")
    }
    if graph.hasParallelEdges {
      output.note("those who read Matrix Market add up parallel edges")
    }
  }
}
