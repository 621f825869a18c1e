import CampaignAnalysis
import CampaignModel
import LogScanning
import TestSupport
import Testing

@testable import Tallying

/// Files of tallies: that parts merge to the whole, and that nothing else is taken for a part.
struct TallyFileTests {
  private static let size = RandomDataset.Size(contacts: 30, touches: 300)

  private static func plan(_ dataset: Dataset) -> TallyPlan {
    var plan = TallyPlan(coversSmallGroups: true)
    let scopes = dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) }
    let all = Set(Section.allCases).union([.flow])
    plan.addFigures(
      dataset, scopes: scopes,
      options: [
        AnalysisOptions(sections: all, intervals: true),
        AnalysisOptions(
          sections: [.retention],
          retention: RetentionOptions(cohort: .reached, days: [1, 5], showsSensitivity: true)),
      ])
    plan.addPayback(dataset)
    plan.addRhythm()
    for scope in scopes {
      plan.addPlan(scope)
      plan.addMix(.newContacts, scope, in: dataset)
    }
    return plan
  }

  private static func file(_ dataset: Dataset, _ shard: Shard, threads: Int = 1) -> TallyFile {
    let part = dataset.shard(shard)
    return TallyFile(counting: plan(part), in: part, shard: shard, facts: [], threads: threads)
  }

  private static func merged(_ parts: [TallyFile]) throws -> TallyFile {
    var whole = parts[0]
    for part in parts.dropFirst() { try whole.merge(part) }
    return whole
  }

  /// The tallies of a file, whatever its shards were.
  private static func tallies(_ file: TallyFile) -> [String: [UInt8]] {
    file.entries.mapValues { CountedLog.bytes(of: $0) }
  }

  @Test(arguments: [(1, 3), (2, 60), (3, 3)] as [(UInt64, Int)])
  func `the parts of a log merge to the tallies of the whole`(seed: UInt64, count: Int) throws {
    let dataset = RandomDataset.make(seed: seed, Self.size)
    let whole = Self.file(dataset, Shard(0, of: 1))
    let merged = try Self.merged((0..<count).map { Self.file(dataset, Shard($0, of: count)) })
    let (expected, found) = (Self.tallies(whole), Self.tallies(merged))
    #expect(Set(expected.keys) == Set(found.keys))
    for (key, bytes) in expected {
      let isSame = found[key] == bytes
      #expect(isSame, "\(key)")
    }
    #expect(merged.counted.summary == whole.counted.summary)
    #expect(merged.missingShards.isEmpty)
  }

  @Test func `the order, the grouping, the threads and files in between make no difference`() throws {
    let dataset = RandomDataset.make(seed: 7, Self.size)
    let parts = (0..<4).map { Self.file(dataset, Shard($0, of: 4)) }
    let expected = try Self.merged(parts).bytes
    func expectSame(_ file: TallyFile) {
      #expect(firstDifference(file.bytes, expected) == nil)
    }
    expectSame(try Self.merged(parts.reversed()))
    let halves = try [Self.merged([parts[2], parts[0]]), Self.merged([parts[3], parts[1]])]
    expectSame(try Self.merged(halves.map { try TallyFile($0.bytes) }))
    for threads in [2, 8] {
      expectSame(try Self.merged((0..<4).map { Self.file(dataset, Shard($0, of: 4), threads: threads) }))
    }
  }

  @Test func `a part that is missing is known by its number`() throws {
    let dataset = RandomDataset.make(seed: 3, Self.size)
    let parts = [0, 1, 3].map { Self.file(dataset, Shard($0, of: 5)) }
    #expect(try Self.merged(parts).missingShards == [3, 5])
  }

  @Test func `a part given twice is refused, and one of another log`() throws {
    let dataset = RandomDataset.make(seed: 3, Self.size)
    var part = Self.file(dataset, Shard(0, of: 2))
    #expect(throws: TallyFault.self) { try part.merge(Self.file(dataset, Shard(0, of: 2))) }
    var other = dataset
    other.channels[0].medium = "letter"
    let foreign = Self.file(other, Shard(1, of: 2))
    #expect {
      try part.merge(foreign)
    } throws: {
      ($0 as? TallyFault)?.reason.contains("channels.csv differs") ?? false
    }
    #expect {
      try part.merge(Self.file(dataset, Shard(1, of: 3)))
    } throws: {
      ($0 as? TallyFault)?.reason.contains("number of shards") ?? false
    }
  }

  @Test func `files that were cut short or changed are refused`() throws {
    let bytes = Self.file(RandomDataset.make(seed: 2, Self.size), Shard(0, of: 1)).bytes
    let again = try TallyFile(bytes).bytes
    #expect(firstDifference(again, bytes) == nil)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      let place = Int.random(in: bytes.indices, using: &random)
      #expect(throws: TallyFault.self) { _ = try TallyFile(Array(bytes[..<place])) }
      var changed = bytes
      changed[place] ^= UInt8.random(in: 1...255, using: &random)
      #expect(throws: TallyFault.self) { _ = try TallyFile(changed) }
    }
  }

  @Test func `what passes the checksum but is damaged within is refused or read, and never a crash`() throws {
    let dataset = RandomDataset.make(seed: 2, Self.size)
    let file = Self.file(dataset, Shard(0, of: 1))
    let plan = Self.plan(dataset)
    var random = SeededGenerator(seed: 6)
    let keys = file.entries.keys.sorted()
    for _ in 0..<60 {
      var counted = file.counted
      let key = keys[Int.random(in: keys.indices, using: &random)]
      guard var bytes = counted.entries[key], !bytes.isEmpty else { continue }
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      counted.entries[key] = bytes
      var blank = dataset
      blank.counted = counted
      try? plan.check(blank)
    }
  }
}
