import GraphData
import GraphStructures
import Testing

/// Whatever stands in a file, reading ends with a graph or an error that names a place.
struct DamagedFileTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    }
  }

  /// A value of each type, in few bytes, so that a file can be cut at every one of them.
  private static let smallGraph = AttributedGraph(
    isDirected: true, nodeIDs: ["a", "b \"é\""],
    edges: EdgeList(nodeCount: 2, sources: [0, 1], targets: [1, 1], weights: [12, 0.5]),
    nodeAttributes: [
      AttributeColumn("n", .integer([1, nil])), AttributeColumn("t", .text(["x,y", "<&>"])),
      AttributeColumn("ok", .boolean([nil, true])),
    ],
    edgeAttributes: [AttributeColumn("time", .integer([12, 3]))])

  private func content(_ format: GraphFileFormat) -> [UInt8] { Array(written(richGraph, format).text.utf8) }

  private func read(_ bytes: [UInt8], _ format: GraphFileFormat) throws -> AttributedGraph? {
    do {
      let graph = try readGraph(bytes, file: "damaged", options: GraphReadingOptions(format: format)).graph
      _ = graph.write(as: .json) { _ in }
      return graph
    } catch {
      #expect(error.description.hasPrefix("damaged"))
      return nil
    }
  }

  @Test(arguments: GraphFileFormat.allCases)
  func `mutated files are read or refused`(_ format: GraphFileFormat) throws {
    let bytes = content(format)
    var generator = Generator(state: 7)
    var refused = 0
    for _ in 0..<250 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<damaged.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: damaged[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: damaged.remove(at: place)
        case 2: damaged.insert("\"<>[]{}&#,;\n 0-".utf8.randomElement(using: &generator) ?? 0, at: place)
        default: damaged.insert(contentsOf: damaged[place..<min(damaged.count, place + 40)], at: place)
        }
      }
      if try read(damaged, format) == nil { refused += 1 }
    }
    #expect(refused > 0)
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
    let bytes = Array(written(Self.smallGraph, format).text.utf8)
    for length in 0..<bytes.count { _ = try read(Array(bytes[..<length]), format) }
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
      "a.xyz: the ending tells no format of graphs; choose one of csv, tsv, edgelist, graphml, gexf, gml, pajek, dot, json"
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
