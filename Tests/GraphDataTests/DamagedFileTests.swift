import Foundation
import GraphData
import GraphStructures
import TestSupport
import Testing

/// Whatever stands in a file, reading ends with a graph or an error that names a place.
struct DamagedFileTests {
  /// A value of each type, in few bytes, so that a file can be cut at every one of them.
  private static let smallGraph = AttributedGraph(
    isDirected: true, nodeIDs: ["a", "b \"é\""],
    edges: EdgeList(nodeCount: 2, sources: [0, 1], targets: [1, 1], weights: [12, 0.5]),
    nodeAttributes: [
      AttributeColumn("n", .integer([1, nil])), AttributeColumn("t", .text(["x,y", "<&>"])),
      AttributeColumn("ok", .boolean([nil, true])),
    ],
    edgeAttributes: [AttributeColumn("time", .integer([12, 3]))])

  private func contents(_ format: GraphFileFormat) -> [[UInt8]] {
    ([written(richGraph, format).text] + GraphDialects.texts(of: format)).map { Array($0.utf8) }
  }

  /// The graph that bytes hold, which must be whole, or nil where they are refused with a place.
  private func read(_ bytes: [UInt8], _ format: GraphFileFormat) throws -> AttributedGraph? {
    do {
      let graph = try readGraph(bytes, file: "damaged", options: GraphReadingOptions(format: format)).graph
      #expect(graph.nodeIDs.count == graph.nodeCount)
      // By their bytes: strings are the same to Swift where their letters look the same.
      #expect(Set(graph.nodeIDs.map { Array($0.utf8) }).count == graph.nodeCount)
      #expect(graph.edges.weights?.allSatisfy(\.isFinite) ?? true)
      // What was read is a graph that can be written, and is the same again.
      let again = try readGraph(Array(written(graph, .json).text.utf8), file: "again.json").graph
      #expect(again.nodeCount == graph.nodeCount, "\(String(decoding: bytes, as: UTF8.self))")
      #expect(again.edges.count == (graph.edgeDirections == nil ? graph.edges.count : again.edges.count))
      return graph
    } catch {
      #expect(error.description.hasPrefix("damaged"), "\(error): \(String(decoding: bytes, as: UTF8.self))")
      return nil
    }
  }

