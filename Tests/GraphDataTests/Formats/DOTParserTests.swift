import GraphData
import GraphStructures
import Testing

/// What Graphviz 2.43 reads, worked out from its grammar.
struct DOTParserTests {
  private func graph(_ text: String) throws -> AttributedGraph { try read(text, "a.gv").graph }

  @Test(arguments: [
    ("digraph { a -> b -> c; b -> a }", ["a>b", "b>c", "b>a"]),
    ("graph { a -- {b c} -- d }", ["a-b", "a-c", "b-d", "c-d"]),
    ("digraph { {a b} -> {c; d -> e} }", ["d>e", "a>c", "a>d", "a>e", "b>c", "b>d", "b>e"]),
    ("digraph { a, b -> c }", ["a>c", "b>c"]),
    ("digraph { subgraph x {a} subgraph x {b} subgraph x {} -> z }", ["a>z", "b>z"]),
    ("digraph { subgraph x {a} subgraph y { subgraph x {b} -> z } }", ["b>z"]),
    ("strict graph { a -- b; b -- a; a -- b [w=1] }", ["a-b"]),
    ("strict digraph { a -> b; b -> a; a -> a; a -> a }", ["a>b", "b>a", "a>a"]),
    ("graph { a -- b; b -- a }", ["a-b", "b-a"]),
    ("digraph { a -> b [key=x]; a -> b [key=x, w=2]; a -> b [key=y] }", ["a>b", "a>b"]),
    ("digraph{a:p:ne->b:q}", ["a>b"]),
    ("DiGraph \"x\" { NODE [a=1]; 1 -> -2.5 -> .5; \"a\"+\"b\" -> <<b>x</b>> }", ["1>-2.5", "-2.5>.5", "ab><b>x</b>"]),
    ("// c\n# line 1\n/* a -> b */ digraph { a/**/->b // x\n}", ["a>b"]),
    ("digraph { a->b\n\t;b->c;c->{} }", ["a>b", "b>c"]),
  ])
  func `edges are those of the grammar`(_ text: String, _ edges: [String]) throws {
    #expect(try graph(text).shownEdges == edges)
  }

  @Test func `defaults count for what comes after them in their subgraph`() throws {
    let graph = try graph(
      """
      digraph { a; node [color=red, label="\\N"]; edge [w=1]; b -> c
        subgraph { node [color=blue]; edge [w=2]; d -> b; d [label="D"] }
        e -> a [w=3]; c [color=""]; size="7,7"; subgraph s { size=1 } }
      """)
    #expect(graph.nodeIDs == ["a", "b", "c", "d", "e"])
    #expect(graph.ofNodes("color") == .text([nil, "red", nil, "blue", "red"]))
    #expect(graph.ofNodes("label") == .text([nil, nil, nil, "D", nil]))
    #expect(graph.ofEdges("w") == .integer([1, 2, 3]))
    #expect(graph.attributes == [NamedAttribute("size", .text("7,7"))])
  }

  @Test func `texts lose what only quotes need`() throws {
    let graph = try graph(
      "graph { \"a \\\"q\\\"\" -- \"two \\\nlines\"; x [t=\"a\\nb\", u=\"c\\\\d\", v=\"5\" + \"6\"] }")
    #expect(graph.nodeIDs == ["a \"q\"", "two lines", "x"])
    #expect(graph.ofNodes("t") == .text([nil, nil, "a\nb"]))
    #expect(graph.ofNodes("u") == .text([nil, nil, "c\\d"]))
    #expect(graph.ofNodes("v") == .integer([nil, nil, 56]))
  }

  @Test func `a second graph is said, and anything else behind the first refused`() throws {
    let reading = try read("graph x { a -- b }\ngraph y { c -- d }", "a.gv")
    #expect(reading.graph.shownEdges == ["a-b"])
    #expect(reading.notes == ["only the first graph of the file is read; another begins in line 2"])
    #expect(
      failure("graph { a }\n}", "a.gv")
        == "a.gv:2:1: the end of the file or another graph was expected; \"}\" stands here")
  }

  @Test func `long chains and deep braces are read whole`() throws {
    let chain = try graph("digraph {" + (0..<100_000).map { "a\($0)" }.joined(separator: "->") + "}")
    #expect(chain.nodeCount == 100_000)
    #expect(chain.edges.count == 99_999)
    let depth = 100_000
    let braces = String(repeating: "{", count: depth) + "a--b" + String(repeating: "}", count: depth)
    #expect(try graph("graph {\(braces) -- c; d -- e }").shownEdges == ["a-b", "a-c", "b-c", "d-e"])
  }

  @Test func `many attributes, each of one node, take no more memory than they are long`() throws {
    let names = 0..<20_000
    let graph = try graph("graph {" + names.map { "\($0) [a\($0)=1]\n" }.joined() + "}")
    #expect(graph.nodeAttributes.count == 20_000)
    #expect(graph.nodeAttributes[19_999][19_999] == .integer(1))
    #expect(graph.nodeAttributes[19_999][0] == nil)
  }

  @Test func `the charset that a graph names is its encoding`() throws {
    let text = "graph { charset=\"latin1\"; \"B\u{E4}cker\" }".unicodeScalars.map { UInt8($0.value) }
    #expect(try readGraph(text, file: "a.gv").graph.nodeIDs == ["Bäcker"])
    let other = "graph { \"B\u{E4}cker\" }".unicodeScalars.map { UInt8($0.value) }
    #expect(try readGraph(other, file: "a.gv").decisions == ["the text is no UTF-8 (line 1): it is read as ISO-8859-1"])
  }

  @Test(arguments: [
    ("", "a.gv:1: there is no graph in the file"),
    ("graph { a -> b }", "a.gv:1:11: \"--\", as this is a graph, was expected; \"->\" stands here"),
    ("graph { a -- }", "a.gv:1:14: a node or a subgraph was expected; \"}\" stands here"),
    ("graph {\n a [b] }", "a.gv:2:6: \"=\" was expected; \"]\" stands here"),
    ("graph { a", "a.gv:1:10: a statement or \"}\" was expected; the end of the file stands here"),
    ("graph { node a }", "a.gv:1:14: \"[\" was expected; \"a\" stands here"),
    ("graph { \"a }", "a.gv:1:9: the quote that opens here is never closed"),
    ("graph { a /* }", "a.gv:1:11: the comment that begins here never ends"),
    (
      "graph { a=b; weight -- x [weight=heavy] }",
      "a.gv:1: the weight (\"weight\") is \"heavy\"; a finite number was expected. --weight names another attribute, --unweighted takes none"
    ),
  ])
  func `an error tells place and what was expected`(_ text: String, _ message: String) {
    #expect(failure(text, "a.gv") == message)
  }

  /// {a b …} -> {a b …} of n names stands for n² edges.
  @Test func `statements stand for no more edges than the file's size allows`() throws {
    func text(_ count: Int) -> String {
      let nodes = "{" + (0..<count).map { "n\($0)" }.joined(separator: " ") + "}"
      return "digraph {\(nodes)->\(nodes)}"
    }
    #expect(try graph(text(1000)).edges.count == 1_000_000)
    #expect(failure(text(1200), "a.gv")?.contains("stand for more than") == true)
    let defaults = "digraph { node [" + (0..<5000).map { "a\($0)=1 " }.joined() + "] "
    #expect(
      failure(defaults + (0..<5000).map { "n\($0) " }.joined() + "}", "a.gv")?.contains("defaults give more than")
        == true)
  }
}
