import CampaignAnalysis
import CampaignModel
import Drawing
import GraphStructures
import GraphvizRendering
import Networks
import TestSupport
import Testing

/// No line passes through or behind a node, or words, that are not its own.
struct NoFalseLineTests {
  private static func dataset(partners: Int, seed: UInt64) -> Dataset {
    RandomDataset.make(
      seed: seed,
      .init(
        partners: partners, channels: 2 * partners, contents: partners + 4, contacts: 12 * partners,
        touches: 70 * partners))
  }

  @Test(arguments: [CampaignDiagram.partners, .knots, .timeline], [2, 5, 40])
  func `lines between partners meet nobody else`(view: CampaignDiagram, partners: Int) throws {
    for seed in [3] as [UInt64] {
      let dataset = NoFalseLineTests.dataset(partners: partners, seed: seed)
      let scope = Scope(campaign: dataset.campaigns.count - 1, of: dataset)
      let figures = measureUnprotected(dataset, scopes: view.scopes(for: scope, in: dataset), options: view.analysis)
      for isTall in [false, true] {
        let options = DiagramOptions(top: 40, isTall: isTall)
        let drawn = try DrawnLayout(view.document(of: figures, of: scope, in: dataset, options: options))
        #expect(drawn.nodes.count >= partners - 1)
        #expect(drawn.falseMeetings == [])
        #expect(drawn.overlaps == [])
      }
    }
  }

  /// A ring of nodes with spokes, pairs apart from it, and random ties.
  private static func network(nodes: Int, ties: Int, seed: UInt64) -> Network {
    var random = SeededGenerator(seed: seed)
    var list = EdgeList(nodeCount: nodes, isWeighted: true)
    let connected = max(2, nodes - nodes / 5)
    for node in 1..<connected {
      list.append(from: NodeID(node), to: NodeID(Int.random(in: 0..<node, using: &random)), weight: 1)
    }
    for _ in 0..<ties {
      let (from, to) = (Int.random(in: 0..<connected, using: &random), Int.random(in: 0..<connected, using: &random))
      if from != to {
        list.append(from: NodeID(from), to: NodeID(to), weight: Double.random(in: 1...9, using: &random))
      }
    }
    let ids = (0..<nodes).map { "a node of number \($0)" }
    return Network(ofGraph: "net", ids: ids, labels: ids, edges: list, isDirected: false)
  }

  @Test(arguments: [(2, 1), (6, 6), (40, 50), (130, 150)])
  func `lines of any network meet no other node`(nodes: Int, ties: Int) throws {
    let network = NoFalseLineTests.network(nodes: nodes, ties: ties, seed: UInt64(nodes))
    for diagram in [
      NetworkDiagram.ties, .communities(try network.communities()),
      .reach(try network.egoNetwork(of: "a node of number 0", within: 3)),
    ] {
      let drawn = try DrawnLayout(diagram.document(of: network))
      #expect(drawn.falseMeetings == [])
      #expect(drawn.overlaps == [])
      if case .ties = diagram { #expect(drawn.nodes.count == nodes) }
    }
  }

  @Test func `all of three hundred nodes are drawn, and no line is false`() throws {
    let network = NoFalseLineTests.network(nodes: 300, ties: 90, seed: 5)
    let drawn = try DrawnLayout(NetworkDiagram.ties.document(of: network))
    #expect(drawn.nodes.count == 300 && drawn.falseMeetings == [] && drawn.overlaps == [])
  }

  @Test func `a line that would be false is found`() throws {
    // Against a test that could not fail: the middle one of three in a row.
    var document = DOTDocument(directed: false)
    document.attributes["layout"] = "nop2"
    for (name, x) in [("a", "0,0"), ("b", "200,0"), ("c", "400,0")] {
      document.addNode(
        name, ["pos": .verbatim(x), "shape": "circle", "fixedsize": "true", "width": 0.5, "height": 0.5])
    }
    document.addEdge("a", "c", ["pos": "18,0 100,0 300,0 382,0"])
    #expect(try DrawnLayout(document).falseMeetings == ["[\"a\", \"c\"] meets b"])
  }
}