  private func damaged(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var damaged = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0...damaged.count, using: &generator)
      let end = min(damaged.count, place + Int.random(in: 0...40, using: &generator))
      switch Int.random(in: 0..<7, using: &generator) {
      case 0 where place < damaged.count: damaged[place] = UInt8.random(in: 0...255, using: &generator)
      case 1 where place < damaged.count: damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 2: damaged.removeSubrange(place..<end)
      case 3: damaged.insert("\"<>[]{}&#,;\n 0-".utf8.randomElement(using: &generator) ?? 0, at: place)
      case 4: damaged.removeLast(damaged.count - place)
      case 5: damaged.insert(contentsOf: damaged[place..<end], at: Int.random(in: 0...place, using: &generator))
      default:
        damaged.insert(contentsOf: Array((GraphDialects.tokens.randomElement(using: &generator) ?? "").utf8), at: place)
      }
    }
    return damaged
  }

  /// `REEFKNOT_FUZZ_SECONDS=600 swift test -c release --filter DamagedFileTests` goes on for that long with each format,
  /// from another seed each time.
  @Test(arguments: GraphFileFormat.allCases)
  func `mutated files are read or refused`(_ format: GraphFileFormat) throws {
    let seconds = ProcessInfo.processInfo.environment["REEFKNOT_FUZZ_SECONDS"].flatMap(Double.init)
    let end = Date(timeIntervalSinceNow: seconds ?? 3600)
    var generator = SeededGenerator(seed: seconds == nil ? 7 : UInt64.random(in: 0...UInt64.max))
    let contents = contents(format)
    var (refused, count) = (0, 0)
    while seconds == nil ? count < 300 : Date() < end {
      let bytes = damaged(contents.randomElement(using: &generator) ?? [], &generator)
      if try read(bytes, format) == nil { refused += 1 }
      count += 1
    }
    #expect(refused > 0 && refused < count)
    if seconds != nil { print("\(format.rawValue): \(count) damaged files, \(refused) refused") }
  }

  @Test(arguments: GraphFileFormat.allCases)
  func `mutated compressed files are read or refused`(_ format: GraphFileFormat) throws {
    let folder = try TemporaryFolder()
    let seconds = ProcessInfo.processInfo.environment["REEFKNOT_FUZZ_SECONDS"].flatMap(Double.init)
    let end = Date(timeIntervalSinceNow: seconds ?? 3600)
    var generator = SeededGenerator(seed: seconds == nil ? 11 : UInt64.random(in: 0...UInt64.max))
    let options = GraphReadingOptions(format: format)
    let contents = contents(format)
    for content in contents {
      let packed = storedGzip(content)
      try folder.write(packed, to: "whole.gz")
      let whole = try readGraph(at: "\(folder.path)/whole.gz", options: options).graph
      #expect(try read(content, format)?.nodeCount == whole.nodeCount)
      for round in 0..<30 { _ = try readPacked(Array(packed.prefix(round * packed.count / 30)), options, folder) }
    }
    var (refused, count) = (0, 0)
    while seconds == nil ? count < 30 * contents.count : Date() < end {
      let isInside = Bool.random(using: &generator)
      let content = contents.randomElement(using: &generator) ?? []
      let bytes = isInside ? storedGzip(damaged(content, &generator)) : damaged(storedGzip(content), &generator)
      if try !readPacked(bytes, options, folder) { refused += 1 }
      count += 1
    }
    #expect(refused > 0 && refused < count)
    if seconds != nil { print("\(format.rawValue), compressed: \(count) damaged files, \(refused) refused") }
  }

  /// Whether a compressed file was read.
  private func readPacked(_ bytes: [UInt8], _ options: GraphReadingOptions, _ folder: TemporaryFolder) throws -> Bool {
    let path = "\(folder.path)/damaged.gz"
    try folder.write(bytes, to: "damaged.gz")
    do {
      _ = try readGraph(at: path, options: options)
      return true
    } catch {
      #expect(error.description.hasPrefix(path))
      return false
    }
  }

  /// A format with a closing mark has it at its end: whatever is cut off, what is left is no whole file.
  @Test(arguments: [GraphFileFormat.graphml, .gexf, .gml, .dot, .json])
  func `files cut short are refused wherever they are cut`(_ format: GraphFileFormat) throws {
    let bytes = Array(written(Self.smallGraph, format).text.trimmed.utf8)
    for length in 0..<bytes.count {
      #expect(try read(Array(bytes[..<length]), format) == nil, "\(length) of \(bytes.count) bytes")
    }
  }

  @Test(arguments: GraphFileFormat.allCases)
  func `files cut short are read or refused`(_ format: GraphFileFormat) throws {
    let small = Array(written(Self.smallGraph, format).text.utf8)
    for bytes in [small] + GraphDialects.texts(of: format).map({ Array($0.utf8) }) {
      for length in 0..<bytes.count { _ = try read(Array(bytes[..<length]), format) }
    }
  }

  @Test func `deep nesting is an error, not a crash`() {
    let deep = 1_000_000
    let texts: [(GraphFileFormat, String, String)] = [
      (.graphml, "<graphml>" + String(repeating: "<a>", count: deep), "elements nest deeper than 256"),
      (.gexf, "<gexf>" + String(repeating: "<a>", count: deep), "elements nest deeper than 256"),
      (.json, "{\"a\":" + String(repeating: "[", count: deep), "values nest deeper than 64"),
      (.dot, "graph " + String(repeating: "{", count: deep), "a statement or \"}\" was expected"),
      (.gml, "graph [ node [" + String(repeating: " a [", count: deep), "lists nest deeper than 64"),
    ]
    for (format, text, message) in texts {
      let error = #expect(throws: GraphFileError.self) {
        try readGraph(Array(text.utf8), file: "deep", options: GraphReadingOptions(format: format))
      }
      #expect(error?.description.contains(message) == true, "\(format)")
    }
  }

  @Test func `XML with declarations of its own is refused, whatever they expand to`() {
    let lol = """
      <!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
      <graphml><graph edgedefault="directed"><node id="&lol2;"/></graph></graphml>
      """
    let error = #expect(throws: GraphFileError.self) { try readGraph(Array(lol.utf8), file: "lol.graphml") }
    #expect(error?.description == "lol.graphml:1:16: a document type with declarations of its own is not read")
    let entity = "<graphml><graph edgedefault=\"directed\"><node id=\"&x;\"/></graph></graphml>"
    let other = #expect(throws: GraphFileError.self) { try readGraph(Array(entity.utf8), file: "x.graphml") }
    #expect(other?.description.hasSuffix("an \"&\" is not followed by a reference that XML defines") == true)
  }

  @Test(arguments: [
    ("a.csv", "a,b\na\n", "a.csv:2: the line has 1 fields; 2 were expected, as in the first line"),
    (
      "a.txt", "1 2 x\n",
      "a.txt:1: the weight is \"x\"; a finite number was expected. --weight names another column, --unweighted takes none, --skip-invalid leaves such lines out"
    ),
    ("a.csv", "\"a,b\n", "a.csv:1: the quote that opens here is never closed"),
    (
      "a.graphml", "<graphml>\n <graph edgedefault=\"both\"/></graphml>",
      "a.graphml:2:2: edgedefault is \"both\"; directed or undirected was expected"
    ),
    (
      "a.gexf", "<gexf><graph><nodes><node/></nodes></graph></gexf>",
      "a.gexf:1:21: <node> has no attribute \"id\", which was expected"
    ),
    ("a.gml", "graph [\n edge [ source 1 target 2 ]\n]", "a.gml:2:2: the edge's source must be the id of a node"),
    ("a.net", "*Vertices 2\n*Arcs\n1 3\n", "a.net:3: \"3\" is no vertex; a number from 1 to 2 was expected"),
    ("a.json", "{\"nodes\": [1]}", "a.json:1:12: a node as an object was expected"),
    (
      "a.xyz", "",
      "a.xyz: the ending tells no format of graphs; choose one of csv, tsv, edgelist, graphml, gexf, gml, pajek, matrixmarket, dot, json"
    ),
  ])
  func `an error names file, place and what was expected`(_ file: String, _ text: String, _ message: String) {
    let error = #expect(throws: GraphFileError.self) { try readGraph(Array(text.utf8), file: file) }
    #expect(error?.description == message)
  }
}

extension String {
  /// The text without line ends behind it.
  fileprivate var trimmed: String { String(self[...(lastIndex { $0 != "\n" } ?? startIndex)]) }
}
