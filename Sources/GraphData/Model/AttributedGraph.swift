public import GraphStructures

/// A graph with what a file says of it: node ids as text, and typed attributes of nodes, edges and the graph.
///
/// Nodes are numbered in the order of ``nodeIDs``; edge i is entry i of ``edges``. Parallel edges and loops stay.
public struct AttributedGraph: Sendable, Equatable {
  /// Whether edges lead from their source to their target only.
  public var isDirected: Bool
  /// The id of each node, all different byte by byte.
  public var nodeIDs: [String]
  /// Whether ids were written as integers where the format tells numbers from text.
  public var hasIntegerIDs: Bool
  /// The edges, with their weights if they have any; larger is stronger.
  public var edges: EdgeList
  /// Whether weights were written as integers.
  public var hasIntegerWeights: Bool
  /// What is said of nodes, one column a name.
  public var nodeAttributes: [AttributeColumn]
  /// What is said of edges but the weight, one column a name. Times are the integer column `time`.
  public var edgeAttributes: [AttributeColumn]
  /// What is said of the graph itself, in order.
  public var attributes: [NamedAttribute]

  /// A graph of the edges given.
  ///
  /// - Precondition: one id per node; columns as long as the nodes or edges.
  public init(
    isDirected: Bool, nodeIDs: [String], edges: EdgeList, hasIntegerIDs: Bool = false, hasIntegerWeights: Bool = false,
    nodeAttributes: [AttributeColumn] = [], edgeAttributes: [AttributeColumn] = [], attributes: [NamedAttribute] = []
  ) {
    precondition(nodeIDs.count == edges.nodeCount, "Every node needs an id.")
    precondition(nodeAttributes.allSatisfy { $0.values.count == nodeIDs.count }, "A column has a value per node.")
    precondition(edgeAttributes.allSatisfy { $0.values.count == edges.count }, "A column has a value per edge.")
    self.isDirected = isDirected
    self.nodeIDs = nodeIDs
    self.edges = edges
    self.hasIntegerIDs = hasIntegerIDs
    self.hasIntegerWeights = hasIntegerWeights
    self.nodeAttributes = nodeAttributes
    self.edgeAttributes = edgeAttributes
    self.attributes = attributes
  }

  /// The number of nodes.
  public var nodeCount: Int { nodeIDs.count }

  /// The number of loops, edges from a node to itself. O(m).
  public var loopCount: Int { zip(edges.sources, edges.targets).count { $0 == $1 } }

  /// The times of the edges, or nil unless each has an integer `time`.
  public var times: [Int64]? {
    guard let column = edgeAttributes.first(where: { $0.name == "time" }), case .integer(let values) = column.values
    else { return nil }
    let known = values.compactMap(\.self)
    return known.count == values.count ? known : nil
  }

  /// What a node is called: its attribute `label` or `name`, or its id.
  public func label(of node: Int) -> String {
    for name in ["label", "name"] {
      if let column = nodeAttributes.first(where: { $0.name == name }), case .text(let values) = column.values,
        let label = values[node], !label.isEmpty
      {
        return label
      }
    }
    return nodeIDs[node]
  }

  /// The rows of the edges alone: a directed or undirected graph.
  ///
  /// - Complexity: O(n + m).
  public func graph(
    parallelEdges: ParallelEdges = .keep, loops: Loops = .keep, threads: Int = 1
  ) -> any Graph {
    isDirected
      ? DirectedGraph(edges, parallelEdges: parallelEdges, loops: loops, threads: threads)
      : UndirectedGraph(edges, parallelEdges: parallelEdges, loops: loops, threads: threads)
  }
}

/// One value of an attribute.
public enum AttributeValue: Sendable, Hashable {
  case text(String)
  case integer(Int64)
  case double(Double)
  case boolean(Bool)
}

/// An attribute of the graph itself.
public struct NamedAttribute: Sendable, Hashable {
  public var name: String
  public var value: AttributeValue

