public import CampaignFigures

/// How a KPI changed from one campaign to another.
public struct KPIChange: Hashable, Sendable {
  public var kpi: KPI
  /// The later figure − the earlier one; nil when one of them is unknown.
  public var absolute: Double?
  /// Change / size of the earlier figure; nil when that is 0 or a figure is unknown.
  public var relative: Double?
  /// For proportions with an interval, their difference with its interval.
  public var difference: RateDifference?
}

extension KPIs {
  /// The change of every KPI since another campaign, by ``KPI/all``, in its order.
  public func changes(since earlier: KPIs) -> [KPIChange] { KPIs.changes(from: earlier.entries, to: entries) }

  static func changes(from earlier: [Entry], to later: [Entry]) -> [KPIChange] {
    zip(later.withoutUnmeasured, earlier.withoutUnmeasured).map { now, before in
      var change = KPIChange(kpi: now.kpi)
      if let value = now.value, let old = before.value {
        change.absolute = value - old
        change.relative = old == 0 ? nil : (value - old) / abs(old)
      }
      if let share = now.proportion, let old = before.proportion {
        change.difference = RateDifference(share, minus: old)
      }
      return change
    }
  }
}
