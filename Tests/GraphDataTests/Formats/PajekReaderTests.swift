import GraphData
import GraphStructures
import Testing

struct PajekReaderTests {
  /// networkx 3.6.1, read_pajek: a DiGraph with the arcs (a, b), (b, c), (c, a).
  @Test func `a matrix has an arc for each entry but 0`() throws {
    let graph = try read("*Vertices 3\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Matrix\n0 1 0\n0 0\n2.5\n1 0 0\n", "a.net").graph
    #expect(graph.shownEdges == ["a>b", "b>c", "c>a"])
    #expect(graph.edges.weights == [1, 2.5, 1])
    #expect(failure("*Vertices 2\n*Matrix\n0 1\n0\n", "a.net") == "a.net:4: the matrix has 3 entries; 4 were expected")
    #expect(failure("*Vertices 2\n*Matrix\n0 1 0 0 1\n", "a.net") == "a.net:3: the matrix has more than 2 rows")
  }

  @Test func `a matrix of two modes has rows for the first and columns for the second`() throws {
    let graph = try read("*Vertices 3 1\n*Matrix\n4 5\n", "a.net").graph
    #expect(graph.shownEdges == ["1>2", "1>3"])
    #expect(graph.ofNodes("mode") == .integer([1, 2, 2]))
  }

  @Test func `lists, relations and times are read`() throws {
    let graph = try read(
      """
      *Vertices 3
      1 "a" [1-3]
      2 "b" [5-*]
      3 "c" 0.1 0.2 ellipse ic Red [1-2,4]
      *Arcs :1 "friend"
      1 2 1 [2-4]
      *Arcs :2
      1 3 2
      *Arcslist
      3 1 2
      *Edgeslist :9 "pair"
      2 3
      """, "a.net"
    ).graph
    #expect(graph.shownEdges == ["a>b", "a>c", "c>a", "c>b", "b-c"])
    #expect(graph.ofEdges("relation") == .text(["friend", "2", nil, nil, "pair"]))
    #expect(graph.ofEdges("start") == .integer([2, nil, nil, nil, nil]))
    #expect(graph.ofEdges("end") == .integer([4, nil, nil, nil, nil]))
    #expect(graph.ofNodes("start") == .integer([1, 5, nil]))
    #expect(graph.ofNodes("times") == .text([nil, nil, "[1-2,4]"]))
    #expect(graph.ofNodes("ic") == .text([nil, nil, "Red"]))
  }

  @Test func `text in brackets and quotes is no time`() throws {
    let graph = try read("*Vertices 1\n1 \"[1]\" 0 0 ellipse note \"[2]\"\n", "a.net").graph
    #expect(graph.nodeIDs == ["[1]"])
    #expect(graph.ofNodes("note") == .text(["[2]"]))
    #expect(try read(written(graph, .pajek).text, "a.net").graph == graph)
  }

  @Test func `text before the first section is passed over, and that is said`() throws {
    let reading = try read("A network\rof ours\r*Vertices 2\r1 \"x\"\r2 \"y\"\r*Edges\r1 2\r", "a.net")
    #expect(reading.graph.shownEdges == ["x-y"])
    #expect(reading.notes == ["text before the first section is left out"])
  }

  /// A number in a file must not take memory that the file does not.
  @Test func `a file announces no more vertices than its size allows`() throws {
    #expect(try read("*Vertices 65536\n", "a.net").graph.nodeCount == 65536)
    let limit = GraphLimits.announcedNodes + GraphLimits.announcedNodesPerByte * 16
    #expect(try read("*Vertices \(limit)\n", "a.net").graph.nodeCount == limit)
    #expect(
      failure("*Vertices \(limit + 1)\n", "a.net")
        == "a.net:1: \(limit + 1) vertices are announced; a file of 16 bytes may have \(limit) at most")
    #expect(
      failure("*Vertices 200000000\n*Edges\n1 2\n", "a.net")?.contains("200000000 vertices are announced") == true)
  }

  @Test func `a word in the place of a weight is refused`() throws {
    let start = "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n"
    #expect(failure(start + "1 2 x\n", "a.net") == "a.net:5: the weight is \"x\"; a finite number was expected")
    #expect(try read(start + "1 2 c Blue\n", "a.net").graph.ofEdges("c") == .text(["Blue"]))
    let more = try read(start + "1 2 5 c\n", "a.net")
    #expect(more.graph.edges.weights == [5] && more.notes.count == 1)
  }
}
