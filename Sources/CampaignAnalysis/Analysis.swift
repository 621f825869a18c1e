package import CampaignModel
import Parallelism

/// A part of what is measured on a scope.
public enum Section: String, CaseIterable, Hashable, Sendable {
  /// New contacts and touchpoints (metrics.md, section 1).
  case touchpoints
  /// Reach and who adds what (metrics.md, section 2).
  case reach
  /// Who stays after the end (metrics.md, section 3).
  case retention
  /// How partners work together, and how deeply contacts take part (metrics.md, section 4).
  case cooperation
  /// Every pair of partners (metrics.md, section 4).
  case partnerships
  /// Visitors, leads, customers and money (metrics.md, section 5).
  case funnel
  /// Which touches led to conversions (metrics.md, section 5).
  case attribution
  /// Ratings and returns along the way (metrics.md, section 5).
  case journeys
}

/// What is measured, beside the scopes.
public struct AnalysisOptions: Sendable {
  public var sections: Set<Section>
  /// Index of the only brand that counts for reach; nil for the campaign as a whole.
  public var brand: Int?
  /// Carriers in the order in which reach is stacked, by index; those left out follow greedily.
  public var stackingOrder: [Int]
  public var retention: RetentionOptions
  /// By what the funnel has rows; nil for its total alone.
  public var funnelBy: Grouping?
  public var attribution: AttributionOptions
  /// Whether ``Flow`` is measured too.
  public var includesFlow: Bool
  /// Upper bound on threads, at least 1. Results do not depend on it.
  public var threads: Int

  public init(
    sections: Set<Section> = Set(Section.allCases), brand: Int? = nil, stackingOrder: [Int] = [],
    retention: RetentionOptions = RetentionOptions(), funnelBy: Grouping? = .medium,
    attribution: AttributionOptions = AttributionOptions(), includesFlow: Bool = false, threads: Int = 1
  ) {
    self.sections = sections
    self.brand = brand
    self.stackingOrder = stackingOrder
    self.retention = retention
    self.funnelBy = funnelBy
    self.attribution = attribution
    self.includesFlow = includesFlow
    self.threads = threads
  }
}

/// The figures of one scope: those of the sections asked for.
public struct ScopeFigures: Sendable {
  public var scope: Scope
  public var touchpoints: NewTouchpoints?
  public var reach: Reach?
  public var retention: Retention?
  public var cooperation: Cooperation?
  public var partnerships: Partnerships?
  public var funnel: Funnel?
  public var attribution: Attribution?
  public var journeys: Journeys?
  public var flow: Flow?
}

/// Measures scopes of a dataset in one pass over its log.
///
/// O(touches × scopes) time at worst; memory for the counts only.
///
/// Scopes that ask for different segments take a pass per segment.
///
/// - Returns: one entry per scope, in the given order.
package func measureUnprotected(_ dataset: Dataset, scopes: [Scope], options: AnalysisOptions = AnalysisOptions())
  -> [ScopeFigures]
{
  if let other = scopes.first(where: { $0.filter.segment != scopes[0].filter.segment }) {
    let alike = scopes.indices.filter { scopes[$0].filter.segment == other.filter.segment }
    let rest = scopes.indices.filter { scopes[$0].filter.segment != other.filter.segment }
    return merged(
      measureUnprotected(dataset, scopes: alike.map { scopes[$0] }, options: options), at: alike,
      measureUnprotected(dataset, scopes: rest.map { scopes[$0] }, options: options))
  }
  let referrals = options.sections.contains(.retention) ? lastReferrals(dataset) : [:]
  let tallies = scopes.map { ScopeTally($0, options: options, referrals: referrals, in: dataset) }
  let filled = LogPass.run(dataset, tallies: tallies, threads: options.threads)
  let parts = parallelFold(scopes.count, threads: options.threads) {
    [(place: Int, figures: ScopeFigures)]()
  } _: { figures, place in
    figures.append((place, ScopeFigures(filled[place], scope: scopes[place], options: options, dataset: dataset)))
  }
  return parts.flatMap { $0 }.sorted { $0.place < $1.place }.map(\.figures)
}

extension ScopeFigures {
  /// Turns the counts of a pass into figures.
  fileprivate init(_ tally: ScopeTally, scope: Scope, options: AnalysisOptions, dataset: Dataset) {
    self.scope = scope
    touchpoints = tally.touchpoints.map { NewTouchpoints($0, scope: scope, dataset: dataset) }
    reach = tally.reach.map {
      Reach($0, scope: scope, brand: options.brand, order: options.stackingOrder, dataset: dataset)
    }
    retention = tally.retention.map { Retention($0, scope: scope, options: options.retention, dataset: dataset) }
    cooperation = tally.engagement.map { Cooperation($0, scope: scope, test: tally.test, dataset: dataset) }
    partnerships = tally.partnerships.map { Partnerships($0, scope: scope, test: tally.test, dataset: dataset) }
    funnel = tally.funnel.map { Funnel($0, scope: scope, by: options.funnelBy) }
    attribution = tally.attribution.map {
      Attribution(
        $0, scope: scope, options: options.attribution,
        lookbackDays: options.attribution.lookbackDays ?? dataset.settings.attributionLookbackDays)
    }
    journeys = tally.journeys.map { Journeys($0, scope: scope) }
    flow = tally.flow.map { Flow($0, scope: scope, dataset: dataset) }
  }
}

/// Puts the figures of some scopes at their places among those of all the others.
private func merged(_ figures: [ScopeFigures], at places: [Int], _ others: [ScopeFigures]) -> [ScopeFigures] {
  var all = others
  for (place, entry) in zip(places, figures) { all.insert(entry, at: place) }
  return all
}

/// Per contact that made a tie of kind refers, when it made the last one, in milliseconds.
func lastReferrals(_ dataset: Dataset) -> [Int: Int64] {
  var last: [Int: Int64] = [:]
  for tie in dataset.ties where tie.kind == "refers" {
    guard let time = tie.time else { continue }
    last[tie.from] = max(last[tie.from] ?? .min, time.milliseconds)
  }
  return last
}
