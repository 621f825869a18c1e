import Testing

@testable import GraphvizRendering

/// Names that break writers which quote too little.
let hostileNames: [String] = [
  "a\"b\n<&>", "a\"b\\n<&>", "node", "graph", "EDGE", "subgraph", "->", "--", "", " ", "\\", "a\\", "a\\\\", "\\\"",
  "\\N", "\\G", "\\l",
  "\\\n", "\n", "\n\n", "\"\n\"", "\\\n\\", "a\n", "\na", "\r", "\r\n", "\t", "<b>", "<", ">", "<>", "</svg>", "]]>",
  "-->", "<!--", "<script>alert(1)</script>",
  "&", "&amp;", "&lt;", "&#60;", "&#x3c;", "&\u{2060}lt;", "&nbsp", "12", "-1.5", ".5", "1e3", "007", "a:b", "a:n", ":",
  "%", "%1", "\u{2060}%1",
  "\u{0}", "a\u{0}b", "\u{1}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{FFFD}", "\u{FFFD}{0}", "\u{FFFE}", "\u{FFFF}",
  "a\n#b", "#", "//", "/*", "*/",
  "\"", "\"\"", "'", "\" + \"", "\"]; evil [label=\"", "}", "{", "a|b", "{a|b}", ";", "=", "a=b",
  "👩‍👩‍👧", "🇩🇪", "مرحبا بالعالم", "שלום", "\u{202E}gnp.exe", "\u{2067}abc", "\u{2069}", "\u{200B}", "\u{FEFF}",
  "e\u{301}", "é", "日本語", "𝔘", "cluster", "cluster_0", "DROP TABLE", "=HYPERLINK(1)", "${HOME}", "%s%n",
  String(repeating: "long label ", count: 1_000), String(repeating: "\"\\&lt;", count: 2_000),
]

