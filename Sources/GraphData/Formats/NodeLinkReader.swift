import FileReading

/// Reads JSON as networkx, D3, graphology and Cytoscape write it: nodes in a list, and edges in another under `edges` or
/// `links`, or beside each node under `adjacency`.
///
/// Edges name nodes by their `id`, else by `key`, else by `name`, else by their place from 0; an end that is no node is an
/// error. Members that are null, NaN or infinite are left out; lists and objects become the JSON text of themselves, and are
/// noted; those of a member `attributes` or `data` are the node's or edge's own.
///
/// Reference: networkx 3, `networkx.readwrite.json_graph`; graphology, *Serialization*, https://graphology.github.io.
struct NodeLinkReader {
  private typealias Entry = (members: JSONValue, place: (line: Int, column: Int))

  private var json: JSONReader
  private var assembly = GraphAssembly(isDirected: false)
  private var nodes: [Entry]?
  private var edges: [Entry]?
  /// For each node in order, those that it is tied to.
  private var adjacency: [[Entry]]?
  private var isMultigraph = false
  /// Whether all ids are integers.
  private var hasOnlyIntegers = true

  static func read(_ bytes: [UInt8], _ options: GraphReadingOptions) throws(TextFault) -> GraphReading {
    let mark = TextEncoding.marked(bytes)
    let content = bytes[(mark?.length ?? 0)...]
    guard let text = (mark?.encoding ?? .utf8).decoded(content) else {
      throw TextFault.notUTF8(content, "the text is not UTF-8")
    }
    var reader = NodeLinkReader(json: JSONReader(text))
    try reader.document()
    try reader.build()
    return try reader.assembly.graph(options)
  }

  private init(json: JSONReader) { self.json = json }

  private mutating func document() throws(TextFault) {
    var json = json
    try members(&json)
    try json.end()
    if nodes == nil, edges == nil, adjacency == nil {
      throw TextFault(1, 1, "an object with \"nodes\" and \"edges\", \"links\" or \"adjacency\" was expected")
    }
  }

  /// Reads the members of the document, or of its member `elements`.
  private mutating func members(_ json: inout JSONReader, isInner: Bool = false) throws(TextFault) {
    try json.object { (name, json) throws(TextFault) in
      switch name {
      case "nodes": nodes = try only(nodes, try entries(&json, name), json.place)
      case "edges", "links": edges = try only(edges, try entries(&json, name), json.place)
      case "adjacency":
        var rows: [[Entry]] = []
        try json.list { (json) throws(TextFault) in rows.append(try entries(&json, name)) }
        adjacency = rows
      case "elements" where !isInner: try members(&json, isInner: true)
      case "directed": if case .boolean(let value) = try json.value() { assembly.isDirected = value }
      case "multigraph": if case .boolean(let value) = try json.value() { isMultigraph = value }
      case "graph", "attributes": addAttributes(try json.value())
      case "options":
        // graphology's graphs are mixed, and each edge says whether it is undirected, unless this tells otherwise.
        let value = try json.value()
        if case .text(let type)? = value["type"] { assembly.isDirected = type != "undirected" }
        if case .boolean(let value)? = value["multi"] { isMultigraph = value }
      default:
        let value = try json.value()
        if case .list(let values) = value, values.isEmpty { return }
        if let value = attribute(value) { assembly.attributes.append(.init(name, value)) }
      }
    }
  }

  /// The one of two lists of the same things that is not empty.
  private func only(
    _ earlier: [Entry]?, _ later: [Entry], _ end: (line: Int, column: Int)
  ) throws(TextFault) -> [Entry] {
    guard let earlier, !earlier.isEmpty else { return later }
    if later.isEmpty { return earlier }
    throw TextFault(
      end.line, end.column, "a second list of nodes or of edges ends here; one of each was expected")
  }

  private mutating func addAttributes(_ value: JSONValue) {
    guard case .object(let members) = value else { return }
    for (name, value) in members {
      if let value = attribute(value) { assembly.attributes.append(.init(name, value)) }
    }
  }

  /// A list of objects, each with the place where it stands; of those with a member `data` its members.
  private func entries(_ json: inout JSONReader, _ name: String) throws(TextFault) -> [Entry] {
    var entries: [Entry] = []
    try json.list { (json) throws(TextFault) in
      let place = json.place
      let value = try json.value(depth: 2)
      guard case .object(let members) = value else {
        let kind = name == "nodes" ? "a node" : "an edge"
        throw TextFault(place.line, place.column, "\(kind) as an object was expected")
      }
      if case .object(let inner)? = value["data"], value["id"] == nil, value["source"] == nil {
        entries.append((.object(inner + members.filter { $0.name != "data" }), place))
      } else {
        entries.append((value, place))
      }
    }
    return entries
  }

