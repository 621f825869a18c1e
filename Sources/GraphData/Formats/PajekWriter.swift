import FileReading
import GraphStructures

/// Writes a Pajek network: labels, coordinates, figures, weights, and other attributes as pairs of name and value.
///
/// Readers take what follows a label for coordinates and figure: where a vertex has pairs but not these, `0 0 ellipse`
/// stands in, as in files of networkx.
struct PajekWriter {
  let graph: AttributedGraph
  private let coordinates: [AttributeColumn]
  private let figure: AttributeColumn?
  private let columns: [AttributeColumn]
  private let edgeColumns: [AttributeColumn]

  /// Pajek's own parameters that are numbers: readers refuse them elsewhere, and with a text, unless in quotes.
  private static let numberParameters: Set = [
    "x_fact", "y_fact", "phi", "r", "q", "bw", "fos", "la", "lr", "lphi", "s", "w", "ap", "a1", "a2", "h1", "h2", "k1",
    "k2", "lp",
  ]
  /// Pajek's own parameters that are words, which readers take for such where a value stands, unless in quotes.
  private static let wordParameters: Set = ["a", "p", "c", "l", "ic", "bc", "lc", "font", "url", "label"]
  private static let places: Set = ["x", "y", "z", "shape"]

  static func write(_ graph: AttributedGraph, _ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    PajekWriter(graph: graph).write(&output, deliver)
  }

  private init(graph: AttributedGraph) {
    self.graph = graph
    let known = Dictionary(graph.nodeAttributes.map { ($0.name, $0) }) { first, _ in first }
    let axes = ["x", "y", "z"].map { name in known[name].flatMap { PajekWriter.isFull($0) ? $0 : nil } }
    coordinates = axes[0] == nil || axes[1] == nil ? [] : axes.compactMap(\.self)
    figure = known["shape"].flatMap { PajekWriter.isFigure($0) ? $0 : nil }
    columns = graph.nodeAttributes.filter { $0.type != .boolean && !PajekWriter.places.contains($0.name) }
    edgeColumns = graph.edgeAttributes.filter { $0.type != .boolean }
  }

  private func write(_ output: inout GraphOutput, _ deliver: ([UInt8]) -> Void) {
    notes(&output)
    if case .text(let name)? = graph.attributes.first(where: { $0.name == "name" })?.value {
      output.add("*Network \(word(name, &output))\n")
    }
    output.add("*Vertices \(graph.nodeCount)\n")
    let nodeRows = AttributeRows(columns, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      output.add("\(node + 1) \(word(graph.nodeIDs[node], &output, isQuoted: true))")
      let pairs = pairs(columns, nodeRows.values(of: node), &output)
      if !coordinates.isEmpty || figure != nil || !pairs.isEmpty {
        output.add(coordinates.isEmpty ? " 0 0" : coordinates.map { " \($0[node]?.text ?? "0")" }.joined())
        output.add(" \(word(figure?[node]?.text ?? "ellipse", &output))\(pairs)")
      }
      output.add("\n")
      output.flush(deliver)
    }
    let edgeRows = AttributeRows(edgeColumns, count: graph.edges.count)
    let kinds = graph.edgeDirections == nil ? [graph.isDirected] : [true, false]
    for isDirected in kinds {
      output.add(isDirected ? "*Arcs\n" : "*Edges\n")
      for edge in 0..<graph.edges.count where graph.edgeDirections?[edge] ?? isDirected == isDirected {
        output.add("\(graph.edges.sources[edge] + 1) \(graph.edges.targets[edge] + 1)")
        let pairs = pairs(edgeColumns, edgeRows.values(of: edge), &output)
        if let weight = graph.weightText(edge) ?? (pairs.isEmpty ? nil : "1") { output.add(" \(weight)") }
        output.add(pairs + "\n")
        output.flush(deliver)
      }
    }
  }

  private func pairs(
    _ columns: [AttributeColumn], _ row: [(column: Int, value: AttributeValue)], _ output: inout GraphOutput
  ) -> String {
    var pairs = ""
    for (column, value) in row {
      let column = columns[column]
      let isNumberParameter = column.type != .text && PajekWriter.numberParameters.contains(column.name)
      let name = isNumberParameter ? column.name : word(column.name, &output)
      let isWord = PajekWriter.wordParameters.contains(value.text)
      pairs += " \(name) \(word(value.text, &output, isQuoted: isWord))"
    }
    return pairs
  }

  /// Whether every vertex has a finite number.
  private static func isFull(_ column: AttributeColumn) -> Bool {
    guard column.type == .integer || column.type == .double, column.rows == nil else { return false }
    return !column.contains { !($0.number?.isFinite ?? false) }
  }

  /// Whether every vertex has a word that is not taken for a coordinate.
  private static func isFigure(_ column: AttributeColumn) -> Bool {
    guard column.type == .text, column.rows == nil else { return false }
    return !column.contains { $0.text.isEmpty || WrittenNumber.any($0.text) != nil }
  }

  private func notes(_ output: inout GraphOutput) {
    let truths = (graph.nodeAttributes + graph.edgeAttributes).filter { $0.type == .boolean }
    if !truths.isEmpty { output.note("Pajek carries no boolean attributes: \(nameList(truths.map(\.name)))") }
    let written = Set(coordinates.map(\.name) + (figure == nil ? [] : ["shape"]))
    let places = graph.nodeAttributes.filter {
      PajekWriter.places.contains($0.name) && $0.type != .boolean && !written.contains($0.name)
    }
    if !places.isEmpty {
      output.note("Pajek carries coordinates and figures of all vertices or of none: \(nameList(places.map(\.name)))")
    }
    let others = graph.attributes.filter { $0.name != "name" }
    if !others.isEmpty { output.note("Pajek carries no attributes of the graph: \(nameList(others.map(\.name)))") }
    if graph.edges.weights == nil, !edgeColumns.isEmpty {
      output.note("Pajek carries no attributes of edges without a weight: it is written as 1")
    }
    output.noteLookalikes(graph, "Pajek")
  }

  /// A word, in quotes where it needs them. Pajek knows no quote and no line end within one.
  private func word(_ text: String, _ output: inout GraphOutput, isQuoted: Bool = false) -> String {
    let text = output.guarded(text)
    var needsQuotes = isQuoted || PajekLines.isTime(text) || text.isEmpty || text.hasPrefix("*") || text.hasPrefix("%")
    needsQuotes = needsQuotes || PajekWriter.numberParameters.contains(text)
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\n", "\r", "&":
        output.note("Pajek carries no quotes, line ends and ampersands: they are written as references such as &#34;")
        result += "&#\(scalar.value);"
      case "\0"..." ", "'", "\\", "#":
        needsQuotes = true
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return needsQuotes || result != text ? "\"\(result)\"" : result
  }
}
