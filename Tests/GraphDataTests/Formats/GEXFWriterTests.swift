import Foundation
import FoundationXML
import GraphData
import GraphStructures
import Randomness
import Testing

/// Dynamic files keep to the rules of GEXF 1.3, as its RELAX NG schema has them (specs/1.3 of github.com/gephi/gexf), and to
/// what its primer says of spells.
struct GEXFWriterTests {
  /// What an element may have.
  private struct Rule {
    var required: [String: Value] = [:]
    var optional: [String: Value] = [:]
    /// Children with the most of each; their order counts where `isSequence`.
    var children: [(name: String, most: Int)] = []
    var isSequence = false
  }

  private enum Value {
    case any
    case double
    case count
    case time
    case one(of: [String])

    func accepts(_ text: String) -> Bool {
      switch self {
      case .any: true
      case .double: text.wholeMatch(of: /[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN/) != nil
      case .count: text.wholeMatch(of: /\d+/) != nil
      case .time:
        Value.double.accepts(text) || text.wholeMatch(of: /-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) != nil
      case .one(let words): words.contains(text)
      }
    }
  }

  private static let stretch: [String: Value] = ["start": .time, "end": .time]
  private static let kinds = Value.one(of: ["directed", "undirected", "mutual"])
  private static let types = Value.one(
    of: ["integer", "long", "double", "float", "boolean", "bigdecimal", "biginteger", "byte", "char", "short"]
      + ["liststring", "string", "anyURI"])

  private static let rules: [String: Rule] = [
    "gexf": Rule(
      required: ["version": .one(of: ["1.3"])], optional: ["variant": .any], children: [("meta", 1), ("graph", 1)],
      isSequence: true),
    "graph": Rule(
      optional: [
        "defaultedgetype": kinds, "idtype": .one(of: ["integer", "string"]), "timezone": .any,
        "timeformat": .one(of: ["integer", "double", "date", "dateTime"]), "start": .time, "end": .time,
        "mode": .one(of: ["static", "dynamic", "slice"]), "timerepresentation": .one(of: ["interval", "timestamp"]),
      ], children: [("attributes", .max), ("nodes", 1), ("edges", 1)], isSequence: true),
    "attributes": Rule(
      required: ["class": .one(of: ["node", "edge"])], optional: ["mode": .one(of: ["static", "dynamic"])],
      children: [("attribute", .max)]),
    "attribute": Rule(
      required: ["id": .any, "title": .any, "type": types], children: [("default", 1), ("options", 1)]),
    "nodes": Rule(optional: ["count": .count], children: [("node", .max)]),
    "edges": Rule(optional: ["count": .count], children: [("edge", .max)]),
    "node": Rule(
      required: ["id": .any], optional: stretch.merging(["label": .any, "pid": .any]) { $1 },
      children: [("attvalues", 1), ("spells", 1), ("nodes", 1), ("edges", 1), ("parents", 1)]),
    "edge": Rule(
      required: ["source": .any, "target": .any],
      optional: stretch.merging(["id": .any, "type": kinds, "label": .any, "weight": .double, "kind": .any]) { $1 },
      children: [("attvalues", 1), ("spells", 1)]),
    "attvalues": Rule(children: [("attvalue", .max)]),
    "attvalue": Rule(required: ["for": .any, "value": .any], optional: stretch),
    "spells": Rule(children: [("spell", .max)]),
    "spell": Rule(optional: stretch),
  ]

  private func children(_ element: XMLElement) -> [XMLElement] {
    (element.children ?? []).compactMap { $0 as? XMLElement }
  }

