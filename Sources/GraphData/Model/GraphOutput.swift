import FileReading
import GraphStructures

/// How a graph is written.
public struct GraphWritingOptions: Sendable, Hashable {
  /// Whether GEXF tells when nodes and edges are there, from the edges' times.
  public var isDynamic = false
  /// Whether texts are written so that no spreadsheet takes them for a formula and no terminal for a command, in edge
  /// lists and Pajek.
  public var guardsTexts = false

  public init(isDynamic: Bool = false, guardsTexts: Bool = false) {
    self.isDynamic = isDynamic
    self.guardsTexts = guardsTexts
  }
}

/// What is written, handed on whenever enough has gathered.
struct GraphOutput {
  let options: GraphWritingOptions
  var bytes: [UInt8] = []
  /// What the format cannot carry.
  private(set) var notes: [String] = []

  init(_ options: GraphWritingOptions) { self.options = options }

  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Hands on what has gathered.
  mutating func flush(_ deliver: ([UInt8]) -> Void) {
    guard bytes.count > 1 << 16 else { return }
    deliver(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func note(_ text: String) { if !notes.contains(text) { notes.append(text) } }

  /// The graph for a format whose edges all have a direction or none; notes what that changes.
  mutating func unmixed(_ graph: AttributedGraph, _ format: String) -> AttributedGraph {
    guard graph.edgeDirections != nil else { return graph }
    note("\(format) does not mix directed and undirected edges: an undirected one is written as an arc either way")
    return graph.asArcs
  }

  /// Notes that empty texts are read back as none.
  mutating func noteEmptyText(_ graph: AttributedGraph, _ format: String) {
    for column in graph.nodeAttributes + graph.edgeAttributes where column.contains(where: { $0 == .text("") }) {
      note("\(format) does not tell empty text from none: \(ShownText.quoted(column.name))")
    }
  }

  /// Notes texts of a format that tells types by their look, which will be read as something else.
  mutating func noteLookalikes(_ graph: AttributedGraph, _ format: String) {
    for column in graph.nodeAttributes + graph.edgeAttributes where column.type == .text {
      let hasText = column.contains { value in
        if case .text(let text) = value, case .text = AttributeValue(inferring: text) { true } else { false }
      }
      if !hasText, column.contains(where: { _ in true }) {
        note(
          "\(format) has no types: the text in \(ShownText.quoted(column.name)) will be read as numbers or truth values"
        )
      }
    }
  }

  /// A text for a table: where asked for, one that a spreadsheet could take for a formula gets an apostrophe, and control
  /// characters become U+FFFD.
  func guarded(_ text: String) -> String {
    guard options.guardsTexts else { return text }
    var result = String.UnicodeScalarView()
    if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first), WrittenNumber.decimal(text) == nil {
      result.append("'")
    }
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      result.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }
}

extension AttributedGraph {
  /// The weight of an edge as text, or nil without weights.
  func weightText(_ edge: Int) -> String? {
    guard let weights = edges.weights else { return nil }
    if hasIntegerWeights, let integer = Int64(exactly: weights[edge]) { return String(integer) }
    return weights[edge].description
  }
}
