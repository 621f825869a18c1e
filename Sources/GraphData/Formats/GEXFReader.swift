import FileReading

/// Reads GEXF 1.1 to 1.3: nodes, edges and their typed attributes, also those that change with time.
///
/// The label of a node becomes its attribute `label` unless it is the id. The id of an edge becomes its attribute `id`
/// unless it is its number in the file. `start`, `end` and `timestamp` become attributes. Spells become `spells`, and the
/// values that an attribute has at different times one text, both as Gephi writes them (``GEXFIntervals``); the weight over
/// time is called `weights`. Nodes within
/// nodes get the attribute `group`, the id of the node around them. Colors, sizes and positions (`viz`) are left out and
/// noted.
///
/// Reference: GEXF Working Group, *GEXF 1.3 primer*, 2022, https://gexf.net.
struct GEXFReader {
  private struct Key {
    var name: String
    var type: AttributeType
    /// Whether values may change with time.
    var isDynamic: Bool
  }

  private struct Owner {
    var isNode: Bool
    var index: Int
    var line: Int
  }

  /// What of one node or edge changes with time.
  private struct Times {
    var spells: [String] = []
    var start: String?
    var end: String?
    /// The attributes with values at different times, in order.
    var names: [String] = []
    var values: [String: [String]] = [:]
  }

  private var xml: XMLReader
  private var keys: [Bool: [String: Key]] = [:]
  private var assembly = GraphAssembly(isDirected: false)
  private var graphs = 0

  static func read(_ bytes: [UInt8], _ options: GraphReadingOptions) throws(TextFault) -> GraphReading {
    var reader = GEXFReader(xml: XMLReader(try XMLReader.decoded(bytes)))
    try reader.document()
    return try reader.assembly.graph(options)
  }

  private init(xml: XMLReader) { self.xml = xml }

  private mutating func document() throws(TextFault) {
    guard case .start(let root) = try xml.next(), root.name == "gexf" else { throw xml.fault("<gexf> was expected") }
    while let event = try xml.next() {
      guard case .start(let element) = event else { continue }
      guard element.name == "graph" else {
        try xml.skipElement()
        continue
      }
      graphs += 1
      guard graphs == 1 else { throw TextFault(element.line, element.column, "a second <graph> is not read") }
      assembly.isDirected = try direction(element, "defaultedgetype") ?? false
      try content(of: nil)
    }
    if graphs == 0 { throw xml.fault("the document has no <graph>") }
    assembly.noteDeclarations()
  }

  /// Reads attributes, nodes and edges up to the end of the graph, or of the node of the id `group`, or of an edge.
  private mutating func content(of group: String?, owner: Owner? = nil) throws(TextFault) {
    var times = Times()
    var depth = 0
    while let event = try xml.next() {
      switch event {
      case .text: break
      case .end:
        if depth == 0 {
          if let owner { set(times, of: owner) }
          return
        }
        depth -= 1
      case .start(let element):
        switch element.name {
        case "attributes" where owner == nil: try attributes(element)
        case "nodes", "edges", "attvalues", "spells": depth += 1
        case "node": try node(element, group: group)
        case "edge": try edge(element)
        case "attvalue":
          if let owner { try attributeValue(element, of: owner, &times) }
          try xml.skipElement()
        case "spell":
          times.spells.append(GEXFIntervals.interval(of: element))
          times.start = times.start ?? element["start"]
          times.end = element["end"] ?? times.end
          try xml.skipElement()
        default:
          if owner != nil { assembly.note("colors, sizes and positions are left out") }
          try xml.skipElement()
        }
      }
    }
  }

  private func direction(_ element: XMLElement, _ name: String) throws(TextFault) -> Bool? {
    switch element[name] {
    case nil, "": nil
    case "directed": true
    case "undirected", "mutual": false
    // Each edge tells its own type.
    case "mixed" where element.name == "graph": nil
    case let other?:
      throw TextFault(
        element.line, element.column, "\(name) is \(ShownText.quoted(other)); directed or undirected was expected")
    }
  }

