import Randomness
import Testing

@testable import GraphStructures

struct GeneratorsTests {
  @Test func `an R-MAT graph has the degrees its probabilities ask for`() {
    var generator = Xoshiro256(seed: 2)
    let edges = EdgeList.recursiveMatrix(scale: 10, edgeCount: 20_000, using: &generator)
    #expect(edges.nodeCount == 1024 && edges.count == 20_000)
    var degrees = [Int](repeating: 0, count: 1024)
    for source in edges.sources { degrees[Int(source)] += 1 }
    // The likeliest row has probability (a + b)^10 = 0.76^10 = 0.0643: 1286 of 20,000, standard deviation 35.
    #expect(abs((degrees.max() ?? 0) - 1286) < 250)
    var again = Xoshiro256(seed: 2)
    #expect(EdgeList.recursiveMatrix(scale: 10, edgeCount: 20_000, using: &again) == edges)
  }

  @Test func `a graph of preferential attachment is simple and connected`() {
    var generator = Xoshiro256(seed: 3)
    let edges = EdgeList.preferentialAttachment(nodeCount: 500, edgesPerNode: 3, using: &generator)
    #expect(edges.count == 497 * 3)
    #expect(UndirectedGraph(edges, parallelEdges: .first, loops: .drop).edgeCount == edges.count)
    #expect(zip(edges.sources, edges.targets).allSatisfy { $0 > $1 })
    let degrees = UndirectedGraph(edges).nodes.map { UndirectedGraph(edges).adjacency.arcCount(of: $0) }
    #expect((degrees.max() ?? 0) > 30, "the earliest nodes gather many edges")
  }

  @Test func `planted groups hold the edges asked for`() {
    var generator = Xoshiro256(seed: 4)
    let edges = EdgeList.plantedPartition(
      groupCount: 10, groupSize: 50, innerDegree: 8, outerDegree: 2, using: &generator)
    let inner = zip(edges.sources, edges.targets).filter { $0 / 50 == $1 / 50 }
    #expect(inner.count == 2000)
    #expect(edges.count == 2500)
    #expect(zip(edges.sources, edges.targets).allSatisfy { $0 != $1 })
  }

  @Test func `the classics have their published sizes`() {
    #expect(ClassicGraphs.karateClub.edgeCount == 78)
    // Zachary (1977): members 1, 34 and 33 have 16, 17 and 12 ties; the weights add up to 231, twice in the rows.
    #expect([0, 33, 32].map { ClassicGraphs.karateClub.adjacency.arcCount(of: $0) } == [16, 17, 12])
    #expect(ClassicGraphs.karateClub.adjacency.weights?.reduce(0, +) == 462)
    #expect(ClassicGraphs.karateClubFactions.filter { $0 == 0 }.count == 17)
    #expect(ClassicGraphs.florentineMarriages.edgeCount == 20)
    let medici = ClassicGraphs.florentineFamilyNames.firstIndex(of: "Medici")
    #expect(medici.map { ClassicGraphs.florentineMarriages.adjacency.arcCount(of: NodeID($0)) } == 6)
    #expect(ClassicGraphs.krackhardtKite.edgeCount == 18)
    #expect(ClassicGraphs.krackhardtKite.adjacency.arcCount(of: 3) == 6, "Diane knows the most people")
  }
}
