import FileReading

/// How the edges of a JSON file name their ends.
struct NodeLinkEnds {
  /// The member of nodes that is their id; nil where they have none and are known by their place.
  let member: String?
  /// Whether edges tell places, counted from 0.
  let arePositions: Bool
  /// What was decided, in a sentence, unless ids are called `id`.
  let decision: String?

  init(nodes: [JSONValue], edges: [JSONValue]) {
    let ends = edges.flatMap { edge in [edge["source"] ?? edge["from"], edge["target"] ?? edge["to"]] }
    let places = ends.map { end -> Int? in
      if case .integer(let number)? = end, number >= 0, number < nodes.count { Int(number) } else { nil }
    }
    let areInRange = !ends.isEmpty && !places.contains(nil)
    func names(_ member: String) -> Bool { nodes.contains { $0[member] != nil } }
    let found = ["id", "key"].first(where: names)
    if let found {
      // Places stand for nodes whose ids are other than all ends.
      let isID = areInRange && NodeLinkEnds.areSome(ends, of: found, nodes)
      member = found
      arePositions = areInRange && !isID
      decision =
        arePositions
        ? "edges name nodes by their place, counted from 0" : found == "id" ? nil : "ids of nodes are their \(found)"
    } else if !areInRange, names("name") {
      member = "name"
      arePositions = false
      decision = "ids of nodes are their name"
    } else {
      member = nil
      arePositions = !nodes.isEmpty
      decision = nodes.isEmpty || ends.isEmpty ? nil : "edges name nodes by their place, counted from 0"
    }
  }

  /// Whether one of the ends is the id of a node.
  private static func areSome(_ ends: [JSONValue?], of member: String, _ nodes: [JSONValue]) -> Bool {
    var ids = Interner()
    for node in nodes { if case .integer(let number)? = node[member] { _ = ids.intern(String(number)) } }
    return ends.contains { end in
      if case .integer(let number)? = end { ids.find(String(number).utf8) != nil } else { false }
    }
  }

  /// A text or a number as an id.
  static func id(_ value: JSONValue, _ place: (line: Int, column: Int)) throws(TextFault) -> String {
    switch value {
    case .text(let text): return text
    case .integer(let number): return String(number)
    case .double(let number): return number.description
    case .null, .boolean, .list, .object:
      throw TextFault(place.line, place.column, "an id must be a text or a number")
    }
  }
}
