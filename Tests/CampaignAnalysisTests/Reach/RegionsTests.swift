import TestSupport
import Testing

@testable import CampaignAnalysis
@testable import LogScanning

/// Regions in their order, and their sums, held against lists of ranks.
struct RegionsTests {
  /// Distinct sets of ranks with their contacts, in no order.
  private func randomSets(below rankCount: Int, seed: UInt64) -> [(ranks: [Int], contacts: Int, withoutOwn: Int)] {
    var random = SeededGenerator(seed: seed)
    let sets = (0..<400).map { _ in
      let share = Double.random(in: 0..<1, using: &random)
      let ranks = (0..<rankCount).filter { _ in Double.random(in: 0..<1, using: &random) < share * share }
      return ranks.isEmpty ? [Int.random(in: 0..<rankCount, using: &random)] : ranks
    }
    return Set(sets).sorted { $0.description < $1.description }.map { ranks in
      let contacts = Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 1...9000, using: &random) : 1
      return (ranks, contacts, Int.random(in: 0...contacts, using: &random))
    }
  }

  private func regions(_ sets: [(ranks: [Int], contacts: Int, withoutOwn: Int)], rankCount: Int) -> Regions {
    let words = TouchTables.wordsPerRow(partnerCount: rankCount)
    var regions = Regions(wordsPerRow: words, capacity: 0)
    for set in sets {
      var row = [UInt64](repeating: 0, count: words)
      for rank in set.ranks { row[rank >> 6] |= 1 << UInt64(rank & 63) }
      regions.append(row.span, counts: UInt64(set.withoutOwn) << 32 | UInt64(set.contacts))
    }
    return regions
  }

  @Test(arguments: [1, 2, 5, 21, 63, 64, 65, 130])
  func `most contacts come first, then lower lists`(rankCount: Int) {
    let sets = randomSets(below: rankCount, seed: UInt64(rankCount))
    let sorted = regions(sets, rankCount: rankCount).sorted()
    let expected = sets.sorted {
      $0.contacts != $1.contacts ? $0.contacts > $1.contacts : $0.ranks.lexicographicallyPrecedes($1.ranks)
    }
    #expect(sorted.all.count == expected.count)
    for (index, set) in expected.enumerated() {
      var ranks: [Int] = []
      sorted.forEachRank(of: index) { ranks.append($0) }
      #expect(ranks == set.ranks)
      #expect(sorted.all[index].contacts == set.contacts)
      #expect(sorted.all[index].contactsWithoutOwn == set.withoutOwn)
    }
  }

  @Test func `the place of a list counts the lists before it`() {
    let lists = (UInt64(0)..<32).sorted { left, right in
      func ranks(_ row: UInt64) -> [Int] { (0..<5).filter { row >> UInt64($0) & 1 == 1 } }
      return ranks(left).lexicographicallyPrecedes(ranks(right))
    }
    #expect(lists.map { Regions.place(of: $0, among: 5) } == Array(0..<32))
    #expect(Regions.place(of: 1 << 63, among: 64) == .max)
  }

  @Test(arguments: [1, 7, 64, 100])
  func `sums are those of the lists`(rankCount: Int) {
    let sets = randomSets(below: rankCount, seed: 9)
    let sums = RegionSums(regions(sets, rankCount: rankCount), partnerCount: rankCount)
    func contacts(_ isCounted: ([Int]) -> Bool) -> Int {
      sets.reduce(0) { $0 + (isCounted($1.ranks) ? $1.contacts : 0) }
    }
    for size in 0...rankCount { #expect(sums.contactsBySize[size] == contacts { $0.count == size }) }
    for a in 0..<rankCount {
      #expect(sums.reach(of: a) == contacts { $0.contains(a) })
      #expect(sums.exclusive(of: a) == contacts { $0 == [a] })
      #expect(sums.withoutOwn[a] == sets.reduce(0) { $0 + ($1.ranks.contains(a) ? $1.withoutOwn : 0) })
      let share = sets.reduce(0.0) { $0 + ($1.ranks.contains(a) ? Double($1.contacts) / Double($1.ranks.count) : 0) }
      #expect(abs(sums.shapley(of: a) - share) < 1e-6)
      for b in (a + 1)..<max(a + 1, rankCount) where (a + b) % 5 == 0 {
        #expect(sums.common(a, b) == contacts { $0.contains(a) && $0.contains(b) })
      }
    }
  }

  @Test(arguments: [7, 64, 100])
  func `a table counts each set, also when it grows and when two are merged`(rankCount: Int) {
    let sets = randomSets(below: rankCount, seed: 3)
    let words = TouchTables.wordsPerRow(partnerCount: rankCount)
    var tables = [RegionTable](repeating: RegionTable(wordsPerRow: words), count: 2)
    var random = SeededGenerator(seed: 4)
    var expected: [[Int]: (contacts: Int, withoutOwn: Int)] = [:]
    for _ in 0..<5000 {
      let ranks = sets[Int.random(in: 0..<sets.count, using: &random)].ranks
      let isWithoutOwn = Bool.random(using: &random)
      var row = [UInt64](repeating: 0, count: words)
      for rank in ranks { row[rank >> 6] |= 1 << UInt64(rank & 63) }
      tables[Int.random(in: 0...1, using: &random)].add(row.span, isWithoutOwn: isWithoutOwn)
      expected[ranks, default: (0, 0)].contacts += 1
      if isWithoutOwn { expected[ranks, default: (0, 0)].withoutOwn += 1 }
    }
    tables[0].merge(tables[1])
    let regions = tables[0].regions
    #expect(regions.all.count == expected.count)
    for (index, region) in regions.all.enumerated() {
      var ranks: [Int] = []
      regions.forEachRank(of: index) { ranks.append($0) }
      #expect(expected[ranks]?.contacts == region.contacts)
      #expect(expected[ranks]?.withoutOwn == region.contactsWithoutOwn)
    }
  }
}
