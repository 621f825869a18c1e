import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Drawing
import Presentation

extension CampaignReport {
  /// Whom the campaign touched, and what each partner adds.
  func reachSection(_ entry: ScopeFigures, id: String) -> ReportContent.Section {
    guard let reach = entry.reach else { preconditionFailure("The section on reach needs the reach.") }
    var lead = localizer(.reachLead)
    if let total = reach.reach, let incremental = reach.incremental, let synergy = reach.synergy, incremental > 0 {
      lead +=
        " "
        + localizer(.incrementalLead, localizer.number(incremental), localizer.number(total), localizer.number(synergy))
    }
    if let first = reach.stacked.first, let gain = first.gain {
      lead += " " + localizer(.largestCarrierLead, partner(first.partner), localizer.number(gain))
    }
    var blocks: [ReportContent.Block] = [
      .charts(
        [
          ReachCurveChart.chart(reach, localizer), OwnForeignChart.chart(reach, localizer),
          StackedReachChart.chart(reach, dataset, localizer),
        ].compactMap { $0 }),
      diagram(.partners, entry, title: .networkTitle, caption: .networkCaption),
    ]
    if let flow = entry.flow, !flow.links.isEmpty {
      blocks.append(diagram(.flow, entry, title: .flowFigureTitle, caption: .flowCaption))
    }
    blocks.append(.tables(shown(reach.tables(in: dataset, options: tableOptions))))
    return ReportContent.Section(id: "\(id)-reach", title: localizer(.reachSection), lead: lead, blocks: blocks)
  }
}
