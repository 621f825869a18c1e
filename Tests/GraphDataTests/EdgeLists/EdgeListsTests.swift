import FileReading
import Foundation
import GraphData
import GraphStructures
import Randomness
import TestSupport
import Testing

/// Edge lists read in blocks, against the same text read line by line.
struct EdgeListsTests {
  /// What blocks on several threads, on one, and lines make of a text; the words of the error where it is wrong.
  private func readings(
    _ text: String, _ file: String = "list.txt", nodes: String? = nil, blockSize: Int = 1 << 21
  ) throws -> [Outcome] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
    let path = folder.appending(path: file)
    try Data(text.utf8).write(to: path)
    let nodePath = folder.appending(path: "nodes.txt")
    if let nodes { try Data(nodes.utf8).write(to: nodePath) }
    let nodeFile = nodes == nil ? nil : nodePath.path
    func outcome(_ read: () throws(GraphFileError) -> GraphReading) -> Outcome {
      do throws(GraphFileError) { return .reading(try read()) } catch { return .error("\(error)") }
    }
    return [1, 2, 3].map { threads in
      outcome { () throws(GraphFileError) in
        var options = GraphReadingOptions(nodeFile: nodeFile, threads: threads)
        options.blockSize = blockSize
        return try readGraph(at: path.path, options: options)
      }
    } + [
      outcome { () throws(GraphFileError) in
        try readGraph(Array(text.utf8), file: path.path, options: GraphReadingOptions(nodeFile: nodeFile))
      }
    ]
  }

  private enum Outcome: Equatable {
    case reading(GraphReading)
    case error(String)
  }

  private func expectSame(
    _ text: String, _ file: String = "list.txt", nodes: String? = nil, blockSize: Int = 1 << 21
  ) throws {
    let outcomes = try readings(text, file, nodes: nodes, blockSize: blockSize)
    for outcome in outcomes.dropLast() { #expect(outcome == outcomes.last, "\(text.prefix(200))") }
  }

  @Test(arguments: [
    "1 2\n2 3\n", "1\t2\n\n# note\n% note\n 10   7 \n", "5 5\n5 5", "1 2 0.5 100\r\n3 4 -7 200\r\n", "4294967294 0\n",
    "007 7\n7 007\n", "12345678 123456789\n", "99999999999 1\n", "1 2 1e3\n", "1 2 007\n", "1 2 -0\n",
    "1 2 0.10000000000000001\n",
    "1 2 3 1700000000000000000\n", "1 2 x\n", "1 2\n3\n", "ann bob\nbob cem 2\n", "ann bob 1\nbob\tann  2 \n",
    "a#b %c\n",
    "\u{FEFF}source target\nann bob\n", "from to weight\n5 3 1\n3 4 2.5\n", "u v time\n1 2 3\n", "target source\n1 2\n",
    "source target\n", "source target weight\n1 2\n", "\"a b\" c\n", "é ü\nü é\r\n", "a b\rc d\n", "", "#\n",
    "\u{A0}a b\na \u{200B}c\n", "a b\u{0}\nc d\n", "1 2\n3 4\u{0}\n", "\u{FEFF}\u{FEFF}source target\na b\n",
    "a \u{A0}\n",
  ])
  func `blocks give what lines give`(_ text: String) throws {
    try expectSame(text)
    try expectSame(text.replacingOccurrences(of: " ", with: ","), "list.csv")
    try expectSame(text.replacingOccurrences(of: " ", with: "\t"), "list.tsv")
    try expectSame(text, nodes: "7\n2\n\n# note\n2\n5000000000\n")
    try expectSame(text, nodes: "id\nbob 3\nbob\nzoe\n")
  }

  @Test(arguments: 0..<60) func `blocks give what lines give of any text`(seed: UInt64) throws {
    var generator = Xoshiro256(seed: seed)
    let pieces = [
      "1", "2", "30", "007", "-4", "4294967295", "6597069771776", "ann", "bob", "é", "0.5", "1e3", "-0", "x\"y",
      "\"q\"", "#",
      "%", "source", "target", "weight",
    ]
    // Most lines are alike, so that many texts are edge lists.
    let usual = generator.draw(below: pieces.count)
    for separator in [" ", ",", "\t"] {
      var text =
        generator.draw(below: 3) == 0 ? ["source", "target", "weight"].joined(separator: separator) + "\n" : ""
      for _ in 0..<generator.draw(below: 12) {
        let count = generator.draw(below: 8) == 0 ? generator.draw(below: 5) : 2 + Int(seed % 2)
        let fields = (0..<count).map { _ in
          pieces[
            generator.draw(below: 4) == 0 ? generator.draw(below: pieces.count) : (usual + generator.draw(below: 2)) % 8
          ]
        }
        text +=
          fields.joined(separator: separator) + ["\n", "\n", "\n", "\r\n", " \n", "\n\n"][generator.draw(below: 6)]
      }
      let name = separator == " " ? "list.txt" : separator == "," ? "list.csv" : "list.tsv"
      try expectSame(text, name, blockSize: 20)
      try expectSame(text, name, nodes: "bob\n1\nzoe\n")
    }
  }

  @Test(arguments: ["", "source target weight\n"], ["", "p", "65970697"])
  func `lines that cross blocks are read once`(header: String, prefix: String) throws {
    var generator = Xoshiro256(seed: 3)
    var text = header
    for _ in 0..<4000 {
      let (source, target) = (generator.draw(below: 1 << 20), generator.draw(below: 1 << 12))
      text += "\(prefix)\(source) \(prefix)\(target)" + (header.isEmpty ? "\n" : " \(source % 7)\n")
    }
    try expectSame(text, blockSize: 1000)
    try expectSame(text, nodes: (0..<3000).map { "\(prefix)\($0 * 3)" }.joined(separator: "\n"), blockSize: 300)
  }

  @Test(arguments: [
    "1 2\n3 4 \n", "# x\nsource target weight\n1 2 3.5\n", "ann bob\nbob cem\n", "6597069771776 1\n",
    "1 2 0.12345678901234567 9\n",
  ])
  func `plain edge lists are read in blocks`(_ text: String) throws {
    try TemporaryFolder.with { folder in
      let path = folder.appending(path: "list.e").path
      try Data(text.utf8).write(to: URL(filePath: path))
      var options = GraphReadingOptions()
      #expect(try readEdgeBlocks(of: InputFile(path: path, name: path), .edgelist, options) != nil)
      options.nodeFile = path
      #expect(try readEdgeBlocks(of: InputFile(path: path, name: path), .edgelist, options) != nil)
      try Data("\"a b\" c\n".utf8).write(to: URL(filePath: path))
      #expect(try readEdgeBlocks(of: InputFile(path: path, name: path), .edgelist, options) == nil)
    }
  }

  @Test func `a list of nodes adds those without edges, and lacks none unnoticed`() throws {
    let readings = try readings("3 1\n1 9\n", nodes: "10\n3\n1\n")
    guard case .reading(let reading) = readings[0] else { throw CancellationError() }
    #expect(reading.graph.nodeIDs == ["1", "3", "9", "10"])
    #expect(reading.graph.edges.sources == [1, 0])
    #expect(reading.notes == ["1 nodes of the edges are not in the list of nodes: they are added"])
  }

  @Test func `a header names columns, quotes keep separators`() throws {
    let text = "Source,Target,Weight,kind\n\"a,1\",b,2,\"x \"\"y\"\"\"\nb,c,1.5,\n"
    let graph = try readGraph(Array(text.utf8), file: "list.csv").graph
    #expect(graph.nodeIDs == ["a,1", "b", "c"])
    #expect(graph.edges.weights == [2, 1.5])
    #expect(graph.edgeAttributes == [AttributeColumn("kind", .text(["x \"y\"", nil]))])
  }
}
