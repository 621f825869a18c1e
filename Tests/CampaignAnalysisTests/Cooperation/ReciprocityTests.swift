import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct ReciprocityTests {
  private func reciprocity(observedUntil: Instant = .day(200), _ fill: (inout DatasetBuilder) -> Void) -> Reciprocity {
    var builder = DatasetBuilder()
    builder.channel("h", owner: "p")
    builder.campaign("k", from: 10, to: 20)
    builder.settings.observedUntil = observedUntil
    fill(&builder)
    let data = builder.build()
    return Gestures(from: Instant.day(10).milliseconds, until: Instant.day(20).milliseconds, in: data).reciprocity
  }

  @Test(arguments: [(40.0, 1), (40.0001, 0), (10, 0), (10.0001, 1)])
  func `an answer comes later, and within thirty days to the millisecond`(day: Double, answered: Int) {
    let result = reciprocity { builder in
      builder.exchange(10, "p", "q", "comment")
      builder.exchange(day, "q", "p", "share")
    }
    // The answer itself may lie in the window too, where it waits for an answer of its own.
    #expect(result.answered?.count == answered)
  }

  @Test func `only gestures answer, and only in the other direction`() {
    let result = reciprocity { builder in
      builder.exchange(10, "p", "q", "comment")
      builder.exchange(25, "q", "p", "money")
      builder.exchange(26, "p", "q", "share")
      builder.exchange(27, "q", "r", "share")
    }
    #expect(result.answered == Proportion(0, of: 1))
    #expect(result.medianDaysToAnswer == nil)
  }

  @Test(arguments: [(Int64(0), 1), (-1, 0)])
  func `a gesture counts once it is thirty days old`(offset: Int64, count: Int) {
    let result = reciprocity(observedUntil: Instant.day(40).adding(milliseconds: offset)) { builder in
      builder.exchange(10, "p", "q", "mention")
    }
    #expect(result.answered == Proportion(0, of: count))
  }

  @Test func `the median of two answers lies between them`() {
    let result = reciprocity { builder in
      builder.exchange(10, "p", "q", "comment")
      builder.exchange(21, "q", "p", "comment")
      builder.exchange(12, "r", "q", "comment")
      builder.exchange(32, "q", "r", "comment")
    }
    #expect(result.answered == Proportion(2, of: 2))
    #expect(areClose(result.medianDaysToAnswer, 15.5))
  }
}

struct AmbassadorTests {
  /// ada brings ben, ben brings carla and himself, carla brings ada, who is not new: a ring that counts each once.
  @Test func `chains count everyone once and nobody for itself`() {
    var builder = DatasetBuilder()
    builder.channel("h", owner: "p")
    builder.campaign("k", from: 10, to: 20)
    builder.touch(1, "ada", "h", "view")
    for contact in ["ben", "carla", "dora"] { builder.touch(12, contact, "h", "view") }
    builder.tie("ada", "ben", day: 11)
    builder.tie("ada", "ben", day: 12)
    builder.tie("ben", "carla", day: 13)
    builder.tie("ben", "ben", day: 13)
    builder.tie("carla", "ada", day: 14)
    builder.tie("carla", "ben", day: 14)
    builder.tie("dora", "carla", day: 20)
    let data = builder.build()
    let figures = measureUnprotected(
      data, scopes: [Scope(campaign: 0, of: data)], options: AnalysisOptions(sections: [.cooperation]))
    #expect(
      figures[0].cooperation?.ambassadors == [
        Ambassador(contact: 0, direct: 1, reached: 2), Ambassador(contact: 1, direct: 1, reached: 1),
        Ambassador(contact: 2, direct: 1, reached: 1),
      ])
  }
}
