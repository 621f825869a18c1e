import CampaignFigures
import CampaignModel
import TestSupport
import Testing

@testable import CampaignAnalysis
@testable import LogScanning

/// Intervals by sums of weights against plain resampling: each replicate as a dataset of its own, measured as any other.
struct IntervalTwinTests {
  /// A dataset, a scope of it, and options.
  struct Case: Sendable {
    var seed: UInt64
    var filter = Filter()
    /// Whether only the first segment counts.
    var isSegmented = false
    var brand: Int?
    var by = Grouping.channel
    var organizations: Int?
  }

  static let cases = [
    Case(seed: 11), Case(seed: 12, filter: Filter(level: .interaction), by: .partner),
    Case(seed: 15, by: .medium, organizations: 7), Case(seed: 14, isSegmented: true, brand: 1, by: .format),
  ]

  private let replicates = ReplicateWeights.count

  @Test(arguments: cases)
  func `every interval and ranking is that of plain resampling`(_ test: Case) throws {
    var data = RandomDataset.make(seed: test.seed, RandomDataset.Size(contacts: 30, touches: 500))
    if let organizations = test.organizations { data = data.withOrganizations(organizations) }
    var filter = test.filter
    if test.isSegmented { filter.segment = data.contacts.segments.categories.first }
    var options = AnalysisOptions(
      sections: [.reach, .funnel, .attribution], brand: test.brand, funnelBy: test.by,
      attribution: AttributionOptions(by: test.by))
    let plain = (0..<replicates).map { replicate in
      let data = data.resampled(replicate)
      return measureUnprotected(data, scopes: [Scope(campaign: 1, of: data, filter: filter)], options: options)[0]
    }
    options.intervals = true
    let figures = measureUnprotected(data, scopes: [Scope(campaign: 1, of: data, filter: filter)], options: options)[0]
    try checkReach(figures, plain)
    try checkFunnel(figures, plain, data)
    try checkAttribution(figures, plain, data)
  }

  private func interval(_ values: [Double?]) -> Interval? { Interval(ofReplicates: values) }

