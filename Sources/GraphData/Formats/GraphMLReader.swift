import FileReading

/// Reads GraphML: the first graph of the document, with its typed attributes, and those of yEd.
///
/// Graphs within nodes are flattened: what is in them gets the attribute `group`, the id of the node around it. The id of
/// an edge becomes its attribute `id`. Without `edgedefault` edges have no direction. Keys may be declared behind the
/// graph, or not at all; numbers and truth values without any text are missing. Hyperedges and ports are errors.
///
/// Reference: U. Brandes, M. Eiglsperger, J. Lerner, C. Pich, "Graph Markup Language (GraphML)", Handbook of Graph
/// Drawing and Visualization, 2013.
struct GraphMLReader {
  private struct Key {
    var name: String
    var type: AttributeType
    /// Whether it stands for what yEd draws.
    var isDrawing = false
  }

  /// A value whose key had not been declared where it stood.
  private struct Pending {
    var key: String
    var owner: Owner
    var text: String
    var line: Int
  }

  private enum Owner {
    case graph
    case node(Int)
    case edge(Int)
  }

  private var xml: XMLReader
  private var keys: [String: Key] = [:]
  private var pending: [Pending] = []
  private var assembly = GraphAssembly(isDirected: false)
  private var graphs = 0

  static func read(_ bytes: [UInt8], _ options: GraphReadingOptions) throws(TextFault) -> GraphReading {
    var reader = GraphMLReader(xml: XMLReader(try XMLReader.decoded(bytes)))
    try reader.document()
    return try reader.assembly.graph(options)
  }

  private init(xml: XMLReader) { self.xml = xml }

  private mutating func document() throws(TextFault) {
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
    for value in pending { try set(value.text, value.key, value.owner, line: value.line) }
    assembly.noteDeclarations()
  }

  private mutating func key(_ element: XMLElement) throws(TextFault) {
    let id = try element.required("id")
    let type: AttributeType =
      switch element["attr.type"] ?? "string" {
      case "boolean": .boolean
      case "int", "long", "integer": .integer
      case "float", "double": .double
      default: .text
      }
    let isDrawing = element["yfiles.type"] != nil && element["attr.name"] == nil
    let key = Key(name: element["attr.name"] ?? id, type: type, isDrawing: isDrawing)
    var standard: AttributeValue?
    while let event = try xml.next() {
      if case .end = event { break }
      guard case .start(let inner) = event else { continue }
      if inner.name == "default" {
        standard = try value(try xml.content(), key, line: inner.line)
      } else {
        try xml.skipElement()
      }
    }
    keys[id] = key
    if isDrawing { return }
    let domain = element["for"] ?? "all"
    if domain == "node" || domain == "all" {
      _ = assembly.nodeColumns.column(key.name, type: domain == "all" ? nil : type, standard: standard)
    }
    if domain == "edge" || domain == "all" {
      _ = assembly.edgeColumns.column(key.name, type: domain == "all" ? nil : type, standard: standard)
    }
  }

  /// The value of a text; nil where a number or truth value has none.
  private func value(_ text: String, _ key: Key, line: Int) throws(TextFault) -> AttributeValue? {
    if key.type != .text, text.strippingBlanks.isEmpty { return nil }
    guard let value = AttributeValue(text, as: key.type) else {
      throw TextFault(line, "\(key.name) is \(ShownText.quoted(text)); a value of type \(key.type) was expected")
    }
    return value
  }

  /// Gives a value to what has just been read.
  private mutating func set(_ text: String, _ id: String, _ owner: Owner, line: Int) throws(TextFault) {
    let known = keys[id]
    if known?.isDrawing ?? false { return }
    if known == nil { assembly.note("data of keys that are not declared are read: \(ShownText.quoted(id))") }
    let value = try known.flatMap { key throws(TextFault) in try self.value(text, key, line: line) }
    guard let value = known == nil ? AttributeValue(inferring: text) : value else { return }
    let name = known?.name ?? id
    switch owner {
    case .graph: assembly.attributes.append(NamedAttribute(name, value))
    case .node(let node): assembly.nodeColumns.set(name, node, value, line: line)
    case .edge(let edge): assembly.edgeColumns.set(name, edge, value, line: line)
    }
  }

