import GraphData

/// Small files in the dialects of other tools, from which damaged ones are made.
enum GraphDialects {
  static func texts(of format: GraphFileFormat) -> [String] {
    switch format {
    case .csv:
      [
        "Source,Target,Type,Id,Label,Weight\n1,2,Directed,0,x,1.0\n2,3,Undirected,1,\"y, z\",2.0\n",
        "sep=;\nfrom;to;weight\na;b;1,5\nb;\"c \"\"d\"\"\";2,25\n", "a,b,1\n\n# note\nb,c,-2.5e3\n",
      ]
    case .tsv: ["u\tv\tw\tt\n1\t2\t0.5\t100\n2\t3\t7\t101\n", "New York\tBoston\nBoston\tRye\n"]
    case .edgelist:
      [
        "1 2 {'weight': 3.0, 'c': 'g\\'', 'n': None}\n2 3 {}\n", "% sym\n1 2 5 1275330000\n2 3 3 1275340000\n",
        "a b\r\nb c\r\n",
      ]
    case .graphml:
      [
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
         <key for="node" id="d1" yfiles.type="nodegraphics"/><key id="w" for="edge" attr.name="weight" attr.type="int"/>
         <graph edgedefault="directed"><node id="n0"><data key="d1"><y:ShapeNode><y:Geometry x="1" y="2"/>
         <y:NodeLabel>A &amp; B</y:NodeLabel></y:ShapeNode></data></node>
         <node id="g"><graph edgedefault="directed" id="g:"><node id="g::a"/></graph></node>
         <edge source="n0" target="g::a" directed="false"><data key="w">3.0</data></edge></graph></graphml>
        """
      ]
    case .gexf:
      [
        """
        <gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="dynamic" timeformat="date"><attributes class="edge"
         mode="dynamic"><attribute id="0" title="weight" type="double"><default>1</default></attribute></attributes>
         <nodes><node id="a" label="A"><spells><spell start="2020-01-01" end="2020-02-01"/></spells><nodes><node id="c"/></nodes>
         </node><node id="b" start="2020-01-01"/></nodes><edges><edge source="a" target="b" type="directed" weight="2"><attvalues>
         <attvalue for="0" value="2" start="2020-01-01" end="2020-01-03"/></attvalues></edge></edges></graph></gexf>
        """
      ]
    case .gml:
      [
        "Creator \"x\"\nVersion 1\ngraph [ directed 1 label \"g\"\n node [ id 1 label \"a&quot;\" graphics [ x 1.5 y -2E3 ] ]\n"
          + " node [ id 20 name \"b\" ]\n # note\n edge [ source 1 target 20 value 3 key 0 ] ]\n"
      ]
    case .pajek:
      [
        "*Network \"x\"\n*Vertices 3 1\n1 \"a b\" 0.1 0.2 ellipse ic Red\n2 b [1-3]\n3 \"c\"\n*Arcs :1 \"likes\"\n1 2 2.5 [2-4] c Blue\n"
          + "*Edgeslist\n2 3 1\n",
        "*Vertices 2\n*Matrix\n0 1\n2 0\n",
      ]
    case .matrixmarket:
      [
        "%%MatrixMarket matrix coordinate real general\n% by hand\n3 3 2\n1 2 2.5\n3 1 -1e3\n",
        "%%matrixmarket MATRIX array integer symmetric\n2 2\n0\n7\n1\n",
        "%%MatrixMarket matrix coordinate pattern general\n2 3 2\n1 3\n2 1\n",
      ]
    case .dot:
      [
        "strict digraph \"x y\" { rankdir=LR; node [shape=box, w=1]; a:p:n -> {b c} -> d [weight=2, key=k]; /* x */\n"
          + " subgraph cluster_0 { edge [c=red] e -> f } \"q\" + \"r\" -> <<b>h</b>> // y\n# z\n a -> a }",
        "graph { charset=latin1; 1 -- -2.5 -- .5; x [label=\"\\N\\\\ \\\"\"] }",
      ]
    case .json:
      [
        #"{"directed": true, "multigraph": false, "graph": {"n": [1]}, "nodes": [{"id": 1, "x": NaN}, {"id": 2}], "#
          + #""links": [{"source": 1, "target": 2, "weight": 1.5e1}]}"#,
        #"{"elements":{"nodes":[{"data":{"id":"a"}}],"edges":[{"data":{"source":"a","target":"a","é":"\ud83e\uddad"}}]}}"#,
        #"{"directed":false,"nodes":[{"id":"a"},{"id":"b"}],"adjacency":[[{"id":"b","weight":null}],[{"id":"a"}]]}"#,
        #"{"options":{"type":"mixed"},"nodes":[{"key":"a","attributes":{"s":1}}],"edges":[{"source":"a","target":"a"}]}"#,
      ]
    default: []
    }
  }

  /// Pieces that mean something in one format or another.
  static let tokens = [
    "\"", "\\\"", "<", ">", "/>", "</node>", "<node id=\"a\"/>", "<edge source=\"a\" target=\"b\"/>", "<!--", "]]>",
    "&#x41;",
    "&amp;", "[", "]", "{", "}", "node [ id 1 ]", "edge [ source 1 target 20 ]", "*Vertices 3\n", "*Edges\n", "*Arcs\n",
    "*Matrix\n", "1 2\n", "a -> b;", "-- {a b}", "subgraph s {", "+ \"x\"", "\"nodes\":[", "\"id\":1", ",", ";", "\t",
    "|", "\n",
    "\r", "\r\n", "\u{0}", "\u{FEFF}", "\u{A0}", "🦭", "1e999", "-1e-999", "NaN", "Infinity", "99999999999999999999",
    "-0", "007",
    "0x1F", "true", "null", "source,target\n", "sep=;\n", "#", "%", "weight", "time",
  ]
}
