/// Reads GML: the first graph of the file.
///
/// Where every node has a label of its own, labels are the ids, as in networkx; else the numbers are, and labels an
/// attribute. An edge's `weight` (or `value`, where there is none) of numbers is its weight. Lists within nodes become
/// attributes such as `graphics.x`.
///
/// Reference: M. Himsolt, *GML: A portable Graph File Format*, University of Passau, 1997.
struct GMLReader {
  static let deepest = 64

  private enum Value {
    case integer(Int64)
    case double(Double)
    case text(String)
    case list
  }

  private struct Pair {
    var key: String
    var value: Value
    var place: (line: Int, column: Int)
  }

  private struct Record {
    var place: (line: Int, column: Int)
    var values: [(name: String, value: AttributeValue)] = []

    subscript(name: String) -> AttributeValue? { values.first { $0.name == name }?.value }
  }

  private var scanner: ByteScanner
  private var isDirected = false
  private var attributes: [NamedAttribute] = []
  private var nodes: [Record] = []
  private var edges: [Record] = []

  static func read(_ bytes: [UInt8]) throws(GraphFault) -> GraphReading {
    var reader = GMLReader(scanner: ByteScanner(bytes))
    try reader.document()
    return try reader.graph()
  }

  private init(scanner: ByteScanner) { self.scanner = scanner }

  private mutating func document() throws(GraphFault) {
    while let pair = try pair() {
      guard pair.key == "graph", case .list = pair.value else {
        if case .list = pair.value { try skipList(1) }
        continue
      }
      return try content()
    }
    throw scanner.fault("\"graph [\" was expected")
  }

  private mutating func content() throws(GraphFault) {
    while let pair = try pair(), pair.key != "]" {
      switch (pair.key, pair.value) {
      case ("node", .list): nodes.append(try record(pair.place))
      case ("edge", .list): edges.append(try record(pair.place))
      case (_, .list): try skipList(1)
      case ("multigraph", .integer): break
      case ("directed", .integer(let number)): isDirected = number != 0
      case (let name, let value): attributes.append(NamedAttribute(name, GMLReader.attribute(value)))
      }
    }
  }

  private mutating func record(_ place: (line: Int, column: Int)) throws(GraphFault) -> Record {
    var record = Record(place: place)
    try fill(&record, prefix: "", depth: 1)
    return record
  }

  private mutating func fill(_ record: inout Record, prefix: String, depth: Int) throws(GraphFault) {
    guard depth < GMLReader.deepest else { throw scanner.fault("lists nest deeper than \(GMLReader.deepest)") }
    while let pair = try pair(), pair.key != "]" {
      if case .list = pair.value {
        try fill(&record, prefix: "\(prefix)\(pair.key).", depth: depth + 1)
      } else {
        record.values.append((prefix + pair.key, GMLReader.attribute(pair.value)))
        guard record.values.count <= 10_000 else { throw scanner.fault("a list has more than 10000 entries") }
      }
    }
  }

  private mutating func skipList(_ depth: Int) throws(GraphFault) {
    var depth = depth
    while depth > 0, let pair = try pair() {
      if case .list = pair.value, pair.key != "]" { depth += 1 } else if pair.key == "]" { depth -= 1 }
    }
  }

  private static func attribute(_ value: Value) -> AttributeValue {
    switch value {
    case .integer(let number): .integer(number)
    case .double(let number): .double(number)
    case .text(let text): .text(text)
    case .list: .text("")
    }
  }

  private mutating func skipSpace() {
    while true {
      scanner.skipSpace()
      guard scanner.peek == UInt8(ascii: "#") else { return }
      while let byte = scanner.peek, byte != 0x0A { scanner.advance() }
    }
  }

  /// The next key and value; the key `]` for the end of a list, nil at the end of the file.
  private mutating func pair() throws(GraphFault) -> Pair? {
    skipSpace()
    let place = scanner.place
    guard let byte = scanner.peek else { return nil }
    if scanner.skip("]") { return Pair(key: "]", value: .list, place: place) }
    guard byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") else {
      throw scanner.fault("a key was expected")
    }
    let key = try word()
    skipSpace()
    guard let first = scanner.peek else { throw scanner.fault("a value was expected after \(shown(key))") }
    if scanner.skip("[") { return Pair(key: key, value: .list, place: place) }
    if first == UInt8(ascii: "\"") {
      scanner.advance()
      let start = scanner.position
      while let byte = scanner.peek, byte != UInt8(ascii: "\"") { scanner.advance() }
      guard !scanner.isAtEnd else { throw scanner.fault("the quote after \(shown(key)) is never closed") }
      let raw = try scanner.text(start..<scanner.position)
      scanner.advance()
      return Pair(key: key, value: .text(MarkupText.decoded(raw, isStrict: false) ?? raw), place: place)
    }
    let text = try word()
    if let number = Int64(text) { return Pair(key: key, value: .integer(number), place: place) }
    if let number = WrittenValue.double(text) { return Pair(key: key, value: .double(number), place: place) }
    throw GraphFault(place.line, place.column, "\(key) is \(shown(text)); a number, a quoted text or [ was expected")
  }

  private mutating func word() throws(GraphFault) -> String {
    let start = scanner.position
    while let byte = scanner.peek, byte > 0x20, byte != UInt8(ascii: "["), byte != UInt8(ascii: "]"),
      byte != UInt8(ascii: "\"")
    {
      scanner.advance()
    }
    return try scanner.text(start..<scanner.position)
  }

  private func graph() throws(GraphFault) -> GraphReading {
    var assembly = GraphAssembly(isDirected: isDirected)
    assembly.attributes = attributes
    var labels = NameTable()
    for node in nodes { if case .text(let label)? = node["label"] { _ = labels.intern(label.utf8) } }
    let usesLabels = !nodes.isEmpty && labels.count == nodes.count
    assembly.hasIntegerIDs = !usesLabels && !nodes.isEmpty
    var numbers: [Int64: Int] = [:]
    for node in nodes {
      guard case .integer(let number)? = node["id"] else {
        throw GraphFault(node.place.line, node.place.column, "the node has no integer id, which was expected")
      }
      guard numbers[number] == nil else {
        throw GraphFault(node.place.line, node.place.column, "a second node has the id \(number)")
      }
      var id = String(number)
      if usesLabels, case .text(let label)? = node["label"] { id = label }
      let index = assembly.node(id)
      numbers[number] = index
      for (name, value) in node.values where name != "id" && !(usesLabels && name == "label") {
        assembly.nodeColumns.set(name, index, value)
      }
    }
    let hasWeights = edges.contains { $0["weight"] != nil }
    for edge in edges {
      var ends: [Int] = []
      for name in ["source", "target"] {
        guard case .integer(let number)? = edge[name], let index = numbers[number] else {
          throw GraphFault(edge.place.line, edge.place.column, "the edge's \(name) must be the id of a node")
        }
        ends.append(index)
      }
      let index = assembly.addEdge(ends[0], ends[1])
      for (name, value) in edge.values where name != "source" && name != "target" {
        assembly.edgeColumns.set(!hasWeights && name == "value" ? "weight" : name, index, value)
      }
    }
    return try assembly.graph()
  }
}
