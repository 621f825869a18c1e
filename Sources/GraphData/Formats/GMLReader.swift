import FileReading

/// Reads GML: the first graph of the file.
///
/// Where every node has a label of its own, labels are the ids, as in networkx; else the file's ids are, numbers or texts,
/// and labels an attribute. A node without an id is one that no edge can name. Lists within nodes become attributes such
/// as `graphics.x`. A file that ends before its lists do is refused, as is a `\"`, with which GML ends a text.
///
/// Reference: M. Himsolt, *GML: A portable Graph File Format*, University of Passau, 1997.
struct GMLReader {
  /// A node or an edge.
  private struct Record {
    var place: (line: Int, column: Int)
    var values: [(name: String, value: AttributeValue)] = []

    subscript(name: String) -> AttributeValue? { values.first { $0.name == name }?.value }

    /// Calls by its usual name what identifies a node or an edge in another case, unless there is one of that name.
    mutating func name(_ usual: String) {
      if self[usual] != nil { return }
      if let index = values.firstIndex(where: { $0.name.lowercased() == usual }) { values[index].name = usual }
    }
  }

  private var pairs: GMLPairs
  private var isDirected = false
  private var attributes: [NamedAttribute] = []
  private var nodes: [Record] = []
  private var edges: [Record] = []
  private var graphs = 0

  static func read(_ bytes: [UInt8], _ options: GraphReadingOptions) throws(TextFault) -> GraphReading {
    let text = try GraphText.decoded(bytes)
    var reader = GMLReader(pairs: GMLPairs(text.bytes))
    try reader.document()
    var reading = try reader.graph(options)
    reading.decisions.insert(contentsOf: text.decisions, at: 0)
    return reading
  }

  private init(pairs: GMLPairs) { self.pairs = pairs }

  private mutating func document() throws(TextFault) {
    while let pair = try pairs.next() {
      guard pair.key != "]" else { throw TextFault(pair.place.line, pair.place.column, "\"]\" ends nothing") }
      guard case .list = pair.value else { continue }
      if pair.key.lowercased() == "graph" {
        graphs += 1
        if graphs == 1 { try content() } else { try skipList() }
      } else {
        try skipList()
      }
    }
    if graphs == 0 { throw pairs.fault("\"graph [\" was expected") }
  }

  private mutating func content() throws(TextFault) {
    while let pair = try pairs.next() {
      switch (pair.key.lowercased(), pair.value) {
      case ("]", _): return
      case ("node", .list): nodes.append(try record(pair.place, "id"))
      case ("edge", .list): edges.append(try record(pair.place, "source", "target"))
      case (_, .list): try skipList()
      case ("multigraph", .integer): break
      case ("directed", .integer(let number)): isDirected = number != 0
      case (_, let value): attributes.append(NamedAttribute(pair.key, value.attribute))
      }
    }
    throw pairs.fault("the file ends within the graph; \"]\" was expected")
  }

  private mutating func record(_ place: (line: Int, column: Int), _ names: String...) throws(TextFault) -> Record {
    var record = Record(place: place)
    try fill(&record, prefix: "", depth: 1)
    for name in names { record.name(name) }
    return record
  }

  private mutating func fill(_ record: inout Record, prefix: String, depth: Int) throws(TextFault) {
    guard depth < GraphLimits.listDepth else { throw pairs.fault("lists nest deeper than \(GraphLimits.listDepth)") }
    while let pair = try pairs.next() {
      if pair.key == "]" { return }
      if case .list = pair.value {
        try fill(&record, prefix: "\(prefix)\(pair.key).", depth: depth + 1)
      } else {
        record.values.append((prefix + pair.key, pair.value.attribute))
        guard record.values.count <= 10_000 else { throw pairs.fault("a list has more than 10000 entries") }
      }
    }
    throw pairs.fault("the file ends within a list; \"]\" was expected")
  }

  private mutating func skipList() throws(TextFault) {
    var depth = 1
    while depth > 0 {
      guard let pair = try pairs.next() else { throw pairs.fault("the file ends within a list; \"]\" was expected") }
      if pair.key == "]" { depth -= 1 } else if case .list = pair.value { depth += 1 }
    }
  }

  private func graph(_ options: GraphReadingOptions) throws(TextFault) -> GraphReading {
    var assembly = GraphAssembly(isDirected: isDirected)
    assembly.attributes = attributes
    if graphs > 1 { assembly.note("only the first of \(graphs) graphs of the file is read") }
    var labels = Interner()
    for node in nodes { if let label = node["label"] { _ = labels.intern(label.text) } }
    let usesLabels = !nodes.isEmpty && labels.count == nodes.count
    var hasOnlyIntegers = !usesLabels && !nodes.isEmpty
    var ids = Interner()
    var nodesByID: [Int] = []
    var unnamed: [Int] = []
    for (index, node) in nodes.enumerated() {
      guard let id = node["id"] else {
        unnamed.append(index)
        continue
      }
      if case .integer = id {} else { hasOnlyIntegers = false }
      guard ids.intern(id.text) == nodesByID.count else {
        throw TextFault(node.place.line, node.place.column, "a second node has the id \(ShownText.quoted(id.text))")
      }
      nodesByID.append(index)
    }
    if !unnamed.isEmpty { assembly.note("\(unnamed.count) nodes have no id: no edge can name them") }
    for (index, node) in nodes.enumerated() {
      var id = usesLabels ? node["label"]?.text ?? "" : node["id"]?.text ?? String(index)
      // The number that stands in for a missing id must not be another node's.
      while assembly.known(id) != nil || (node["id"] == nil && !usesLabels && ids.find(id.utf8) != nil) {
        id += "_"
      }
      _ = assembly.node(id)
      for (name, value) in node.values where name != "id" && !(usesLabels && name == "label") {
        assembly.nodeColumns.set(name, index, value, line: node.place.line)
      }
    }
    assembly.hasIntegerIDs = hasOnlyIntegers && unnamed.isEmpty
    for edge in edges {
      var ends: [Int] = []
      for name in ["source", "target"] {
        guard let id = edge[name], let index = ids.find(id.text.utf8) else {
          throw TextFault(edge.place.line, edge.place.column, "the edge's \(name) must be the id of a node")
        }
        ends.append(nodesByID[index])
      }
      let index = assembly.addEdge(ends[0], ends[1])
      for (name, value) in edge.values where name != "source" && name != "target" {
        assembly.edgeColumns.set(name, index, value, line: edge.place.line)
      }
    }
    return try assembly.graph(options)
  }
}
