import Foundation
import FoundationXML
import GraphvizRendering
import TestSupport
import Testing

/// A small document with clusters, several kinds of label, and edges both ways.
func sampleDocument(directed: Bool = true) -> DOTDocument {
  var document = DOTDocument(
    "sample", directed: directed, attributes: .readableGraph.merging(["label": .text("Küche & Kiez")]))
  for index in 1...6 { document.addNode("P\(index)", ["label": .text("Partner <\(index)>"), "tooltip": .text("\\N")]) }
  for (tail, head) in [(1, 2), (2, 3), (3, 1), (3, 4), (5, 6), (6, 5)] {
    document.addEdge("P\(tail)", "P\(head)", ["label": .text("\(tail * head)")])
  }
  var cluster = DOTSubgraph(cluster: "food", ["label": .text("Food"), "color": "grey"])
  cluster.addNode("P5")
  cluster.addNode("P6")
  document.addSubgraph(cluster)
  document.addNode("legend", ["shape": "plain", "label": .markup(.table([[.init(.text("a < b"))]], ["BORDER": "0"]))])
  return document
}

/// Collects the texts and the ids of an XML file.
final class XMLTexts: NSObject, XMLParserDelegate {
  var texts: [String] = []
  var titles: [String] = []
  var ids: [String] = []
  private var current = ""

  static func read(_ bytes: [UInt8]) -> XMLTexts? {
    let parser = XMLParser(data: Data(bytes))
    let texts = XMLTexts()
    parser.delegate = texts
    return parser.parse() ? texts : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName qName: String?,
    attributes: [String: String]
  ) {
    current = ""
    if let id = attributes["id"] { ids.append(id) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { current += string }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName qName: String?
  ) {
    if elementName == "text" { texts.append(current) }
    if elementName == "title" { titles.append(current) }
    current = ""
  }
}

@Suite struct GraphvizTests {
  @Test(
    arguments: ["dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage", "patchwork"], [PictureFormat.svg, .png, .pdf])
  func `every engine draws every format, the same each time`(engine: String, format: PictureFormat) throws {
    let engine = LayoutEngine(rawValue: engine)
    let document = sampleDocument(directed: engine == .dot)
    let first = try Graphviz.render(document, as: format, engine: engine)
    let second = try Graphviz.render(document, as: format, engine: engine)
    #expect(first == second)
    let starts: [PictureFormat: [UInt8]] = [
      .svg: Array("<?xml".utf8), .png: [0x89, 0x50, 0x4E, 0x47], .pdf: Array("%PDF-".utf8),
    ]
    #expect(first.bytes.starts(with: starts[format] ?? []) && first.bytes.count > 1_000)
  }

