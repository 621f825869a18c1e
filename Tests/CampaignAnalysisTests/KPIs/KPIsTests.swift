import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis

struct KPIsTests {
  private func kpis(_ data: Dataset, _ campaign: Int) -> KPIs {
    let figures = measureUnprotected(
      data, scopes: [Scope(campaign: campaign, of: data)], options: AnalysisOptions(sections: KPIs.sections))
    return KPIs(figures[0], in: data)
  }

  /// <doc:CommandLine#kpis>.
  @Test func `the KPIs stand in the agreed order, by level`() {
    let reach = KPI.all.filter { $0.level == .reach }.map(\.id)
    #expect(
      reach == [
        "reach", "contacts_gross", "frequency", "foreign_reach", "incremental_reach", "synergy", "takeovers",
        "new_contacts", "new_touchpoints", "penetration",
      ])
    let interaction = KPI.all.filter { $0.level == .interaction }.map(\.id)
    #expect(
      interaction == [
        "active_partners", "interactions", "engagement_depth", "engagement_per_contact", "organic_shares",
        "co_creation_rate", "ambassadors", "reciprocity", "relevant_new_contacts", "stays", "carries_on", "joins",
      ])
    #expect(KPI.all.count == 36)
    #expect(KPI.all.prefix(22).map(\.id) == reach + interaction)
  }

  @Test(arguments: UInt64(1)...5)
  func `a KPI that has no value says why`(seed: UInt64) throws {
    let data = RandomDataset.make(seed: seed, observedUntil: [nil, 100.0, 118][Int(seed) % 3])
    let scope = Scope(campaign: 1, of: data)
    let figures = measureUnprotected(data, scopes: [scope], options: AnalysisOptions())[0]
    let kpis = KPIs(figures, in: data)
    #expect(kpis.entries.map(\.kpi) == KPI.all)
    for entry in kpis.entries { #expect((entry.value == nil) == (entry.unknown != nil), "\(entry.kpi.id)") }
  }

  @Test func `levels without a target are named, and of two targets the later row counts`() throws {
    var builder = DatasetBuilder()
    builder.channel("h", owner: "p")
    builder.campaign("k", from: 0, to: 10)
    builder.touch(1, "ada", "h", "view")
    builder.target("k", "reach", 5, due: 3)
    builder.target("k", "reach", 1, due: 3)
    builder.target("k", "revenue", nil, due: 3)
    builder.target("k", "likes", 3, due: 3)
    let kpis = kpis(builder.build(), 0)
    #expect(kpis.targetsMissing == [.interaction, .transaction])
    #expect(kpis["reach"]?.target?.target == 1)
    #expect(kpis["reach"]?.target?.state == .met)
    #expect(kpis["revenue"]?.target == nil)
  }

  /// Of two contents one has two authors.
  @Test func `without a touch counts are 0, but no change is told from or to them`() {
    var builder = DatasetBuilder.twoPartners()
    builder.campaign("winter", from: 100, to: 110)
    builder.content("soup", brands: ["mill"], campaign: "winter", authors: ["mill", "bakery"])
    builder.content("stew", brands: ["mill"], campaign: "winter", authors: ["mill"])
    builder.touch(150, "ada", "shop", "visit")
    let (winter, other) = (kpis(builder.build(), 1), kpis(builder.build(), 0))
    #expect(!winter.hasTouches && other.hasTouches && winter["reach"]?.value == 0)
    for changes in [winter.changes(since: other), other.changes(since: winter)] {
      #expect(changes.allSatisfy { $0.kpi.id == "co_creation_rate" || $0.absolute == nil && $0.difference == nil })
    }
  }

  @Test func `an id in targets.csv is matched like a header`() {
    for id in ["carries_on", "Carries on", "carries-on", " CARRIES.ON? ", "carries\u{200B}on"] {
      #expect(KPI(matching: id)?.id == "carries_on", "\(id)")
    }
    #expect(KPI(matching: "reech") == nil)
    #expect(KPI(matching: "") == nil)
  }

  /// One contact is back 174 days after the end of March: long after the target's due date of the end of May.
  @Test func `what comes after the due date mends no missed target`() throws {
    var builder = DatasetBuilder()
    builder.channel("a", owner: "pa")
    builder.campaign("k", from: 31, to: 90)
    builder.settings.observedUntil = .day(300)
    builder.touch(35, "u1", "a", "visit")
    builder.touch(264, "u1", "a", "click")
    builder.target("k", "stays", 1, due: 151)
    builder.target("k", "joins", 0.5, due: 80)
    builder.target("k", "reach", 1, due: 400)
    let kpis = kpis(builder.build(), 0)
    let stays = try #require(kpis["stays"]?.target)
    #expect(kpis["stays"]?.value == 1)
    #expect(stays.valueAtDue == 0)
    #expect(stays.attainment == 0)
    #expect(stays.state == .missed)
    // Before the end nobody can stay: not known, and neither met nor missed.
    let joins = try #require(kpis["joins"]?.target)
    #expect(joins.valueAtDue == nil)
    #expect(joins.attainment == nil)
    #expect(joins.state == nil)
    #expect(kpis["reach"]?.target?.valueAtDue == 1)
  }

  /// The order at midnight of the first of April is dated the day after 31 March.
  @Test(arguments: [(true, 1.0), (false, 2.0)])
  func `a date that is due includes that day and no more`(isDate: Bool, leads: Double) throws {
    var builder = DatasetBuilder()
    builder.channel("a", owner: "pa")
    builder.campaign("k", from: 31, to: 120)
    builder.touch(35, "u1", "a", "lead")
    builder.touch(90, "u2", "a", "lead")
    builder.touch(91, "u3", "a", "lead")
    builder.target("k", "leads", 2, due: 90, dueIsDate: isDate)
    let target = try #require(kpis(builder.build(), 0)["leads"]?.target)
    #expect(target.valueAtDue == leads)
    #expect(target.state == (isDate ? .missed : .met))
  }

  @Test func `targets are not held against filtered figures`() throws {
    var builder = DatasetBuilder()
    builder.channel("a", owner: "pa", medium: "web")
    builder.campaign("k", from: 31, to: 120)
    builder.touch(35, "u1", "a", "click")
    builder.target("k", "reach", 1, due: 80)
    let data = builder.build()
    let scope = Scope(campaign: 0, of: data, filter: Filter(medium: "web"))
    let kpis = KPIs(
      measureUnprotected(data, scopes: [scope], options: AnalysisOptions(sections: KPIs.sections))[0], in: data)
    #expect(kpis["reach"]?.value == 1)
    #expect(kpis["reach"]?.target == nil)
    #expect(kpis.unknown.map(\.figure) == ["targets"])
    #expect(kpis.targetsMissing == [.interaction, .transaction])
  }

  @Test(arguments: UInt64(1)...6)
  func `a KPI at its due date is the KPI of data that end there`(seed: UInt64) throws {
    let due = [30.0, 65, 80, 117, 150, 190][Int(seed) - 1]
    let data = RandomDataset.make(seed: seed)
    let past = data.observed(until: .day(due), isDate: false)
    #expect(past.log.touches.count == data.log.touches.count { $0.time <= .day(due) })
    #expect(past.observedUntil == .day(due))
    let again = RandomDataset.make(seed: seed, observedUntil: due)
    for campaign in data.campaigns.indices {
      let (left, right) = (kpis(past, campaign), kpis(again, campaign))
      for (before, after) in zip(left.entries, right.entries) {
        #expect(before.value == after.value, "\(before.kpi.id)")
      }
    }
  }

  @Test func `the change between campaigns is told with its interval where there is one`() throws {
    let data = RandomDataset.make(seed: 3)
    let (early, late) = (kpis(data, 0), kpis(data, 1))
    let changes = late.changes(since: early)
    for (kpi, change) in zip(KPI.all, changes) {
      #expect(change.kpi == kpi)
      guard let now = late[kpi.id]?.value, let before = early[kpi.id]?.value else {
        #expect(change.absolute == nil)
        continue
      }
      #expect(areClose(change.absolute, now - before))
      #expect(areClose(change.relative, before == 0 ? nil : (now - before) / before.magnitude))
    }
    let stays = try #require(changes.first { $0.kpi.id == "stays" })
    #expect((stays.difference != nil) == (late["stays"]?.value != nil && early["stays"]?.value != nil))
    #expect(changes.first { $0.kpi.id == "active_partners" }?.difference == nil)
  }
}

