import CampaignAnalysis
import CampaignFigures
import CampaignModel
import TestSupport
import Testing

struct KPIComparisonTests {
  /// KPIs of a campaign from day 10 to 40, of which a few have the values given and the rest are not known.
  private static func kpis(_ values: [String: Double], _ shares: [String: Proportion] = [:]) -> KPIs {
    let dataset = DatasetBuilder.twoPartners().build()
    let scope = Scope(campaign: 0, of: dataset)
    let figures = measureUnprotected(dataset, scopes: [scope], options: AnalysisOptions(sections: KPIs.sections))[0]
    var kpis = KPIs(figures, in: dataset)
    kpis.entries = entries(values, shares)
    return kpis
  }

  private static func entries(_ values: [String: Double], _ shares: [String: Proportion]) -> [KPIs.Entry] {
    KPI.all.map { kpi in
      KPIs.Entry(
        kpi, value: values[kpi.id] ?? shares[kpi.id]?.rate, proportion: shares[kpi.id], interval: nil, unknown: nil)
    }
  }

  private static func earlier(
    _ values: [String: Double], _ shares: [String: Proportion] = [:], days: (Double, Double), observedDays: Int? = nil
  ) -> EarlierKPIs {
    EarlierKPIs(
      name: "before", dataset: "d", campaign: "k", start: .day(days.0), end: .day(days.1), filter: .none,
      observedDays: observedDays, entries: entries(values, shares))
  }

  /// The values of the earlier KPIs that are shown, by id.
  private static func shown(_ comparison: KPIComparison) -> [String: Double] {
    comparison.earlier.entries.reduce(into: [:]) { $0[$1.kpi.id] = $1.value }
  }

  /// Newcombe (1998), table II, method 10: 56 of 70 against 48 of 80.
  @Test func `a share's change has Newcombe's interval where the windows have no time in common`() throws {
    let now = KPIComparisonTests.kpis(["reach": 120], ["stays": Proportion(56, of: 70)])
    let before = KPIComparisonTests.earlier(["reach": 80], ["stays": Proportion(48, of: 80)], days: (-50, 10))
    let comparison = KPIComparison(now, since: before, .none)
    #expect(!comparison.overlaps)
    let stays = try #require(comparison[RetentionFigures.stays]?.change.difference)
    #expect(abs(stays.difference - 0.2) < 1e-12 && abs(stays.low - 0.0524) < 5e-5 && abs(stays.high - 0.3339) < 5e-5)
    #expect(comparison[ReachFigures.reach]?.change.absolute == 40)
    #expect(comparison[ReachFigures.reach]?.change.relative == 0.5)
    #expect(comparison.beyondChance.map(\.kpi.id) == ["stays"])
  }

  /// Such shares grow with time; reach does not.
  @Test func `of those who stay it is known whether they were observed equally long`() throws {
    let now = KPIComparisonTests.kpis(["reach": 120], ["stays": Proportion(56, of: 70)])
    let days = try #require(now.observedDays)
    func observed(_ earlier: Int?, _ figure: Figure<some Any>) throws -> KPIComparison.ObservedDays? {
      let before = KPIComparisonTests.earlier(
        ["reach": 80], ["stays": Proportion(48, of: 80)], days: (-50, 10), observedDays: earlier)
      let comparison = KPIComparison(now, since: before, .none)
      return try comparison.observedDays(of: #require(comparison[figure]).change)
    }
    #expect(try observed(days, RetentionFigures.stays) == .alike)
    #expect(try observed(days + 1, RetentionFigures.stays) == .unequal(earlier: days + 1, now: days))
    #expect(try observed(nil, RetentionFigures.stays) == .unknown)
    #expect(try observed(days + 1, ReachFigures.reach) == nil && observed(days + 1, RetentionFigures.joins) == nil)
  }

  @Test func `windows with time in common have changes without intervals`() {
    let now = KPIComparisonTests.kpis([:], ["stays": Proportion(56, of: 70)])
    let before = KPIComparisonTests.earlier([:], ["stays": Proportion(48, of: 80)], days: (-50, 11))
    let comparison = KPIComparison(now, since: before, .none)
    #expect(comparison.overlaps && comparison.beyondChance.isEmpty)
    #expect(comparison[RetentionFigures.stays]?.change.difference == nil)
    #expect(comparison[RetentionFigures.stays]?.change.absolute.map { abs($0 - 0.2) < 1e-12 } == true)
  }

  @Test func `what lies between two states of one campaign is withheld where it is few contacts`() {
    let now = KPIComparisonTests.kpis(
      ["reach": 120, "new_contacts": 90, "frequency": 2.5, "revenue": 900, "active_partners": 4],
      ["penetration": Proportion(40, of: 100), "stays": Proportion(30, of: 60)])
    let before = KPIComparisonTests.earlier(
      ["reach": 117, "new_contacts": 85, "frequency": 2.4, "revenue": 800, "active_partners": 3],
      ["penetration": Proportion(37, of: 90), "stays": Proportion(20, of: 50)], days: (10, 30))
    let group = MinimumGroup(5)
    // Reach differs by 3, the count of penetration too; ratios and amounts could tell the reach.
    let comparison = KPIComparison(now, since: before, group)
    #expect(KPIComparisonTests.shown(comparison) == ["new_contacts": 85, "active_partners": 3, "stays": 0.4])
    #expect(comparison[ReachFigures.reach]?.change.absolute == nil)
    #expect(comparison[ReachFigures.reach]?.earlier.unknown?.state == .withheld)
    // Two campaigns with no time in common: the difference counts nobody.
    let other = KPIComparisonTests.earlier(
      ["reach": 117, "frequency": 2.4], ["penetration": Proportion(37, of: 90)], days: (-30, 10))
    #expect(
      KPIComparisonTests.shown(KPIComparison(now, since: other, group)).keys.sorted()
        == ["frequency", "penetration", "reach"])
  }

  /// A change from or to nothing measured would read as success or failure.
  @Test func `a campaign without a touch is nothing to compare with`() throws {
    let now = KPIComparisonTests.kpis(["reach": 120, "contacts_gross": 200, "customers": 4, "co_creation_rate": 0.5])
    let empty = ["reach": 0.0, "contacts_gross": 0, "customers": 0, "co_creation_rate": 0.25]
    let before = KPIComparisonTests.earlier(empty, ["active_partners": Proportion(0, of: 3)], days: (-30, 10))
    #expect(now.hasTouches && !before.hasTouches)
    let comparison = KPIComparison(now, since: before, MinimumGroup(5))
    #expect(KPIComparisonTests.shown(comparison) == ["co_creation_rate": 0.25] && !comparison.earlier.hasTouches)
    #expect(comparison.changes.filter { $0.absolute != nil }.map(\.kpi.id) == ["co_creation_rate"])
    #expect(comparison[ReachFigures.reach]?.earlier.unknown?.state == .undefined)
  }

  @Test func `an earlier figure that counts few contacts by itself is withheld`() {
    let now = KPIComparisonTests.kpis(["reach": 120])
    let before = KPIComparisonTests.earlier(
      ["reach": 4, "customers": 5, "leads": 0],
      ["stays": Proportion(50, of: 52), "joins": Proportion(3, of: 60), "carries_on": Proportion(30, of: 60)],
      days: (-30, 10))
    let shown = KPIComparisonTests.shown(KPIComparison(now, since: before, MinimumGroup(5)))
    #expect(shown.keys.sorted() == ["carries_on", "customers", "leads"])
  }
}
