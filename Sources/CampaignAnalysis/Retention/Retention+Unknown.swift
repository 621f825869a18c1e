import CampaignFigures
import CampaignModel

extension Retention {
  /// Names every figure that is nil, with its state.
  mutating func addUnknown(_ clock: RetentionClock, hasContents: Bool) {
    if !hasContents {
      unknown.addWithoutContents([RetentionFigures.byFirstContact, RetentionFigures.partnerRetention])
    }
    if let sensitivity { unknown += sensitivity.unknown }
    if let holdout {
      unknown += holdout.unknown
    } else {
      unknown.append(
        UnknownFigure(
          RetentionFigures.holdout, .notConfigured, "contacts.csv says of no contact whether it was held out."))
    }
    if baseline == nil {
      unknown.append(
        UnknownFigure(
          RetentionFigures.baseline, .undefined,
          "Only new contacts have a fair baseline: contacts that came first elsewhere."))
    }
    guard clock.isOver else {
      unknown.append(
        UnknownFigure(Section.retention, .incomplete, "The campaign had not ended when observation stopped."))
      return
    }
    if cohortSize == 0 {
      unknown.append(UnknownFigure(RetentionFigures.stays, .undefined, "The cohort is empty."))
    }
    let gap = Int(clock.gap / RetentionClock.day)
    if !clock.isGapObserved {
      let reason = "Observation stopped less than \(gap) days (activity_gap_days) after the end."
      let ofBaseline: [any CatalogEntry] = [
        RetentionFigures.baselineLost, RetentionFigures.lossChange, RetentionFigures.difference,
        RetentionFigures.logRank,
      ]
      for entry in [RetentionFigures.lost, RetentionFigures.survival] + (baseline == nil ? [] : ofBaseline) {
        unknown.append(UnknownFigure(entry, .incomplete, reason))
      }
    }
    for day in days {
      let reason = "Observation stopped before it could be known."
      for figure in [RetentionFigures.bracket, RetentionFigures.unbounded, RetentionFigures.nthDay]
      where figure.value(day) == nil {
        unknown.append(UnknownFigure(figure, row: day.day, .incomplete, reason))
      }
    }
    for activity in partnerRetention where activity.active == nil {
      unknown.append(
        UnknownFigure(
          RetentionFigures.partnerRetention, row: activity.day, .incomplete, "Observation stopped before that day."))
    }
    guard let survival else { return }
    if survival.restrictedMean == nil, cohortSize != 0 {
      unknown.append(
        UnknownFigure(
          RetentionFigures.restrictedMean, .incomplete, "Observation stopped less than \(gap) days after the last day.")
      )
    }
    if survival.median == nil, cohortSize != 0 {
      unknown.append(UnknownFigure(RetentionFigures.median, .undefined, "More than half of the cohort did not lapse."))
    }
    addUnknownOfBaseline()
  }

  private mutating func addUnknownOfBaseline() {
    guard let baseline else { return }
    if baseline.lossChange == nil {
      unknown.append(
        UnknownFigure(RetentionFigures.lossChange, .undefined, "A cohort is empty, or nobody of the baseline was lost.")
      )
    }
    if baseline.difference == nil {
      unknown.append(UnknownFigure(RetentionFigures.difference, .undefined, "A cohort is empty."))
    }
    if baseline.logRank == nil {
      unknown.append(
        UnknownFigure(
          RetentionFigures.logRank, .undefined, "Fewer than five contacts of a cohort would be expected to fall silent."
        ))
    }
    if baseline.cohortSize == 0 {
      unknown.append(
        UnknownFigure(
          RetentionFigures.baselineLost, .undefined, "Nobody was first touched in the window outside the campaign."))
    }
  }
}
