import GraphData
import GraphStructures
import Testing

/// A graph with every type of attribute, loops, parallel edges and hostile names.
let richGraph = AttributedGraph(
  isDirected: true,
  nodeIDs: ["a", "b \"x\" <&> ]]>", "Ä é \u{1F9F6}", "e\u{301}", "\u{E9}", "'; -- \\N \\n", "#7"],
  edges: EdgeList(
    nodeCount: 7, sources: [0, 1, 0, 2, 3, 4, 5], targets: [1, 2, 1, 2, 4, 5, 6],
    weights: [2.5, 1, 0, -3.25, 1e-9, 7, 123456.789]),
  nodeAttributes: [
    AttributeColumn("name", .text(["A", nil, "&amp;", "\"q\"", "line\nbreak", "\\back", "=1+1"])),
    AttributeColumn("age", .integer([1, 2, nil, -4, 5, Int64.max, Int64.min])),
    AttributeColumn("score", .double([0.1, nil, 2.5, -1e300, 1e-300, 0.25, 1.5])),
    AttributeColumn("active", .boolean([true, false, nil, true, true, false, true])),
  ],
  edgeAttributes: [
    AttributeColumn("time", .integer([5, 4, 3, 2, 1, 0, -1])),
    AttributeColumn("kind", .text(["tie", "a b", nil, "Ü", "x,y", "t\tu", "<k>"])),
  ],
  attributes: [NamedAttribute("name", .text("rich"))])

private func again(_ graph: AttributedGraph, _ format: GraphFileFormat) throws -> AttributedGraph {
  let options = GraphReadingOptions(format: format, isDirected: graph.isDirected)
  return try readGraph(Array(written(graph, format).text.utf8), file: "graph", options: options).graph
}

/// Whether ids are the same scalar by scalar: strings of other scalars may be equal.
private func ids(_ graph: AttributedGraph) -> [[UInt8]] { graph.nodeIDs.map { Array($0.utf8) } }

struct RoundTripTests {
  @Test func `GraphML carries everything`() throws {
    #expect(try again(richGraph, .graphml) == richGraph)
    #expect(ids(try again(richGraph, .graphml)) == ids(richGraph))
    #expect(written(richGraph, .graphml).notes == [])
  }

  @Test func `node-link JSON carries everything`() throws {
    #expect(try again(richGraph, .json) == richGraph)
    #expect(ids(try again(richGraph, .json)) == ids(richGraph))
    #expect(written(richGraph, .json).notes == [])
  }

  @Test func `GEXF carries everything but attributes of the graph, and says so`() throws {
    var expected = richGraph
    expected.attributes = []
    #expect(try again(richGraph, .gexf) == expected)
    #expect(written(richGraph, .gexf).notes == ["GEXF carries no attributes of the graph: \"name\""])
  }

  @Test func `GML turns truth values into numbers, and says so`() throws {
    let graph = try again(richGraph, .gml)
    #expect(ids(graph) == ids(richGraph))
    #expect(graph.edges == richGraph.edges)
    #expect(graph.edgeAttributes == richGraph.edgeAttributes)
    #expect(Array(graph.nodeAttributes[..<3]) == Array(richGraph.nodeAttributes[..<3]))
    #expect(graph.nodeAttributes[3] == AttributeColumn("active", .integer([1, 0, nil, 1, 1, 0, 1])))
    #expect(
      written(richGraph, .gml).notes == [
        "GML carries no truth values: \"active\" become 0 and 1",
        "integers beyond 32 bits are not read by all who read GML: \"age\"",
      ])
  }

  @Test func `DOT carries everything as text that is told by its look`() throws {
    let graph = try again(richGraph, .dot)
    #expect(ids(graph) == ids(richGraph))
    #expect(graph.edges == richGraph.edges)
    // A picture shows a tab as a blank.
    #expect(graph.ofEdges("kind") == .text(["tie", "a b", nil, "Ü", "x,y", "t u", "<k>"]))
    #expect(graph.ofEdges("time") == richGraph.ofEdges("time"))
    #expect(graph.nodeAttributes.sorted { $0.name < $1.name } == richGraph.nodeAttributes.sorted { $0.name < $1.name })
  }

  @Test func `Pajek carries all but truth values, and says so`() throws {
    let graph = try again(richGraph, .pajek)
    #expect(ids(graph) == ids(richGraph))
    #expect(graph.edges == richGraph.edges)
    #expect(graph.edgeAttributes == richGraph.edgeAttributes)
    #expect(written(richGraph, .pajek).notes.contains("Pajek carries no boolean attributes: \"active\""))
  }

  @Test func `Matrix Market carries numbers of nodes and weights, and says so`() throws {
    let graph = try again(richGraph, .matrixmarket)
    #expect(graph.edges == richGraph.edges)
    #expect(graph.nodeIDs == ["1", "2", "3", "4", "5", "6", "7"])
    #expect(
      written(richGraph, .matrixmarket).notes == [
        "Matrix Market carries no ids: nodes are numbered in their order",
        "Matrix Market carries no attributes of nodes: \"name\", \"age\", \"score\", \"active\"",
        "Matrix Market carries no attributes of edges: \"time\", \"kind\"",
        "Matrix Market carries no attributes of the graph: \"name\"",
        "those who read Matrix Market add up parallel edges",
      ])
  }

  @Test(arguments: [GraphFileFormat.csv, .tsv, .edgelist])
  func `an edge list carries edges and their attributes`(_ format: GraphFileFormat) throws {
    let graph = try again(richGraph, format)
    #expect(ids(graph) == ids(richGraph))
    #expect(graph.edges == richGraph.edges)
    #expect(graph.edgeAttributes == richGraph.edgeAttributes)
    #expect(
      written(richGraph, format).notes.contains(
        "an edge list carries no attributes of nodes: \"name\", \"age\", \"score\", \"active\""))
  }

  @Test(arguments: GraphFileFormat.allCases, [true, false])
  func `integer ids, weights and directions come back`(_ format: GraphFileFormat, _ isDirected: Bool) throws {
    let graph = AttributedGraph(
      isDirected: isDirected, nodeIDs: ["1", "2", "3"],
      edges: EdgeList(nodeCount: 3, sources: [0, 1, 1], targets: [1, 2, 1], weights: [3, 1, 2]), hasIntegerIDs: true,
      hasIntegerWeights: true)
    let other = try again(graph, format)
    #expect(other.nodeIDs == graph.nodeIDs)
    #expect(other.isDirected == isDirected)
    #expect(other.edges.count == 3)
    #expect(other.hasIntegerWeights)
    #expect(other.edges == graph.edges)
  }

  @Test(arguments: GraphFileFormat.allCases, [0, 1])
  func `graphs without edges are read back`(_ format: GraphFileFormat, _ count: Int) throws {
    let ids = (0..<count).map { String($0 + 1) }
    let graph = AttributedGraph(isDirected: true, nodeIDs: ids, edges: EdgeList(nodeCount: count))
    let isEdgeList = format.isEdgeList
    #expect(try again(graph, format).nodeIDs == (isEdgeList ? [] : ids))
    #expect(try again(graph, format).edges.count == 0)
    #expect(written(graph, format).notes.isEmpty == (count == 0 || !isEdgeList))
  }

  @Test(arguments: GraphFileFormat.allCases)
  func `the same graph gives the same bytes`(_ format: GraphFileFormat) {
    #expect(written(richGraph, format).text == written(richGraph, format).text)
  }
}
