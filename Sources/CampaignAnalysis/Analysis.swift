public import CampaignModel

/// A part of what is measured on a scope.
public enum Section: String, CaseIterable, Hashable, Sendable {
  /// New contacts and touchpoints (metrics.md, section 1).
  case touchpoints
  /// Reach and who adds what (metrics.md, section 2).
  case reach
  /// Who stays after the end (metrics.md, section 3).
  case retention
}

/// What is measured, beside the scopes.
public struct AnalysisOptions: Sendable {
  public var sections: Set<Section>
  /// Index of the only brand that counts for reach; nil for the campaign as a whole.
  public var brand: Int?
  /// Carriers in the order in which reach is stacked, by index; those left out follow greedily.
  public var stackingOrder: [Int]
  public var retention: RetentionOptions
  /// Upper bound on threads, at least 1. Results do not depend on it.
  public var threads: Int

  public init(
    sections: Set<Section> = Set(Section.allCases), brand: Int? = nil, stackingOrder: [Int] = [],
    retention: RetentionOptions = RetentionOptions(), threads: Int = 1
  ) {
    self.sections = sections
    self.brand = brand
    self.stackingOrder = stackingOrder
    self.retention = retention
    self.threads = threads
  }
}

/// The figures of one scope: those of the sections asked for.
public struct ScopeFigures: Sendable {
  public var scope: Scope
  public var touchpoints: NewTouchpoints?
  public var reach: Reach?
  public var retention: Retention?
}

/// Measures scopes of a dataset in one pass over its log.
///
/// O(touches × scopes) time at worst; memory for the counts only.
///
/// - Returns: one entry per scope, in the given order.
public func analyze(_ dataset: Dataset, scopes: [Scope], options: AnalysisOptions = AnalysisOptions()) -> [ScopeFigures]
{
  let sections = options.sections
  let referrals = sections.contains(.retention) ? lastReferrals(dataset) : [:]
  let tallies = scopes.map { scope in
    ScopeTally(
      test: ScopeTest(scope, in: dataset),
      touchpoints: sections.contains(.touchpoints) ? NewTouchpointsTally(scope, in: dataset) : nil,
      reach: sections.contains(.reach) ? ReachTally(scope, brand: options.brand, in: dataset) : nil,
      retention: sections.contains(.retention)
        ? RetentionTally(scope, options: options.retention, referrals: referrals, in: dataset) : nil)
  }
  let filled = LogPass.run(dataset, tallies: tallies, threads: options.threads)
  return zip(scopes, filled).map { scope, tally in
    ScopeFigures(
      scope: scope, touchpoints: tally.touchpoints.map { NewTouchpoints($0, scope: scope, dataset: dataset) },
      reach: tally.reach.map {
        Reach($0, scope: scope, brand: options.brand, order: options.stackingOrder, dataset: dataset)
      },
      retention: tally.retention.map {
        Retention($0, scope: scope, options: options.retention, dataset: dataset)
      })
  }
}

/// Per contact that made a tie of kind refers, when it made the last one, in milliseconds.
private func lastReferrals(_ dataset: Dataset) -> [Int: Int64] {
  var last: [Int: Int64] = [:]
  for tie in dataset.ties where tie.kind == "refers" {
    guard let time = tie.time else { continue }
    last[tie.from] = max(last[tie.from] ?? .min, time.milliseconds)
  }
  return last
}
