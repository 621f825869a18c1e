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
    let reach = KPIName.allCases.filter { $0.level == .reach }.map(\.rawValue)
    #expect(
      reach == [
        "reach", "contacts_gross", "frequency", "foreign_reach", "incremental_reach", "synergy", "takeovers",
        "new_contacts", "new_touchpoints", "penetration",
      ])
    let interaction = KPIName.allCases.filter { $0.level == .interaction }.map(\.rawValue)
    #expect(
      interaction == [
        "active_partners", "interactions", "engagement_depth", "engagement_per_contact", "organic_shares",
        "co_creation_rate", "ambassadors", "reciprocity", "relevant_new_contacts", "stays", "carries_on", "joins",
      ])
    #expect(KPIName.allCases.count == 36)
    #expect(KPIName.allCases.prefix(22).map(\.rawValue) == reach + interaction)
  }

  @Test(arguments: UInt64(1)...5)
  func `each KPI is the figure of its section, or says why it is not`(seed: UInt64) throws {
    let data = RandomDataset.make(seed: seed, observedUntil: [nil, 100.0, 118][Int(seed) % 3])
    let scope = Scope(campaign: 1, of: data)
    let figures = measureUnprotected(data, scopes: [scope], options: AnalysisOptions())[0]
    let kpis = KPIs(figures, in: data)
    #expect(kpis.entries.map(\.name) == KPIName.allCases)
    for entry in kpis.entries { #expect((entry.value == nil) == (entry.unknown != nil), "\(entry.name)") }
    #expect(kpis[.reach]?.value == figures.reach?.reach.map(Double.init))
    #expect(kpis[.newTouchpoints]?.value == figures.touchpoints?.newTouchpoints.map(Double.init))
    #expect(kpis[.stays]?.proportion == figures.retention?.stays)
    #expect(kpis[.roi]?.value == figures.funnel?.total.roi)
    #expect(kpis[.activePartners]?.value == figures.cooperation?.activePartners.map { Double($0.count) })
    #expect(kpis[.ambassadors]?.value == figures.cooperation.map { Double($0.ambassadors.count) })
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
    #expect(kpis[.reach]?.target?.target == 1)
    #expect(kpis[.reach]?.target?.state == .met)
    #expect(kpis[.revenue]?.target == nil)
  }

  @Test func `the change between campaigns is told with its interval where there is one`() throws {
    let data = RandomDataset.make(seed: 3)
    let (early, late) = (kpis(data, 0), kpis(data, 1))
    let changes = late.changes(since: early)
    for (name, change) in zip(KPIName.allCases, changes) {
      #expect(change.name == name)
      guard let now = late[name]?.value, let before = early[name]?.value else {
        #expect(change.absolute == nil)
        continue
      }
      #expect(areClose(change.absolute, now - before))
      #expect(areClose(change.relative, before == 0 ? nil : (now - before) / before.magnitude))
    }
    let stays = try #require(changes.first { $0.name == .stays })
    #expect((stays.difference != nil) == (late[.stays]?.value != nil && early[.stays]?.value != nil))
    #expect(changes.first { $0.name == .activePartners }?.difference == nil)
  }
}

struct TargetStatusTests {
  private func status(
    _ value: Double?, actual: Double?, less: Bool = false, due: Double? = 100, observed: Double = 50
  ) -> TargetStatus? {
    let target = Target(campaign: 0, kpi: "reach", value: value, due: due.map { Instant.day($0) })
    return TargetStatus(target, actual: actual, isLessBetter: less, start: .day(0), observedUntil: .day(observed))
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
  }

  @Test func `what is not known has no attainment and no state`() {
    #expect(status(nil, actual: 3) == nil)
    #expect(status(40, actual: nil, observed: 200)?.state == nil)
    #expect(status(0, actual: 3)?.attainment == nil)
    #expect(status(40, actual: 3, due: nil)?.state == nil)
    #expect(status(40, actual: 50, due: nil)?.state == .met)
  }
}
