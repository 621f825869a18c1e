internal import CGraphviz

extension DOTDocument {
  /// Creates a document from DOT text, read by libcgraph: the first graph in it, its attributes, nodes, edges and subgraphs.
  ///
  /// Names come out as their author sees them: those that ``text`` has written are decoded. Labels and other values stay as Graphviz
  /// stores them (``DOTValue/verbatim(_:)`` and markup), so that the document draws as the text does. Every node is listed first, then every edge,
  /// then the subgraphs with the names of their nodes; `node`, `edge` and `graph` defaults of the root are kept as such.
  /// The key of a named edge becomes its attribute `key`.
  ///
  /// - Throws: ``GraphvizError/syntax(line:message:)`` with the line, counted from 1; ``GraphvizError/textTooLong(bytes:limit:)``.
  /// - Complexity: O(*n*) in the length of the text times the number of different attributes.
  public init(parsing text: String) throws(GraphvizError) {
    let bytes = text.utf8.count
    if bytes > Graphviz.textLimit { throw .textTooLong(bytes: bytes, limit: Graphviz.textLimit) }
    self = try GraphvizLibrary.use { library throws(GraphvizError) in
      try library.withGraph(text) { graph throws(GraphvizError) in DOTReader(graph).document() }
    }
  }
}

/// Copies a graph out of libcgraph's memory.
private struct DOTReader {
  private let root: GraphReference
  private let graphAttributes: [AttributeReference]
  private let nodeAttributes: [AttributeReference]
  private let edgeAttributes: [AttributeReference]
  /// Whether names are decoded; not where two would become the same.
  private let decodesNames: Bool

  init(_ root: GraphReference) {
    self.root = root
    graphAttributes = root.attributes(kind: AGRAPH)
    nodeAttributes = root.attributes(kind: AGNODE)
    edgeAttributes = root.attributes(kind: AGEDGE)
    let names = root.nodes().map(\.name)
    // Compared byte by byte: strings of other scalars may be equal.
    decodesNames = Set(names.map { Array(DOTEncoding.decodedName($0).utf8) }).count == names.count
  }

  func document() -> DOTDocument {
    let name = root.name
    // Safety: the root is valid while the library lends it.
    var document = unsafe DOTDocument(
      name.hasPrefix("%") ? "" : DOTEncoding.decodedName(name), directed: agisdirected(root.pointer) != 0,
      strict: agisstrict(root.pointer) != 0, attributes: defaults(graphAttributes),
      nodeDefaults: defaults(nodeAttributes), edgeDefaults: defaults(edgeAttributes))
    for node in root.nodes() { document.addNode(shownName(node), own(nodeAttributes, of: node)) }
    for edge in root.edges() {
      var attributes = own(edgeAttributes, of: edge)
      let key = edge.name
      if !key.isEmpty, attributes["key"] == nil { attributes["key"] = .verbatim(key) }
      document.addEdge(shownName(edge.tail), shownName(edge.head), attributes)
    }
    for subgraph in root.subgraphs() { document.addSubgraph(copy(subgraph)) }
    return document
  }

  private func copy(_ graph: GraphReference) -> DOTSubgraph {
    let name = graph.name
    var subgraph = DOTSubgraph(
      name.hasPrefix("%") ? nil : DOTEncoding.decodedName(name), attributes: own(graphAttributes, of: graph))
    for node in graph.nodes() { subgraph.addNode(shownName(node)) }
    for inner in graph.subgraphs() { subgraph.addSubgraph(copy(inner)) }
    return subgraph
  }

  private func defaults(_ attributes: [AttributeReference]) -> DOTAttributes {
    var result = DOTAttributes()
    for attribute in attributes {
      if let value = attribute.standard { result[attribute.attributeName] = Self.value(value) }
    }
    return result
  }

  /// Attributes of an object that differ from the default.
  private func own(_ attributes: [AttributeReference], of object: some GraphObject) -> DOTAttributes {
    var result = DOTAttributes()
    for attribute in attributes {
      guard let value = object.value(of: attribute) else { continue }
      if let standard = attribute.standard, standard.isMarkup == value.isMarkup,
        standard.text.utf8.elementsEqual(value.text.utf8)
      {
        continue
      }
      result[attribute.attributeName] = Self.value(value)
    }
    return result
  }

  private static func value(_ stored: (text: String, isMarkup: Bool)) -> DOTValue {
    stored.isMarkup ? .markup(DOTMarkup(wellFormed: stored.text)) : .verbatim(stored.text)
  }

  private func shownName(_ node: NodeReference?) -> String {
    guard let stored = node?.name else { return "" }
    return decodesNames ? DOTEncoding.decodedName(stored) : stored
  }
}
