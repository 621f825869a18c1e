import FileReading

/// Reads a graph in Graphviz's language, as libcgraph does: statement by statement, without recursion, so that neither
/// long chains nor deep braces need a large stack.
///
/// Defaults count for nodes and edges that come after them, in the same subgraph. An edge to a subgraph is one to each of
/// its nodes. Edges with the same `key` are one; in a `strict` graph those between the same nodes are.
///
/// Reference: E. Gansner, E. Koutsofios, S. North, *Drawing graphs with dot*, 2015; grammar of libcgraph 2.43.
struct DOTParser {
  typealias Word = DOTTokens.Word

  /// One end of edges: nodes with their ports, or the nodes of a subgraph.
  enum End {
    case nodes([(node: Int, port: String?)])
    case subgraph(DOTSubgraphs.Reference)
  }

  /// A graph or subgraph that is being read.
  struct Frame {
    var nodeDefaults: [Int: AttributeValue]
    var edgeDefaults: [Int: AttributeValue]
    var subgraph: DOTSubgraphs.Open
    /// The ends of the statement in which an inner subgraph stands.
    var chain: [End] = []
  }

  var tokens: DOTTokens
  let byteCount: Int
  var isStrict = false
  var frames: [Frame] = []
  var subgraphs = DOTSubgraphs()
  var defaultCount = 0
  var edgesByKey = Interner()
  var edgesOfKeys: [Int] = []

  /// The graph so far; node ids are as Graphviz stores them.
  var assembly = GraphAssembly(isDirected: false)
  /// Node ids in order.
  private(set) var names: [String] = []

  init(_ bytes: [UInt8]) throws(TextFault) {
    byteCount = bytes.count
    tokens = try DOTTokens(bytes)
  }

  /// Reads the first graph.
  mutating func parse() throws(TextFault) {
    try header()
    while !frames.isEmpty { try statement() }
    for warning in tokens.warnings { assembly.note(warning) }
    switch tokens.token {
    case .end: break
    case .keyword(.graph), .keyword(.digraph), .keyword(.strict):
      assembly.note("only the first graph of the file is read; another begins in line \(tokens.place.line)")
    default: throw tokens.fault("the end of the file or another graph")
    }
  }

  private mutating func header() throws(TextFault) {
    if tokens.token == .end { throw TextFault(1, "there is no graph in the file") }
    if tokens.token == .keyword(.strict) {
      isStrict = true
      try tokens.advance()
    }
    switch tokens.token {
    case .keyword(.graph): assembly.isDirected = false
    case .keyword(.digraph): assembly.isDirected = true
    default: throw tokens.fault("graph or digraph")
    }
    try tokens.advance()
    if case .word(let name) = tokens.token {
      if !name.text.isEmpty { assembly.attributes.append(NamedAttribute("name", .text(DOTGraph.name(name.text)))) }
      try tokens.advance()
    }
    guard try tokens.skip("{") else { throw tokens.fault("\"{\"") }
    frames.append(Frame(nodeDefaults: [:], edgeDefaults: [:], subgraph: subgraphs.open(nil, in: nil)))
  }

  /// Reads one statement, or the part of one up to an inner subgraph, or the end of a subgraph and what follows it.
  private mutating func statement() throws(TextFault) {
    switch tokens.token {
    case .mark(UInt8(ascii: "}")): try close()
    case .mark(UInt8(ascii: "{")), .keyword(.subgraph): try open()
    case .keyword(.graph), .keyword(.node), .keyword(.edge): try defaults()
    case .word(let word):
      try tokens.advance()
      if try tokens.skip("=") {
        set(word, try self.word("a value"))
        _ = try tokens.skip(";")
      } else {
        let nodes = try nodeList(word)
        try continueChain(with: .nodes(nodes))
      }
    default: throw tokens.fault("a statement or \"}\"")
    }
  }

  mutating func word(_ expected: String) throws(TextFault) -> Word {
    guard case .word(let word) = tokens.token else { throw tokens.fault(expected) }
    try tokens.advance()
    return word
  }

  // MARK: Subgraphs

  private mutating func open() throws(TextFault) {
    var name: String?
    if tokens.token == .keyword(.subgraph) {
      try tokens.advance()
      if case .word(let word) = tokens.token {
        name = word.text
        try tokens.advance()
      }
    }
    guard try tokens.skip("{") else { throw tokens.fault("\"{\"") }
    var frame = frames[frames.count - 1]
    frame.chain = []
    frame.subgraph = subgraphs.open(name, in: frame.subgraph)
    frames.append(frame)
    assembly.note("subgraphs are left out; their nodes and edges are read")
  }

  private mutating func close() throws(TextFault) {
    try tokens.advance()
    let reference = subgraphs.close(frames[frames.count - 1].subgraph)
    frames.removeLast()
    if !frames.isEmpty { try continueChain(with: .subgraph(reference)) }
  }

  // MARK: Nodes and edges

  /// The nodes of a list, each with a port if one is named.
  private mutating func nodeList(_ first: Word) throws(TextFault) -> [(node: Int, port: String?)] {
    var nodes = [(node: try node(first), port: try port())]
    while try tokens.skip(",") { nodes.append((try node(try word("a node")), try port())) }
    return nodes
  }

  private mutating func node(_ word: Word) throws(TextFault) -> Int {
    let node = assembly.node(word.text)
    subgraphs.mention(node)
    guard node == names.count else { return node }
    names.append(word.text)
    let defaults = frames[frames.count - 1].nodeDefaults
    for (column, value) in defaults { assembly.nodeColumns.set(column, node, value, line: tokens.place.line) }
    try count(defaults.count)
    return node
  }

  private mutating func port() throws(TextFault) -> String? {
    guard try tokens.skip(":") else { return nil }
    let port = try word("a port").text
    guard try tokens.skip(":") else { return port }
    return try "\(port):\(word("a compass point").text)"
  }

  /// Adds an end to the statement, and those that follow it up to an inner subgraph; without one finishes it.
  private mutating func continueChain(with end: End) throws(TextFault) {
    frames[frames.count - 1].chain.append(end)
    while case .edge(let isDirected) = tokens.token {
      guard isDirected == assembly.isDirected else {
        throw tokens.fault(assembly.isDirected ? "\"->\", as this is a digraph," : "\"--\", as this is a graph,")
      }
      try tokens.advance()
      switch tokens.token {
      case .mark(UInt8(ascii: "{")), .keyword(.subgraph): return try open()
      case .word(let word):
        try tokens.advance()
        frames[frames.count - 1].chain.append(.nodes(try nodeList(word)))
      default: throw tokens.fault("a node or a subgraph")
      }
    }
    try finishChain()
  }
}
