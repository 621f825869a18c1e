import Foundation
import TestSupport
import Testing

/// What drawings of any graph say.
struct TiesDiagramTests {
  private func dot(_ file: String, _ text: String, _ options: String = "") throws -> String {
    try TemporaryFolder.with { folder in
      try Data(text.utf8).write(to: folder.appending(path: file))
      let arguments = ["diagram", "ties", file] + options.split(separator: " ").map(String.init)
      let outcome = try BuiltCommand.run(arguments, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output
    }
  }

  /// A star of ten nodes and a triangle.
  private static let star =
    (1...10).map { "hub,leaf\($0)\n" }.joined() + "x,y\ny,z\nz,x\nx,leaf1\n"

  @Test func `what is not drawn one by one is counted in words`() throws {
    let text = try dot("star.csv", Self.star, "--undirected --top 4")
    #expect(text.contains("14 nodes, 14 ties"))
    for name in ["hub", "x", "leaf1", "y"] { #expect(text.contains("\"node:\(name)\" ["), "\(name)") }
    #expect(!text.contains("\"node:leaf2\""))
    // Nine leaves of the hub, z tied to x and y: ten nodes with eleven ties.
    #expect(text.contains("10 more nodes and their ties (11) are not drawn."))
    let whole = try dot("star.csv", Self.star, "--undirected")
    #expect(!whole.contains("not drawn"))
    // A rest of one would take the place of the node itself.
    #expect(try dot("star.csv", Self.star, "--undirected --top 13") == whole)
  }

  @Test func `whole components are drawn, the largest first, before parts of others`() throws {
    // A path of six whose nodes have two neighbors at most, and a star whose middle has four.
    let text = try dot("two.csv", "a,b\nb,c\nc,d\nd,e\ne,f\nhub,p\nhub,q\nhub,r\nhub,s\n", "--undirected --top 6")
    for name in ["a", "b", "c", "d", "e", "f"] { #expect(text.contains("\"node:\(name)\" ["), "\(name)") }
    #expect(!text.contains("\"node:hub\" [") && text.contains("5 more nodes and their ties (4) are not drawn."))
  }

  @Test func `groups that chance would make are called none`() throws {
    // Two triangles with a bridge are two groups (modularity 5/14); a complete graph has none.
    let two = "a,b\nb,c\nc,a\nd,e\ne,f\nf,d\nc,d\n"
    let one = "a,b\na,c\na,d\nb,c\nb,d\nc,d\n"
    try TemporaryFolder.with { folder in
      for (text, phrase) in [(two, "2 communities, modularity 0.36"), (one, "no clear groups")] {
        try Data(text.utf8).write(to: folder.appending(path: "g.csv"))
        let drawn = try BuiltCommand.run(["diagram", "communities", "g.csv", "--undirected"], in: folder)
        #expect(drawn.output.contains(phrase), "\(drawn.errors)")
        #expect(drawn.output.contains("Community 1") == (phrase != "no clear groups"))
      }
    }
  }

  @Test func `widths are weights, and arrows directions`() throws {
    let text = try dot("w.csv", "a,b,8\nb,a,2\nb,c,4\nc,d,-8\n")
    #expect(text.contains("digraph"))
    let lines = text.split(separator: "\n")
    func edge(_ from: String, _ to: String) throws -> String {
      String(try #require(lines.first { $0.contains("\"node:\(from)\" -> \"node:\(to)\"") }))
    }
    // Nodes are drawn in the order of their neighbors: b and c have two.
    #expect(try edge("b", "a").contains("dir=\"both\"") && edge("b", "a").contains("penwidth=\"5\""))
    #expect(try edge("b", "c").contains("dir=\"forward\"") && edge("b", "c").contains("penwidth=\"2.5\""))
    #expect(try edge("c", "d").contains("style=\"dashed\""))
    #expect(text.contains("Dashed lines: negative weight.") && text.contains("Arrows: direction."))
    let plain = try dot("p.csv", "a,b\nb,c\n", "--undirected")
    #expect(!plain.contains("weight ") && !plain.contains("Arrows"))
    #expect(plain.contains("\"node:b\" -- \"node:a\""))
  }

  @Test func `parallel edges are one line, and loops are told, not drawn`() throws {
    let text = try dot("multi.csv", "a,b,1\na,b,2\nb,a,4\na,a,9\nb,c,1\n", "--undirected")
    #expect(text.contains("3 nodes, 5 ties") && text.contains("1 tie of a node to itself is not drawn."))
    #expect(text.components(separatedBy: " -- ").count - 1 == 2)
    #expect(text.contains("b – a: 7") && text.contains("tooltip=\"b\\n2 neighbors\""))
    let arcs = try dot("multi.csv", "a,b\na,b\nb,a\nb,b\n")
    #expect(arcs.contains("a → b: 2\\na ← b: 1") && arcs.components(separatedBy: " -> ").count - 1 == 1)
  }

  /// The complete graph of 20 nodes has 190 ties; 55 join 11 of them, five a node.
  @Test func `ties of one strength are never drawn in part`() throws {
    var plain = ""
    var weighted = ""
    for first in 1...20 {
      for second in first + 1..<21 {
        plain += "\(first),\(second)\n"
        weighted += "\(first),\(second),\(second == first + 1 ? 3 : 1)\n"
      }
    }
    func ties(_ text: String) -> Int { text.split(separator: "\n").count { $0.contains(" -- \"node:") } }
    let standard = try dot("complete.csv", plain, "--undirected")
    #expect(ties(standard) == 55 && standard.contains("9 more nodes"))
    let whole = try dot("complete.csv", plain, "--undirected --top 20")
    #expect(ties(whole) == 190 && !whole.contains("not drawn"))
    let strong = try dot("complete.csv", weighted, "--undirected")
    #expect(ties(strong) == 19 && strong.contains("171 weaker ties are not drawn."))
  }

  @Test func `many nodes are dots, but those with the most neighbors have names`() throws {
    var edges = ""
    for node in 1..<200 { edges += "n\(node),n\(node / 3)\n" }
    let text = try dot("tree.csv", edges, "--undirected --top 200 --theme print --language de")
    #expect(text.contains("layout=\"nop2\""))
    #expect(text.contains("200 Knoten, 199 Verbindungen"))
    #expect(text.components(separatedBy: "shape=\"circle\"").count - 1 == 160)
    // All of up to 300 nodes are drawn unless asked otherwise.
    #expect(try dot("tree.csv", edges, "--undirected") == dot("tree.csv", edges, "--undirected --top 200"))
  }

  @Test func `reach is drawn from a node in rings of steps`() throws {
    let edges = "a,b\nb,c\nc,d\nd,e\na,f\nf,c\nb,f\nx,a\n"
    try TemporaryFolder.with { folder in
      try Data(edges.utf8).write(to: folder.appending(path: "ways.csv"))
      func run(_ options: String) throws -> Outcome {
        try BuiltCommand.run(
          ["diagram", "reach", "ways.csv"] + options.split(separator: " ").map(String.init), in: folder)
      }
      let text = try run("--node a").output
      #expect(text.contains("5 nodes, 5 ties, from a in up to 3 steps"))
      for legend in ["Start", "Step 1 (2 nodes)", "Step 2 (1 node)", "Step 3 (1 node)"] {
        #expect(text.contains(legend), "\(legend)")
      }
      // No way leads back, nothing within a step is drawn, and e is four steps away.
      #expect(!text.contains("node:x") && !text.contains("node:e") && !text.contains("\"node:b\" -> \"node:f\""))
      #expect(text.contains("\"node:f\" -> \"node:c\"") && text.contains("\"node:b\" -> \"node:c\""))
      let near = try run("--node a --within 1 --language de").output
      #expect(near.contains("3 Knoten, 2 Verbindungen, von a in einem Schritt"))
      #expect(try run("--node e --format svg").status == 0)
      for options in ["", "--node q", "--node a --within 0"] {
        let outcome = try run(options)
        #expect(outcome.status == 64 && outcome.output.isEmpty, "\(options)")
      }
    }
  }

  @Test func `hostile names are text`() throws {
    let json = """
      {"directed": true, "nodes": [{"id": "a", "label": "\\"]; x [label=\\"y"}, {"id": "b", "label": "<b>&amp;\\\\N\\n"},
       {"id": "c\\u001b[31m"}, {"id": ""}], "edges": [{"source": "a", "target": "b"}, {"source": "", "target": "a"}]}
      """
    let text = try dot("hostile.json", json)
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(text.contains(">&lt;b&gt;&amp;"))
    try TemporaryFolder.with { folder in
      try Data(json.utf8).write(to: folder.appending(path: "hostile.json"))
      let svg = try BuiltCommand.run(["diagram", "communities", "hostile.json", "--format", "svg"], in: folder)
      #expect(svg.status == 0)
      #expect(svg.output.contains(">&lt;b&gt;&amp;"))
      #expect(svg.output.contains("]; x [label="))
      // Four nodes and two ties, and no fifth one that a name made.
      #expect(svg.output.components(separatedBy: "class=\"node\"").count - 1 == 4)
      #expect(svg.output.components(separatedBy: "class=\"edge\"").count - 1 == 2)
    }
  }

  @Test func `a dataset's ties bear names, and its partners colors of communities`() throws {
    let ties = "from,to,weight\nada,bob,1\nbob,cem,2\n"
    try SampleFolder.with(["ties.csv": ties]) { folder in
      let text = try BuiltCommand.run(["diagram", "ties", "data"], in: folder).output
      #expect(text.contains("3 nodes, 2 ties: contacts tied to each other"))
      #expect(text.contains("\"contact:ada\" [") && text.contains(">Ada<"))
      let arguments = ["diagram", "communities", "data", "--campaign", "spring", "--projection", "channels"]
      let groups = try BuiltCommand.run(arguments, in: folder).output
      #expect(groups.contains("Community 1") && groups.contains("contacts and channels"))
    }
  }

  @Test func `the largest weights are drawn, and their sums`() throws {
    let text = try dot("huge.csv", "a,b,1\na,c,1e308\nd,c,1e308\nd,b,1\n", "--undirected")
    #expect(text.contains("penwidth=\"5\"") && text.contains("penwidth=\"0.8\""))
    let sums = try dot("huge.csv", "a,b,1e308\na,b,1e308\nb,c,1\n", "--undirected")
    #expect(sums.contains("penwidth=\"5\""))
  }
}