  private mutating func attributes(_ element: XMLElement) throws(TextFault) {
    let isOfNodes = try element.required("class") == "node"
    let isDynamic = element["mode"] == "dynamic"
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
      var name = inner["title"] ?? id
      // The reserved title of the weight over time, beside which an edge has the weight of all of it.
      if isDynamic, !isOfNodes, name.lowercased() == "weight" { name = "weights" }
      let key = Key(name: name, type: type, isDynamic: isDynamic)
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

  /// The value of a text; nil where a number or truth value has none.
  private func value(_ text: String, _ key: Key) throws(TextFault) -> AttributeValue? {
    if key.type != .text, text.strippingBlanks.isEmpty { return nil }
    guard let value = AttributeValue(text, as: key.type) else {
      throw xml.fault("\(key.name) is \(ShownText.quoted(text)); a value of type \(key.type) was expected")
    }
    return value
  }

  private mutating func set(_ name: String, _ value: AttributeValue, of owner: Owner) {
    if owner.isNode {
      assembly.nodeColumns.set(name, owner.index, value, line: owner.line)
    } else {
      assembly.edgeColumns.set(name, owner.index, value, line: owner.line)
    }
  }

  private mutating func node(_ element: XMLElement, group: String?) throws(TextFault) {
    let id = try element.required("id")
    let owner = Owner(isNode: true, index: assembly.node(id), line: element.line)
    assembly.declare(owner.index, id, line: element.line)
    if let label = element["label"], label != id { set("label", .text(label), of: owner) }
    if let group = element["pid"] ?? group { set("group", .text(group), of: owner) }
    setDates(element, of: owner)
    try content(of: id, owner: owner)
  }

  private mutating func edge(_ element: XMLElement) throws(TextFault) {
    let source = assembly.node(try element.required("source"))
    let target = assembly.node(try element.required("target"))
    let index = assembly.addEdge(source, target, isDirected: try direction(element, "type"))
    let owner = Owner(isNode: false, index: index, line: element.line)
    if let id = element["id"], id != String(index) { set("id", .text(id), of: owner) }
    if let label = element["label"] { set("label", .text(label), of: owner) }
    if let weight = element["weight"], !weight.strippingBlanks.isEmpty {
      guard let number = WrittenNumber.decimal(weight.strippingBlanks) else {
        throw TextFault(
          element.line, element.column, "the weight is \(ShownText.quoted(weight)); a number was expected")
      }
      let integer = Int64(weight.strippingBlanks).map { AttributeValue.integer($0) }
      set("weight", integer ?? .double(number), of: owner)
    }
    setDates(element, of: owner)
    try content(of: nil, owner: owner)
  }

  private mutating func setDates(_ element: XMLElement, of owner: Owner) {
    for name in ["start", "end", "timestamp"] {
      guard let text = element[name] else { continue }
      set(name == "timestamp" ? "time" : name, AttributeValue(inferring: text), of: owner)
    }
  }

  /// Sets what changes with time: the first spell starts a node or an edge, the last ends it.
  private mutating func set(_ times: Times, of owner: Owner) {
    if !times.spells.isEmpty { set("spells", .text(GEXFIntervals.list(times.spells)), of: owner) }
    if let start = times.start { set("start", AttributeValue(inferring: start), of: owner) }
    if let end = times.end { set("end", AttributeValue(inferring: end), of: owner) }
    for name in times.names { set(name, .text(GEXFIntervals.list(times.values[name] ?? [])), of: owner) }
  }

  private mutating func attributeValue(
    _ element: XMLElement, of owner: Owner, _ times: inout Times
  ) throws(TextFault) {
    let id = try element.required(element["for"] == nil ? "id" : "for")
    let text = try element.required("value")
    guard let key = keys[owner.isNode]?[id] else {
      assembly.note("values of attributes that are not declared are read: \(ShownText.quoted(id))")
      return set(id, AttributeValue(inferring: text), of: owner)
    }
    guard let value = try value(text, key) else { return }
    guard key.isDynamic, element["start"] ?? element["end"] ?? element["timestamp"] != nil else {
      return set(key.name, value, of: owner)
    }
    if times.values[key.name] == nil { times.names.append(key.name) }
    times.values[key.name, default: []].append(GEXFIntervals.interval(of: element, value: value.text))
  }
}