@Suite struct DOTDocumentTests {
  @Test func `a document is written in a fixed order`() {
    var document = DOTDocument(
      "Knots \"1\"", directed: true, attributes: ["label": .text("Café & Co\nBerlin")],
      nodeDefaults: ["shape": "box", "height": 0.25], edgeDefaults: [:])
    document.addNode("P1", ["label": .text("a\\b"), "peripheries": 2, "fixedsize": false])
    document.addNode("P2")
    document.addEdge("P1", "P2", ["penwidth": 2.5, "odd name": .verbatim("x\\")])
    var cluster = DOTSubgraph(cluster: "ads", ["bgcolor": "#eeeeee"])
    cluster.addNode("P2", ["label": .markup(.text("1 < 2").bold())])
    document.addSubgraph(cluster)
    var rank = DOTSubgraph(attributes: ["rank": "same"])
    rank.addNode("P1")
    document.addSubgraph(rank)
    #expect(
      document.text == #"""
        digraph "Knots \"1\"" {
          graph [label="Café & Co\nBerlin"];
          node [shape="box", height="0.25"];
          "P1" [label="a\\b", peripheries="2", fixedsize="false"];
          "P2";
          "P1" -> "P2" [penwidth="2.5", "odd name"="x\\"];
          subgraph "cluster_ads" {
            graph [bgcolor="#eeeeee", label=""];
            "P2" [label=<<B>1 &lt; 2</B>>];
          }
          {
            graph [rank="same"];
            "P1";
          }
        }

        """#)
  }

  @Test func `strict and undirected graphs say so`() throws {
    for (directed, strict, start) in [
      (true, true, "strict digraph"), (false, true, "strict graph"), (true, false, "digraph"), (false, false, "graph"),
    ] {
      var document = DOTDocument("G", directed: directed, strict: strict)
      document.addEdge("a", "b")
      document.addEdge("a", "b")
      #expect(document.text.hasPrefix(start + " \"G\" {"))
      let read = try DOTDocument(parsing: document.text)
      #expect(read.isDirected == directed && read.isStrict == strict)
      let edges = read.statements.count { if case .edge = $0 { true } else { false } }
      #expect(edges == (strict ? 1 : 2))
    }
  }

  @Test(arguments: hostileNames)
  func `any name comes back from libcgraph`(name: String) throws {
    var document = DOTDocument(name, directed: true, attributes: [:], nodeDefaults: [:], edgeDefaults: [:])
    document.addNode(name, ["label": .text(name), "tooltip": .verbatim(name)])
    document.addEdge(name, "other", ["label": .text(name), "xlabel": .markup(.text(name))])
    document.addSubgraph(DOTSubgraph(cluster: name, ["label": .text(name)]))
    let read = try DOTDocument(parsing: document.text)
    #expect(Array(read.name.utf8) == Array(name.utf8))
    #expect(read.statements.count == 4)
    guard case .node(let node) = read.statements[0], case .edge(let edge) = read.statements[2],
      case .subgraph(let cluster) = read.statements[3]
    else {
      Issue.record("Nodes, edges and subgraphs come in another order: \(read.statements)")
      return
    }
    #expect(Array(node.name.utf8) == Array(name.utf8))
    #expect(node.attributes["label"]?.stored ?? "" == DOTValue.text(name).stored)
    #expect(node.attributes["tooltip"]?.stored ?? "" == DOTValue.verbatim(name).stored)
    #expect(Array(edge.tail.utf8) == Array(name.utf8) && edge.head == "other")
    #expect(edge.attributes["label"]?.stored ?? "" == DOTValue.text(name).stored)
    #expect(edge.attributes["xlabel"]?.stored ?? "" == DOTMarkup.text(name).source)
    #expect(Array((cluster.name ?? "").utf8) == Array("cluster_\(name)".utf8))
    #expect(try DOTDocument(parsing: read.text).text == read.text)
  }

  @Test func `names that look alike stay different nodes`() throws {
    var document = DOTDocument(directed: false, attributes: [:], nodeDefaults: [:], edgeDefaults: [:])
    for name in hostileNames { document.addNode(name) }
    let read = try DOTDocument(parsing: document.text)
    let names = read.statements.map { statement in
      guard case .node(let node) = statement else { return "?" }
      return node.name
    }
    #expect(names.map { Array($0.utf8) } == hostileNames.map { Array($0.utf8) })
  }

  @Test func `numbers have a point and at most six decimals`() {
    let numbers: [(Double, String)] = [
      (0, "0"), (-0.0, "0"), (1, "1"), (-2.5, "-2.5"), (0.1 + 0.2, "0.3"), (1.0 / 3, "0.333333"), (1e-9, "0"),
      (1234567.891, "1234567.891"),
      (1e12, "1000000000000"),
    ]
    for (number, text) in numbers { #expect(DOTValue.number(number).stored == text) }
  }

  @Test func `an attribute set again keeps its place`() {
    var attributes: DOTAttributes = ["a": 1, "b": 2, "a": 3]
    #expect(attributes.elements.map(\.name) == ["a", "b"] && attributes["a"] == 3)
    attributes["a"] = nil
    #expect(attributes.elements.map(\.name) == ["b"] && attributes["a"] == nil)
    #expect(attributes.merging(["b": 4, "c": 5]).elements.map(\.value) == [4, 5])
  }

  @Test func `directions opened in a label are closed on each line`() {
    #expect(DOTEncoding.shown("\u{202E}ab\ncd") == "\u{202E}ab\u{202C}\ncd")
    #expect(DOTEncoding.shown("\u{2067}\u{202B}x\u{202C}") == "\u{2067}\u{202B}x\u{202C}\u{2069}")
    #expect(DOTEncoding.shown("x\u{2069}\u{202C}") == "x")
    #expect(DOTEncoding.shown("a\r\nb\rc\u{2028}d\te\u{0}") == "a\nb\nc\nd e\u{FFFD}")
  }
}

@Suite struct DOTMarkupTests {
  @Test func `text in markup is escaped`() {
    #expect(DOTMarkup.text("<B>\"a\" & \\N\n2").source == "&lt;B&gt;&quot;a&quot; &amp; \\\\N<BR/>2")
    #expect(DOTMarkup.text("").bold().source.isEmpty)
    let table = DOTMarkup.table([[.init(.text("x"), ["BGCOLOR": "\"><IMG SRC=\"y"])], []], ["BORDER": "0"])
    #expect(
      table.source
        == "<TABLE BORDER=\"0\"><TR><TD BGCOLOR=\"&quot;&gt;&lt;IMG SRC=&quot;y\">x</TD></TR></TABLE>")
    #expect(DOTMarkup.table([]).source.isEmpty)
    let text = (DOTMarkup.text("a").italic() + .lineBreak + .text("b")).font(color: "red", points: 8)
    #expect(text.source == "<FONT COLOR=\"red\" POINT-SIZE=\"8\"><I>a</I><BR/>b</FONT>")
  }
}
