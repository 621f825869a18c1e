import GraphData
import GraphStructures
import Testing

/// What files must look like for other tools to read them: networkx 3.6.1 and igraph 1.0.0 were asked.
struct OtherReadersTests {
  private func pair(
    _ nodeAttributes: [AttributeColumn] = [], edgeAttributes: [AttributeColumn] = [], weights: [Double]? = [1, 2]
  ) -> AttributedGraph {
    AttributedGraph(
      isDirected: true, nodeIDs: ["a", "b c"],
      edges: EdgeList(nodeCount: 2, sources: [0, 0], targets: [1, 1], weights: weights), hasIntegerWeights: true,
      nodeAttributes: nodeAttributes, edgeAttributes: edgeAttributes)
  }

  /// igraph takes the first word behind a label for the figure, networkx the first three for place and figure.
  @Test func `Pajek has place and figure before other attributes`() throws {
    let graph = pair([AttributeColumn("age", .integer([7, nil])), AttributeColumn("name", .text(["A", "B b"]))])
    let text = written(graph, .pajek).text
    #expect(
      text == "*Vertices 2\n1 \"a\" 0 0 ellipse age 7 name A\n2 \"b c\" 0 0 ellipse name \"B b\"\n*Arcs\n1 2 1\n1 2 2\n"
    )
    #expect(try readGraph(Array(text.utf8), file: "a.net").graph == graph)
    #expect(written(pair(), .pajek).text == "*Vertices 2\n1 \"a\"\n2 \"b c\"\n*Arcs\n1 2 1\n1 2 2\n")
  }

  @Test func `Pajek carries coordinates and figure where it looks for them`() throws {
    let graph = pair([
      AttributeColumn("x", .double([0.5, 1.5])), AttributeColumn("y", .double([2.5, -1.5])),
      AttributeColumn("shape", .text(["box", "ellipse"])),
    ])
    let (text, notes) = written(graph, .pajek)
    #expect(text.hasPrefix("*Vertices 2\n1 \"a\" 0.5 2.5 box\n2 \"b c\" 1.5 -1.5 ellipse\n"))
    #expect(notes.isEmpty)
    #expect(try readGraph(Array(text.utf8), file: "a.net").graph == graph)
    let partly = pair([AttributeColumn("x", .double([0.5, nil])), AttributeColumn("shape", .text(["2", "box"]))])
    #expect(
      written(partly, .pajek).notes == [
        "Pajek carries coordinates and figures of all vertices or of none: \"x\", \"shape\""
      ])
    #expect(written(partly, .pajek).text == written(pair(), .pajek).text)
  }

  /// igraph refuses texts where Pajek has a parameter that is a number, and the names of these as text, unless quoted.
  @Test func `Pajek's own words are quoted where they are text`() throws {
    let graph = pair(
      [AttributeColumn("phi", .text(["x", "la"])), AttributeColumn("bw", .integer([2, 3]))],
      edgeAttributes: [AttributeColumn("key", .text(["k1", "k"]))])
    let text = written(graph, .pajek).text
    #expect(
      text
        == "*Vertices 2\n1 \"a\" 0 0 ellipse \"phi\" x bw 2\n2 \"b c\" 0 0 ellipse \"phi\" \"la\" bw 3\n*Arcs\n1 2 1 key \"k1\"\n1 2 2 key k\n"
    )
    #expect(try readGraph(Array(text.utf8), file: "a.net").graph == graph)
  }

  /// networkx hands the attributes of an edge to a function that has a parameter `key` already.
  @Test func `GEXF has no attribute of edges called key`() throws {
    let graph = pair(edgeAttributes: [
      AttributeColumn("key", .text(["k", "l"])), AttributeColumn("key_", .integer([1, 2])),
    ])
    let (text, notes) = written(graph, .gexf)
    #expect(notes == ["GEXF with an attribute of edges named \"key\" is not read everywhere: it is written as key__"])
    let other = try readGraph(Array(text.utf8), file: "a.gexf").graph
    #expect(other.edgeAttributes.map(\.name) == ["key__", "key_"])
    #expect(other.edgeAttributes[0].values == .text(["k", "l"]))
  }

  /// Readers merge edges with the same id.
  @Test func `GEXF edges have ids of their own`() throws {
    let graph = pair(edgeAttributes: [AttributeColumn("id", .text(["1", nil]))])
    let text = written(graph, .gexf).text
    #expect(text.contains("<edge id=\"0\" ") && text.contains("<edge id=\"1\" "))
    #expect(try readGraph(Array(text.utf8), file: "a.gexf").graph == graph)
  }

  @Test func `GML calls by name what a node is labelled beside its id`() throws {
    let graph = pair([AttributeColumn("label", .text(["A", "B"]))])
    let (text, notes) = written(graph, .gml)
    #expect(notes == ["GML carries no attribute named \"label\": it is written as name"])
    let other = try readGraph(Array(text.utf8), file: "a.gml").graph
    #expect(other.nodeIDs == graph.nodeIDs)
    #expect(other.label(of: 1) == "B")
  }
}
