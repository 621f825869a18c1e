import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

/// Comparisons on data whose truth is known, because it was drawn: how often they claim what is not there, and how often
/// their interval holds what is.
struct JudgementTests {
  /// Contacts that arrive during a campaign and differ in activity and in how long they stay. What each of their touches is
  /// about is drawn by lot, so that the campaign has no effect on anything.
  private static func withoutEffect(seed: UInt64) -> Dataset {
    var random = SeededGenerator(seed: seed)
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "mill")
    builder.channel("show", owner: "radio")
    builder.campaign("k", from: 0, to: 40)
    builder.content("recipe", brands: ["mill", "radio"], campaign: "k")
    builder.content("news", brands: ["mill"])
    builder.settings.observedUntil = .day(120)
    let pauses = [2.0, 6, 15, 40]
    let stays = [5.0, 30, 90, 400]
    for number in 0..<160 {
      let start = Double.random(in: 0..<40, using: &random)
      let pause = pauses[Int.random(in: 0..<4, using: &random)]
      let leaves = start + stays[Int.random(in: 0..<4, using: &random)]
      var day = start
      while day < min(leaves, 120) {
        let channel = Bool.random(using: &random) ? "letter" : "show"
        let content = day < 40 ? (Bool.random(using: &random) ? "recipe" : "news") : nil
        builder.touch(day, "c\(number)", channel, "click", content: content)
        day += pause * Double.random(in: 0.2..<1.8, using: &random)
      }
    }
    return builder.build()
  }

  /// An interval of 95 % leaves out the truth of "no difference" in 5 % of the draws. With 200 draws and that rate more
  /// than 17 come up once in a hundred such tests; the draws are the same each time.
  @Test func `data without effect rarely show one between the campaign's contacts and others`() {
    var (claims, rankClaims, known) = (0, 0, 0)
    for seed in 0..<200 {
      let data = Self.withoutEffect(seed: UInt64(seed))
      let figures = measureUnprotected(
        data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: [.retention]))
      guard let baseline = figures[0].retention?.baseline, let difference = baseline.difference else { continue }
      known += 1
      if difference.low > 0 || difference.high < 0 { claims += 1 }
      if let p = baseline.logRank?.p, p < 0.05 { rankClaims += 1 }
    }
    #expect(known == 200)
    #expect(claims <= 17, "\(claims) of 200 claim a difference")
    #expect(rankClaims <= 17, "\(rankClaims) of 200 log-rank tests claim one")
  }

  /// Addressed contacts buy with a chance of 0.22, those held out with 0.12: the true effect is 0.10.
  @Test func `the interval of a holdout holds the true effect as often as it says`() {
    var held = 0
    var excluded = 0
    let draws = 1000
    for seed in 0..<draws {
      var random = SeededGenerator(seed: UInt64(5000 + seed))
      func buyers(_ count: Int, _ chance: Double) -> Proportion {
        Proportion((0..<count).count { _ in Double.random(in: 0..<1, using: &random) < chance }, of: count)
      }
      guard let lift = RateDifference(buyers(240, 0.22), minus: buyers(160, 0.12)) else { continue }
      if lift.low <= 0.10, lift.high >= 0.10 { held += 1 }
      if lift.low > 0 { excluded += 1 }
    }
    #expect((930...970).contains(held), "\(held) of \(draws)")
    #expect(excluded > 500, "an effect of this size is found more often than not: \(excluded)")
  }
}
