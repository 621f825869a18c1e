import GraphData
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

  private func content(_ format: GraphFileFormat) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = richGraph.write(as: format) { bytes.append(contentsOf: $0) }
    return bytes
  }

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
    for _ in 0..<(format == .dot ? 150 : 400) {
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

  @Test(arguments: GraphFileFormat.allCases)
  func `files cut short are read or refused`(_ format: GraphFileFormat) throws {
    let bytes = content(format)
    for length in stride(from: 0, to: bytes.count, by: format == .dot ? 23 : 7) {
      _ = try read(Array(bytes[..<length]), format)
    }
  }

  @Test func `deep nesting is an error, not a crash`() {
    let deep = 1_000_000
    let texts: [(GraphFileFormat, String, String)] = [
      (.graphml, "<graphml>" + String(repeating: "<a>", count: deep), "elements nest deeper than 256"),
      (.gexf, "<gexf>" + String(repeating: "<a>", count: deep), "elements nest deeper than 256"),
      (.json, "{\"a\":" + String(repeating: "[", count: deep), "values nest deeper than 64"),
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
    ("a.txt", "1 2 x\n", "a.txt:1: the weight is \"x\"; a finite number was expected"),
    ("a.txt", "1 2 nan\n", "a.txt:1: the weight is \"nan\"; a finite number was expected"),
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
