import CampaignFigures

extension Holdout {
  /// Adds every count with the sums that hold among them: what is left of a group can be had by subtraction.
  func add(to system: inout CountSystem) {
    for (name, share) in [("addressed", \Comparison.addressed), ("held_out", \Comparison.heldOut)] {
      for row in outcomes {
        guard let share = row[keyPath: share] else { continue }
        let group = system.add("holdout.\(name)", share.of)
        let count = system.add("holdout.\(name).\(row.outcome.rawValue)", share.count)
        system.sum(
          group, of: [count, system.add("holdout.\(name).\(row.outcome.rawValue).rest", share.of - share.count)])
      }
    }
    guard let contaminated, let group = system.count(of: "holdout.held_out") else { return }
    system.sum(
      system.add("holdout.held_out", group),
      of: [
        system.add("holdout.contaminated", contaminated), system.add("holdout.kept_away", group - contaminated),
      ])
  }

  /// Takes out what is withheld. With one group's share both are left out of lift and detectable difference.
  ///
  /// - Returns: what was taken out.
  mutating func withhold(_ system: CountSystem) -> [UnknownFigure] {
    var unknown: [UnknownFigure] = []
    if contaminated != nil, system.isWithheldIfCounted("holdout.contaminated") == true {
      contaminated = nil
      unknown.addWithheld("holdout.contaminated", if: true)
    }
    for index in outcomes.indices {
      let outcome = outcomes[index].outcome.rawValue
      func shown(_ share: Proportion?, _ group: String) -> Proportion? {
        system.shown(share, "holdout.\(group).\(outcome)", of: "holdout.\(group)")
      }
      let known = outcomes[index]
      outcomes[index].addressed = shown(known.addressed, "addressed")
      outcomes[index].heldOut = shown(known.heldOut, "held_out")
      guard outcomes[index].addressed != known.addressed || outcomes[index].heldOut != known.heldOut else { continue }
      outcomes[index].lift = nil
      outcomes[index].detectable = nil
      unknown.addWithheld("holdout.\(outcome)", if: true)
    }
    return unknown
  }
}
