package import CampaignAnalysis
import CampaignFigures
package import Presentation

/// What contacts did after the end, as shares with their intervals.
package struct OutcomesChart {
  /// The chart, or nil where no share is known.
  package static func chart(_ retention: Retention, _ localizer: Localizer) -> Chart? {
    let outcomes: [(LocalizedText, Proportion?)] = [
      (.stayed, retention.stays), (.carriedOn, retention.carriesOn), (.joined, retention.joins),
      (.lost, retention.lost), (.lostElsewhere, retention.baseline?.lost),
    ]
    return SharesChart.chart(
      "outcomes", title: localizer(.outcomesTitle), caption: localizer(.outcomesCaption),
      outcomes.compactMap { name, share in share.map { SharesChart.Row(name: localizer(name), share: $0) } }, localizer)
  }
}