struct TargetStatusTests {
  private func status(
    _ value: Double?, actual: Double?, less: Bool = false, due: Double? = 100, observed: Double = 50
  ) -> TargetStatus? {
    let target = Target(campaign: 0, kpi: "reach", value: value, due: due.map { Instant.day($0) })
    return TargetStatus(target, valueAtDue: actual, isLessBetter: less, start: .day(0), observedUntil: .day(observed))
  }

  @Test func `a target is met when it is attained, within a billionth`() {
    #expect(status(40, actual: 40)?.state == .met)
    #expect(status(0.3, actual: 0.1 + 0.2)?.state == .met)
    #expect(status(0.3, actual: 0.3 - 1e-11)?.state == .met)
    #expect(status(40, actual: 39, observed: 100)?.state == .missed)
  }

  @Test func `before it is due a target is on track as long as it keeps up with time`() {
    #expect(status(40, actual: 20)?.state == .onTrack)
    #expect(status(40, actual: 19)?.state == .behind)
    #expect(status(40, actual: 39, observed: 99.999)?.state == .behind)
    #expect(status(40, actual: 0)?.attainment == 0)
  }

  @Test func `where less is better the target is divided by the actual`() {
    #expect(status(0.5, actual: 1, less: true)?.attainment == 0.5)
    #expect(status(0.5, actual: 0.25, less: true)?.state == .met)
    #expect(status(0.5, actual: 0, less: true)?.attainment == nil)
    #expect(status(0.5, actual: 0, less: true)?.state == .met)
  }

  @Test func `what is not known has no attainment and no state`() {
    #expect(status(nil, actual: 3) == nil)
    #expect(status(40, actual: nil, observed: 200)?.state == nil)
    #expect(status(0, actual: 3)?.attainment == nil)
    #expect(status(40, actual: 3, due: nil)?.state == nil)
    #expect(status(40, actual: 50, due: nil)?.state == .met)
  }
}
