import CampaignAnalysis
import CampaignData
import CampaignFigures
import CampaignGeneration
import CampaignModel
import Foundation
import TestSupport
import Testing

/// What is said of generated datasets with and without an effect, whose truth is known.
///
/// The draws are the same in every run. Bounds are such that intervals of 95 % pass them once in three hundred tests.
struct GeneratedEffectTests {
  private static func retention(_ options: GenerationOptions) throws -> [Retention] {
    var files: [String: [UInt8]] = [:]
    try DatasetGenerator(options: options).write(to: { file, bytes in files[file, default: []] += bytes })
    let data = try TemporaryFolder.with { folder in
      for (file, bytes) in files { try Data(bytes).write(to: folder.appending(path: file)) }
      return try readDataset(at: folder.path).dataset
    }
    let scopes = data.campaigns.indices.map { Scope(campaign: $0, of: data) }
    return measure(data, scopes: scopes, options: AnalysisOptions(sections: [.retention])).compactMap(\.retention)
  }

  private static func buyers(_ holdout: Holdout) throws -> (count: Int, of: Int) {
    let customer = holdout.outcomes[0]
    let (addressed, heldOut) = try (#require(customer.addressed), #require(customer.heldOut))
    return (addressed.count + heldOut.count, addressed.of + heldOut.of)
  }

  /// Of those who do not buy anyway a fifth is moved to, so that the truth of each draw follows from the same draw without
  /// the effect. Of 40 intervals more than 6 fail once in three hundred tests.
  @Test func `a holdout's interval holds the true effect, and no figure claims more than chance allows`() throws {
    var (missed, found) = (0, 0)
    var claims: [String: Int] = [:]
    for seed in 1...40 {
      var options = GenerationOptions(seed: UInt64(seed), touchpoints: 2000, campaigns: 1, heldOut: 40)
      let plain = try #require(Self.retention(options).first)
      options.effect = 20
      let without = try #require(plain.holdout)
      let with = try #require(Self.retention(options).first?.holdout)
      let anyway = try Self.buyers(without)
      let truth = 0.2 * (1 - Double(anyway.count) / Double(anyway.of))
      let lift = try #require(with.outcomes[0].lift)
      if !(lift.low...lift.high).contains(truth) { missed += 1 }
      if lift.low > 0 { found += 1 }
      // Orders within the only campaign are no after-touches of it.
      #expect(Array(with.outcomes.dropFirst()) == Array(without.outcomes.dropFirst()))
      for comparison in without.outcomes { Self.note(comparison.outcome.rawValue, comparison.lift, &claims) }
      Self.note("difference", plain.baseline?.difference, &claims)
      if let p = plain.baseline?.logRank?.p, p < 0.05 { claims["log_rank", default: 0] += 1 }
    }
    #expect(missed <= 6, "\(missed) of 40 intervals do not hold the true effect")
    #expect(found >= 30, "\(found) of 40 effects of one in five are found")
    #expect(claims.values.allSatisfy { $0 <= 6 }, "of 40 draws without effect: \(claims)")
  }

  private static func note(_ name: String, _ difference: RateDifference?, _ claims: inout [String: Int]) {
    if let difference, difference.low > 0 || difference.high < 0 { claims[name, default: 0] += 1 }
  }

  /// The lot keeps away from all campaigns: that addressed contacts come back for the second is no effect of the first
  /// alone, and an interval of who stays holds what both did.
  @Test func `orders for a later campaign make contacts of an earlier one stay`() throws {
    var options = GenerationOptions(seed: 9, touchpoints: 8000, campaigns: 2, heldOut: 40)
    let plain = try Self.retention(options).compactMap(\.holdout)
    options.effect = 30
    let moved = try Self.retention(options).compactMap(\.holdout)
    try #require(plain.count == 2 && moved.count == 2)
    #expect(moved[0].outcomes[1].heldOut == plain[0].outcomes[1].heldOut)
    let (before, after) = (plain[0].outcomes[1].addressed?.count ?? 0, moved[0].outcomes[1].addressed?.count ?? 0)
    #expect(before > 0 && after > before + 50)
    #expect(moved[1].outcomes[1] == plain[1].outcomes[1])
  }

  /// Of 800 contacts a tenth is moved by a seed's second campaign, and a tenth by the next seed's first one: 8 by both, by
  /// chance, and more than 20 once in ten thousand tests.
  @Test func `neighboring seeds do not move the same contacts`() throws {
    func moved(_ seed: UInt64, by campaign: Int) throws -> Set<String> {
      func orders(_ effect: Int) throws -> [String: Int] {
        var touchpoints: [UInt8] = []
        var ends: [UInt8] = []
        let options = GenerationOptions(
          seed: seed, touchpoints: 800, contacts: 800, campaigns: 2, heldOut: 1, effect: effect)
        try DatasetGenerator(options: options).write(to: { file, bytes in
          if file == "touchpoints.csv" { touchpoints += bytes }
          if file == "campaigns.csv" { ends += bytes }
        })
        let windows = String(decoding: ends, as: UTF8.self).split(separator: "\n").dropFirst().map { row in
          row.split(separator: ",").map(String.init)[2...3]
        }
        let window = try #require(windows.count == 2 ? Array(windows[campaign]) : nil)
        var counts: [String: Int] = [:]
        for row in String(decoding: touchpoints, as: UTF8.self).split(separator: "\n").dropFirst() {
          let fields = row.split(separator: ",", omittingEmptySubsequences: false)
          guard fields[3] == "order", fields[0] >= window[0], fields[0].prefix(10) <= window[1] else { continue }
          counts[String(fields[1]), default: 0] += 1
        }
        return counts
      }
      let (plain, raised) = try (orders(0), orders(10))
      return Set(raised.keys.filter { raised[$0] ?? 0 > plain[$0] ?? 0 })
    }
    let (first, second) = try (moved(4, by: 1), moved(5, by: 0))
    #expect(first.count > 50 && second.count > 50)
    #expect(first.intersection(second).count <= 20)
  }
}
