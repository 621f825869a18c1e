import CampaignAnalysis
import CampaignFigures
package import Pooling
package import Presentation

/// What totals say for sure as bars: the joint reach, and what each partner alone and the others beyond it reached.
package struct BoundsChart {
  /// The chart of one campaign.
  package static func chart(
    _ bounds: TotalsBounds, partners: [String: String], minimumGroup: Int, _ localizer: Localizer
  ) -> Chart? {
    var rows: [RangesChart.Row] = []
    func add(_ name: String, _ figure: BoundedFigure, color: Int) {
      guard !figure.isWithheld(minimumGroup: minimumGroup) else { return }
      rows.append(
        RangesChart.Row(name: name, low: Double(figure.low), high: figure.high.map(Double.init), color: color))
    }
    add(localizer(ReachFigures.reach.title), bounds.reach, color: 0)
    for carrier in bounds.carriers {
      let id = bounds.family.partners[carrier.partner]
      let name = localizer.name(partners[id] ?? id, longest: 40)
      add("\(localizer(ReachFigures.exclusive.title)): \(name)", carrier.exclusive, color: 1)
    }
    for carrier in bounds.carriers {
      let id = bounds.family.partners[carrier.partner]
      let name = localizer.name(partners[id] ?? id, longest: 40)
      add("\(localizer(ReachFigures.incremental.title)): \(name)", carrier.incremental, color: 2)
    }
    return RangesChart.chart(
      "bounds", title: localizer(.boundsTitle), caption: localizer(.boundsCaption), rows, localizer)
  }
}

extension LocalizedText {
  fileprivate static let boundsTitle = LocalizedText("What totals say for sure", "Was Summen sicher sagen")
  fileprivate static let boundsCaption = LocalizedText(
    "Each bar spans what the figure can be, by the totals that partners delivered.",
    "Jeder Balken reicht über alles, was die Zahl nach den gelieferten Summen sein kann.")
}