  /// Holds an element and all in it against the rules.
  private func check(_ element: XMLElement) throws {
    let name = try #require(element.name)
    let rule = try #require(Self.rules[name], "\(name)")
    var left = rule.required
    for attribute in element.attributes ?? [] {
      let attributeName = try #require(attribute.name)
      let text = attribute.stringValue ?? ""
      let value = try #require(
        rule.required[attributeName] ?? rule.optional[attributeName], "\(attributeName) of \(name)")
      #expect(value.accepts(text), "\(attributeName)=\"\(text)\" of \(name)")
      left[attributeName] = nil
    }
    #expect(left.isEmpty, "\(name) lacks \(left.keys)")
    let inner = children(element).compactMap(\.name)
    for child in Set(inner) {
      let most = try #require(rule.children.first { $0.name == child }?.most, "\(child) within \(name)")
      #expect(inner.count { $0 == child } <= most)
    }
    if rule.isSequence {
      let places = inner.compactMap { child in rule.children.firstIndex { $0.name == child } }
      #expect(places == places.sorted())
    }
    if name == "graph" { #expect(inner.contains("nodes") && inner.contains("edges")) }
    if name == "gexf" { #expect(inner.contains("graph")) }
    if name == "spells" { #expect(!inner.isEmpty) }
    for child in children(element) { try check(child) }
  }

  /// When an element is there; nil for always.
  private func spells(_ element: XMLElement) -> [ClosedRange<String>]? {
    children(element).first { $0.name == "spells" }.map { spells in
      children(spells).map { spell in
        (spell.attribute(forName: "start")?.stringValue ?? "")...(spell.attribute(forName: "end")?.stringValue ?? "")
      }
    }
  }

  /// Dates compare as texts do.
  private func checkSpells(_ graph: XMLElement) throws {
    var ofNodes: [String: [ClosedRange<String>]?] = [:]
    for node in children(try #require(children(graph).first { $0.name == "nodes" })) {
      ofNodes[node.attribute(forName: "id")?.stringValue ?? ""] = .some(spells(node))
    }
    var count = 0
    for edge in children(try #require(children(graph).first { $0.name == "edges" })) {
      let own = spells(edge)
      for (spell, next) in zip(own ?? [], (own ?? []).dropFirst()) { #expect(spell.upperBound < next.lowerBound) }
      for name in ["source", "target"] {
        let end = try #require(ofNodes[edge.attribute(forName: name)?.stringValue ?? ""])
        guard let end else { continue }
        for spell in try #require(own) {
          count += 1
          #expect(end.contains { $0.lowerBound <= spell.lowerBound && spell.upperBound <= $0.upperBound })
        }
      }
    }
    #expect(count > 0)
  }

  @Test(arguments: 0..<20) func `dynamic files keep to the schema, and edges within their ends`(seed: UInt64) throws {
    var generator = Xoshiro256(seed: seed)
    let nodes = 12
    let count = 40
    func day() -> String { "2025-0\(1 + generator.draw(below: 9))-\(10 + generator.draw(below: 18))" }
    var starts: [String?] = []
    var ends: [String?] = []
    for _ in 0..<count {
      let days = [day(), day()].sorted()
      starts.append(generator.draw(below: 25) == 0 ? nil : days[0])
      ends.append(generator.draw(below: 3) == 0 ? nil : days[1])
    }
    let graph = AttributedGraph(
      isDirected: seed % 2 == 0, nodeIDs: (0..<nodes).map { "n \($0) <&\">" },
      edges: EdgeList(
        nodeCount: nodes, sources: (0..<count).map { _ in NodeID(generator.draw(below: nodes)) },
        targets: (0..<count).map { _ in NodeID(generator.draw(below: nodes)) },
        weights: seed % 3 == 0 ? nil : (0..<count).map { _ in Double(generator.draw(below: 9)) / 4 }),
      nodeAttributes: [
        AttributeColumn("label", .text((0..<nodes).map { "Name \($0)" })),
        AttributeColumn("size", .double((0..<nodes).map { $0 % 3 == 0 ? nil : Double($0) / 3 })),
        AttributeColumn("weight", .integer((0..<nodes).map { Int64($0) })),
      ],
      edgeAttributes: [
        AttributeColumn("start", .text(starts)), AttributeColumn("end", .text(ends)),
        AttributeColumn("kind", .text((0..<count).map { ["knows", "likes", nil][$0 % 3] })),
        AttributeColumn("key", .integer((0..<count).map { Int64($0) })),
      ], timeAttribute: "start")
    let text = written(graph, .gexf, GraphWritingOptions(isDynamic: true)).text
    let document = try XMLDocument(xmlString: text)
    let root = try #require(document.rootElement())
    #expect(root.namespaces?.first?.stringValue == "http://gexf.net/1.3")
    try check(root)
    try checkSpells(try #require(children(root).first))
    // Gephi takes the dynamic attribute with this title for the weight over time.
    #expect(text.contains("mode=\"dynamic\">\n      <attribute id=\"weights\" title=\"weight\" type=\"double\"/>"))
  }
}
