import CampaignAnalysis
import CampaignModel

extension CampaignReport {
  /// Who stays after the end.
  func section(_ retention: Retention, _ entry: ScopeFigures, id: String) -> ReportContent.Section {
    var lead = wording(retention.options.cohort == .new ? .retentionLead : .retentionLeadReached)
    if let stays = retention.stays, let rate = stays.rate {
      lead +=
        " "
        + wording(
          .staysLead, wording.number(stays.count), wording.number(stays.of), wording.percent(rate),
          wording.number(retention.observedDays))
    }
    if let median = retention.survival?.median { lead += " " + wording(.medianLead, wording.number(median)) }
    var blocks: [ReportContent.Block] = [
      .charts([SurvivalChart.chart(retention, wording), outcomesChart(retention)].compactMap { $0 })
    ]
    if retention.stays?.rate != nil {
      blocks.append(diagram(.retention, entry, title: .retentionFigureTitle, caption: .retentionCaption))
    }
    blocks.append(.tables(shown(retention.tables(in: dataset, options: tableOptions))))
    return ReportContent.Section(
      id: "\(id)-retention", title: wording(.retentionSection), lead: lead, blocks: blocks)
  }

  private func outcomesChart(_ retention: Retention) -> Chart? {
    let outcomes: [(Phrase, Proportion?)] = [
      (.stayed, retention.stays), (.carriedOn, retention.carriesOn), (.joined, retention.joins),
      (.lost, retention.lost), (.lostElsewhere, retention.baseline.lost),
    ]
    return SharesChart.chart(
      "outcomes", title: wording(.outcomesTitle), caption: wording(.outcomesCaption),
      outcomes.compactMap { name, share in share.map { SharesChart.Row(name: wording(name), share: $0) } }, wording)
  }
}
