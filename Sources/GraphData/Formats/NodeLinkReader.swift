/// Reads node-link JSON as networkx and D3 write it, with the edges under `edges` or `links`.
///
/// Ids are texts or integers. Where nodes have no `id`, edges count them from 0. Members that are null are left out;
/// lists and objects become the JSON text of themselves, and are noted.
///
/// Reference: networkx 3, `networkx.readwrite.json_graph.node_link_data`.
struct NodeLinkReader {
  private var json: JSONReader
  private var assembly = GraphAssembly(isDirected: false)
  private var edges: [(members: JSONValue, place: (line: Int, column: Int))] = []
  private var hasOnlyIntegerIDs = true
  private var hasIDs = false

  static func read(_ bytes: [UInt8]) throws(GraphFault) -> GraphReading {
    var reader = NodeLinkReader(json: JSONReader(bytes))
    try reader.document()
    try reader.addEdges()
    reader.assembly.hasIntegerIDs = reader.hasOnlyIntegerIDs && reader.assembly.nodeCount > 0
    return try reader.assembly.graph()
  }

  private init(json: JSONReader) { self.json = json }

  private mutating func document() throws(GraphFault) {
    var json = json
    var sawNodes = false
    var sawEdges = false
    try json.object { (name, json) throws(GraphFault) in
      switch name {
      case "nodes":
        sawNodes = true
        try json.list { (json) throws(GraphFault) in
          let place = json.place
          try node(try json.value(depth: 2), place)
        }
      case "edges", "links":
        sawEdges = true
        try json.list { (json) throws(GraphFault) in
          let place = json.place
          edges.append((try json.value(depth: 2), place))
        }
      case "directed": if case .boolean(let value) = try json.value() { assembly.isDirected = value }
      case "multigraph": _ = try json.value()
      case "graph":
        guard case .object(let members) = try json.value() else { return }
        for (name, value) in members {
          if let value = attribute(value) { assembly.attributes.append(.init(name, value)) }
        }
      default: if let value = attribute(try json.value()) { assembly.attributes.append(.init(name, value)) }
      }
    }
    try json.end()
    if !sawNodes, !sawEdges {
      throw GraphFault(1, 1, "an object with \"nodes\" and \"edges\" or \"links\" was expected")
    }
  }

  private mutating func node(_ value: JSONValue, _ place: (line: Int, column: Int)) throws(GraphFault) {
    guard case .object(let members) = value else {
      throw GraphFault(place.line, place.column, "a node as an object was expected")
    }
    let before = assembly.nodeCount
    let index: Int
    if let id = value["id"] {
      hasIDs = true
      index = assembly.node(try self.id(id, place))
      if index < before { throw GraphFault(place.line, place.column, "a second node has this id") }
    } else {
      index = assembly.node(String(before))
    }
    for (name, value) in members where name != "id" {
      if let value = attribute(value) { assembly.nodeColumns.set(name, index, value) }
    }
  }

  private mutating func id(_ value: JSONValue, _ place: (line: Int, column: Int)) throws(GraphFault) -> String {
    switch value {
    case .text(let text):
      hasOnlyIntegerIDs = false
      return text
    case .integer(let number): return String(number)
    case .double(let number):
      hasOnlyIntegerIDs = false
      return number.description
    case .null, .boolean, .list, .object:
      throw GraphFault(place.line, place.column, "an id must be a text or a number")
    }
  }

  private mutating func addEdges() throws(GraphFault) {
    let nodeCount = assembly.nodeCount
    for (value, place) in edges {
      guard case .object(let members) = value, let source = value["source"], let target = value["target"] else {
        throw GraphFault(place.line, place.column, "an edge with source and target was expected")
      }
      var ends: [Int] = []
      for end in [source, target] {
        if !hasIDs, nodeCount > 0, case .integer(let number) = end {
          guard number >= 0, number < nodeCount else {
            throw GraphFault(place.line, place.column, "there is no node \(number); 0 to \(nodeCount - 1) was expected")
          }
          ends.append(Int(number))
        } else {
          ends.append(assembly.node(try id(end, place)))
        }
      }
      let edge = assembly.addEdge(ends[0], ends[1])
      for (name, value) in members where name != "source" && name != "target" {
        if let value = attribute(value) { assembly.edgeColumns.set(name, edge, value) }
      }
    }
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
