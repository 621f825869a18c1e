import CampaignFigures
import CampaignModel

extension Retention {
  /// Names every figure that is nil, with its state.
  mutating func addUnknown(_ clock: RetentionClock, hasContents: Bool) {
    if !hasContents {
      unknown.addWithoutContents(["by_first_contact", "partner_retention"])
    }
    if let holdout {
      unknown += holdout.unknown
    } else {
      unknown.append(
        UnknownFigure("holdout", .notConfigured, "contacts.csv says of no contact whether it was held out."))
    }
    if baseline == nil {
      unknown.append(
        UnknownFigure(
          "baseline", .undefined, "Only new contacts have a fair baseline: contacts that came first elsewhere."))
    }
    guard clock.isOver else {
      unknown.append(
        UnknownFigure("retention", .incomplete, "The campaign had not ended when observation stopped."))
      return
    }
    if cohortSize == 0 {
      unknown.append(UnknownFigure("stays", .undefined, "The cohort is empty."))
    }
    let gap = Int(clock.gap / RetentionClock.day)
    if !clock.isGapObserved {
      let reason = "Observation stopped less than \(gap) days (activity_gap_days) after the end."
      let ofBaseline = ["lost", "loss_change", "difference", "log_rank"].map { "baseline.\($0)" }
      for figure in ["lost", "survival"] + (baseline == nil ? [] : ofBaseline) {
        unknown.append(UnknownFigure(figure, .incomplete, reason))
      }
    }
    for day in days {
      let reason = "Observation stopped before it could be known."
      if day.bracket == nil { unknown.append(UnknownFigure("days.\(day.day).bracket", .incomplete, reason)) }
      if day.unbounded == nil { unknown.append(UnknownFigure("days.\(day.day).unbounded", .incomplete, reason)) }
      if day.nthDay == nil { unknown.append(UnknownFigure("days.\(day.day).nth_day", .incomplete, reason)) }
    }
    for activity in partnerRetention where activity.active == nil {
      unknown.append(
        UnknownFigure("partner_retention.\(activity.day)", .incomplete, "Observation stopped before that day."))
    }
    guard let survival else { return }
    if survival.restrictedMean == nil, cohortSize != 0 {
      unknown.append(
        UnknownFigure("survival.rmst", .incomplete, "Observation stopped less than \(gap) days after the last day."))
    }
    if survival.median == nil, cohortSize != 0 {
      unknown.append(UnknownFigure("survival.median", .undefined, "More than half of the cohort did not lapse."))
    }
    addUnknownOfBaseline()
  }

  private mutating func addUnknownOfBaseline() {
    guard let baseline else { return }
    if baseline.lossChange == nil {
      unknown.append(
        UnknownFigure("baseline.loss_change", .undefined, "A cohort is empty, or nobody of the baseline was lost."))
    }
    if baseline.difference == nil {
      unknown.append(UnknownFigure("baseline.difference", .undefined, "A cohort is empty."))
    }
    if baseline.logRank == nil {
      unknown.append(
        UnknownFigure(
          "baseline.log_rank", .undefined, "Fewer than five contacts of a cohort would be expected to fall silent."))
    }
    if baseline.cohortSize == 0 {
      unknown.append(
        UnknownFigure("baseline.lost", .undefined, "Nobody was first touched in the window outside the campaign."))
    }
  }
}
