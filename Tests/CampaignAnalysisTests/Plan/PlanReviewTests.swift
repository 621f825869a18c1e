import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct PlanReviewTests {
  private func builder() -> DatasetBuilder {
    var builder = DatasetBuilder()
    builder.channel("letter", owner: "bakery", medium: "newsletter")
    builder.channel("fair", owner: "mill", medium: "event")
    builder.campaign("k", from: 10, to: 20)
    builder.campaign("other", from: 10, to: 20)
    for content in ["recipe", "poster", "film"] { builder.content(content, brands: ["mill"], campaign: "k") }
    builder.content("elsewhere", brands: ["mill"], campaign: "other")
    builder.settings.observedUntil = .day(30)
    return builder
  }

  @Test func `a planned content is done, late, missed or open`() {
    var builder = builder()
    builder.plan("recipe", "letter", due: 15)
    builder.plan("recipe", "fair", due: 15)
    builder.plan("poster", "letter", due: 30)
    builder.plan("poster", "fair", due: 30.5)
    builder.plan("film", "fair")
    builder.plan("film", "letter")
    builder.plan("elsewhere", "letter", due: 12)
    builder.touch(15, "ada", "letter", "view", content: "recipe")
    builder.touch(9, "ada", "letter", "view", content: "recipe")
    builder.touch(at: Instant.day(15).adding(milliseconds: 1), "ada", "fair", "view", content: "recipe")
    builder.touch(29, "ben", "letter", "view", content: "film")
    let data = builder.build()
    let review = reviewPlan(data, scope: Scope(campaign: 0, of: data))
    #expect(
      review.items.map { data.contents[$0.content].id } == ["recipe", "recipe", "poster", "poster", "film", "film"])
    #expect(review.items.map(\.state) == [.late, .done, .missed, .open, .open, .done])
    #expect(review.items[1].first == .day(9))
    #expect(review.byPartner.map(\.counts) == [[2, 0, 1, 0], [0, 1, 0, 2]])
    #expect(review.byPartner.map(\.group) == [.partner(0), .partner(1)])
    #expect(review.unknown.isEmpty)
    let window = reviewPlan(data, scope: Scope(windowOf: data))
    #expect(window.items.count == 7)
    let events = reviewPlan(data, scope: Scope(campaign: 0, of: data, filter: Filter(medium: "event")))
    #expect(events.items.map(\.state) == [.late, .open, .open])
  }

  /// Planned by the 14th: the midnight after it is late where a date was given, and in time where that very instant was.
  @Test(arguments: [(true, PlanReview.State.late), (false, .done)])
  func `a touch at the midnight after a due date is late`(isDate: Bool, state: PlanReview.State) {
    var builder = builder()
    builder.plan("recipe", "letter", due: 15, dueIsDate: isDate)
    builder.touch(15, "ada", "letter", "view", content: "recipe")
    let data = builder.build()
    #expect(reviewPlan(data, scope: Scope(campaign: 0, of: data)).items.map(\.state) == [state])
  }

  @Test func `what happened in the campaign without a plan is unplanned`() {
    var builder = builder()
    builder.plan("recipe", "letter")
    builder.touch(11, "ada", "letter", "view", content: "recipe")
    builder.touch(11, "ada", "fair", "view", content: "recipe")
    builder.touch(12, "ben", "fair", "view", content: "recipe")
    builder.touch(13, "ben", "letter", "view", content: "poster")
    builder.touch(25, "ben", "letter", "view", content: "film")
    builder.touch(13, "ben", "letter", "view")
    let data = builder.build()
    let review = reviewPlan(data, scope: Scope(campaign: 0, of: data))
    #expect(review.unplanned.map(\.touches) == [2, 1])
    #expect(review.unplanned.map(\.first) == [.day(11), .day(13)])
    #expect(review.unplanned.map { data.contents[$0.content].id } == ["recipe", "poster"])
  }

  @Test func `touches of few contacts are withheld, however many there are, and come last`() {
    var builder = builder()
    builder.plan("recipe", "letter")
    for day in 11...15 { builder.touch(Double(day), "ada", "letter", "view", content: "poster") }
    for contact in ["ada", "ben"] { builder.touch(12, contact, "fair", "view", content: "recipe") }
    var data = builder.build()
    data.settings.minimumGroup = 2
    let review = reviewPlan(data, scope: Scope(campaign: 0, of: data))
    #expect(review.unplanned.map { data.contents[$0.content].id } == ["recipe", "poster"])
    #expect(review.unplanned.map(\.touches) == [2, nil])
    #expect(review.unknown.contains { $0.figure == "unplanned.touches" && $0.state == .withheld })
  }

  @Test func `without plan.csv it says so`() {
    let data = builder().build()
    #expect(reviewPlan(data, scope: Scope(campaign: 0, of: data)).unknown.map(\.state) == [.notConfigured])
  }
}
