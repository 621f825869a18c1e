import GraphData
import GraphStructures
import Testing

/// Files as other tools write them.
struct ForeignFileTests {
  /// networkx 3.6.1, write_graphml_xml.
  @Test func `GraphML of networkx`() throws {
    let graph = try read(
      """
      <?xml version='1.0' encoding='utf-8'?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
        <key id="d5" for="edge" attr.name="weight" attr.type="long" />
        <key id="d3" for="node" attr.name="ok" attr.type="boolean" />
        <graph edgedefault="directed">
          <node id="a">
            <data key="d3">True</data>
          </node>
          <node id="b &quot;x&quot;">
            <data key="d3">False</data>
          </node>
          <edge source="a" target="b &quot;x&quot;">
            <data key="d5">2</data>
          </edge>
        </graph>
      </graphml>
      """, "a.graphml"
    ).graph
    #expect(graph.isDirected && graph.hasIntegerWeights)
    #expect(graph.nodeIDs == ["a", "b \"x\""])
    #expect(graph.edges.weights == [2])
    #expect(graph.nodeAttributes == [AttributeColumn("ok", .boolean([true, false]))])
  }

  /// igraph 1.0.0, write_gml.
  @Test func `GML of igraph`() throws {
    let graph = try read(
      """
      Creator "igraph version 1.0.0 Sat Nov 21 09:04:00 2026"
      Version 1
      graph
      [
        directed 0
        node
        [
          id 0
          name "a"
          x 1.5
        ]
        node
        [
          id 1
          name "b"
        ]
        edge
        [
          source 1
          target 0
          weight 1
        ]
      ]
      """, "a.gml"
    ).graph
    #expect(!graph.isDirected && graph.hasIntegerIDs)
    #expect(graph.nodeIDs == ["0", "1"])
    #expect(graph.nodeAttributes.map(\.name) == ["name", "x"])
    #expect(graph.nodeAttributes.last == AttributeColumn("x", .double([1.5, nil])))
  }

  /// networkx 3.6.1, write_pajek of a multigraph.
  @Test func `Pajek of networkx keeps parallel edges and loops`() throws {
    let graph = try read(
      "*vertices 3\n1 a 0.0 0.0 ellipse\n2 b 0.0 0.0 ellipse\n3 c 0.0 0.0 ellipse\n*edges\n1 2 2.5\n1 2 1.0\n2 3 1.0\n3 3 4.0\n",
      "a.net"
    ).graph
    #expect(!graph.isDirected)
    #expect(graph.nodeIDs == ["a", "b", "c"])
    #expect(graph.edges.sources == [0, 0, 1, 2])
    #expect(graph.edges.targets == [1, 1, 2, 2])
    #expect(graph.edges.weights == [2.5, 1, 1, 4])
  }

  /// networkx 3.6.1, node_link_data with either name of the edges.
  @Test(arguments: ["edges", "links"])
  func `node-link JSON of networkx`(_ key: String) throws {
    let graph = try read(
      #"{"directed": false, "multigraph": true, "graph": {}, "nodes": [{"id": "a"}, {"id": "\u00e9"}], "KEY": [{"weight": 2.5, "source": "a", "target": "\u00e9", "key": 0}]}"#
        .replacing("KEY", with: key), "a.json"
    ).graph
    #expect(graph.nodeIDs == ["a", "é"])
    #expect(graph.edges.weights == [2.5])
    #expect(graph.edgeAttributes == [AttributeColumn("key", .integer([0]))])
  }

