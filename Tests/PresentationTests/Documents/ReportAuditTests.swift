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
  /// Members that are no count of contacts, nor of what few contacts did: places, times, partners, contents, settings,
  /// rates, money.
  private static let others: Set<String> = [
    "attainment", "audience", "balance", "balance_high", "balance_low", "budget", "carriers", "change", "chi_squared",
    "comparisons", "complete", "conclusive", "cost", "cost_per_contact", "cost_per_customer", "cost_per_lead", "day",
    "decile", "degrees_of_freedom", "detectable", "difference", "engagement_depth", "engagement_per_contact",
    "frequency", "high", "history_days", "interactions_per_partner", "jaccard", "lift", "linear", "lookback_days",
    "loss_change", "low", "markov",
    "mean", "median", "median_days_to_answer", "median_high", "median_low", "nps", "nps_high", "nps_low",
    "observed_days", "p", "performance", "pipeline", "position", "q", "rate", "removal_effect", "revenue", "rmst",
    "rmst_high", "rmst_low", "roi", "sectors", "shannon", "shapley", "share", "single_brand_cost", "social",
    "structure", "survival", "synergy", "takeovers", "target", "time_decay", "views_differ", "week",
  ]

  /// Lists and objects whose members are none either, under whatever name.
  private static let otherLists = [
    "attribution.value", "attribution.unattributed.value", ".value.", "funnel.journeys.falling",
    "partner_retention", "active_partners", "co_creation_rate", "reciprocity", "trust[midnight_kinds]",
    "trust[inconclusive_knots]", "random_order_curve",
  ]

  /// KPIs that count contacts, or what contacts did.
  private static let countingKPIs: Set<String> = [
    "reach", "contacts_gross", "foreign_reach", "incremental_reach", "new_contacts", "new_touchpoints", "interactions",
    "organic_shares", "ambassadors", "relevant_new_contacts", "leads", "customers", "unaffordable_contacts",
  ]

  private static func isCount(_ path: String) -> Bool {
    let member = String(path.split(separator: ".").last ?? "")
    if member == "value" || member == "value_at_due" {
      return countingKPIs.contains { path.hasPrefix("kpis.kpis[\($0)]") }
    }
    return !others.contains(member) && !otherLists.contains { path.contains($0) }
  }

  private func flat(_ dataset: Dataset, _ scope: Scope, _ options: AnalysisOptions) throws -> FlatReport {
    let figures = measure(dataset, scopes: [scope], options: options)
    var bytes: [UInt8] = []
    FigureDocument(dataset, figures, section: nil, isList: true).writeJSON { bytes += $0 }
    let document = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let campaigns = try #require(document["campaigns"] as? [[String: Any]])
    return FlatReport(try #require(campaigns.first))
  }

  /// As many as `REEFKNOT_AUDIT_SEEDS` asks for.
  private static let seeds: ClosedRange<UInt64> =
    1...(ProcessInfo.processInfo.environment["REEFKNOT_AUDIT_SEEDS"].flatMap(UInt64.init) ?? 32)

  @Test(arguments: seeds)
  func `no count below the minimum follows from a whole report`(seed: UInt64) throws {
    let minimum = [3, 12, 2, 5][Int(seed / 3 % 4)]
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
        if isMoney(name) {
          Issue.record("\(name) is withheld and follows: \(number)")
        } else {
          #expect(number <= 0 || number >= Double(minimum), "\(name) follows: \(number)")
        }
      }
      for (equation, sum) in audit.system.toldSums() {
        let parts = audit.system.equations[equation].map(\.number).filter { !audit.system.isKnown[$0] }
        let names = parts.map { audit.names[$0] }
        guard !names.contains(where: isMoney) else { continue }
        #expect(
          sum <= 0 || sum >= Double(minimum) && sum > Double(parts.count), "\(names) add up to \(sum)")
      }
    }
  }

  /// Sums of money are no counts, but a few contacts' purchases.
  private func isMoney(_ name: String) -> Bool {
    ["pipeline", "revenue", "cost"].contains { name.hasSuffix(".\($0)") }
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
