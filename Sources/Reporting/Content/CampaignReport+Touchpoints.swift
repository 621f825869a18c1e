import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Drawing
import Presentation

extension CampaignReport {
  /// What is new, and who introduced it.
  package func section(_ figures: NewTouchpoints, id: String) -> ReportContent.Section {
    var lead = localizer(.touchpointsLead)
    if let rate = figures.penetration?.rate, let foreign = figures.foreign, let total = figures.newTouchpoints {
      lead +=
        " " + localizer(.penetrationLead, localizer.number(foreign), localizer.number(total), localizer.percent(rate))
    }
    if let first = figures.introducedBy.first, let count = first.newTouchpoints, count > 0 {
      lead += " " + localizer(.introducerLead, partner(first.partner), localizer.number(count))
    }
    return ReportContent.Section(
      id: "\(id)-touchpoints", title: localizer(TouchpointFigures.newTouchpoints.title), lead: lead,
      blocks: [
        .charts([FirstContactChart.chart(figures, localizer), WeeksChart.chart(figures, localizer)].compactMap { $0 }),
        .tables(shown(figures.tables(in: dataset, options: tableOptions))),
      ])
  }
}