  private func checkReach(_ figures: ScopeFigures, _ plain: [ScopeFigures]) throws {
    let reach = try #require(figures.reach)
    let all = plain.compactMap(\.reach)
    let intervals = try #require(reach.intervals)
    #expect(intervals["frequency"] == interval(all.map(\.frequency)))
    #expect(intervals["synergy"] == interval(all.map(\.synergy)))
    #expect(intervals["incremental"] == interval(all.map { $0.incremental.map(Double.init) }))
    #expect(intervals["duplicated"] == interval(all.map { $0.duplicated.map(Double.init) }))
    #expect(intervals["own"] == interval(all.map { $0.own.map(Double.init) }))
    #expect(intervals["foreign"] == interval(all.map { $0.foreign.map(Double.init) }))
    #expect(reach.carriers.count > 2)
    for row in reach.carriers {
      let rows = all.map { $0.carriers.first { $0.partner == row.partner } }
      let intervals = try #require(row.intervals)
      #expect(intervals["carriers.shapley"] == interval(rows.map { $0?.shapley ?? 0 }))
      #expect(intervals["carriers.exclusive"] == interval(rows.map { Double($0?.exclusive ?? 0) }))
      #expect(
        intervals["carriers.incremental_over_own"] == interval(rows.map { Double($0?.incrementalOverOwn ?? 0) }))
    }
    let first = reach.carriers[0].partner
    let staying = all.count { $0.carriers.first?.partner == first }
    #expect(reach.firstCarrierStays == Double(staying) / Double(replicates))
  }

  private func checkFunnel(_ figures: ScopeFigures, _ plain: [ScopeFigures], _ data: Dataset) throws {
    let funnel = try #require(figures.funnel)
    let all = plain.compactMap(\.funnel)
    try check(funnel.total, all.map(\.total))
    #expect(funnel.rows.count > 1)
    for row in funnel.rows {
      try check(row.figures, all.map { $0.rows.first { $0.group == row.group }?.figures })
    }
    let first = funnel.rows[0].group
    let staying = all.count { $0.rows.first?.group == first }
    #expect(funnel.firstRowStays == Double(staying) / Double(replicates))
  }

  private func check(_ figures: Funnel.Figures, _ plain: [Funnel.Figures?]) throws {
    let intervals = try #require(figures.intervals)
    // A sum that nothing of a replicate adds to is 0 there.
    func sums(_ sum: (Funnel.Figures) -> Double?) -> [Double?] {
      plain.map { $0.flatMap(sum) ?? (sum(figures) == nil ? nil : 0) }
    }
    func shares(_ numbers: [Double?], of whole: (Funnel.Figures) -> Double?) -> [Double?] {
      zip(numbers, plain.map { $0.flatMap(whole) ?? 0 }).map { number, whole in
        whole == 0 ? nil : number.map { $0 / whole }
      }
    }
    let (revenue, cost) = (sums(\.revenue), sums(\.cost))
    #expect(intervals["revenue"] == interval(revenue))
    #expect(intervals["pipeline"] == interval(sums(\.pipeline)))
    #expect(intervals["cost"] == interval(cost))
    #expect(intervals["cost_per_contact"] == interval(shares(cost) { $0.visitors.map(Double.init) }))
    #expect(intervals["cost_per_lead"] == interval(shares(cost) { $0.leads.map(Double.init) }))
    #expect(intervals["cost_per_customer"] == interval(shares(cost) { $0.customers.map(Double.init) }))
    let returns = zip(revenue, cost).map { revenue, cost in revenue.flatMap { value in cost.map { value - $0 } } }
    #expect(intervals["roi"] == interval(shares(returns, of: \.cost)))
  }

  private func checkAttribution(_ figures: ScopeFigures, _ plain: [ScopeFigures], _ data: Dataset) throws {
    let attribution = try #require(figures.attribution)
    let all = plain.compactMap(\.attribution)
    let totals = try #require(attribution.intervals)
    #expect(totals["conversions"] == interval(all.map { $0.conversions.map(Double.init) }))
    // A sum that nothing of a replicate adds to is 0 there.
    let noValue: Double? = attribution.value == nil ? nil : 0
    #expect(totals["value"] == interval(all.map { $0.value ?? noValue }))
    #expect(attribution.rows.count > 1)
    for row in attribution.rows {
      let rows = all.map { $0.rows.first { $0.group == row.group } }
      let intervals = try #require(row.intervals)
      for (index, model) in AttributionModel.allCases.enumerated() {
        // Shares far below 1, as old touches have under time decay, are rounded to units of 2⁻⁶⁰.
        let isExact = model != .timeDecay
        let credit = interval(rows.map { $0?.conversions?[index] ?? 0 })
        compare(intervals["rows.conversions.\(model.rawValue)"], credit, isExact: isExact)
        let values = rows.map { $0?.value?[index] ?? noValue }
        compare(intervals["rows.value.\(model.rawValue)"], interval(values), isExact: isExact)
      }
      let effects = zip(rows, all).map { row, whole in whole.paths == 0 ? nil : row?.removalEffect ?? 0 }
      compare(intervals["rows.removal_effect"], interval(effects), isExact: true)
    }
    let first = attribution.rows[0].group
    let staying = all.count { $0.rows.first?.group == first }
    // Of a replicate without any path the first by id would be first.
    if all.allSatisfy({ $0.paths ?? 0 > 0 }) {
      #expect(attribution.firstRowStays == Double(staying) / Double(replicates))
    }
  }

  private func compare(_ interval: Interval?, _ expected: Interval?, isExact: Bool) {
    guard !isExact else {
      #expect(interval == expected)
      return
    }
    #expect(areClose(interval?.low, expected?.low, tolerance: 1e-12))
    #expect(areClose(interval?.high, expected?.high, tolerance: 1e-12))
  }
}
