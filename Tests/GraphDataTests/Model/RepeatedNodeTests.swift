import GraphData
import GraphStructures
import Testing

/// Nodes that a file declares more than once. networkx 3.6.1 and igraph 1.0.0 take them for one node in GraphML and GEXF
/// without a word, and refuse them in GML.
struct RepeatedNodeTests {
  private func reading(_ text: String, _ file: String) throws -> GraphReading {
    try readGraph(Array(text.utf8), file: file)
  }

  @Test(arguments: [
    (
      "a.graphml",
      """
      <graphml><key id="k" for="node" attr.name="n" attr.type="int"/><graph edgedefault="directed">
      <edge source="a" target="b"/>
      <node id="a"><data key="k">1</data></node><node id="b"/>
      <node id="a"><data key="k">2</data></node>
      <node id="b"/></graph></graphml>
      """, 4, "a"
    ),
    (
      "a.gexf",
      """
      <gexf><graph defaultedgetype="directed"><nodes>
      <node id="a"/><node id="b"/>
      <node id="b"/><node id="b"/></nodes>
      <edges><edge source="a" target="b"/></edges></graph></gexf>
      """, 3, "b"
    ),
    ("a.net", "*Vertices 2\n1 a\n2 b\n2 c\n2 b\n*Arcs\n1 2\n", 4, "2"),
  ])
  func `nodes that are declared more than once are one node, which is said`(
    _ file: String, _ text: String, line: Int, id: String
  ) throws {
    let result = try reading(text, file)
    #expect(result.graph.nodeIDs == ["a", "b"] && result.graph.edges.count == 1)
    #expect(
      result.notes == [
        "nodes are declared more than once (2 in all), the first in line \(line) with the id \"\(id)\": each is one node"
      ])
  }

  @Test(arguments: [
    ("a.gml", "graph [\n node [ id 1 ]\n node [ id 1 ]\n]", "a.gml:3:2: a second node has the id \"1\""),
    ("a.json", "{\"nodes\": [{\"id\": 1},\n{\"id\": 1}], \"links\": []}", "a.json:2:1: a second node has the id \"1\""),
  ])
  func `where ids must differ a second node of one is refused`(_ file: String, _ text: String, _ message: String) {
    let error = #expect(throws: GraphFileError.self) { try readGraph(Array(text.utf8), file: file) }
    #expect(error?.description == message)
  }
}
