package import CampaignFigures
package import CampaignModel

/// The KPIs that others are held against: of another campaign, or of a report made earlier.
package struct EarlierKPIs: Sendable {
  /// What they are of, as whoever made them called it; a text from the data.
  package let name: String
  /// The name of the dataset they were measured on.
  package let dataset: String
  /// The campaign's id; nil for a window of the log.
  package let campaign: String?
  /// The window they were measured in, half-open.
  package let start: Instant
  package let end: Instant
  /// Which touches were chosen by more than the window.
  package let filter: Filter
  /// Whole days observed after the end; nil where the report does not say.
  package let observedDays: Int?
  /// By ``KPI/all``, in its order, without targets; without a touch in the window none is known but how contents were made.
  package let entries: [KPIs.Entry]

  package init(
    name: String, dataset: String, campaign: String?, start: Instant, end: Instant, filter: Filter,
    observedDays: Int?, entries: [KPIs.Entry]
  ) {
    precondition(entries.map(\.kpi) == KPI.all, "There is an entry for every KPI.")
    self.name = name
    self.dataset = dataset
    self.campaign = campaign
    self.start = start
    self.end = end
    self.filter = filter
    self.observedDays = observedDays
    self.entries = entries.withoutUnmeasured
  }

  /// Whether anything was measured: there was a touch in the window.
  package var hasTouches: Bool { entries.haveTouches }

  /// Those of a scope of the same dataset.
  package init(_ kpis: KPIs, in dataset: Dataset) {
    let scope = kpis.scope
    let campaign = scope.campaign.map { dataset.campaigns[$0] }
    self.init(
      name: campaign?.label ?? dataset.name, dataset: dataset.name, campaign: campaign?.id,
      start: max(scope.start, scope.filter.from ?? scope.start), end: min(scope.end, scope.filter.until ?? scope.end),
      filter: scope.filter, observedDays: kpis.observedDays, entries: kpis.entries)
  }
}

extension KPIs.Entry {
  /// A KPI that was read from a document; one that is not known says why.
  package init(_ kpi: KPI, value: Double?, proportion: Proportion?, interval: Interval?, unknown: UnknownFigure?) {
    self.kpi = kpi
    self.value = value
    self.proportion = proportion
    self.interval = interval
    self.unknown = unknown
  }
}