  @Test func `places bear no more digits than every run of a layout gives alike`() throws {
    var document = DOTDocument("ring", directed: false)
    for index in 0..<70 { document.addEdge("n\(index)", "n\((index * 7 + 1) % 70)", ["len": .number(1.5)]) }
    let places = try Graphviz.places(of: document, engine: .neato)
    #expect(places.count == 70)
    for place in places { #expect([place.x, place.y].allSatisfy { $0 * 65536 == ($0 * 65536).rounded() }) }
  }

  @Test func `the engines of an ordinary installation are there`() throws {
    let engines = try Graphviz.engines()
    #expect(engines == engines.sorted { $0.rawValue < $1.rawValue })
    for engine in [LayoutEngine.dot, .neato, .fdp, .sfdp, .circo, .twopi, .osage, .patchwork] {
      #expect(engines.contains(engine))
    }
  }

  @Test(arguments: hostileTexts)
  func `any label is drawn as the text it is`(name: String) throws {
    var document = DOTDocument(name, directed: true, attributes: [:], nodeDefaults: [:], edgeDefaults: [:])
    document.addNode("a", ["label": .text(name), "tooltip": .text(name)])
    document.addNode("b", ["label": .markup(.text(name)), "shape": "plain"])
    document.addNode(name)
    document.addEdge(name, "a", ["label": .text(name)])
    document.addSubgraph(DOTSubgraph(cluster: name, ["label": .text(name)]))
    let picture = try Graphviz.render(document, as: .svg)
    let drawn = try #require(XMLTexts.read(picture.bytes), "not well-formed XML")
    let text = String(decoding: picture.bytes, as: UTF8.self)
    #expect(!text.contains("<script") && !text.contains("<!DOCTYPE"))
    let expected = shownLines(name)
    if !expected.isEmpty {
      let lines = drawn.texts.map { $0.replacing("\u{A0}", with: " ") }
      let isMarked = name.trimmingPrefix("\u{2060}").hasPrefix("%")
      #expect(lines.count { $0 == expected[0] } >= (isMarked ? 3 : 4), "\(lines) lacks \(expected[0])")
    }
    let embedded = picture.embeddableSVG(idPrefix: "p1-", label: name)
    let element = try #require(XMLTexts.read(Array(embedded.utf8)), "not well-formed when embedded")
    #expect(element.ids.count == drawn.ids.count && element.ids.allSatisfy { $0.hasPrefix("p1-") })
    #expect(element.texts == drawn.texts)
    for format in [PictureFormat.pdf, .png, .dot] {
      #expect(!(try Graphviz.render(document, as: format, dotsPerInch: 24).bytes.isEmpty))
    }
  }

  @Test func `a long label is drawn, and refused as a bitmap only when too large`() throws {
    var document = DOTDocument(directed: false)
    document.addNode("a", ["label": .text(String(repeating: "ten bytes ", count: 1_000))])
    let svg = try Graphviz.render(document, as: .svg)
    #expect(svg.text.contains("ten bytes ten bytes"))
    #expect(throws: GraphvizError.self) { try Graphviz.render(document, as: .png) }
    do throws(GraphvizError) {
      _ = try Graphviz.render(document, as: .png)
    } catch .pictureTooLarge(let width, _, let limit, _) {
      #expect(width > limit && limit == Graphviz.sideLimit)
    } catch { Issue.record(error) }
    document.attributes["size"] = "10,10"
    #expect(try Graphviz.render(document, as: .png).bytes.count > 100)
  }

  @Test func `more dots per inch give a larger bitmap`() throws {
    func width(_ dotsPerInch: Double) throws -> Int {
      let bytes = try Graphviz.render(sampleDocument(), as: .png, dotsPerInch: dotsPerInch).bytes
      return bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    }
    let (plain, fine) = (try width(96), try width(192))
    #expect(abs(fine - 2 * plain) <= 2 && plain > 100)
  }

  @Test func `errors say what is wrong in Graphviz's words`() throws {
    let unknown = LayoutEngine(rawValue: "spring")
    do throws(GraphvizError) {
      _ = try Graphviz.render(sampleDocument(), as: .svg, engine: unknown)
      Issue.record("an unknown engine was accepted")
    } catch .unknownEngine(let engine, let available) {
      #expect(engine == unknown && available.contains(.dot) && available.contains(.patchwork))
    } catch { Issue.record(error) }
    for (text, line, word) in [
      ("digraph {\n a -> ;\n}", 2, "syntax error"), ("digraph {\n\n a -- b }", 3, "--"),
      ("graph { \"a }", 1, "quoted string"),
      ("graph { <a }", 1, "HTML string"), ("graph { /* a }", 1, "comment"), ("", nil, "no graph"),
      ("nonsense", 1, "nonsense"), ("graph {\n a\u{0} }", 2, "number 0"),
    ] as [(String, Int?, String)] {
      do throws(GraphvizError) {
        _ = try Graphviz.render(text: text, as: .svg)
        Issue.record("accepted: \(text)")
      } catch .syntax(let found, let message) {
        #expect(found == line && message.contains(word), "\(text): \(message)")
      } catch { Issue.record(error) }
    }
    #expect(throws: GraphvizError.emptyGraph) { try Graphviz.render(DOTDocument(directed: true), as: .svg) }
    #expect(throws: GraphvizError.emptyGraph) { try Graphviz.render(text: "graph { }", as: .dot) }
    #expect(try Graphviz.render(text: "graph { a }", as: .svg, engine: .neato).remarks.isEmpty)
  }

  @Test func `remarks of Graphviz come with the picture`() throws {
    let picture = try Graphviz.render(text: "digraph { a [shape=nosuchshape]; b [color=nosuchcolor] }", as: .svg)
    #expect(picture.remarks.contains { $0.contains("nosuchshape") })
    #expect(picture.remarks.contains { $0.contains("nosuchcolor") })
    #expect(picture.warnings.isEmpty)
  }

  @Test func `nothing outside the graph is read or referred to`() throws {
    let text = """
      digraph { stylesheet="http://example.org/a.css"; a [image="/usr/share/pixmaps/a.png", shapefile="b.ps"]
      b [label=<<TABLE><TR><TD><IMG SRC="c.png"/></TD></TR></TABLE>>]; start=rand }
      """
    let picture = try Graphviz.render(text: text, as: .svg, engine: .neato)
    for word in ["a.css", "a.png", "b.ps", "c.png", "xlink:href", "DOCTYPE"] { #expect(!picture.text.contains(word)) }
    for name in ["stylesheet", "image", "shapefile", "label", "start"] {
      #expect(picture.warnings.contains { $0.contains("attribute \(name) was") }, "\(picture.warnings)")
    }
  }

  @Test func `what follows a graph does not disturb the next one`() throws {
    let expected = try Graphviz.render(text: "graph { a }", as: .svg)
    for rest in ["}", "\" x", " graph {b} graph {c}", " x y", "/*", "<", "\n\n"] {
      _ = try Graphviz.render(text: "graph { b }" + rest, as: .svg)
      #expect(try Graphviz.render(text: "graph { a }", as: .svg) == expected)
    }
  }

  @Test func `a graph without a name is drawn the same after others`() throws {
    let first = try Graphviz.render(text: "digraph { a -> b; subgraph cluster_x { a } }", as: .svg)
    for _ in 0..<5 { _ = try Graphviz.render(text: "graph { {x} {y} }", as: .svg) }
    #expect(try Graphviz.render(text: "digraph { a -> b; subgraph cluster_x { a } }", as: .svg) == first)
    #expect(!first.text.contains("Title:"))
  }

  @Test func `several tasks draw at once`() async throws {
    let expected = try Graphviz.render(sampleDocument(), as: .svg)
    try await withThrowingTaskGroup(of: Picture.self) { group in
      for _ in 0..<32 { group.addTask { try Graphviz.render(sampleDocument(), as: .svg) } }
      for try await picture in group {
        #expect(firstDifference(picture.bytes, expected.bytes) == nil && picture.warnings == expected.warnings)
      }
    }
  }

  @Test func `a file's ending picks the format`() {
    #expect(PictureFormat(fileExtension: "gv") == .dot && PictureFormat(fileExtension: "DOT") == .dot)
    #expect(PictureFormat(fileExtension: "SVG") == .svg && PictureFormat(fileExtension: "jpeg") == nil)
  }
}

/// Texts for labels; very long ones have tests of their own.
private let hostileTexts = hostileNames.filter { $0.utf8.count < 200 }

/// The lines in which a text is shown, without those that hold nothing to see.
private func shownLines(_ text: String) -> [String] {
  let unseen: Set<Unicode.Scalar> = ["\u{202E}", "\u{202C}", "\u{2067}", "\u{2069}"]
  if text.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint) { return [] }
  guard !text.unicodeScalars.contains(where: { unseen.contains($0) || $0.value < 32 || $0.value == 0x85 }) else {
    return []
  }
  guard
    !text.unicodeScalars.contains(where: {
      (0x7F..<0xA0).contains($0.value) || $0.value >= 0xFFFD && $0.value <= 0xFFFF
    })
  else { return [] }
  return text.allSatisfy(\.isWhitespace) ? [] : [text]
}