  @Test func `mixed edges stay what they are, and that is said`() throws {
    let reading = try read("*Vertices 3\n*Arcs\n1 2 5\n*Edges\n2 3 7\n3 3 1\n", "a.net")
    #expect(reading.graph.shownEdges == ["1>2", "2-3", "3-3"])
    #expect(reading.graph.edges.weights == [5, 7, 1])
    #expect(
      reading.notes == [
        "directed and undirected edges are mixed: an undirected one counts once, and is followed both ways"
      ])
    let arcs = try #require(reading.graph.arcs)
    #expect(arcs.edges.sources == [0, 1, 2, 2])
    #expect(arcs.edges.targets == [1, 2, 2, 1])
    #expect(arcs.edges.weights == [5, 7, 1, 7])
    #expect(arcs.origins == [0, 1, 2, 1])
  }

  /// igraph 1.0.0, write_dot.
  @Test func `DOT of igraph`() throws {
    let graph = try read(
      """
      /* Created by igraph 1.0.0 */
      digraph {
        0 [
          name="a \\"q\\""
          age=1
          label=one
        ];
        1 [
          name="Ä"
          age=2.5
          label=two
        ];

        0 -> 1 [
          weight=2
          kind=""
        ];
        1 -> 1 [
          weight=0.5
          kind="y z"
        ];
      }
      """, "a.dot"
    ).graph
    #expect(graph.isDirected)
    #expect(graph.nodeIDs == ["0", "1"])
    #expect(graph.edges.weights == [2, 0.5])
    #expect(graph.nodeAttributes.contains(AttributeColumn("name", .text(["a \"q\"", "Ä"]))))
    #expect(graph.nodeAttributes.contains(AttributeColumn("age", .double([1, 2.5]))))
    #expect(graph.edgeAttributes == [AttributeColumn("kind", .text([nil, "y z"]))])
    #expect(graph.label(of: 1) == "two")
  }

  /// networkx 3.6.1, write_gexf of a multigraph.
  @Test func `GEXF of networkx`() throws {
    let graph = try read(
      """
      <?xml version='1.0' encoding='utf-8'?>
      <gexf xmlns="http://www.gexf.net/1.2draft" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">
        <meta lastmodifieddate="2026-11-21">
          <creator>NetworkX 3.6.1</creator>
        </meta>
        <graph defaultedgetype="directed" mode="static" name="">
          <attributes mode="static" class="edge">
            <attribute id="2" title="kind" type="string" />
          </attributes>
          <attributes mode="static" class="node">
            <attribute id="0" title="size" type="long" />
            <attribute id="1" title="ok" type="boolean" />
          </attributes>
          <nodes>
            <node id="a" label="a">
              <attvalues>
                <attvalue for="0" value="3" />
                <attvalue for="1" value="true" />
              </attvalues>
            </node>
            <node id="b &lt;x&gt;" label="b &lt;x&gt;" />
          </nodes>
          <edges>
            <edge source="a" target="b &lt;x&gt;" id="0" weight="2">
              <attvalues>
                <attvalue for="2" value="k" />
              </attvalues>
            </edge>
            <edge source="a" target="b &lt;x&gt;" id="1" weight="1.5" />
          </edges>
        </graph>
      </gexf>
      """, "a.gexf"
    ).graph
    #expect(graph.isDirected)
    #expect(graph.nodeIDs == ["a", "b <x>"])
    #expect(graph.edges.weights == [2, 1.5])
    #expect(
      graph.nodeAttributes == [
        AttributeColumn("size", .integer([3, nil])), AttributeColumn("ok", .boolean([true, nil])),
      ])
    #expect(graph.edgeAttributes == [AttributeColumn("kind", .text(["k", nil]))])
  }

  /// igraph 1.0.0, write_pajek.
  @Test func `Pajek of igraph`() throws {
    let graph = try read("*Vertices 3\n1 \"a &#34;q&#34;\"\n2 \"b\"\n3 \"Ä\"\n*Arcs\n1 2 2\n2 3 1\n2 3 0.5\n", "a.net")
      .graph
    #expect(graph.isDirected)
    #expect(graph.nodeIDs == ["a \"q\"", "b", "Ä"])
    #expect(graph.edges.weights == [2, 1, 0.5])
    #expect(graph.nodeAttributes.isEmpty)
  }
}
