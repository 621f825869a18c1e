import CampaignModel
import TestSupport
import Testing

@testable import Pooling

struct ContradictionTests {
  @Test func `each plausible, together impossible`() throws {
    // At least 30 + 35 − 40 = 25 are in a and b.
    let family = TotalsFamily([
      "reach a 60", "reach b 50", "reach c 40", "overlap a;b 5", "overlap a;c 30", "overlap b;c 35",
    ])
    let found = try #require(contradiction(in: family))
    #expect(found == Contradiction(figures: [2, 3, 4, 5], isSmallest: true))
    #expect(family.totals(found).map(\.line) == [3, 4, 5, 6])
    #expect(throws: TotalsError.self) { try bounds(of: family) }
  }

  @Test func `figures that can hold have none`() {
    #expect(contradiction(in: TotalsFamily(["reach a 60", "reach b 50", "overlap a;b 50"])) == nil)
  }

  @Test(arguments: [
    (["reach a 60", "reach b 50", "overlap a;b 51"], [1, 2]),
    (["reach a 60", "reach b 50", "union a;b 59"], [0, 2]),
    (["reach a 60", "reach b 50", "union a;b 111"], [0, 1, 2]),
    (["reach a 60", "reach a 61"], [0, 1]),
    (["reach a 60", "exclusive a 61", "reach b 4"], [0, 1]),
    (["reach a 60", "shapley a 61", "reach b 4"], [0, 1]),
    // Whoever only a reached counts whole for it.
    (["exclusive a 30", "shapley a 29", "reach b 4"], [0, 1]),
    (["stacked a 60", "stacked a;b 10", "union a;b 71"], [0, 1, 2]),
    (["k_plus@1 a 60", "k_plus@2 a 61"], [0, 1]),
    (["reach a 60", "k_plus@1 a 59"], [0, 1]),
    (["k_plus@1 a 60", "k_plus@2 a 30", "impressions a 89"], [0, 1, 2]),
    // Two were touched three times, so at least two twice.
    (["reach a 5", "k_plus@3 a 2", "impressions a 8"], [0, 1, 2]),
    (["reach a 60", "impressions a 59"], [0, 1]),
    (["cumulative@1 a 20", "cumulative@2 a 19"], [0, 1]),
    (["cumulative@1 a 20", "cumulative@2 a 29", "reach a 30"], [1, 2]),
    // Those whom both reached were touched twice.
    (["reach a 9", "reach b 9", "overlap a;b 5", "k_plus@2 a;b 4"], [2, 3]),
  ])
  func `rules that always hold are kept, and the figures against them named`(lines: [String], expected: [Int]) {
    #expect(contradiction(in: TotalsFamily(lines))?.figures == expected)
  }

  @Test(arguments: [
    ["k_plus@1 a 60", "k_plus@2 a 30", "impressions a 90"],
    ["reach a 5", "k_plus@3 a 2", "impressions a 9"],
    ["cumulative@1 a 20", "cumulative@2 * 30", "reach a 30"],
    ["stacked a 60", "stacked a;b 10", "union a;b 70", "reach a 60"],
    ["reach a 9", "reach b 9", "overlap a;b 5", "k_plus@2 a;b 5", "impressions a;b 18"],
  ])
  func `at the edge of a rule figures still hold`(lines: [String]) {
    #expect(contradiction(in: TotalsFamily(lines)) == nil)
  }

  @Test func `the universe may be what contradicts`() throws {
    let family = TotalsFamily(["reach a 60", "reach b 50"], universe: 55)
    let found = try #require(contradiction(in: family))
    #expect(family.totals(found).map(\.line) == [1, 0])
    #expect(family.delivered.count == 2)
  }

  @Test(arguments: 0..<12)
  func `no smaller set contradicts itself`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let names = ["a", "b", "c"]
    var lines = names.map { "reach \($0) \(Int.random(in: 5...30, using: &random))" }
    for right in 0..<3 {
      for left in 0..<right {
        lines.append("overlap \(names[left]);\(names[right]) \(Int.random(in: 0...20, using: &random))")
      }
    }
    let family = TotalsFamily(lines)
    func holds(_ figures: [Int]) -> Bool {
      var simplex = BoundedSimplex(family.program(Set(figures)))
      if case .infeasible = simplex.minimize(.zero) { return false }
      return true
    }
    // Every subset, fewest first.
    let subsets = (0..<1 << lines.count).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    let smallest = subsets.lazy.map { mask in lines.indices.filter { mask >> $0 & 1 == 1 } }.first { !holds($0) }
    let found = contradiction(in: family)
    #expect(found?.figures.count == smallest?.count)
    if let found {
      #expect(found.isSmallest)
      #expect(!holds(found.figures))
    }
  }
}
