import CampaignFigures
import CampaignModel
import LogScanning
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Memory follows what occurs in a scope, not the channels that the dataset has.
struct AttributionGrowthTests {
  /// Two contacts come by channels 1 and 2 of 500, one of them orders at 3; a third meets channel 4 alone.
  private func dataset() -> Dataset {
    var builder = DatasetBuilder()
    for number in 0..<500 { builder.channel("c\(number)", owner: "owner") }
    builder.campaign("k", from: 0, to: 30)
    for contact in ["ada", "ben"] {
      builder.touch(1, contact, "c1", "click", cost: 0.5)
      builder.touch(2, contact, "c2", "click")
    }
    builder.touch(3, "ada", "c3", "order", value: 10)
    builder.touch(3, "eve", "c4", "click")
    return builder.build()
  }

  private func filled<Counted: Tally>(_ tally: Counted, _ dataset: Dataset, _ scope: MeasuredScope) throws -> Counted {
    let template = ScopeTallies(scope.campaignTest, scope.campaignTest, scope.transactions, tallies: [tally])
    return try #require(LogScan.run(dataset, [template], threads: 1)[0].tallies[0] as? Counted)
  }

  @Test func `attribution keeps counts and sums for the channels of conversions' paths alone`() throws {
    let data = dataset()
    let scope = MeasuredScope(Scope(campaign: 0, of: data), in: data)
    let empty = AttributionTally(scope, options: AttributionOptions(), in: data)
    #expect(empty.keptCount == 0)
    let tally = try filled(empty, data, scope)
    // Blocks of eight and four; two channels under six models for conversions and value lie in four blocks of eight sums,
    // the total in one, each sum as large as four digits. For all channels there would be 24,000.
    #expect(tally.keptCount > 0 && tally.keptCount <= 8 + 4 + (4 + 1) * 8 * 4)
    var twice = tally
    twice.merge(tally)
    #expect(twice.keptCount == tally.keptCount)
    #expect((0..<500).filter { twice.roles[$0] != Attribution.Roles() } == [1, 2])
    #expect(twice.sum(at: AttributionTally.place(of: 2, model: 1) + 1) == 20)
  }

  @Test func `the funnel by channel keeps counts and sums for the channels touched alone`() throws {
    let data = dataset()
    let scope = MeasuredScope(Scope(campaign: 0, of: data), in: data)
    let empty = FunnelTally(scope, by: .channel, in: data)
    #expect(empty.keptCount == 0)
    let tally = try filled(empty, data, scope)
    // Channels 1 to 4 and the total lie in three blocks; costs of channel 1, revenue of 3, and both of the total in three
    // of eight sums, each as large as four digits.
    #expect(tally.keptCount > 0 && tally.keptCount <= 3 * 4 + 3 * 8 * 4)
    var twice = tally
    twice.merge(tally)
    #expect(twice.keptCount == tally.keptCount)
    #expect((0..<500).filter { twice.counts[$0].touches > 0 } == [1, 2, 3, 4])
    #expect(twice.counts[1].visitors == 4 && twice.sum(.cost, of: 1) == 2)
    #expect(twice.counts[499].touches == 0 && twice.sum(.revenue, of: twice.total) == 20)
  }
}
