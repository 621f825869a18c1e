import GraphStructures
import Randomness
import Testing

struct TwoModeAndDatedTests {
  @Test func `attendance of the Southern Women is as published`() {
    // Davis, Gardner and Gardner (1941), figure 3: attendance of events 1 to 14.
    let graph = ClassicGraphs.southernWomen
    let attendance = (0..<14).map { graph.leftsOfRight.arcCount(of: NodeID($0)) }
    #expect(attendance == [3, 3, 6, 4, 8, 8, 10, 14, 12, 5, 4, 6, 3, 3])
    #expect(graph.edgeCount == 89)
    #expect(ClassicGraphs.southernWomenNames.count == 18)
  }

  @Test func `projections tie by the number of common neighbors`() {
    // Nine women attended both event 8 and event 9.
    let events = ClassicGraphs.southernWomen.rightProjection()
    #expect(events.adjacency.weight(from: 7, to: 8) == 9)
    let women = ClassicGraphs.southernWomen.leftProjection()
    let table = ClassicGraphs.southernWomen.rightsOfLeft
    for one in women.nodes {
      for other in women.nodes where one != other {
        let common = Set(table.neighbors(of: one)).intersection(table.neighbors(of: other)).count
        #expect(women.adjacency.weight(from: one, to: other) == Double(common))
      }
      #expect(!women.adjacency.hasArc(from: one, to: one))
    }
  }

  @Test func `parallel edges of a two-mode graph merge and count once in a projection`() {
    let lefts: [NodeID] = [0, 0, 1]
    let rights: [NodeID] = [2, 2, 2]
    let kept = TwoModeGraph(leftCount: 2, rightCount: 3, lefts: lefts, rights: rights)
    #expect(kept.edgeCount == 3)
    #expect(kept.leftProjection().adjacency.weight(from: 0, to: 1) == 1)
    let summed = TwoModeGraph(leftCount: 2, rightCount: 3, lefts: lefts, rights: rights, parallelEdges: .sum)
    #expect(summed.leftsOfRight.weight(from: 2, to: 0) == 2)
    #expect(summed.rightsOfLeft.weight(from: 0, to: 2) == 2)
  }

  @Test(arguments: [Int64(3), 1 << 20, 1 << 40])
  func `dated edges are sorted by time, equal times by input`(span: Int64) {
    var generator = SplitMix64(seed: 5)
    let edges = randomEdges(nodeCount: 20, edgeCount: 500, weighted: true, seed: 6)
    let times = (0..<500).map { _ in Int64(generator.draw(below: Int(span))) - span / 2 }
    let graph = TemporalGraph(edges, times: times, isDirected: true)
    let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
    #expect(graph.times == order.map { times[$0] })
    #expect(graph.edges.sources == order.map { edges.sources[$0] })
    #expect(graph.edges.targets == order.map { edges.targets[$0] })
    #expect(graph.edges.weights == order.map { edges.weights?[$0] ?? .nan })
  }

  @Test func `dated edges in order stay as they are`() {
    let edges = EdgeList(nodeCount: 2, sources: [0, 1], targets: [1, 0])
    let graph = TemporalGraph(edges, times: [.min, .max], isDirected: false)
    #expect(graph.edges == edges)
    #expect(TemporalGraph(edges, times: [.max, .min], isDirected: false).times == [.min, .max])
    #expect(TemporalGraph(EdgeList(nodeCount: 0), times: [], isDirected: true).times.isEmpty)
  }
}
