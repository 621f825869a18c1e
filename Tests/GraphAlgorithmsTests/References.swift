import Foundation
import GraphStructures
import Randomness
import Testing

/// A seeded random graph and what networkx and igraph say about it; Fixtures/make_references.py writes them.
struct Reference: Sendable, CustomTestStringConvertible {
  let name: String
  let isDirected: Bool
  let nodeCount: Int
  fileprivate(set) var edges: EdgeList
  fileprivate(set) var values: [String: [Double]] = [:]

  var testDescription: String { name }

  /// The graph, whichever kind it is.
  var graph: any Graph {
    if isDirected { return DirectedGraph(edges) }
    return UndirectedGraph(edges)
  }

  /// The undirected view without loops and parallel edges.
  var plain: UndirectedGraph { UndirectedGraph(edges, parallelEdges: .first, loops: .drop) }

  /// All graphs of the file.
  static let all: [Reference] = {
    do {
      return try read()
    } catch {
      Issue.record(error, "The reference values could not be read.")
      return []
    }
  }()

  /// The graphs for which a measure is recorded.
  static func with(_ measure: String) -> [Reference] { all.filter { $0.values[measure] != nil } }

  private static func read() throws -> [Reference] {
    let folder = try #require(Bundle.module.resourceURL).appending(path: "Fixtures")
    let text = try String(contentsOf: folder.appending(path: "references.txt"), encoding: .utf8)
    var graphs: [Reference] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: " ").map(String.init)
      switch fields[0] {
      case "graph":
        let nodes = try #require(Int(fields[3]))
        graphs.append(
          Reference(
            name: fields[1], isDirected: fields[2] == "directed", nodeCount: nodes,
            edges: EdgeList(nodeCount: nodes, isWeighted: true)))
      case "edge":
        let (source, target) = (try #require(NodeID(fields[1])), try #require(NodeID(fields[2])))
        graphs[graphs.count - 1].edges.append(from: source, to: target, weight: try #require(Double(fields[3])))
      default:
        graphs[graphs.count - 1].values[fields[2]] = try fields.dropFirst(3).map { try #require(Double($0)) }
      }
    }
    return graphs
  }
}

/// Whether two lists agree within 1e-9, relative to the larger number where that is above 1.
func agree(_ found: [Double], _ expected: [Double], within tolerance: Double = 1e-9) -> Bool {
  found.count == expected.count
    && zip(found, expected).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
}

/// Expects every recorded value of a measure to come out.
func expect(
  _ measure: String, of reference: Reference, within tolerance: Double = 1e-9, _ found: [Double],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let expected = try #require(reference.values[measure], sourceLocation: sourceLocation)
  #expect(agree(found, expected, within: tolerance), "\(measure)", sourceLocation: sourceLocation)
}

/// Edges drawn at random, with loops and parallel edges.
func randomEdges(nodeCount: Int, edgeCount: Int, weighted: Bool = false, seed: UInt64) -> EdgeList {
  var generator = Xoshiro256(seed: seed)
  var edges = EdgeList(nodeCount: nodeCount, isWeighted: weighted)
  for _ in 0..<edgeCount {
    let source = NodeID(generator.draw(below: nodeCount))
    let target = NodeID(generator.draw(below: nodeCount))
    edges.append(from: source, to: target, weight: Double(1 + generator.draw(below: 5)))
  }
  return edges
}

/// A node tied to each of `leaves` others.
func star(leaves: Int) -> EdgeList {
  EdgeList(
    nodeCount: leaves + 1, sources: [NodeID](repeating: 0, count: leaves), targets: (1...NodeID(leaves)).map { $0 })
}

/// Nodes in a row, each with an edge to the next.
func path(nodeCount: Int) -> EdgeList {
  let last = NodeID(nodeCount - 1)
  return EdgeList(nodeCount: nodeCount, sources: (0..<last).map { $0 }, targets: (1...last).map { $0 })
}
