package import CampaignAnalysis
import CampaignFigures
package import Presentation

/// Contacts reached only in own channels, in both, only in channels of others: one bar.
package struct OwnForeignChart {
  /// The chart, or nil where a part is not known.
  package static func chart(_ reach: Reach, _ localizer: Localizer) -> Chart? {
    PartsBarChart.chart(
      "own-foreign", title: localizer(.ownForeignTitle), whole: localizer(ReachFigures.reach.title),
      [
        PartsBarChart.Part(name: localizer(.ownOnly), count: reach.ownOnly),
        PartsBarChart.Part(name: localizer(.both), count: reach.duplicated),
        PartsBarChart.Part(name: localizer(.foreignOnly), count: reach.incremental),
      ], localizer)
  }
}