  /// Reads a graph, within the node of the id `group` if it is nested.
  private mutating func graph(_ element: XMLElement, group: String? = nil) throws(TextFault) {
    var isDirected = group == nil ? false : assembly.isDirected
    switch element["edgedefault"] {
    case "directed"?: isDirected = true
    case "undirected"?: isDirected = false
    case nil: if group == nil { assembly.decide("the graph has no edgedefault: edges without a direction are assumed") }
    case let other?:
      throw TextFault(
        element.line, element.column, "edgedefault is \(ShownText.quoted(other)); directed or undirected was expected")
    }
    if group == nil { assembly.isDirected = isDirected }
    while let event = try xml.next() {
      if case .end = event { return }
      guard case .start(let inner) = event else { continue }
      switch inner.name {
      case "node":
        let id = try inner.required("id")
        let node = assembly.node(id)
        assembly.declare(node, id, line: inner.line)
        if let group { assembly.nodeColumns.set("group", node, .text(group), line: inner.line) }
        try content(of: .node(node), id: id)
      case "edge":
        let source = assembly.node(try inner.required("source"))
        let target = assembly.node(try inner.required("target"))
        if inner["sourceport"] ?? inner["targetport"] != nil {
          throw TextFault(inner.line, inner.column, "ports of edges are not read")
        }
        let edge = assembly.addEdge(source, target, isDirected: try direction(inner) ?? isDirected)
        if let id = inner["id"] { assembly.edgeColumns.set("id", edge, .text(id), line: inner.line) }
        try content(of: .edge(edge), id: nil)
      case "data" where group == nil: try data(inner, of: .graph)
      case "hyperedge":
        throw TextFault(inner.line, inner.column, "a hyperedge, which ties more than two nodes, is not read")
      default: try xml.skipElement()
      }
    }
  }

  private func direction(_ edge: XMLElement) throws(TextFault) -> Bool? {
    switch edge["directed"] {
    case nil, "": nil
    case "true", "1": true
    case "false", "0": false
    case let other?:
      throw TextFault(edge.line, edge.column, "directed is \(ShownText.quoted(other)); true or false was expected")
    }
  }

  /// What is within the node or edge that has just begun.
  private mutating func content(of owner: Owner, id: String?) throws(TextFault) {
    while let event = try xml.next() {
      if case .end = event { return }
      guard case .start(let inner) = event else { continue }
      switch inner.name {
      case "data": try data(inner, of: owner)
      case "graph":
        guard let id else { throw TextFault(inner.line, inner.column, "a graph within an edge is not read") }
        try graph(inner, group: id)
      case "port": throw TextFault(inner.line, inner.column, "ports of nodes are not read")
      default: try xml.skipElement()
      }
    }
  }

  /// One value: text, or what yEd draws.
  private mutating func data(_ element: XMLElement, of owner: Owner) throws(TextFault) {
    let id = try element.required("key")
    var text = ""
    while let event = try xml.next() {
      switch event {
      case .text(let part): text += part
      case .end:
        if keys[id] == nil {
          pending.append(Pending(key: id, owner: owner, text: text, line: element.line))
        } else {
          try set(text, id, owner, line: element.line)
        }
        return
      case .start(let inner):
        try drawing(inner, of: owner)
        // Nothing but blanks stands beside an element.
        while let event = try xml.next() {
          if case .end = event { return }
          if case .start(let other) = event { try drawing(other, of: owner) }
        }
      }
    }
  }

  /// What yEd says of how a node or edge looks: the first label, place, size, shape and color.
  private mutating func drawing(_ element: XMLElement, of owner: Owner) throws(TextFault) {
    var found = YEdDrawing()
    try found.read(element, &xml)
    switch owner {
    case .graph: break
    case .node(let node):
      for (name, value) in found.values { assembly.nodeColumns.set(name, node, value, line: element.line) }
    case .edge(let edge):
      for (name, value) in found.values where name != "x" && name != "y" {
        assembly.edgeColumns.set(name, edge, value, line: element.line)
      }
    }
    if found.values.isEmpty { assembly.note("elements within <data> that are not yEd's are left out") }
  }
}
