import CampaignModel
import TestSupport
import Testing

@testable import LogScanning

struct PartnerCountsTests {
  /// More rows than the levels can hold, in batches of every length modulo eight, over one word and over three.
  @Test(arguments: [1, 40, 64, 150])
  func `partners are counted like one by one`(partners: Int) {
    var builder = DatasetBuilder()
    for partner in 0..<partners { builder.channel("c\(partner)", owner: "p\(partner)") }
    let data = builder.build()
    let tables = TouchTables(data)
    let words = tables.wordsPerRow
    var random = SeededGenerator(seed: UInt64(partners))
    var batch = ContactBatch([], tables: tables, scopeCount: 1)
    var (first, second) = (PartnerCounts(ranks: tables.ranks), PartnerCounts(ranks: tables.ranks))
    var counts = [Int](repeating: 0, count: partners)
    for round in 0..<80 {
      let visits = round..<round + (round * 37) % 170
      for visit in visits {
        let row = ContactBatch.index(of: .newBrands, of: visit) * words
        for word in 0..<words { batch.rows[row + word] = 0 }
        for partner in 0..<partners where Int.random(in: 0...partner / 8, using: &random) == 0 {
          counts[partner] += 1
          batch.rows[row + tables.ranks[partner] >> 6] |= 1 << UInt64(tables.ranks[partner] & 63)
        }
      }
      if round % 3 == 0 {
        second.add(.newBrands, of: visits, batch)
      } else {
        first.add(.newBrands, of: visits, batch)
      }
    }
    #expect((counts.first ?? 0) > 5000)
    first.merge(second)
    #expect(first.byPartner == counts)
  }
}