  private mutating func attribute(_ value: JSONValue) -> AttributeValue? {
    switch value {
    case .null: return nil
    case .boolean(let truth): return .boolean(truth)
    case .integer(let number): return .integer(number)
    case .double(let number): return .double(number)
    case .text(let text): return .text(text)
    case .list, .object:
      assembly.note("lists and objects in attributes are read as their JSON text")
      return .text(JSONText.text(of: value))
    }
  }
}

extension NodeLinkReader {
  private mutating func build() throws(TextFault) {
    let ends = NodeLinkEnds(nodes: (nodes ?? []).map(\.members), edges: (edges ?? []).map(\.members))
    try addNodes(ends)
    try addEdges(ends)
    try addAdjacency(ends)
    assembly.hasIntegerIDs = hasOnlyIntegers && assembly.nodeCount > 0
    if let decision = ends.decision { assembly.decide(decision) }
  }

  private mutating func addNodes(_ ends: NodeLinkEnds) throws(TextFault) {
    for (index, (value, place)) in (nodes ?? []).enumerated() {
      var id = String(index)
      if let name = ends.member {
        guard let value = value[name] else {
          throw TextFault(place.line, place.column, "the node has no \(ShownText.quoted(name)), which other nodes have")
        }
        if case .integer = value {} else { hasOnlyIntegers = false }
        id = try NodeLinkEnds.id(value, place)
      }
      guard assembly.node(id) == index else {
        throw TextFault(
          place.line, place.column, "a second node has the \(ends.member ?? "id") \(ShownText.quoted(id))")
      }
      add(value, toNode: true, index, line: place.line, except: ends.member.map { [$0] } ?? [])
    }
  }

  private mutating func addEdges(_ ends: NodeLinkEnds) throws(TextFault) {
    for (value, place) in edges ?? [] {
      guard let source = value["source"] ?? value["from"], let target = value["target"] ?? value["to"] else {
        throw TextFault(place.line, place.column, "an edge with source and target was expected")
      }
      let nodes = (try index(source, ends, place), try index(target, ends, place))
      var isDirected: Bool?
      if case .boolean(let isUndirected)? = value["undirected"] { isDirected = !isUndirected }
      let edge = assembly.addEdge(nodes.0, nodes.1, isDirected: isDirected)
      let ends = value["source"] == nil ? ["from", "to"] : ["source", "target"]
      add(value, toNode: false, edge, line: place.line, except: isDirected == nil ? ends : ends + ["undirected"])
    }
  }

  /// Edges that stand beside their first end. Without direction each is there twice, and is taken once.
  private mutating func addAdjacency(_ ends: NodeLinkEnds) throws(TextFault) {
    guard let adjacency else { return }
    guard adjacency.count == nodes?.count ?? 0 else {
      throw TextFault(nil, "\"adjacency\" has \(adjacency.count) lists; one per node was expected")
    }
    var seen = Interner()
    for (source, row) in adjacency.enumerated() {
      for (value, place) in row {
        guard let id = value[ends.member ?? "id"] else {
          throw TextFault(place.line, place.column, "an object with the id of a node was expected")
        }
        let target = try index(id, ends, place)
        if !assembly.isDirected {
          let key = isMultigraph ? value["key"].map { JSONText.text(of: $0) } ?? "" : ""
          let name = "\(min(source, target)) \(max(source, target)) \(key)"
          let known = seen.count
          if seen.intern(name) < known { continue }
        }
        let edge = assembly.addEdge(source, target)
        add(value, toNode: false, edge, line: place.line, except: [ends.member ?? "id"])
      }
    }
  }

  /// The node that an end names.
  private mutating func index(
    _ end: JSONValue, _ ends: NodeLinkEnds, _ place: (line: Int, column: Int)
  ) throws(TextFault) -> Int {
    if ends.arePositions {
      guard case .integer(let number) = end, number >= 0, number < assembly.nodeCount else {
        let last = assembly.nodeCount - 1
        throw TextFault(
          place.line, place.column, "there is no node \(JSONText.text(of: end)); a place from 0 to \(last) was expected"
        )
      }
      return Int(number)
    }
    // A simulation of D3 puts the node itself in place of its name.
    let id = try NodeLinkEnds.id(end[ends.member ?? "id"] ?? end, place)
    if nodes == nil {
      if case .integer = end {} else { hasOnlyIntegers = false }
      return assembly.node(id)
    }
    guard let index = assembly.known(id) else {
      throw TextFault(place.line, place.column, "no node has the \(ends.member ?? "id") \(ShownText.quoted(id))")
    }
    return index
  }

  /// Sets the members of a node or an edge, those of `attributes` like its own.
  private mutating func add(_ value: JSONValue, toNode isNode: Bool, _ index: Int, line: Int, except: [String]) {
    guard case .object(let members) = value else { return }
    for (name, value) in members where !except.contains(name) {
      if name == "attributes", case .object = value {
        add(value, toNode: isNode, index, line: line, except: [])
      } else if let value = attribute(value) {
        if isNode {
          assembly.nodeColumns.set(name, index, value, line: line)
        } else {
          assembly.edgeColumns.set(name, index, value, line: line)
        }
      }
    }
  }
}
