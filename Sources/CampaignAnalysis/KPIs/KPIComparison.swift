package import CampaignFigures
import CampaignModel

/// A campaign's KPIs beside those of another campaign or of an earlier report (<doc:Metrics#Changes>).
package struct KPIComparison: Sendable {
  package let now: KPIs
  /// With what would tell of small groups taken out.
  package private(set) var earlier: EarlierKPIs
  /// By ``KPI/all``, in its order.
  package private(set) var changes: [KPIChange]
  /// Whether the two windows have time in common, so that the same contacts may be behind both figures.
  package let overlaps: Bool

  /// - Parameter group: the fewest contacts that a figure, or the change of one, may tell of.
  package init(_ now: KPIs, since earlier: EarlierKPIs, _ group: MinimumGroup) {
    self.now = now
    let start = max(now.scope.start, now.scope.filter.from ?? now.scope.start)
    let end = min(now.scope.end, now.scope.filter.until ?? now.scope.end)
    overlaps = earlier.start < end && start < earlier.end
    self.earlier = group.isAsked ? earlier.withheld(beside: now, group, overlaps: overlaps) : earlier
    changes = KPIs.changes(from: self.earlier.entries, to: now.entries)
    // Newcombe's interval is one of two samples that have nobody in common because of when they were drawn.
    if overlaps { for index in changes.indices { changes[index].difference = nil } }
  }

  /// The KPI in both; nil where it is no KPI.
  package subscript(figure: Figure<some Any>) -> (earlier: KPIs.Entry, change: KPIChange)? {
    earlier.entries.firstIndex { $0.kpi.id == figure.kpi }.map { (earlier.entries[$0], changes[$0]) }
  }

  /// How long was observed after the end, earlier and now.
  package enum ObservedDays: Hashable, Sendable {
    case alike
    case unequal(earlier: Int, now: Int)
    /// The earlier report does not say.
    case unknown
  }

  /// How long was observed where that bears on a change: shares of those who stay, carry on or join grow with these days.
  /// Nil for any other change, and where there is none.
  package func observedDays(of change: KPIChange) -> ObservedDays? {
    guard change.kpi.section == .retention, change.absolute != nil else { return nil }
    guard let before = earlier.observedDays, let days = now.observedDays else { return .unknown }
    return before == days ? .alike : .unequal(earlier: before, now: days)
  }

  /// Changes of shares that are beyond chance: their interval does not hold 0.
  package var beyondChance: [KPIChange] {
    changes.filter { change in change.difference.map { $0.low > 0 || $0.high < 0 } ?? false }
  }
}

extension EarlierKPIs {
  /// The same without what tells of fewer contacts than may be told of: a small count, and where the windows overlap also
  /// one that differs little from what it is now, for these contacts may be all that lies between.
  fileprivate func withheld(beside now: KPIs, _ group: MinimumGroup, overlaps: Bool) -> EarlierKPIs {
    var entries = entries
    for (index, entry) in now.entries.enumerated() where !entry.kpi.isAboutPartners {
      let isTold = entries[index].tells(group) || overlaps && entries[index].tells(beside: entry, group)
      if isTold { entries[index].withhold() }
    }
    // A ratio or an amount is made of counts: those withheld could be worked out from it.
    if overlaps, zip(entries, self.entries).contains(where: { $0.unknown?.state == .withheld && $1.value != nil }) {
      for index in entries.indices where entries[index].isMadeOfCounts && entries[index].value != nil {
        entries[index].withhold()
      }
    }
    return EarlierKPIs(
      name: name, dataset: dataset, campaign: campaign, start: start, end: end, filter: filter,
      observedDays: observedDays, entries: entries)
  }
}

extension KPIs.Entry {
  /// Whether it is made of several counts without saying them.
  fileprivate var isMadeOfCounts: Bool { kpi.unit != .count && proportion == nil && !kpi.isAboutPartners }

  /// Whether it says by itself how many of a small group of contacts there were.
  fileprivate func tells(_ group: MinimumGroup) -> Bool {
    if let proportion {
      return group.withholds(proportion.count) || group.withholds(proportion.of)
        || group.withholds(proportion.of - proportion.count)
    }
    return kpi.unit == .count && value.map { group.withholds(Int($0.rounded())) } == true
  }

  /// Whether it says, beside what it is now, how many of a small group of contacts came or went.
  fileprivate func tells(beside now: KPIs.Entry, _ group: MinimumGroup) -> Bool {
    if let proportion, let later = now.proportion {
      return group.withholds(abs(later.count - proportion.count)) || group.withholds(abs(later.of - proportion.of))
        || group.withholds(abs((later.of - later.count) - (proportion.of - proportion.count)))
    }
    guard kpi.unit == .count, let value, let later = now.value else { return false }
    return group.withholds(Int(abs(later - value).rounded()))
  }

  fileprivate mutating func withhold() {
    value = nil
    proportion = nil
    interval = nil
    unknown = UnknownFigure(
      "kpis.\(kpi.id).earlier", .withheld,
      LocalizedText(
        "It would tell, by itself or beside what it is now, of fewer contacts than minimum_group.",
        "Es würde für sich oder neben dem heutigen Wert von weniger Kontakten als minimum_group erzählen."))
  }
}
