public import CampaignModel

/// What is measured, beside the scopes.
public struct AnalysisOptions: Sendable {
  /// The sections that are measured; nil for ``Section/allCases``.
  public var sections: Set<Section>?
  /// Index of the only brand that counts for reach; nil for the campaign as a whole.
  public var brand: Int?
  /// Carriers in the order in which reach is stacked, by index; those left out follow greedily.
  public var stackingOrder: [Int]
  public var retention: RetentionOptions
  /// By what the funnel has rows; nil for its total alone.
  public var funnelBy: Grouping?
  public var attribution: AttributionOptions
  /// Whether figures without an interval of their own get one by a bootstrap over contacts.
  public var intervals: Bool
  /// Upper bound on threads, at least 1. Results do not depend on it.
  public var threads: Int

  public init(
    sections: Set<Section>? = nil, brand: Int? = nil, stackingOrder: [Int] = [],
    retention: RetentionOptions = RetentionOptions(), funnelBy: Grouping? = .medium,
    attribution: AttributionOptions = AttributionOptions(), intervals: Bool = false, threads: Int = 1
  ) {
    self.sections = sections
    self.brand = brand
    self.stackingOrder = stackingOrder
    self.retention = retention
    self.funnelBy = funnelBy
    self.attribution = attribution
    self.intervals = intervals
    self.threads = threads
  }
}
