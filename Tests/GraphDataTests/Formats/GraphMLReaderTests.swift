import GraphData
import GraphStructures
import Testing

struct GraphMLReaderTests {
  private func graphml(_ keys: String, _ graph: String, after: String = "") throws -> GraphReading {
    try read("<graphml>\(keys)\(graph)\(after)</graphml>", "a.graphml")
  }

  /// What yEd 3.25 writes of a node in a group, shortened.
  @Test func `yEd's labels, places, shapes and colors are attributes, and groups too`() throws {
    let graph = try read(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
        <key attr.name="Description" attr.type="string" for="graph" id="d0"/>
        <key for="port" id="d1" yfiles.type="portgraphics"/>
        <key attr.name="url" attr.type="string" for="node" id="d4"/>
        <key for="node" id="d6" yfiles.type="nodegraphics"/>
        <key for="graphml" id="d7" yfiles.type="resources"/>
        <key for="edge" id="d10" yfiles.type="edgegraphics"/>
        <graph edgedefault="directed" id="G">
          <data key="d0" xml:space="preserve"/>
          <node id="n0" yfiles.foldertype="group">
            <data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0">
              <y:GroupNode><y:Geometry height="90" width="80" x="1" y="2"/><y:NodeLabel>Market</y:NodeLabel></y:GroupNode>
              <y:GroupNode><y:Geometry height="50" width="50" x="0" y="60"/><y:NodeLabel>Folder</y:NodeLabel></y:GroupNode>
            </y:Realizers></y:ProxyAutoBoundsNode></data>
            <graph edgedefault="directed" id="n0:">
              <node id="n0::n0"><data key="d4"><![CDATA[http://a]]></data>
                <data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="30.0" x="10.5" y="20.0"/>
                  <y:Fill color="#FFCC00" transparent="false"/><y:BorderStyle color="#000000" type="line"/>
                  <y:NodeLabel alignment="center">Bakery<y:LabelModel><y:SmartNodeLabelModel/></y:LabelModel></y:NodeLabel>
                  <y:Shape type="rectangle"/></y:ShapeNode></data></node>
            </graph>
          </node>
          <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel hasText="false"/></y:ShapeNode></data></node>
          <edge id="e0" source="n0::n0" target="n1"><data key="d10"><y:PolyLineEdge><y:Path sx="0.0"/>
            <y:LineStyle color="#333333" type="line"/><y:EdgeLabel>gives<y:LabelModel/></y:EdgeLabel></y:PolyLineEdge></data></edge>
        </graph>
        <data key="d7"><y:Resources/></data>
      </graphml>
      """, "a.graphml"
    ).graph
    #expect(graph.nodeIDs == ["n0", "n0::n0", "n1"])
    #expect(graph.shownEdges == ["n0::n0>n1"])
    #expect(graph.ofNodes("label") == .text(["Market", "Bakery", nil]))
    #expect(graph.ofNodes("x") == .double([1, 10.5, nil]))
    #expect(graph.ofNodes("color") == .text([nil, "#FFCC00", nil]))
    #expect(graph.ofNodes("shape") == .text([nil, "rectangle", nil]))
    #expect(graph.ofNodes("group") == .text([nil, "n0", nil]))
    #expect(graph.ofNodes("url") == .text([nil, "http://a", nil]))
    #expect(graph.ofEdges("label") == .text(["gives"]))
    #expect(graph.ofEdges("color") == .text(["#333333"]))
  }

  @Test func `empty numbers are missing`() throws {
    let graph = try graphml(
      #"<key id="w" for="node" attr.name="w" attr.type="double"/><key id="s" for="node" attr.type="string"/>"#,
      #"<graph edgedefault="directed"><node id="a"><data key="w">1</data></node><node id="b"><data key="w"> </data><data key="s"></data></node></graph>"#
    ).graph
    #expect(graph.ofNodes("w") == .double([1, nil]))
    #expect(graph.ofNodes("s") == .text([nil, ""]))
  }

  @Test func `keys may stand behind the graph, or nowhere`() throws {
    let reading = try graphml(
      "",
      #"<graph edgedefault="undirected"><node id="a"><data key="size">7</data></node><edge source="a" target="b"><data key="w">4</data></edge></graph>"#,
      after: #"<key id="w" for="edge" attr.name="weight" attr.type="double"/>"#)
    #expect(reading.graph.edges.weights == [4])
    #expect(reading.graph.ofNodes("size") == .integer([7, nil]))
    #expect(reading.notes.contains("data of keys that are not declared are read: \"size\""))
    #expect(reading.notes.contains("1 nodes of edges are not declared: they are added"))
  }

  @Test(arguments: [("0", false), ("false", false), ("1", true), ("true", true)])
  func `every edge may tell its own direction`(_ text: String, _ isDirected: Bool) throws {
    let graph = try graphml(
      "",
      "<graph><edge source=\"a\" target=\"b\" directed=\"\(text)\"/><edge source=\"b\" target=\"c\" directed=\"\(text)\"/></graph>"
    ).graph
    #expect(graph.isDirected == isDirected)
    #expect(graph.edgeDirections == nil)
  }

  @Test func `a mixed graph keeps each edge once, and writes it back as it was`() throws {
    let text =
      #"<graph edgedefault="directed"><edge id="e1" source="a" target="b" directed="false"/><edge id="e2" source="b" target="c"/></graph>"#
    let graph = try graphml("", text).graph
    #expect(graph.shownEdges == ["a-b", "b>c"])
    #expect(try read(written(graph, .graphml).text, "a.graphml").graph.shownEdges == ["a-b", "b>c"])
    #expect(try read(written(graph, .gexf).text, "a.gexf").graph.shownEdges == ["a-b", "b>c"])
    #expect(try read(written(graph, .csv).text, "a.csv").graph.shownEdges == ["a-b", "b>c"])
    #expect(Set(try read(written(graph, .pajek).text, "a.net").graph.shownEdges) == ["a-b", "b>c"])
    for format in [GraphFileFormat.gml, .json, .dot] {
      let (text, notes) = written(graph, format)
      #expect(notes.contains { $0.contains("does not mix directed and undirected edges") })
      let again = try read(text, "a." + format.endings[0]).graph
      #expect(Set(again.shownEdges) == ["a>b", "b>a", "b>c"])
    }
  }

  /// igraph writes weights as text where they were text.
  @Test func `weights may be called otherwise, and be numbers in texts`() throws {
    func edge(_ value: String) -> String {
      "<graph edgedefault=\"undirected\"><edge source=\"a\" target=\"b\"><data key=\"w\">\(value)</data></edge></graph>"
    }
    for name in ["weight", "Weight", "value", "VALUE"] {
      let reading = try graphml("<key id=\"w\" for=\"edge\" attr.name=\"\(name)\" attr.type=\"string\"/>", edge("5"))
      #expect(reading.graph.edges.weights == [5], "\(name)")
      #expect(reading.decisions == ["weights are the attribute \"\(name)\" of edges, whose texts are numbers"])
    }
    #expect(
      failure(
        "<graphml>\n<key id=\"w\" for=\"edge\" attr.name=\"weight\" attr.type=\"string\"/>\n\(edge("heavy"))</graphml>",
        "a.graphml")?
        .hasPrefix("a.graphml:3: the weight (\"weight\") is \"heavy\"; a finite number was expected") == true)
    let words = try graphml("<key id=\"w\" for=\"edge\" attr.name=\"value\" attr.type=\"string\"/>", edge("good"))
    #expect(words.graph.edges.weights == nil)
    #expect(words.graph.ofEdges("value") == .text(["good"]))
  }

  @Test func `weights and times can be chosen or left aside`() throws {
    let text = """
      <graphml><key id="w" for="edge" attr.name="weight" attr.type="int"/><key id="c" for="edge" attr.name="calls" \
      attr.type="int"/><graph edgedefault="directed"><edge source="a" target="b"><data key="w">1</data><data \
      key="c">9</data></edge></graph></graphml>
      """
    #expect(try read(text, "a.graphml") { $0.weight = .named("calls") }.graph.edges.weights == [9])
    let plain = try read(text, "a.graphml") { $0.weight = .none }.graph
    #expect(plain.edges.weights == nil)
    #expect(plain.ofEdges("weight") == .integer([1]))
    #expect(try read(text, "a.graphml") { $0.time = .named("calls") }.graph.timeAttribute == "calls")
    #expect(
      failure(text, "a.graphml") { $0.weight = .named("x") }
        == "a.graphml: edges have no attribute \"x\", which --weight names; there are \"weight\", \"calls\"")
  }

  @Test func `the encoding is the one declared`() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><graphml><graph><node id=\"B\u{E4}cker\"/></graph></graphml>"
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    #expect(try readGraph(latin, file: "a.graphml").graph.nodeIDs == ["Bäcker"])
    let wide =
      "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?><graphml><graph><node id=\"Bäcker\"/></graph></graphml>"
    let bytes = wide.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try readGraph(bytes, file: "a.graphml").graph.nodeIDs == ["Bäcker"])
    #expect(
      failure("<?xml version=\"1.0\" encoding=\"KOI8-R\"?><graphml/>", "a.graphml")?.contains("\"KOI8-R\" is not read")
        == true)
    #expect(
      #expect(throws: GraphFileError.self) { try readGraph(Array("<graphml>\n".utf8) + [0xE4], file: "a.graphml") }?
        .description == "a.graphml:2:1: the text is not in its encoding, utf8")
  }

  @Test(arguments: [
    (
      "<graph><hyperedge><endpoint node=\"a\"/></hyperedge></graph>",
      "a.graphml:1:17: a hyperedge, which ties more than two nodes, is not read"
    ),
    ("<graph><node id=\"a\"><port name=\"p\"/></node></graph>", "a.graphml:1:30: ports of nodes are not read"),
    (
      "<graph><edge source=\"a\" target=\"b\" sourceport=\"p\"/></graph>", "a.graphml:1:17: ports of edges are not read"
    ),
  ])
  func `what is not read is refused with its place`(_ graph: String, _ message: String) {
    #expect(failure("<graphml>\(graph)</graphml>", "a.graphml") == message)
  }
}
