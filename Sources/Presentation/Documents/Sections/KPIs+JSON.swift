package import CampaignAnalysis
import CampaignFigures
package import CampaignModel

extension JSONWriter {
  /// The KPIs of a campaign, in the order of the document `kpis`.
  ///
  /// - Parameters:
  ///   - earlier: the KPIs of the campaign before it in the list, from which the change is told.
  ///   - comparison: the same KPIs beside those asked for, which goes before.
  package mutating func kpis(
    _ figures: KPIs, since earlier: KPIs?, comparedWith comparison: KPIComparison?, in dataset: Dataset
  ) {
    let changes = comparison?.changes ?? earlier.map { figures.changes(since: $0) }
    if let comparison { comparedWith(comparison) }
    member("observed_days", figures.observedDays)
    list("kpis", figures.entries.indices) { writer, index in
      writer.item(isInline: true) { writer in
        writer.kpi(figures.entries[index], currency: dataset.settings.currency)
        if let comparison { writer.value("earlier", comparison.earlier.entries[index]) }
        if let change = changes?[index] { writer.change(change) }
      }
    }
    list("targets_missing", figures.targetsMissing, isInline: true) { writer, level in writer.item(level.name) }
    rows("trust", figures.trust) { writer, entry in
      writer.member("id", entry.check.rawValue)
      writer.member("count", entry.count)
      writer.member("of", entry.of)
      writer.member("value", entry.value)
    }
    let unknownEarlier = comparison?.earlier.entries.compactMap { entry in
      entry.unknown.map { UnknownFigure("kpis.\(entry.kpi.id).earlier", $0.state, $0.reason) }
    }
    unknown(figures.entries.compactMap(\.unknown) + figures.unknown + (unknownEarlier ?? []))
  }

  private mutating func kpi(_ entry: KPIs.Entry, currency: String) {
    member("id", entry.kpi.id)
    member("level", entry.kpi.level.name)
    value("value", entry)
    member("unit", entry.kpi.unit == .money ? currency : entry.kpi.unit.id)
    if let share = entry.proportion {
      member("count", share.count)
      member("of", share.of)
      member("low", share.low)
      member("high", share.high)
    } else if let interval = entry.interval {
      member("low", interval.low)
      member("high", interval.high)
    }
    member("state", entry.unknown?.state.rawValue)
    guard let target = entry.target else { return }
    member("target", target.target)
    member("due", target.due)
    member("value_at_due", target.valueAtDue)
    member("attainment", target.attainment)
    member("status", target.state?.rawValue)
  }

  private mutating func value(_ key: String, _ entry: KPIs.Entry) {
    if entry.kpi.unit == .count { member(key, entry.value.map { Int($0) }) } else { member(key, entry.value) }
  }

  private mutating func change(_ change: KPIChange) {
    object("change", isInline: true) { writer in
      writer.member("absolute", change.absolute)
      writer.member("relative", change.relative)
      writer.member("low", change.difference?.low)
      writer.member("high", change.difference?.high)
    }
  }
}