  public init(_ name: String, _ value: AttributeValue) {
    self.name = name
    self.value = value
  }
}

/// The values of one attribute, all of one type; nil where there is none.
public struct AttributeColumn: Sendable, Equatable {
  /// Values by type.
  public enum Values: Sendable, Equatable {
    case text([String?])
    case integer([Int64?])
    case double([Double?])
    case boolean([Bool?])

    /// The number of nodes or edges.
    public var count: Int {
      switch self {
      case .text(let values): values.count
      case .integer(let values): values.count
      case .double(let values): values.count
      case .boolean(let values): values.count
      }
    }
  }

  public var name: String
  public var values: Values

  public init(_ name: String, _ values: Values) {
    self.name = name
    self.values = values
  }

  /// The value of a node or edge, or nil.
  ///
  /// - Complexity: O(1).
  public subscript(index: Int) -> AttributeValue? {
    switch values {
    case .text(let values): values[index].map { .text($0) }
    case .integer(let values): values[index].map { .integer($0) }
    case .double(let values): values[index].map { .double($0) }
    case .boolean(let values): values[index].map { .boolean($0) }
    }
  }

  /// The type of the values.
  var type: AttributeType {
    switch values {
    case .text: .text
    case .integer: .integer
    case .double: .double
    case .boolean: .boolean
    }
  }
}

/// A type of attribute.
enum AttributeType: Sendable {
  case text, integer, double, boolean
}

extension AttributeValue {
  /// The type of the value.
  var type: AttributeType {
    switch self {
    case .text: .text
    case .integer: .integer
    case .double: .double
    case .boolean: .boolean
    }
  }

  /// The value as text: numbers the shortest that read back as the same.
  var text: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .double(let number): number.description
    case .boolean(let truth): truth ? "true" : "false"
    }
  }

  /// The value read as a type, or nil if it is none of that type.
  init?(_ text: String, as type: AttributeType) {
    switch type {
    case .text: self = .text(text)
    case .integer:
      guard let number = Int64(text.strippingBlanks) else { return nil }
      self = .integer(number)
    case .double:
      guard let number = WrittenValue.double(text.strippingBlanks) else { return nil }
      self = .double(number)
    case .boolean:
      switch text.strippingBlanks.lowercased() {
      case "true", "1": self = .boolean(true)
      case "false", "0": self = .boolean(false)
      default: return nil
      }
    }
  }

  /// The value of a text of a format without types: an integer, a number, true or false, or else text. Only texts that
  /// are written back the same way are numbers, so that `007` stays what it is.
  init(inferring text: String) {
    if let number = Int64(text), String(number) == text {
      self = .integer(number)
    } else if let number = WrittenValue.decimal(text) {
      self = .double(number)
    } else if text == "true" || text == "false" {
      self = .boolean(text == "true")
    } else {
      self = .text(text)
    }
  }
}

/// Numbers as files write them.
enum WrittenValue {
  /// A number of any spelling, also NaN and infinity.
  static func double(_ text: String) -> Double? {
    switch text.lowercased() {
    case "nan": .nan
    case "inf", "+inf", "infinity", "+infinity": .infinity
    case "-inf", "-infinity": -.infinity
    default: decimal(text)
    }
  }

  /// A finite number in decimal digits.
  static func decimal(_ text: String) -> Double? {
    guard let first = text.utf8.first, text.utf8.count <= 400 else { return nil }
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    guard isPlain, first != UInt8(ascii: "e"), first != UInt8(ascii: "E"), let number = Double(text), number.isFinite
    else { return nil }
    return number
  }
}

extension String {
  /// The text without blanks around it.
  var strippingBlanks: String {
    var rest = self[...].unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar?) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }
    while isBlank(rest.first) { rest.removeFirst() }
    while isBlank(rest.last) { rest.removeLast() }
    return String(rest)
  }
}
