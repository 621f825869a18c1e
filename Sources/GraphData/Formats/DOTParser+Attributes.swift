import FileReading

extension DOTParser {
  /// A statement such as `node [color=red]`, which holds for nodes that come after it in its subgraph.
  mutating func defaults() throws(TextFault) {
    let keyword = tokens.token
    try tokens.advance()
    guard tokens.token == .mark(UInt8(ascii: "[")) else { throw tokens.fault("\"[\"") }
    let last = frames.count - 1
    for (name, word) in try attributeLists() {
      switch keyword {
      case .keyword(.node):
        let column = assembly.nodeColumns.column(name.text)
        frames[last].nodeDefaults[column] = DOTParser.isUnset(name, word) ? nil : DOTGraph.value(word)
      case .keyword(.edge):
        if name.text == "key" { continue }
        let column = assembly.edgeColumns.column(name.text)
        frames[last].edgeDefaults[column] = DOTParser.isUnset(name, word) ? nil : DOTGraph.value(word)
      default: set(name, word)
      }
    }
    _ = try tokens.skip(";")
  }

  /// An attribute of the graph; those of subgraphs are left out.
  mutating func set(_ name: Word, _ word: Word) {
    guard frames.count == 1 else { return }
    assembly.attributes.removeAll { $0.name == name.text }
    if !word.text.isEmpty { assembly.attributes.append(NamedAttribute(name.text, DOTGraph.value(word))) }
  }

  /// An empty value is Graphviz's way to say that there is none; `\N` stands for the node's own name.
  static func isUnset(_ name: Word, _ word: Word) -> Bool {
    word.text.isEmpty || (name.text == "label" && word.text == "\\N")
  }

  /// Lists such as `[a=1, b=2][c=3]`.
  private mutating func attributeLists() throws(TextFault) -> [(name: Word, value: Word)] {
    var attributes: [(name: Word, value: Word)] = []
    while try tokens.skip("[") {
      while true {
        if try tokens.skip("]") { break }
        let name = try word("an attribute or \"]\"")
        guard try tokens.skip("=") else { throw tokens.fault("\"=\"") }
        attributes.append((name, try word("a value")))
        if try !tokens.skip(";") { _ = try tokens.skip(",") }
      }
    }
    return attributes
  }

  /// Reads the attributes of a statement, and sets them for its nodes, or adds its edges.
  mutating func finishChain() throws(TextFault) {
    let line = tokens.place.line
    let attributes = try attributeLists()
    _ = try tokens.skip(";")
    let chain = frames[frames.count - 1].chain
    frames[frames.count - 1].chain = []
    guard chain.count > 1 else {
      guard case .nodes(let nodes)? = chain.first else { return }
      for (name, word) in attributes {
        let column = assembly.nodeColumns.column(name.text)
        let value = DOTParser.isUnset(name, word) ? .text("") : DOTGraph.value(word)
        for (node, _) in nodes { assembly.nodeColumns.set(column, node, value, line: line) }
      }
      return
    }
    let ends = chain.map { end -> [(node: Int, port: String?)] in
      switch end {
      case .nodes(let nodes): nodes
      case .subgraph(let reference): subgraphs.nodes(of: reference).map { ($0, nil) }
      }
    }
    for (tails, heads) in zip(ends, ends.dropFirst()) {
      let limit = GraphLimits.edges + GraphLimits.edgesPerByte * byteCount
      guard tails.count * heads.count <= limit - assembly.edgeCount else {
        throw TextFault(line, "the statements stand for more than \(limit) edges, the most of a file of this size")
      }
      for tail in tails { for head in heads { try addEdge(tail, head, attributes, line: line) } }
    }
  }

  private mutating func addEdge(
    _ tail: (node: Int, port: String?), _ head: (node: Int, port: String?), _ attributes: [(name: Word, value: Word)],
    line: Int
  ) throws(TextFault) {
    let key = attributes.last { $0.name.text == "key" }?.value.text
    guard let edge = try edge(tail.node, head.node, key: key, line: line) else { return }
    for (name, port) in [("tailport", tail.port), ("headport", head.port)] {
      if let port { assembly.edgeColumns.set(name, edge, AttributeValue(inferring: port), line: line) }
    }
    for (name, word) in attributes {
      assembly.edgeColumns.set(name.text, edge, word.text.isEmpty ? .text("") : DOTGraph.value(word), line: line)
    }
  }

  /// The edge that a statement means, new or known; nil for one that a strict graph cannot have beside another.
  private mutating func edge(_ tail: Int, _ head: Int, key: String?, line: Int) throws(TextFault) -> Int? {
    guard isStrict || key != nil else { return try newEdge(tail, head, line: line) }
    let isTurned = !assembly.isDirected && head < tail
    let ends = isTurned ? "\(head) \(tail)" : "\(tail) \(head)"
    if isStrict {
      let index = edgesByKey.intern(ends)
      if index < edgesOfKeys.count {
        let known = edgesOfKeys[index]
        let isSame = key == nil || edgesByKey.find("\(ends) \(key ?? "")".utf8).map { edgesOfKeys[$0] } == known
        return isSame ? known : nil
      }
      edgesOfKeys.append(try newEdge(tail, head, line: line))
    }
    guard let key else { return edgesOfKeys.last }
    let index = edgesByKey.intern("\(ends) \(key)")
    if index == edgesOfKeys.count {
      edgesOfKeys.append(isStrict ? edgesOfKeys[index - 1] : try newEdge(tail, head, line: line))
    }
    return edgesOfKeys[index]
  }

  private mutating func newEdge(_ tail: Int, _ head: Int, line: Int) throws(TextFault) -> Int {
    let edge = assembly.addEdge(tail, head)
    let defaults = frames[frames.count - 1].edgeDefaults
    for (column, value) in defaults { assembly.edgeColumns.set(column, edge, value, line: line) }
    try count(defaults.count)
    return edge
  }

  /// Counts values that defaults have given, of which a file of a size may ask for so many.
  mutating func count(_ values: Int) throws(TextFault) {
    defaultCount += values
    let limit = GraphLimits.defaults + GraphLimits.defaultsPerByte * byteCount
    guard defaultCount <= limit else {
      throw TextFault(
        tokens.place.line, "defaults give more than \(limit) values to nodes and edges, the most of a file of this size"
      )
    }
  }
}
