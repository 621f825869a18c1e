import GraphData
import GraphStructures
import Testing

struct GMLReaderTests {
  @Test func `ids may be texts, and nodes may have none`() throws {
    let graph = try read(
      "graph [ directed 1 node [ id \"x\" ] node [ id 2 ] node [ w 3 ] edge [ source \"x\" target 2 ] ]", "a.gml")
    #expect(graph.graph.nodeIDs == ["x", "2", "2_"])
    #expect(graph.graph.shownEdges == ["x>2"])
    #expect(!graph.graph.hasIntegerIDs)
    #expect(graph.notes == ["1 nodes have no id: no edge can name them"])
  }

  @Test(arguments: ["\r", "\n", "\r\n"])
  func `lines end in any way, and # begins a comment up to there`(_ end: String) throws {
    let text = [
      "Creator \"x\"", "graph", "[", "# c ]", "node [ id 1 ]", "node", "[", "id 2", "]", "edge [ source 1 target 2 ]",
      "]", "",
    ]
    #expect(try read(text.joined(separator: end), "a.gml").graph.shownEdges == ["1-2"])
    #expect(
      failure((text.dropLast(3) + ["x y"]).joined(separator: end), "a.gml")?.hasPrefix("a.gml:10:1: x is \"y\"") == true
    )
  }

  /// The cut number is another node: 12 becomes 1.
  @Test func `a file that ends within a list is refused`() {
    let text = "graph [ node [ id 1 ] node [ id 12 ] edge [ source 12 target 12 ] ]"
    #expect(failure(text, "a.gml") == nil)
    for length in 8..<text.utf8.count {
      #expect(failure(String(text.prefix(length)), "a.gml") != nil, "\(text.prefix(length))")
    }
    #expect(failure(String(text.prefix(62)), "a.gml") == "a.gml:1:63: the file ends within a list; \"]\" was expected")
  }

  @Test func `what follows the graph is said, or refused`() throws {
    let two = try read("graph [ node [ id 1 ] ] graph [ node [ id 2 ] node [ id 3 ] ] Version 1", "a.gml")
    #expect(two.graph.nodeIDs == ["1"])
    #expect(two.notes == ["only the first of 2 graphs of the file is read"])
    #expect(failure("graph [ ] ]", "a.gml") == "a.gml:1:11: \"]\" ends nothing")
    #expect(failure("graph [ ] +", "a.gml") == "a.gml:1:11: a key was expected")
  }

  @Test func `a backslash does not keep a quote open`() {
    #expect(
      failure("graph [\n node [ id 1 label \"say \\\"hi\\\"\" ] ]", "a.gml")
        == "a.gml:2:20: a backslash stands before a quote, which it does not escape in GML; &quot; does")
  }

  @Test func `text that is no UTF-8 is read as Latin-1, and that is said`() throws {
    let bytes = Array("graph [ node [ id 1 label \"M".utf8) + [0xFC] + Array("ller\" ] ]".utf8)
    let reading = try readGraph(bytes, file: "a.gml")
    #expect(reading.graph.nodeIDs == ["Müller"])
    #expect(reading.decisions == ["the text is no UTF-8 (line 1): it is read as ISO-8859-1"])
  }

  /// Readers after Himsolt's grammar take `1e-05` for 1: a real number has a point.
  @Test func `numbers are written with a point, and none without an end`() throws {
    let graph = AttributedGraph(
      isDirected: false, nodeIDs: ["a", "b"],
      edges: EdgeList(nodeCount: 2, sources: [0, 0, 0], targets: [1, 1, 1], weights: [1e-5, 1.5e300, 2]),
      nodeAttributes: [AttributeColumn("x", .double([.nan, .infinity]))])
    let (text, notes) = written(graph, .gml)
    #expect(text.contains("weight 1.0e-05\n") && text.contains("weight 1.5e+300\n") && text.contains("weight 2.0\n"))
    #expect(!text.contains("nan") && !text.contains("inf"))
    #expect(notes == ["GML carries no infinite numbers and no NaN: \"x\""])
    #expect(try read(text, "a.gml").graph.edges.weights == [1e-5, 1.5e300, 2])
  }

  @Test func `keys are known in any case, as they stand first`() throws {
    let graph = try read(
      "Graph [ Directed 1 Node [ ID 1 Id 7 ] node [ id 2 ID 5 ] EDGE [ Source 1 target 2 Value 3 ] ]", "a.gml"
    ).graph
    #expect(graph.nodeIDs == ["1", "2"] && graph.shownEdges == ["1>2"] && graph.edges.weights == [3])
    #expect(graph.ofNodes("ID") == .integer([nil, 5]) && graph.ofNodes("Id") == .integer([7, nil]))
  }

  @Test func `a key with other characters is refused`() {
    #expect(
      failure("graph [\n d}rected 1 node [ id 1 ] ]", "a.gml")
        == "a.gml:2:2: \"d}rected\" is no key, which has letters and digits only")
  }
}
