import GraphData
import GraphStructures
import Testing

struct GEXFReaderTests {
  @Test func `nodes within nodes are read, with the node around them as their group`() throws {
    let graph = try read(
      """
      <gexf version="1.2"><graph defaultedgetype="directed"><nodes><node id="a" label="K"><nodes><node id="b" label="L">\
      <nodes><node id="d"/></nodes></node></nodes><edges><edge id="7" source="d" target="a"/></edges></node>\
      <node id="c" pid="a"/></nodes><edges><edge id="0" source="b" target="c"/></edges></graph></gexf>
      """, "a.gexf"
    ).graph
    #expect(graph.nodeIDs == ["a", "b", "d", "c"])
    #expect(graph.shownEdges == ["d>a", "b>c"])
    #expect(graph.ofNodes("group") == .text([nil, "a", "b", "a"]))
    #expect(graph.ofNodes("label") == .text(["K", "L", nil, nil]))
  }

  @Test func `a mixed graph's edges tell their type`() throws {
    let graph = try read(
      """
      <gexf><graph defaultedgetype="mixed"><edges><edge source="a" target="b" type="directed"/>\
      <edge source="b" target="c" type="mutual"/><edge source="c" target="d"/></edges></graph></gexf>
      """, "a.gexf"
    ).graph
    #expect(graph.shownEdges == ["a>b", "b-c", "c-d"])
  }

  @Test func `spells and values over time become texts and dates`() throws {
    let graph = try read(
      """
      <gexf version="1.3"><graph mode="dynamic" timeformat="date" defaultedgetype="directed">
      <attributes class="node" mode="dynamic"><attribute id="0" title="price" type="float"/></attributes>
      <nodes><node id="0" start="2009-03-01"><attvalues><attvalue for="0" value="10.5" end="2009-03-02"/>
      <attvalue for="0" value="20" start="2009-03-03"/></attvalues></node>
      <node id="1"><spells><spell start="2009-03-01" end="2009-03-05"/><spell start="2009-04-01" end="2009-04-02"/></spells></node></nodes>
      <edges><edge id="0" source="0" target="1" start="2009-03-01" end="2009-03-10"/></edges></graph></gexf>
      """, "a.gexf"
    ).graph
    #expect(graph.ofNodes("price") == .text(["<[-Infinity, 2009-03-02, 10.5]; [2009-03-03, Infinity, 20.0]>", nil]))
    #expect(graph.ofNodes("spells") == .text([nil, "<[2009-03-01, 2009-03-05]; [2009-04-01, 2009-04-02]>"]))
    #expect(graph.ofNodes("end") == .text([nil, "2009-04-02"]))
    #expect(graph.timeAttribute == "start")
  }

  @Test func `empty integers are missing, and 3.0 is one`() throws {
    let graph = try read(
      """
      <gexf><graph><attributes class="node"><attribute id="0" title="n" type="integer"/></attributes><nodes>\
      <node id="a"><attvalues><attvalue for="0" value=""/></attvalues></node>\
      <node id="b"><attvalues><attvalue for="0" value="3.0"/><attvalue for="9" value="x"/></attvalues></node></nodes></graph></gexf>
      """, "a.gexf"
    ).graph
    #expect(graph.ofNodes("n") == .integer([nil, 3]))
    #expect(graph.ofNodes("9") == .text([nil, "x"]))
  }
}

struct DynamicGEXFTests {
  private let graph = AttributedGraph(
    isDirected: true, nodeIDs: ["a", "b", "c", "d"],
    edges: EdgeList(nodeCount: 4, sources: [0, 0, 0, 1, 2], targets: [1, 1, 1, 2, 0], weights: [1, 2, 4, 1, 5]),
    hasIntegerWeights: true,
    edgeAttributes: [
      AttributeColumn(
        "time", .text(["2025-03-02", "2025-03-01T23:59:00Z", "2025-03-04", "2025-03-02", nil]))
    ])

  private func dynamic(_ graph: AttributedGraph) -> (text: String, notes: [String]) {
    written(graph, .gexf, GraphWritingOptions(isDynamic: true))
  }

  /// Edges of one pair become one: on 1 March it weighs 2, on 2 March 1, on 4 March 4, together 7.
  @Test func `edges are there on their days, and weigh what falls on them`() {
    let (text, notes) = dynamic(graph)
    #expect(notes.isEmpty)
    #expect(
      text.contains(
        """
        <gexf xmlns="http://gexf.net/1.3" version="1.3">
          <graph mode="dynamic" timeformat="date" defaultedgetype="directed">
        """))
    #expect(
      text.contains(
        """
              <edge id="0" source="a" target="b" weight="7"><attvalues>\
        <attvalue for="weights" value="2.0" start="2025-03-01" end="2025-03-01"/>\
        <attvalue for="weights" value="1.0" start="2025-03-02" end="2025-03-02"/>\
        <attvalue for="weights" value="4.0" start="2025-03-04" end="2025-03-04"/></attvalues>\
        <spells><spell start="2025-03-01" end="2025-03-02"/><spell start="2025-03-04" end="2025-03-04"/></spells></edge>

        """))
  }

  /// The edge from c to a has no date, so that it is always there, and so are its ends; d has no edge.
  @Test func `nodes are there whenever one of their edges is`() {
    let text = dynamic(graph).text
    #expect(
      text.contains(
        """
              <node id="a" label="a"/>
              <node id="b" label="b"><spells><spell start="2025-03-01" end="2025-03-02"/>\
        <spell start="2025-03-04" end="2025-03-04"/></spells></node>
              <node id="c" label="c"/>
              <node id="d" label="d"/>

        """))
    #expect(text.contains("<edge id=\"4\" source=\"c\" target=\"a\" weight=\"5\"/>"))
  }

  @Test func `what was written is read back, and written the same again`() throws {
    let text = dynamic(graph).text
    let again = try read(text, "a.gexf").graph
    #expect(again.edges.weights == [7, 1, 5])
    #expect(again.timeAttribute == "start")
    #expect(
      again.ofEdges("weights")
        == .text([
          "<[2025-03-01, 2025-03-01, 2.0]; [2025-03-02, 2025-03-02, 1.0]; [2025-03-04, 2025-03-04, 4.0]>",
          "<[2025-03-02, 2025-03-02, 1.0]>", nil,
        ]))
    let second = dynamic(again).text
    #expect(
      second.replacing("id=\"1\" source=\"b\"", with: "id=\"3\" source=\"b\"").replacing(
        "id=\"2\" source", with: "id=\"4\" source") == text)
  }

  @Test func `integer times are integers, and stretches join`() {
    let graph = AttributedGraph(
      isDirected: false, nodeIDs: ["a", "b"],
      edges: EdgeList(nodeCount: 2, sources: [0, 1, 0], targets: [1, 0, 1]),
      edgeAttributes: [AttributeColumn("time", .integer([3, 4, 9]))])
    let text = dynamic(graph).text
    #expect(text.contains("timeformat=\"integer\""))
    #expect(text.contains("<spells><spell start=\"3\" end=\"4\"/><spell start=\"9\" end=\"9\"/></spells></edge>"))
    #expect(text.contains("<attvalue for=\"weights\" value=\"1.0\" start=\"3\" end=\"4\"/>"))
  }

  @Test func `without times the file is not dynamic, and that is said`() {
    var plain = graph
    plain.edgeAttributes = []
    plain.timeAttribute = nil
    let (text, notes) = dynamic(plain)
    #expect(notes == ["no edge has a date or an integer for its time: the file is not dynamic"])
    #expect(text.contains("mode=\"static\""))
  }
}
