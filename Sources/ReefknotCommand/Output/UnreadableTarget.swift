import CampaignAnalysis
import CampaignModel
import Presentation

/// A row of targets.csv that no figure can be held against.
struct UnreadableTarget {
  /// What is wrong, and what was expected.
  let message: String

  /// The unreadable targets of a scope's campaign.
  static func all(of scope: Scope, in dataset: Dataset) -> [UnreadableTarget] {
    dataset.targets.filter { $0.campaign == scope.campaign }.compactMap { target in
      let campaign = dataset.campaigns[target.campaign].id.withoutControls
      let kpi = target.kpi.withoutControls
      if KPI(matching: target.kpi) == nil {
        let nearest = Suggestion.nearest(to: target.kpi, among: KPI.all.map(\.id)).prefix(3)
        return UnreadableTarget(
          message: "targets.csv: the target \"\(kpi)\" of campaign \(campaign) is no KPI; nearest are "
            + Suggestion.list(Array(nearest)))
      }
      return target.value == nil
        ? UnreadableTarget(message: "targets.csv: the target \(kpi) of campaign \(campaign) has no value") : nil
    }
  }
}
