/// What is measured: the touches of a campaign, or of a window of the log, after a filter.
public struct Scope: Hashable, Sendable {
  /// Index of the campaign; nil for a window of the whole log.
  public var campaign: Int?
  /// Start of the campaign or window.
  public var start: Instant
  /// End of the half-open campaign or window.
  public var end: Instant
  public var filter: Filter

  /// The touches of a campaign.
  public init(campaign: Int, of dataset: Dataset, filter: Filter = .none) {
    self.campaign = campaign
    start = dataset.campaigns[campaign].start
    end = dataset.campaigns[campaign].end
    self.filter = filter
  }

  /// Every touch of a window; without bounds, of the whole log.
  ///
  /// The filter's `from` and `until` are the window. Without `from` it starts with the log's first touch, without
  /// `until` it ends right after `observed_until`, or with the midnight after a date.
  public init(windowOf dataset: Dataset, filter: Filter = .none) {
    let latest = max(
      dataset.logSpan?.upperBound ?? Instant(milliseconds: 0), dataset.observedUntil ?? Instant(milliseconds: 0))
    start = filter.from ?? dataset.logSpan?.lowerBound ?? Instant(milliseconds: 0)
    let last = Instant(
      milliseconds: dataset.settings.observedUntilIsDate ? latest.milliseconds : latest.milliseconds + 1)
    end = max(start, filter.until ?? last)
    self.filter = filter
  }
}

extension Dataset {
  /// Whether a scope's end was given as a date.
  package func endIsDate(of scope: Scope) -> Bool {
    scope.campaign.map { campaigns[$0].endIsDate } ?? (settings.observedUntilIsDate && scope.end == observedUntil)
  }
}
