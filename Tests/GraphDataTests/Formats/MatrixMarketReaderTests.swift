import GraphData
import GraphStructures
import Testing

/// Matrices worked by hand, and as scipy writes them.
struct MatrixMarketReaderTests {
  private func read(_ text: String) throws -> GraphReading { try readGraph(Array(text.utf8), file: "a.mtx") }

  private func failure(_ text: String) -> String? {
    do {
      _ = try read(text)
      return nil
    } catch { return "\(error)" }
  }

  /// scipy 1.17.1, mmwrite of a coo_array with values 2.5 at (0, 1), -1 at (2, 0) and 4 at (2, 2).
  @Test func `an entry of a general matrix is an arc from row to column`() throws {
    let text = "%%MatrixMarket matrix coordinate real general\n%\n3 3 3\n1 2 2.5\n3 1 -1\n3 3 4\n"
    let graph = try read(text).graph
    #expect(graph.isDirected && graph.hasIntegerIDs)
    #expect(graph.nodeIDs == ["1", "2", "3"])
    #expect(graph.shownEdges == ["1>2", "3>1", "3>3"])
    #expect(graph.edges.weights == [2.5, -1, 4])
  }

  @Test func `an entry of a symmetric matrix is an edge without direction, without a value in a pattern`() throws {
    let graph = try read("%%MatrixMarket  matrix coordinate pattern symmetric \r\n\r\n4 4 3\r\n2 1\r\n3\t2\r\n3 3")
      .graph
    #expect(!graph.isDirected)
    #expect(graph.nodeCount == 4)
    #expect(graph.edges.sources == [0, 1, 2] && graph.edges.targets == [1, 2, 2])
    #expect(graph.edges.weights == nil)
  }

  /// A matrix of all values is listed column by column; a symmetric one from the diagonal on.
  @Test func `a value of a full matrix is an edge unless it is 0`() throws {
    let general = try read("%%MatrixMarket matrix array integer general\n2 2\n0\n3\n5\n0\n").graph
    #expect(general.shownEdges == ["2>1", "1>2"])
    #expect(general.edges.weights == [3, 5] && general.hasIntegerWeights)
    let symmetric = try read("%%MatrixMarket matrix array real symmetric\n3 3\n0 1 2\n0 3\n9\n").graph
    #expect(symmetric.edges.sources == [0, 0, 1, 2] && symmetric.edges.targets == [1, 2, 2, 2])
    #expect(symmetric.edges.weights == [1, 2, 3, 9])
  }

  @Test func `a matrix that is not square has two modes`() throws {
    for text in [
      "%%MatrixMarket matrix coordinate integer general\n2 3 2\n1 3 1\n2 1 6\n",
      "%%MatrixMarket matrix array integer general\n2 3\n0\n6\n0\n0\n1\n0\n",
    ] {
      let reading = try read(text)
      #expect(!reading.graph.isDirected)
      #expect(reading.graph.nodeIDs == ["1", "2", "3", "4", "5"])
      #expect(
        Set(zip(reading.graph.edges.sources, reading.graph.edges.targets).map { "\($0)-\($1)" }) == ["0-4", "1-2"])
      #expect(reading.graph.nodeAttributes == [AttributeColumn("mode", .integer([1, 1, 2, 2, 2]))])
      #expect(reading.decisions.first?.hasPrefix("the matrix is not square") == true)
    }
  }

  @Test func `a graph without direction is written as a symmetric matrix`() {
    let graph = AttributedGraph(
      isDirected: false, nodeIDs: ["1", "2"],
      edges: EdgeList(nodeCount: 2, sources: [0, 1], targets: [1, 1], weights: [0.5, 2]))
    #expect(
      written(graph, .matrixmarket).text
        == "%%MatrixMarket matrix coordinate real symmetric\n2 2 2\n2 1 0.5\n2 2 2.0\n")
    #expect(written(graph, .matrixmarket).notes.isEmpty)
  }

  @Test(arguments: [
    ("1 2\n", ":1: %%MatrixMarket with four words was expected"),
    ("%%MatrixMarket matrix coordinate real\n", ":1: %%MatrixMarket with four words was expected"),
    ("%%MatrixMarket vector coordinate real general\n", ":1: \"vector\" is no network; matrix was expected"),
    (
      "%%MatrixMarket matrix coordinate complex general\n",
      ":1: \"complex\" is no network; pattern, integer or real was expected"
    ),
    (
      "%%MatrixMarket matrix coordinate real skew-symmetric\n",
      ":1: \"skew-symmetric\" is no network; general or symmetric was expected"
    ),
    ("%%MatrixMarket matrix array pattern general\n", ":1: \"pattern\" is no network; integer or real was expected"),
    ("%%MatrixMarket matrix coordinate real general\n%\n", ": rows, columns and the number of entries were expected"),
    (
      "%%MatrixMarket matrix coordinate real symmetric\n2 3 0\n",
      ":2: a symmetric matrix of 2 rows and 3 columns is none"
    ),
    (
      "%%MatrixMarket matrix coordinate real general\n2 2 1\n1 3 1\n",
      ":3: \"3\" lies outside the matrix; a number from 1 to 2 was expected"
    ),
    ("%%MatrixMarket matrix coordinate real general\n2 2 1\n1 2\n", ":3: row, column and value were expected"),
    (
      "%%MatrixMarket matrix coordinate integer general\n2 2 1\n1 2 0.5\n",
      ":3: the value is \"0.5\"; an integer was expected"
    ),
    (
      "%%MatrixMarket matrix coordinate real general\n2 2 1\n1 2 inf\n",
      ":3: the value is \"inf\"; a finite number was expected"
    ),
    ("%%MatrixMarket matrix coordinate pattern general\n2 2 1\n1 2\n2 1\n", ":4: the matrix has more than 1 entries"),
    ("%%MatrixMarket matrix coordinate pattern general\n2 2 2\n1 2\n", ": the matrix has 1 entries; 2 were expected"),
    (
      "%%MatrixMarket matrix coordinate pattern general\n99999999 99999999 0\n",
      ":2: 99999999 rows and 99999999 columns are announced; a file of 69 bytes may have 65812 at most"
    ),
  ])
  func `a faulty matrix is an error with its line`(_ text: String, _ message: String) {
    let error = failure(text)
    #expect(error?.hasPrefix("a.mtx") == true && error?.hasSuffix(message) == true, "\(error ?? "read")")
  }
}
