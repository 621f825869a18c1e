/// A graph in the DOT language, as a value: names and labels may hold any text.
///
/// ```swift
/// var document = DOTDocument("partners", directed: false)
/// document.addNode("P1", ["label": .text("Café \"Knot\"")])
/// document.addNode("P2")
/// document.addEdge("P1", "P2", ["penwidth": 2.5])
/// let picture = try Graphviz.render(document, as: .svg, engine: .neato)
/// ```
///
/// The text (``text``) follows the order of the statements, byte for byte the same for equal documents.
/// Reference: Graphviz, *DOT Language*, https://graphviz.org/doc/info/lang.html.
public struct DOTDocument: Sendable, Hashable, DOTContainer {
  /// Name of the graph, any text. SVG shows it as the picture's title; empty for none.
  public var name: String
  /// Whether edges have a direction (`digraph`).
  public var isDirected: Bool
  /// Whether parallel edges are merged into one (`strict`).
  public var isStrict: Bool
  /// Attributes of the graph itself.
  public var attributes: DOTAttributes
  /// Attributes of every node that does not set them itself.
  public var nodeDefaults: DOTAttributes
  /// Attributes of every edge that does not set them itself.
  public var edgeDefaults: DOTAttributes
  /// Nodes, edges and subgraphs in the order in which they are written.
  public var statements: [DOTStatement]

  /// Creates a document without nodes. The defaults are a readable style without colors of its own; pass `[:]` for
  /// Graphviz's.
  public init(
    _ name: String = "", directed: Bool, strict: Bool = false, attributes: DOTAttributes = .readableGraph,
    nodeDefaults: DOTAttributes = .readableNode, edgeDefaults: DOTAttributes = .readableEdge
  ) {
    self.name = name
    isDirected = directed
    isStrict = strict
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
    statements = []
  }

  /// The document in the DOT language, UTF-8, ending in a newline: valid on its own for any Graphviz.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public var text: String { DOTWriter.text(of: self) }
}

/// One statement of a DOT document.
public enum DOTStatement: Sendable, Hashable {
  /// Declares a node, or sets attributes of one declared before; in a subgraph it also makes the node a member.
  case node(DOTNode)
  /// Ties two nodes, which need not have been declared.
  case edge(DOTEdge)
  /// A subgraph or cluster.
  case subgraph(DOTSubgraph)
}

/// A node of a DOT document.
public struct DOTNode: Sendable, Hashable {
  /// Name by which edges refer to the node, any text; it is the label too, unless `label` is set.
  public var name: String
  /// Attributes of this node.
  public var attributes: DOTAttributes

  /// Creates a node.
  public init(_ name: String, _ attributes: DOTAttributes = [:]) {
    self.name = name
    self.attributes = attributes
  }
}

/// An edge of a DOT document.
public struct DOTEdge: Sendable, Hashable {
  /// Name of the node where the edge starts.
  public var tail: String
  /// Name of the node where the edge ends.
  public var head: String
  /// Attributes of this edge.
  public var attributes: DOTAttributes

  /// Creates an edge.
  public init(_ tail: String, _ head: String, _ attributes: DOTAttributes = [:]) {
    self.tail = tail
    self.head = head
    self.attributes = attributes
  }
}

/// A subgraph of a DOT document: a cluster drawn as a frame, or nodes with something in common, such as a rank.
public struct DOTSubgraph: Sendable, Hashable, DOTContainer {
  /// Name; a cluster's starts with `cluster`. Nil for a subgraph that nothing refers to.
  public var name: String?
  /// Attributes of the subgraph itself.
  public var attributes: DOTAttributes
  /// Attributes of nodes first declared here.
  public var nodeDefaults: DOTAttributes
  /// Attributes of edges first declared here.
  public var edgeDefaults: DOTAttributes
  /// Nodes, edges and subgraphs in order.
  public var statements: [DOTStatement]

  /// Creates a subgraph without a frame, such as `DOTSubgraph(attributes: ["rank": "same"])`.
  public init(_ name: String? = nil, attributes: DOTAttributes = [:]) {
    self.name = name
    self.attributes = attributes
    nodeDefaults = [:]
    edgeDefaults = [:]
    statements = []
  }

  /// Creates a cluster: its nodes stand together in a frame. `name` is any text and must be unique among clusters.
  public init(cluster name: String, _ attributes: DOTAttributes = [:]) {
    self.init("cluster_" + name, attributes: attributes)
  }

  /// Whether the subgraph is drawn as a frame.
  public var isCluster: Bool { name?.hasPrefix("cluster") ?? false }
}

/// What a document and a subgraph have in common: attributes and statements.
public protocol DOTContainer {
  /// Attributes of the graph or subgraph itself.
  var attributes: DOTAttributes { get set }
  /// Attributes of nodes that do not set them themselves.
  var nodeDefaults: DOTAttributes { get set }
  /// Attributes of edges that do not set them themselves.
  var edgeDefaults: DOTAttributes { get set }
  /// Nodes, edges and subgraphs in the order in which they are written.
  var statements: [DOTStatement] { get set }
}

extension DOTContainer {
  /// Appends a node.
  public mutating func addNode(_ name: String, _ attributes: DOTAttributes = [:]) {
    statements.append(.node(DOTNode(name, attributes)))
  }

  /// Appends an edge from `tail` to `head`.
  public mutating func addEdge(_ tail: String, _ head: String, _ attributes: DOTAttributes = [:]) {
    statements.append(.edge(DOTEdge(tail, head, attributes)))
  }

  /// Appends a subgraph or cluster.
  public mutating func addSubgraph(_ subgraph: DOTSubgraph) {
    statements.append(.subgraph(subgraph))
  }
}
