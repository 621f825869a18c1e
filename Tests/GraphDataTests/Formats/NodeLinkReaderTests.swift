import GraphData
import GraphStructures
import Testing

struct NodeLinkReaderTests {
  /// D3's examples, and what edges name in each.
  @Test(arguments: [
    (#"{"nodes":[{"id":"A"},{"id":"B"}],"links":[{"source":"A","target":"B"}]}"#, ["A", "B"], "A-B"),
    (#"{"nodes":[{"name":"A"},{"name":"B"}],"links":[{"source":"A","target":"B"}]}"#, ["A", "B"], "A-B"),
    (#"{"nodes":[{"name":"A"},{"name":"B"}],"links":[{"source":0,"target":1}]}"#, ["0", "1"], "0-1"),
    (#"{"nodes":[{"id":"A"},{"id":"B"}],"links":[{"source":0,"target":1}]}"#, ["A", "B"], "A-B"),
    (#"{"nodes":[{"id":1},{"id":0}],"links":[{"source":0,"target":1}]}"#, ["1", "0"], "0-1"),
    (#"{"nodes":[{"key":"A"},{"key":"B"}],"edges":[{"key":"e","source":"A","target":"B"}]}"#, ["A", "B"], "A-B"),
    (
      #"{"nodes":[{"id":"A"},{"id":"B"}],"links":[{"source":{"id":"A","x":1},"target":{"id":"B"}}]}"#, ["A", "B"], "A-B"
    ),
    (#"{"links":[{"source":"A","target":"B"}]}"#, ["A", "B"], "A-B"),
    (
      #"{"elements":{"nodes":[{"data":{"id":"A"}},{"data":{"id":"B"}}],"edges":[{"data":{"source":"A","target":"B"}}]}}"#,
      ["A", "B"], "A-B"
    ),
  ])
  func `edges name nodes by id, key, name or place`(_ text: String, _ ids: [String], _ edge: String) throws {
    let graph = try read(text, "a.json").graph
    #expect(graph.nodeIDs == ids)
    #expect(graph.shownEdges == [edge])
  }

  @Test func `an end that no node has is an error`() {
    #expect(
      failure("{\"nodes\":[{\"id\":\"A\"}],\n \"links\":[{\"source\":\"A\",\"target\":\"B\"}]}", "a.json")
        == "a.json:2:11: no node has the id \"B\"")
    #expect(
      failure("{\"nodes\":[{\"id\":1},{\"id\":2}],\"links\":[{\"source\":0,\"target\":1}]}", "a.json")
        == "a.json:1:39: no node has the id \"0\"")
    #expect(
      failure("{\"nodes\":[{\"x\":1}],\"links\":[{\"source\":0,\"target\":1}]}", "a.json")?.contains("no node") == true)
  }

  /// graphology 0.25, export() of a mixed graph.
  @Test func `graphology's attributes and directions are read`() throws {
    let graph = try read(
      """
      {"options":{"type":"mixed","multi":false,"allowSelfLoops":true},"attributes":{"name":"g"},
       "nodes":[{"key":"a","attributes":{"x":1}},{"key":"b"}],
       "edges":[{"key":"e","source":"a","target":"b","attributes":{"weight":2}},{"source":"b","target":"a","undirected":true,"attributes":{"weight":3}}]}
      """, "a.json"
    ).graph
    #expect(graph.shownEdges == ["a>b", "b-a"])
    #expect(graph.ofNodes("x") == .integer([1, nil]))
    #expect(graph.edges.weights == [2, 3])
    #expect(graph.attributes == [NamedAttribute("name", .text("g"))])
  }

  /// networkx 3.6.1, adjacency_data of a path, and of a directed multigraph.
  @Test func `networkx's adjacency form is read`() throws {
    let path = try read(
      #"{"directed":false,"multigraph":false,"graph":[],"nodes":[{"id":"a"},{"id":"b"},{"id":"c"}],"adjacency":[[{"weight":2,"id":"b"},{"id":"a"}],[{"weight":2,"id":"a"},{"weight":4,"id":"c"}],[{"weight":4,"id":"b"}]]}"#,
      "a.json")
    #expect(path.graph.shownEdges == ["a-b", "a-a", "b-c"])
    #expect(path.graph.edges.weights == [2, 1, 4])
    let arcs = try read(
      #"{"directed":true,"multigraph":true,"nodes":[{"id":1},{"id":2}],"adjacency":[[{"id":2,"key":0},{"id":2,"key":1}],[{"id":1,"key":0}]]}"#,
      "a.json")
    #expect(arcs.graph.shownEdges == ["1>2", "1>2", "2>1"])
  }

  @Test func `Python's NaN and Infinity are missing`() throws {
    let graph = try read(
      #"{"nodes":[{"id":"a","v":NaN},{"id":"b","v":-Infinity},{"id":"c","v":2.5}],"links":[{"source":"a","target":"b","weight":NaN}]}"#,
      "a.json")
    #expect(graph.graph.ofNodes("v") == .double([nil, nil, 2.5]))
    #expect(graph.graph.edges.weights == nil)
  }

  @Test func `D3's value is a weight, and that is said`() throws {
    let reading = try read(
      #"{"nodes":[{"id":"a"},{"id":"b"}],"links":[{"source":"a","target":"b","value":8}]}"#, "a.json")
    #expect(reading.graph.edges.weights == [8])
    #expect(reading.decisions == ["weights are the attribute \"value\" of edges"])
  }

  @Test func `a second list of nodes or edges is refused, unless one is empty`() throws {
    let nodes = #""nodes":[{"id":"a"},{"id":"b"}]"#
    let edges = #"[{"source":"a","target":"b"}]"#
    for text in ["{\(nodes),\(nodes)}", "{\(nodes),\"links\":\(edges),\"edges\":\(edges)}"] {
      #expect(failure(text, "a.json")?.contains("a second list of nodes or of edges ends here") == true)
    }
    #expect(try read("{\(nodes),\"edges\":[],\"links\":\(edges)}", "a.json").graph.shownEdges == ["a-b"])
    #expect(try read("{\(nodes),\"links\":\(edges),\"edges\":[]}", "a.json").graph.shownEdges == ["a-b"])
  }
}
