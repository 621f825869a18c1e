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
      // Of many ranks few, so that the lists of pairs stay short.
      let most = share * share * min(1, 130 / Double(rankCount))
      let ranks = (0..<rankCount).filter { _ in Double.random(in: 0..<1, using: &random) < most }
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
      let counts = UInt64(set.withoutOwn) << 32 | UInt64(set.contacts)
      let filled = row.indices.filter { row[$0] != 0 }
      if words == 1 {
        regions.append(row[0], counts: counts)
      } else {
        regions.append(filled.map { row[$0] }[...], filled.map { UInt32($0) }[...], counts: counts)
      }
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

  @Test(arguments: [1, 7, 64, 100, 1024, 1100])
  func `sums are those of the lists`(rankCount: Int) throws {
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
    }
    var common: [[Int]: Int] = [:]
    for set in sets {
      for (place, a) in set.ranks.enumerated() {
        for b in set.ranks[(place + 1)...] { common[[a, b], default: 0] += set.contacts }
      }
    }
    #expect(Dictionary(uniqueKeysWithValues: try #require(sums.pairs).map { ([$0.a, $0.b], $0.contacts) }) == common)
  }

  @Test func `pairs are listed up to four million and no more`() throws {
    // 2,897 owners of one contact make 4,194,856 pairs, 2,896 make 4,191,960.
    for (count, isListed) in [(2896, true), (2897, false)] {
      let sums = RegionSums(
        regions([(Array(0..<count), 3, 0), ([0, 5000], 2, 2)], rankCount: 5001), partnerCount: 5001)
      #expect((sums.pairs != nil) == isListed)
      #expect(sums.reach(of: 0) == 5 && sums.withoutOwn[5000] == 2)
      #expect(sums.shapley(of: 0) == 1 + 3 / Double(count))
    }
  }

  @Test(arguments: [21, 64, 65, 300]) func `the greedy order takes the largest gain first, ties by id`(rankCount: Int) {
    let sets = randomSets(below: rankCount, seed: 5).map { ($0.ranks, $0.contacts % 3 + 1, 0) }
    var gains: [Int] = []
    var expected: [(rank: Int, gain: Int)] = []
    var open = sets
    gains = (0..<rankCount).map { rank in sets.reduce(0) { $0 + ($1.0.contains(rank) ? $1.1 : 0) } }
    let reach = gains
    var left = (0..<rankCount).filter { gains[$0] > 0 }
    while !left.isEmpty {
      gains = (0..<rankCount).map { rank in open.reduce(0) { $0 + ($1.0.contains(rank) ? $1.1 : 0) } }
      let best = left.reduce(left[0]) { gains[$1] > gains[$0] ? $1 : $0 }
      expected.append((best, gains[best]))
      open.removeAll { $0.0.contains(best) }
      left.removeAll { $0 == best }
    }
    var builder = DatasetBuilder()
    for rank in 0..<rankCount { builder.partner("p\(1000 + rank)") }
    let order = PartnerOrder(builder.build())
    let stacked = StackedReach(
      regions(sets.map { ($0.0, $0.1, $0.2) }, rankCount: rankCount), order, reach: reach, order: [])
    #expect(stacked.gains.map(\.partner) == expected.map(\.rank))
    #expect(stacked.gains.map(\.gain) == expected.map(\.gain))
  }

  @Test(arguments: [7, 64, 100, 1000])
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
