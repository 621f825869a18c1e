/// Reads GraphML: the first graph of the document, with its typed attributes.
///
/// Nested graphs and hyperedges are errors; ports are left out and noted. The id of an edge becomes its attribute `id`.
/// An attribute whose column is called `weight` and holds numbers is the weight.
///
/// Reference: U. Brandes, M. Eiglsperger, J. Lerner, C. Pich, "Graph Markup Language (GraphML)", Handbook of Graph
/// Drawing and Visualization, 2013.
struct GraphMLReader {
  private struct Key {
    var name: String
    var type: AttributeType
    var domain: String
    var standard: AttributeValue?
  }

  private var xml: XMLReader
  private var keys: [String: Key] = [:]
  private var assembly = GraphAssembly(isDirected: false)
  private var graphs = 0

  static func read(_ bytes: [UInt8]) throws(GraphFault) -> GraphReading {
    var reader = GraphMLReader(xml: XMLReader(bytes))
    try reader.document()
    return try reader.assembly.graph()
  }

  private init(xml: XMLReader) { self.xml = xml }

  private mutating func document() throws(GraphFault) {
    guard case .start(let root) = try xml.next(), root.name == "graphml" else {
      throw xml.fault("<graphml> was expected")
    }
    while let event = try xml.next() {
      guard case .start(let element) = event else { continue }
      switch element.name {
      case "key": try key(element)
      case "graph":
        graphs += 1
        if graphs == 1 {
          try graph(element)
        } else {
          assembly.note("only the first graph of the file is read")
          try xml.skipElement()
        }
      default: try xml.skipElement()
      }
    }
    if graphs == 0 { throw xml.fault("the document has no <graph>") }
  }

  private mutating func key(_ element: XMLElement) throws(GraphFault) {
    let id = try element.required("id")
    let type: AttributeType =
      switch element["attr.type"] ?? "string" {
      case "boolean": .boolean
      case "int", "long", "integer": .integer
      case "float", "double": .double
      default: .text
      }
    var key = Key(name: element["attr.name"] ?? id, type: type, domain: element["for"] ?? "all")
    while let event = try xml.next() {
      if case .end = event { break }
      guard case .start(let inner) = event else { continue }
      if inner.name == "default" {
        key.standard = try value(try xml.content(), key)
      } else {
        try xml.skipElement()
      }
    }
    keys[id] = key
    if key.domain == "node" || key.domain == "all" {
      _ = assembly.nodeColumns.column(key.name, type: key.domain == "all" ? nil : type, standard: key.standard)
    }
    if key.domain == "edge" || key.domain == "all" {
      _ = assembly.edgeColumns.column(key.name, type: key.domain == "all" ? nil : type, standard: key.standard)
    }
  }

  private func value(_ text: String, _ key: Key) throws(GraphFault) -> AttributeValue {
    guard let value = AttributeValue(text, as: key.type) else {
      throw xml.fault("\(key.name) is \(shown(text)); a value of type \(key.type) was expected")
    }
    return value
  }

  private mutating func graph(_ element: XMLElement) throws(GraphFault) {
    switch try element.required("edgedefault") {
    case "directed": assembly.isDirected = true
    case "undirected": assembly.isDirected = false
    case let other:
      throw GraphFault(
        element.line, element.column, "edgedefault is \(shown(other)); directed or undirected was expected")
    }
    while let event = try xml.next() {
      if case .end = event { return }
      guard case .start(let inner) = event else { continue }
      switch inner.name {
      case "node":
        let node = assembly.node(try inner.required("id"))
        for (name, value) in try data() { assembly.nodeColumns.set(name, node, value) }
      case "edge":
        let source = assembly.node(try inner.required("source"))
        let target = assembly.node(try inner.required("target"))
        let edge = assembly.addEdge(source, target, isDirected: try direction(inner))
        if let id = inner["id"] { assembly.edgeColumns.set("id", edge, .text(id)) }
        if inner["sourceport"] ?? inner["targetport"] != nil { assembly.note("ports of edges are left out") }
        for (name, value) in try data() { assembly.edgeColumns.set(name, edge, value) }
      case "data":
        let key = try keyed(inner)
        assembly.attributes.append(NamedAttribute(key.name, try value(try xml.content(), key)))
      case "hyperedge": throw GraphFault(inner.line, inner.column, "hyperedges are not read")
      default: try xml.skipElement()
      }
    }
  }

  private func direction(_ edge: XMLElement) throws(GraphFault) -> Bool? {
    switch edge["directed"] {
    case nil: nil
    case "true": true
    case "false": false
    case let other?:
      throw GraphFault(edge.line, edge.column, "directed is \(shown(other)); true or false was expected")
    }
  }

  private func keyed(_ data: XMLElement) throws(GraphFault) -> Key {
    let id = try data.required("key")
    guard let key = keys[id] else { throw GraphFault(data.line, data.column, "no <key> has the id \(shown(id))") }
    return key
  }

  /// The attributes of the node or edge that has just begun.
  private mutating func data() throws(GraphFault) -> [(String, AttributeValue)] {
    var values: [(String, AttributeValue)] = []
    while let event = try xml.next() {
      if case .end = event { break }
      guard case .start(let inner) = event else { continue }
      switch inner.name {
      case "data":
        let key = try keyed(inner)
        values.append((key.name, try value(try xml.content(), key)))
      case "graph": throw GraphFault(inner.line, inner.column, "graphs within nodes are not read")
      case "port":
        assembly.note("ports of nodes are left out")
        try xml.skipElement()
      default: try xml.skipElement()
      }
    }
    return values
  }
}
