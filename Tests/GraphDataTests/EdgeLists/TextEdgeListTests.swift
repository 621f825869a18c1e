import GraphData
import GraphStructures
import Testing

struct TextEdgeListTests {
  @Test func `semicolons and decimal commas are read as a German table means them`() throws {
    let reading = try read("Source;Target;Weight\r\na;b;1,5\r\nb;c;2,25\r\n", "a.csv")
    #expect(reading.graph.edges.weights == [1.5, 2.25])
    #expect(
      reading.decisions == ["fields are separated by semicolons, not by commas", "weights are the column \"Weight\""])
    #expect(try read("a;b;1,5\nb;c;2,25\n", "a.csv").graph.edges.weights == [1.5, 2.25])
    #expect(try read("sep=;\na;b\nc;d\n", "a.csv").graph.shownEdges == ["a>b", "c>d"])
    #expect(try read("a|b\nc|d\n", "a.csv").graph.shownEdges == ["a>b", "c>d"])
    #expect(
      try read("New York\tBoston Harbor\nBoston Harbor\tRye\n", "a.txt").graph.shownEdges == [
        "New York>Boston Harbor", "Boston Harbor>Rye",
      ])
    #expect(try read("a;b,c\nd;e,f\n", "a.csv").graph.shownEdges == ["a;b>c", "d;e>f"])
    #expect(try read("a;b\nc;d\n", "a.csv") { $0.separator = .semicolon }.graph.nodeCount == 4)
  }

  @Test func `points and commas among the weights are refused`() {
    #expect(
      failure("Source;Target;Weight\na;b;1.234\nb;c;2,5\n", "a.csv")
        == "a.csv:3: weights have decimal commas (line 3) and points (line 2); one of them was expected")
  }

  @Test func `networkx's dictionaries are attributes`() throws {
    let graph = try read(
      "1 2 {'weight': 3.0, 'color': 'gr\\'een', 'ok': True, 'n': None, 'l': [1, 'a}']}\n2 3 {'weight': 27}\n3 1 {}\n",
      "a.edgelist"
    ).graph
    #expect(graph.shownEdges == ["1>2", "2>3", "3>1"])
    #expect(graph.edges.weights == [3, 27, 1])
    #expect(graph.ofEdges("color") == .text(["gr'een", nil, nil]))
    #expect(graph.ofEdges("ok") == .boolean([true, nil, nil]))
    #expect(graph.ofEdges("l") == .text(["[1, 'a}']", nil, nil]))
    #expect(
      failure("1 2 {}\n2 3 {'a' 1}\n", "a.edgelist")?.hasPrefix("a.edgelist:2: \"{'a' 1}\" is no dictionary") == true)
  }

  @Test func `Gephi's Type tells the direction of each edge`() throws {
    let header = "Source,Target,Type,Id,Label,Weight\n"
    let both = try read(header + "1,2,Directed,0,x,1.0\n2,3,Undirected,1,y,2.0\n", "a.csv").graph
    #expect(both.shownEdges == ["1>2", "2-3"])
    #expect(both.edges.weights == [1, 2])
    #expect(both.edgeAttributes.map(\.name) == ["Id", "Label"])
    #expect(try !read(header + "1,2,Undirected,0,x,1.0\n", "a.csv").graph.isDirected)
    let other = try read("Source,Target,Type\n1,2,friend\n", "a.csv").graph
    #expect(other.isDirected)
    #expect(other.ofEdges("Type") == .text(["friend"]))
  }

  @Test func `an empty end is an error, or a line that is left out`() throws {
    let text = "Source,Target\na,b\nc,\n,d\ne,f,g\n"
    #expect(failure(text, "a.csv")?.hasPrefix("a.csv:3: the edge's target is empty") == true)
    let reading = try read(text, "a.csv") { $0.skipsInvalid = true }
    #expect(reading.graph.nodeIDs == ["a", "b"])
    #expect(reading.notes.count == 1 && reading.notes[0].hasPrefix("3 lines are left out, the first being line 3: "))
  }

  @Test func `rows of separators alone are empty, and a longer row may end in them`() throws {
    let graph = try read("source,target\n,,\na,b,,\n\n,\nc,d\n", "a.csv").graph
    #expect(graph.shownEdges == ["a>b", "c>d"])
  }

  @Test(arguments: ["a,b\rb,c\r", "a,b\r\nb,c\r\n", "# x\ra,b\rb,c"])
  func `lines end in any way`(_ text: String) throws {
    #expect(try read(text, "a.csv").graph.shownEdges == ["a>b", "b>c"])
  }

  @Test func `times and weights are called by the names of their columns`() throws {
    let reading = try read("source,target,Date,Weight\na,b,2025-03-01,2\n", "a.csv")
    #expect(reading.graph.timeAttribute == "Date")
    #expect(reading.decisions == ["weights are the column \"Weight\"", "times are the column \"Date\""])
  }

  @Test func `text that is no UTF-8 is read as Latin-1, and that is said`() throws {
    let reading = try readGraph(Array("M".utf8) + [0xFC] + Array("ller,b\n".utf8), file: "a.csv")
    #expect(reading.graph.nodeIDs == ["Müller", "b"])
    #expect(reading.decisions == ["the text is no UTF-8 (line 1): it is read as ISO-8859-1"])
  }

  @Test func `names that look like formulas are guarded where asked for`() {
    let graph = AttributedGraph(
      isDirected: true, nodeIDs: ["=1+1", "-5", "b\u{1B}[2J"],
      edges: .init(nodeCount: 3, sources: [0, 1], targets: [1, 2]))
    let options = GraphWritingOptions(guardsTexts: true)
    #expect(written(graph, .csv, options).text == "source,target\n'=1+1,-5\n-5,b\u{FFFD}[2J\n")
    #expect(written(graph, .pajek, options).text.contains("1 \"'=1+1\"\n2 \"-5\"\n"))
    #expect(written(graph, .csv).text.contains("=1+1,-5"))
  }

  @Test func `separators before blanks are no part of ids`() throws {
    for text in ["a, b, 5\nb, c, 3\n", "a; b; 5\nb; c; 3\n"] {
      let reading = try read(text, "a.txt")
      #expect(reading.graph.shownEdges == ["a>b", "b>c"] && reading.graph.edges.weights == [5, 3])
      #expect(reading.decisions.first?.hasPrefix("fields are separated by ") == true)
    }
    // A comma behind one id is part of it.
    #expect(try read("a, b\nb c\n", "a.txt").graph.nodeIDs == ["a,", "b", "c"])
  }

  @Test func `white space of any kind is no part of an id, and marks may stand twice`() throws {
    let text = "\u{FEFF}\u{FEFF}source,target\n\u{A0}a,b\u{200B}\na,c\n"
    #expect(try read(text, "a.csv").graph.shownEdges == ["a>b", "a>c"])
    #expect(failure("source,target\na,\u{A0}\n", "a.csv")?.contains("the edge's target is empty") == true)
    #expect(failure("a,b\u{0}\n", "a.csv") == "a.csv:1: the line holds a NUL byte")
    #expect(try read("SEP=;\na;b\nb;c\n", "a.csv").graph.shownEdges == ["a>b", "b>c"])
  }

  @Test(arguments: [
    ("%%MatrixMarket matrix coordinate real general\n3 3 1\n1 2 5\n", "Matrix Market"),
    ("<!DOCTYPE html><html><body>x,y</body></html>", "HTML"),
    ("<?xml version=\"1.0\"?>\n<graphml>a,b</graphml>", "XML"),
    ("{\"nodes\": [],\n \"edges\": []}", "JSON"), ("[[\"a\",\"b\"],[\"b\",\"c\"]]", "JSON"),
    ("digraph {\n a b\n}", "DOT"),
    ("graph [\n node [\n", "GML"), ("*Vertices 2\n1 2\n", "Pajek"), ("PK\u{3}\u{4}xl/", "workbook"),
    ("%PDF-1.7\n", "PDF"), ("a\u{0},\u{0}b\u{0}\n\u{0}a\u{0},\u{0}", "UTF-16"),
  ])
  func `what is no edge list is called what it is`(_ text: String, _ name: String) {
    for file in ["a.csv", "a.txt"] {
      let error = failure(text, file)
      #expect(error?.contains("this is no edge list") == true && error?.contains(name) == true, "\(error ?? "read")")
    }
    #expect(failure("[a],b\n{c,b\n", "a.csv") == nil)
  }

  @Test func `weight comes before value in any case`() throws {
    let graph = try read("source,target,Weight,value\na,b,5,6\n", "a.csv").graph
    #expect(graph.edges.weights == [5] && graph.edgeAttributes.map(\.name) == ["value"])
  }
}
