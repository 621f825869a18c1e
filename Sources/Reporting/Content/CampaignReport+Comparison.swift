import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Presentation

extension CampaignReport {
  /// A campaign's KPIs beside those asked for, else beside those of the last campaign before it in the report of which
  /// anything is known; nil without any.
  func comparison(of index: Int) -> KPIComparison? {
    guard !hasNoTouch(figures[index]), let kpis = kpis(of: figures[index]) else { return nil }
    let before = figures[..<index].last { !hasNoTouch($0) }.flatMap { self.kpis(of: $0) }
    let others = before.map { EarlierKPIs($0, in: dataset) } ?? earlier
    return others.map { KPIComparison(kpis, since: $0, MinimumGroup(of: dataset)) }
  }

  /// What changed since another campaign or an earlier report.
  func section(_ comparison: KPIComparison, id: String) -> ReportContent.Section {
    ReportContent.Section(
      id: "\(id)-changes", title: localizer(comparison.title), lead: lead(comparison),
      blocks: [.tables(shown([comparison.table(in: dataset)]))])
  }

  private func lead(_ comparison: KPIComparison) -> String {
    if let name = comparison.withoutTouches(in: dataset) { return localizer(.nothingToCompare, name) }
    let changes = comparison.changes.compactMap(\.absolute)
    var lead = localizer(
      .changesLead, localizer.number(changes.count), localizer.number(changes.count { $0 > 0 }),
      localizer.number(changes.count { $0 < 0 }))
    if comparison.overlaps {
      lead += " " + localizer(.changesOverlap)
    } else if comparison.changes.contains(where: { $0.difference != nil }) {
      let beyond = comparison.beyondChance.map { change in
        "\(localizer(change.kpi.title)) (\(change.absolute.map { signed($0, localizer.points($0)) } ?? ""))"
      }
      lead +=
        " "
        + (beyond.isEmpty
          ? localizer(.changesWithinChance) : localizer(.changesBeyondChance, beyond.joined(separator: ", ")))
    }
    for remark in comparison.remarks(in: dataset) { lead += " " + localizer(remark) }
    return lead
  }

  /// What a headline figure was in the campaign that is compared with, and its change; nil where that is not known.
  func earlier(_ figure: Figure<some Any>, _ comparison: KPIComparison?) -> String? {
    guard let comparison, let (earlier, change) = comparison[figure], let value = earlier.value else { return nil }
    let isShare = earlier.kpi.unit == .share || earlier.kpi.unit == .fraction
    func text(_ value: Double) -> String {
      isShare ? localizer.percent(value) : localizer.number(value)
    }
    let name = LabelText.isolated(LabelText.short(comparison.earlier.name, 40))
    guard let absolute = change.absolute else { return localizer(.earlierDetail, name, text(value)) }
    let difference = isShare ? localizer.points(absolute) : localizer.number(absolute)
    let detail = localizer(.earlierChangeDetail, name, text(value), signed(absolute, difference))
    guard case .unequal(let before, let now) = comparison.observedDays(of: change) else { return detail }
    return detail + localizer(.observedDaysDetail, localizer.number(before), localizer.number(now))
  }

  private func signed(_ number: Double, _ text: String) -> String { number > 0 ? "+\(text)" : text }
}

extension LocalizedText {
  fileprivate static let changesLead = LocalizedText(
    "Of %1 KPIs that are known both times %2 rose and %3 fell.",
    "Von %1 Kennzahlen, die beide Male bekannt sind, stiegen %2 und fielen %3.")
  fileprivate static let changesOverlap = LocalizedText(
    "Both cover time in common, so that the same contacts are in both and no interval can be told.",
    "Beide haben Zeit gemeinsam, sodass dieselben Kontakte in beiden sind und kein Intervall angegeben werden kann.")
  fileprivate static let changesWithinChance = LocalizedText(
    "No share changed beyond chance.", "Kein Anteil änderte sich über den Zufall hinaus.")
  fileprivate static let changesBeyondChance = LocalizedText(
    "Beyond chance changed: %1.", "Über den Zufall hinaus änderten sich: %1.")
  fileprivate static let earlierDetail = LocalizedText("%1: %2", "%1: %2")
  fileprivate static let earlierChangeDetail = LocalizedText("%1: %2 (%3)", "%1: %2 (%3)")
  fileprivate static let observedDaysDetail = LocalizedText(
    ", observed for %1 {1:day|days} after the end, now for %2", ", nach dem Ende %1 {1:Tag|Tage} beobachtet, jetzt %2")
}
