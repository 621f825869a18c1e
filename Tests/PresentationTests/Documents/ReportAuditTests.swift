import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Foundation
import Presentation
import TestSupport
import Testing

/// Whole reports of random datasets, all sections at once, before a reader who solves every equation between their
/// counts (<doc:Metrics#Small-groups>).
struct ReportAuditTests {
  /// What is no count of contacts, nor of what few contacts did: places, times, partners, contents, settings, rates,
  /// money.
  private static let others: [String] = [
    "history_days", "observed_days", ".day", ".week", ".decile", "median", "rmst", "takeovers", "[takeovers]",
    "audience",
    ".carriers", "partner_retention", "active_partners", "co_creation", "reciprocity", "sector", "comparisons",
    "barometer", "lookback_days", "shapley", "degrees_of_freedom", "chi_squared", ".p", "cost", "budget", "target",
    "attainment", "value_at_due", "midnight_kinds", "inconclusive_knots", "falling", "complete",
    "random_order_curve", "balance", "mean", "nps", "roi", "frequency]", "synergy", "engagement_depth",
    "engagement_per_contact", "penetration].value", "jaccard", "lift", "difference", "loss_change", "detectable",
    ".low",
    ".high", "rate", "share", ".survival", "removal_effect", ".position", ".linear", ".time_decay", ".markov",
    "organic_shares].value", "value.", "pipeline", "revenue", ".value",
  ]

  private static func isCount(_ path: String) -> Bool {
    if path.hasSuffix("nps_answers") || path.hasSuffix("].ratings") { return true }
    if path.hasPrefix("kpis.kpis["), path.hasSuffix("].value") {
      return [
        "[reach]", "[new_contacts]", "[customers]", "[leads]", "[ambassadors]", "[interactions]", "[contacts_gross]",
      ]
      .contains { path.contains($0) }
    }
    return !others.contains { path.hasSuffix($0) || ($0.count > 5 && path.contains($0)) }
  }

  private func flat(_ dataset: Dataset, _ scope: Scope, _ options: AnalysisOptions) throws -> FlatReport {
    let figures = measure(dataset, scopes: [scope], options: options)
    var bytes: [UInt8] = []
    FigureDocument(dataset, figures, section: nil, isList: true).writeJSON { bytes += $0 }
    let document = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let campaigns = try #require(document["campaigns"] as? [[String: Any]])
    return FlatReport(try #require(campaigns.first))
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64], [3, 5, 12])
  func `no count below the minimum follows from a whole report`(seed: UInt64, minimum: Int) throws {
    let open = RandomDataset.make(seed: seed, observedUntil: 170)
    var closed = open
    closed.settings.minimumGroup = minimum
    let variants: [(Grouping, Grouping, RetentionOptions.Cohort)] = [
      (.medium, .channel, .new), (.partner, .partner, .reached), (.channel, .medium, .new),
    ]
    let (by, credit, cohort) = variants[Int(seed % 3)]
    let options = AnalysisOptions(
      retention: RetentionOptions(cohort: cohort), funnelBy: by, attribution: AttributionOptions(by: credit))
    for scope in [Scope(campaign: 0, of: open), Scope(campaign: 1, of: open), Scope(windowOf: open)] {
      let shown = try flat(closed, scope, options)
      for (path, number) in shown.numbers where Self.isCount(path) {
        #expect(number <= 0 || number >= Double(minimum), "\(path) is shown: \(number)")
      }
      for list in ["reach.stacked", "reach.reach_curve"] { expectFar(list, shown, minimum) }
      let audit = ReportAudit(try flat(open, scope, options), shown: shown, of: open)
      #expect(audit.wrong == [])
      for place in audit.system.determined() {
        let (name, number) = (audit.names[place], audit.system.numbers[place])
        guard !name.contains("pipeline"), !name.contains("revenue") else { continue }
        #expect(number <= 0 || number >= Double(minimum), "\(name) follows: \(number)")
      }
      for (equation, sum) in audit.system.toldSums() {
        let parts = audit.system.equations[equation].map(\.number).filter { !audit.system.isKnown[$0] }
        let names = parts.map { audit.names[$0] }
        guard !names.contains(where: { $0.contains("pipeline") || $0.contains("revenue") }) else { continue }
        #expect(
          sum <= 0 || sum >= Double(minimum) && sum > Double(parts.count), "\(names) add up to \(sum)")
      }
    }
  }

  /// Between two shown sums that only grow lies nobody, or enough contacts.
  private func expectFar(_ list: String, _ shown: FlatReport, _ minimum: Int) {
    var before = 0.0
    for row in shown.rows[list] ?? [] {
      guard let sum = shown["\(list)[\(row)].cumulative"] ?? shown["\(list)[\(row)].reach"] else { continue }
      #expect(sum == before || sum - before >= Double(minimum), "\(list)[\(row)] tells of \(sum - before)")
      before = sum
    }
  }

  /// Nobody could find a leak where nothing is withheld, or where the equations are none.
  @Test func `the auditor finds what a report without protection between its sections tells`() throws {
    let open = RandomDataset.make(seed: 2, observedUntil: 170)
    let whole = try flat(open, Scope(campaign: 1, of: open), AnalysisOptions())
    let audit = ReportAudit(whole, shown: whole, of: open)
    #expect(audit.system.equations.count > 100)
    // With nothing shown but totals nothing follows; with one row withheld of each list, all rows do.
    var system = audit.system
    let hidden = audit.names.indices.filter { audit.names[$0].hasPrefix("touchpoints.by_channel") }
    system.isKnown[hidden[0]] = false
    #expect(system.determined().contains(hidden[0]))
  }
}
