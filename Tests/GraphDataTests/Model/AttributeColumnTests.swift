import GraphData
import GraphStructures
import Testing

struct AttributeColumnTests {
  @Test func `a row has its value, or none`() {
    let column = AttributeColumn("a", .integer([nil, 5, nil, 7, nil]))
    #expect((0..<5).map { column[$0] } == [nil, .integer(5), nil, .integer(7), nil])
    #expect(column.values == .integer([nil, 5, nil, 7, nil]))
    #expect(column.count == 5 && column.type == .integer)
    #expect(column != AttributeColumn("a", .double([nil, 5, nil, 7, nil])))
    #expect(column == AttributeColumn("a", .integer([nil, 5, nil, 7, nil])))
  }

  /// Postal codes and account numbers are no numbers: as such they would lose digits.
  @Test func `texts that only look like numbers keep every digit`() throws {
    let dot = try read(#"digraph { a [plz="01067" konto=12345678901234567890 n="1.50" m="-3"] }"#, "a.dot").graph
    #expect(dot.ofNodes("plz") == .text(["01067"]))
    #expect(dot.ofNodes("konto") == .text(["12345678901234567890"]))
    #expect(dot.ofNodes("n") == .double([1.5]) && dot.ofNodes("m") == .integer([-3]))
    let csv = try read("source,target,plz\na,b,01067\nb,c,04109\n", "a.csv").graph
    #expect(csv.ofEdges("plz") == .text(["01067", "04109"]))
    #expect(try read("source,target,weight\na,b,007\n", "a.csv").graph.edges.weights == [7])
    #expect(try read("source,target,weight\n\"a\",b,007\n", "a.csv").graph.edges.weights == [7])
  }

  @Test func `a default stands for every row without a value`() throws {
    let graph = try read(
      """
      <graphml><key id="k" for="node" attr.name="size" attr.type="int"><default>3</default></key>
      <graph edgedefault="directed"><node id="a"/><node id="b"><data key="k">5</data></node></graph></graphml>
      """, "a.graphml"
    ).graph
    #expect(graph.ofNodes("size") == .integer([3, 5]))
    #expect(try read(written(graph, .json).text, "a.json").graph.ofNodes("size") == .integer([3, 5]))
  }

  /// As columns of their full length the 20,000 attributes would take 6.4 GB.
  @Test(arguments: [GraphFileFormat.graphml, .gexf, .gml, .pajek, .dot, .json])
  func `many attributes, each of one node, go through every format`(_ format: GraphFileFormat) throws {
    let count = 20_000
    let attributes = (0..<count).map { index in "{\"id\":\(index),\"a\(index)\":\(index)}" }.joined(separator: ",")
    let graph = try read("{\"directed\":true,\"nodes\":[\(attributes)],\"edges\":[]}", "a.json").graph
    let again = try read(written(graph, format).text, "a." + format.endings[0]).graph
    #expect(again.nodeAttributes.count == count)
    #expect(again.nodeAttributes[count - 1][count - 1] == .integer(Int64(count - 1)))
  }
}
