import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Drawing
import Presentation

extension CampaignReport {
  /// Who stays after the end.
  package func section(_ retention: Retention, _ entry: ScopeFigures, id: String) -> ReportContent.Section {
    var lead = localizer(retention.options.cohort == .new ? .retentionLead : .retentionLeadReached)
    if let stays = retention.stays, let rate = stays.rate {
      lead +=
        " "
        + localizer(
          .staysLead, localizer.number(stays.count), localizer.number(stays.of), localizer.percent(rate),
          localizer.number(retention.observedDays))
    }
    if let median = retention.survival?.median {
      let gap = dataset.settings.activityGapDays
      lead += " " + localizer(.medianLead, localizer.number(median), localizer.number(gap))
      if let rhythm, !rhythm.fits(gap) {
        lead += " " + localizer(.rhythmLead, localizer.number(rhythm.usualPause))
      }
    }
    var blocks: [ReportContent.Block] = [
      .charts([SurvivalChart.chart(retention, localizer), OutcomesChart.chart(retention, localizer)].compactMap { $0 })
    ]
    if retention.stays?.rate != nil {
      blocks.append(diagram(.retention, entry, title: .retentionFigureTitle, caption: .retentionCaption))
    }
    blocks.append(.tables(shown(retention.tables(in: dataset, options: tableOptions))))
    return ReportContent.Section(
      id: "\(id)-retention", title: localizer(.retentionSection), lead: lead, blocks: blocks)
  }
}
