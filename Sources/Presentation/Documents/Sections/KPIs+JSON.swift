package import CampaignAnalysis
import CampaignFigures
package import CampaignModel

extension JSONWriter {
  /// The KPIs of a campaign, in the order of the document `kpis`.
  ///
  /// - Parameter earlier: the KPIs of the campaign before it in the list, from which the change is told.
  package mutating func kpis(_ figures: KPIs, since earlier: KPIs?, in dataset: Dataset) {
    let changes = earlier.map { figures.changes(since: $0) }
    list("kpis", figures.entries.indices) { writer, index in
      writer.item(isInline: true) { writer in
        writer.kpi(figures.entries[index], currency: dataset.settings.currency)
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
    unknown(figures.entries.compactMap(\.unknown) + figures.unknown)
  }

  private mutating func kpi(_ entry: KPIs.Entry, currency: String) {
    member("id", entry.kpi.id)
    member("level", entry.kpi.level.name)
    if entry.kpi.unit == .count {
      member("value", entry.value.map { Int($0) })
    } else {
      member("value", entry.value)
    }
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

  private mutating func change(_ change: KPIChange) {
    object("change", isInline: true) { writer in
      writer.member("absolute", change.absolute)
      writer.member("relative", change.relative)
      writer.member("low", change.difference?.low)
      writer.member("high", change.difference?.high)
    }
  }
}
