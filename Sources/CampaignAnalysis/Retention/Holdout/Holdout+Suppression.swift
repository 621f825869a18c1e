import CampaignFigures

extension Holdout {
  /// Adds every count with the sums that hold among them: what is left of a group can be had by subtraction.
  func add(to system: inout CountSystem) {
    for figure in [RetentionFigures.addressed, RetentionFigures.heldOut] {
      for row in outcomes {
        guard case .share(let share)? = figure.value(row) else { continue }
        let group = system.add(figure.count.whole, share.of)
        let name = figure.count[row.outcome.rawValue]
        system.sum(group, of: [system.add(name, share.count), system.add(name.rest, share.of - share.count)])
      }
    }
    let heldOut = RetentionFigures.heldOut.count.whole
    guard let contaminated, let group = system.count(of: heldOut) else { return }
    let name = RetentionFigures.contaminated.count
    system.sum(
      system.add(heldOut, group), of: [system.add(name, contaminated), system.add(name.rest, group - contaminated)])
  }

  /// Takes out what is withheld. With one group's share both are left out of lift and detectable difference.
  ///
  /// - Returns: what was taken out.
  mutating func withhold(_ system: CountSystem) -> [UnknownFigure] {
    var unknown: [UnknownFigure] = []
    if contaminated != nil, system.isWithheldIfCounted(RetentionFigures.contaminated.count) == true {
      contaminated = nil
      unknown.addWithheld(RetentionFigures.contaminated, if: true)
    }
    for index in outcomes.indices {
      let known = outcomes[index]
      func shown(_ share: Proportion?, _ figure: Figure<Comparison>) -> Proportion? {
        system.shown(share, figure.count[known.outcome.rawValue], of: figure.count.whole)
      }
      outcomes[index].addressed = shown(known.addressed, RetentionFigures.addressed)
      outcomes[index].heldOut = shown(known.heldOut, RetentionFigures.heldOut)
      guard outcomes[index].addressed != known.addressed || outcomes[index].heldOut != known.heldOut else { continue }
      outcomes[index].lift = nil
      outcomes[index].detectable = nil
      unknown.addWithheld(named: known.outcome.path, if: true)
    }
    return unknown
  }
}
