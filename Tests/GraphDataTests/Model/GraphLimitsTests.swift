import FileReading
import Foundation
import GraphStructures
import TestSupport
import Testing

@testable import GraphData

/// What graph files may hold at most, at the limit and one beyond it.
struct GraphLimitsTests {
  @Test func `the guide's limits are the code's`() throws {
    let page = try Repository.text("Sources/Reefknot/Reefknot.docc/GraphFiles.md")
    let table = try #require(page.components(separatedBy: "## Limits\n").last)
    let numbers = table.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2).map { row in
      row.split(separator: "|", omittingEmptySubsequences: false)[2...3].map { cell in
        Int(cell.filter { $0 != "," && $0 != " " })
      }
    }
    #expect(
      numbers == [
        [GraphLimits.announcedNodes, GraphLimits.announcedNodesPerByte], [GraphLimits.edges, GraphLimits.edgesPerByte],
        [GraphLimits.defaults, GraphLimits.defaultsPerByte], [GraphLimits.attributes, nil],
        [XMLReader.deepest, nil], [GraphLimits.listDepth, nil], [XMLReader.mostAttributes, nil],
        [GraphLimits.fields, nil], [GraphLimits.inflatedBytes, GraphLimits.inflatedBytesPerByte],
      ])
  }

  @Test func `a number announces so many vertices and no more`() throws {
    func text(_ count: Int) -> String { "*Vertices \(count)\n" }
    let size = text(GraphLimits.announcedNodes).utf8.count
    let limit = GraphLimits.announcedNodes + GraphLimits.announcedNodesPerByte * size
    #expect(try read(text(limit), "a.net").graph.nodeCount == limit)
    #expect(failure(text(limit + 1), "a.net")?.hasPrefix("a.net:1: \(limit + 1) vertices are announced") == true)
  }

  @Test func `XML nests 256 elements deep, JSON 64 lists, and no more`() throws {
    func xml(_ depth: Int) -> String {
      "<graphml><graph/>" + String(repeating: "<a>", count: depth - 1) + String(repeating: "</a>", count: depth - 1)
        + "</graphml>"
    }
    #expect(failure(xml(XMLReader.deepest), "a.graphml") == nil)
    #expect(failure(xml(XMLReader.deepest + 1), "a.graphml")?.contains("nest deeper than 256") == true)
    func json(_ depth: Int) -> String {
      "{\"nodes\":[],\"a\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    }
    #expect(failure(json(GraphLimits.listDepth), "a.json") == nil)
    #expect(failure(json(GraphLimits.listDepth + 1), "a.json")?.contains("nest deeper than 64") == true)
    func gml(_ depth: Int) -> String {
      "graph [ node [ id 1 " + String(repeating: "a [ ", count: depth - 1) + String(repeating: "] ", count: depth - 1)
        + "] ]"
    }
    #expect(failure(gml(GraphLimits.listDepth - 1), "a.gml") == nil)
    #expect(failure(gml(GraphLimits.listDepth), "a.gml")?.contains("nest deeper than 64") == true)
  }

  @Test func `a line has a thousand fields, an element a thousand attributes, and no more`() throws {
    func line(_ count: Int) -> String { "source,target," + (2..<count).map { "x\($0)" }.joined(separator: ",") + "\n" }
    #expect(failure(line(GraphLimits.fields), "a.csv") == nil)
    #expect(failure(line(GraphLimits.fields + 1), "a.csv")?.contains("more than 1000 fields") == true)
    func element(_ count: Int) -> String {
      "<graphml><graph " + (0..<count).map { "a\($0)=\"\"" }.joined(separator: " ") + "/></graphml>"
    }
    #expect(failure(element(XMLReader.mostAttributes), "a.graphml") == nil)
    #expect(failure(element(XMLReader.mostAttributes + 1), "a.graphml")?.contains("1000") == true)
  }

  @Test func `statements of DOT stand for so many edges and no more`() throws {
    func text(_ count: Int, _ padding: Int) -> String {
      let left = (0..<1024).map { "a\($0)" }.joined(separator: " ")
      let right = (0..<count).map { "b\($0)" }.joined(separator: " ")
      return "graph { {\(left)} -- {\(right)} }" + String(repeating: " ", count: padding)
    }
    // 1,024 × 1,400 edges need more bytes than the statement has, which blanks make up.
    let wanted = (1024 * 1400 - GraphLimits.edges + GraphLimits.edgesPerByte - 1) / GraphLimits.edgesPerByte
    let padding = wanted - text(1400, 0).utf8.count
    #expect(try read(text(1400, padding), "a.dot").graph.edges.count == 1024 * 1400)
    #expect(failure(text(1400, padding - 1), "a.dot")?.contains("stand for more than") == true)
  }
}
