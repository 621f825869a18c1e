/// Reads GEXF 1.1 to 1.3: nodes, edges and their typed attributes.
///
/// The label of a node becomes its attribute `label` unless it is the id. The id of an edge becomes its attribute `id`
/// unless it is its number in the file. `start`, `end` and `timestamp` become attributes. Colors, sizes and positions
/// (`viz`), spells and the nesting of nodes are left out and noted.
///
/// Reference: GEXF Working Group, *GEXF 1.3 primer*, 2022, https://gexf.net.
struct GEXFReader {
  private struct Key {
    var name: String
    var type: AttributeType
  }

  private var xml: XMLReader
  private var keys: [Bool: [String: Key]] = [:]
  private var assembly = GraphAssembly(isDirected: false)
  private var graphs = 0

  static func read(_ bytes: [UInt8]) throws(GraphFault) -> GraphReading {
    var reader = GEXFReader(xml: XMLReader(bytes))
    try reader.document()
    return try reader.assembly.graph()
  }

  private init(xml: XMLReader) { self.xml = xml }

  private mutating func document() throws(GraphFault) {
    guard case .start(let root) = try xml.next(), root.name == "gexf" else { throw xml.fault("<gexf> was expected") }
    while let event = try xml.next() {
      guard case .start(let element) = event else { continue }
      switch element.name {
      case "graph":
        graphs += 1
        guard graphs == 1 else { throw GraphFault(element.line, element.column, "a second <graph> is not read") }
        assembly.isDirected = try direction(element, "defaultedgetype") ?? false
      case "attributes": try attributes(element)
      case "nodes", "edges": break
      case "node": try node(element)
      case "edge": try edge(element)
      default: try xml.skipElement()
      }
    }
    if graphs == 0 { throw xml.fault("the document has no <graph>") }
  }

  private func direction(_ element: XMLElement, _ name: String) throws(GraphFault) -> Bool? {
    switch element[name] {
    case nil: nil
    case "directed": true
    case "undirected", "mutual": false
    case let other?:
      throw GraphFault(element.line, element.column, "\(name) is \(shown(other)); directed or undirected was expected")
    }
  }

  private mutating func attributes(_ element: XMLElement) throws(GraphFault) {
    let isOfNodes = try element.required("class") == "node"
    while let event = try xml.next() {
      if case .end = event { return }
      guard case .start(let inner) = event else { continue }
      guard inner.name == "attribute" else {
        try xml.skipElement()
        continue
      }
      let id = try inner.required("id")
      let type: AttributeType =
        switch inner["type"] ?? "string" {
        case "boolean": .boolean
        case "integer", "long", "short", "byte", "biginteger": .integer
        case "float", "double", "bigdecimal": .double
        default: .text
        }
      let key = Key(name: inner["title"] ?? id, type: type)
      keys[isOfNodes, default: [:]][id] = key
      var standard: AttributeValue?
      while let event = try xml.next() {
        if case .end = event { break }
        guard case .start(let part) = event else { continue }
        if part.name == "default" { standard = try value(try xml.content(), key) } else { try xml.skipElement() }
      }
      if isOfNodes {
        _ = assembly.nodeColumns.column(key.name, type: type, standard: standard)
      } else {
        _ = assembly.edgeColumns.column(key.name, type: type, standard: standard)
      }
    }
  }

  private func value(_ text: String, _ key: Key) throws(GraphFault) -> AttributeValue {
    guard let value = AttributeValue(text, as: key.type) else {
      throw xml.fault("\(key.name) is \(shown(text)); a value of type \(key.type) was expected")
    }
    return value
  }

  private mutating func node(_ element: XMLElement) throws(GraphFault) {
    let id = try element.required("id")
    let node = assembly.node(id)
    if let label = element["label"], label != id { assembly.nodeColumns.set("label", node, .text(label)) }
    for (name, value) in dates(element) { assembly.nodeColumns.set(name, node, value) }
    if element["pid"] != nil { assembly.note("the nesting of nodes is left out") }
    for (name, value) in try values(isOfNode: true) { assembly.nodeColumns.set(name, node, value) }
  }

  private mutating func edge(_ element: XMLElement) throws(GraphFault) {
    let source = assembly.node(try element.required("source"))
    let target = assembly.node(try element.required("target"))
    let edge = assembly.addEdge(source, target, isDirected: try direction(element, "type"))
    if let id = element["id"], id != String(edge) { assembly.edgeColumns.set("id", edge, .text(id)) }
    if let label = element["label"] { assembly.edgeColumns.set("label", edge, .text(label)) }
    if let weight = element["weight"] {
      guard let number = WrittenValue.decimal(weight) else {
        throw GraphFault(element.line, element.column, "the weight is \(shown(weight)); a number was expected")
      }
      let integer = Int64(weight).map { AttributeValue.integer($0) }
      assembly.edgeColumns.set("weight", edge, integer ?? .double(number))
    }
    for (name, value) in dates(element) { assembly.edgeColumns.set(name, edge, value) }
    for (name, value) in try values(isOfNode: false) { assembly.edgeColumns.set(name, edge, value) }
  }

  private func dates(_ element: XMLElement) -> [(String, AttributeValue)] {
    ["start", "end", "timestamp"].compactMap { name in
      element[name].map { (name == "timestamp" ? "time" : name, AttributeValue(inferring: $0)) }
    }
  }

  /// The attributes of the node or edge that has just begun; nodes within a node are read as any other.
  private mutating func values(isOfNode: Bool) throws(GraphFault) -> [(String, AttributeValue)] {
    var values: [(String, AttributeValue)] = []
    var depth = 0
    while let event = try xml.next() {
      switch event {
      case .text: break
      case .end:
        if depth == 0 { return values }
        depth -= 1
      case .start(let inner):
        switch inner.name {
        case "attvalues": depth += 1
        case "attvalue":
          let id = try inner.required(inner["for"] == nil ? "id" : "for")
          guard let key = keys[isOfNode]?[id] else {
            throw GraphFault(inner.line, inner.column, "no <attribute> has the id \(shown(id))")
          }
          values.append((key.name, try value(try inner.required("value"), key)))
          try xml.skipElement()
        case "nodes", "edges": throw GraphFault(inner.line, inner.column, "graphs within nodes are not read")
        case "spells":
          assembly.note("spells (spans of time) are left out")
          try xml.skipElement()
        default:
          assembly.note("colors, sizes and positions are left out")
          try xml.skipElement()
        }
      }
    }
    return values
  }
}
