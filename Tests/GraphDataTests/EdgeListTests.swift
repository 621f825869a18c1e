import Foundation
import GraphData
import GraphStructures
import Testing

/// Edge lists of integers, read in blocks, against the same text read line by line.
struct EdgeListTests {
  private func both(_ text: String, _ file: String = "list.txt") throws -> (fast: GraphReading, slow: GraphReading) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
    let path = folder.appending(path: file)
    try Data(text.utf8).write(to: path)
    return (
      try readGraph(at: path.path, options: GraphReadingOptions(threads: 2)),
      try readGraph(Array(text.utf8), file: file)
    )
  }

  @Test(arguments: [
    "1 2\n2 3\n", "1\t2\n\n# note\n% note\n 10   7 \n", "5 5\n5 5", "1 2 0.5 100\r\n3 4 -7 200\r\n", "4294967294 0\n",
    "007 7\n7 007\n", "12345678 123456789\n", "99999999999 1\n", "1 2 1e3\n",
  ])
  func `blocks give what lines give`(_ text: String) throws {
    let (fast, slow) = try both(text)
    #expect(fast == slow)
  }

  @Test func `lines that cross blocks are read once`() throws {
    var text = ""
    var state: UInt64 = 3
    for _ in 0..<400_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += "\(state >> 44) \((state >> 20) & 0xFFF)\n"
    }
    let (fast, slow) = try both(text)
    #expect(text.utf8.count > 2 << 21)
    #expect(fast == slow)
  }

  @Test func `a header names columns, quotes keep separators`() throws {
    let text = "Source,Target,Weight,kind\n\"a,1\",b,2,\"x \"\"y\"\"\"\nb,c,1.5,\n"
    let graph = try readGraph(Array(text.utf8), file: "list.csv").graph
    #expect(graph.nodeIDs == ["a,1", "b", "c"])
    #expect(graph.edges.weights == [2, 1.5])
    #expect(graph.edgeAttributes == [AttributeColumn("kind", .text(["x \"y\"", nil]))])
  }
}
