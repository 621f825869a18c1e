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
          RetentionFigures.holdout, .notConfigured,
          LocalizedText(
            "contacts.csv says of no contact whether it was held out.",
            "contacts.csv sagt von keinem Kontakt, ob er ferngehalten wurde.")))
    }
    if baseline == nil {
      unknown.append(
        UnknownFigure(
          RetentionFigures.baseline, .undefined,
          LocalizedText(
            "Only new contacts have a fair baseline: contacts that came first elsewhere.",
            "Nur neue Kontakte haben eine faire Vergleichskohorte: Kontakte, die anderswo zuerst kamen.")))
    }
    guard clock.isOver else {
      unknown.append(
        UnknownFigure(Section.retention, .incomplete, .campaignNotOver))
      return
    }
    if cohortSize == 0 {
      unknown.append(
        UnknownFigure(
          RetentionFigures.stays, .undefined, LocalizedText("The cohort is empty.", "Die Kohorte ist leer.")))
    }
    let gap = Int(clock.gap / RetentionClock.day)
    if !clock.isGapObserved {
      let reason = LocalizedText(
        "Observation stopped less than %1 days (activity_gap_days) after the end.",
        "Die Beobachtung endete weniger als %1 Tage (activity_gap_days) nach dem Ende."
      ).filled(["\(gap)"])
      let ofBaseline: [any CatalogEntry] = [
        RetentionFigures.baselineLost, RetentionFigures.lossChange, RetentionFigures.difference,
        RetentionFigures.logRank,
      ]
      for entry in [RetentionFigures.lost, RetentionFigures.survival] + (baseline == nil ? [] : ofBaseline) {
        unknown.append(UnknownFigure(entry, .incomplete, reason))
      }
    }
    for day in days {
      let reason = LocalizedText(
        "Observation stopped before it could be known.", "Die Beobachtung endete, ehe sie bekannt sein konnte.")
      for figure in [RetentionFigures.bracket, RetentionFigures.unbounded, RetentionFigures.nthDay]
      where figure.value(day) == nil {
        unknown.append(UnknownFigure(figure, row: day.day, .incomplete, reason))
      }
    }
    for activity in partnerRetention where activity.active == nil {
      unknown.append(
        UnknownFigure(
          RetentionFigures.partnerRetention, row: activity.day, .incomplete,
          LocalizedText("Observation stopped before that day.", "Die Beobachtung endete vor diesem Tag.")))
    }
    guard let survival else { return }
    if survival.restrictedMean == nil, cohortSize != 0 {
      unknown.append(
        UnknownFigure(
          RetentionFigures.restrictedMean, .incomplete, .notObserved(after: gap)))
    }
    if survival.median == nil, cohortSize != 0 {
      unknown.append(UnknownFigure(RetentionFigures.median, .undefined, .halfDidNotLapse))
    }
    addUnknownOfBaseline()
  }

  private mutating func addUnknownOfBaseline() {
    guard let baseline else { return }
    if baseline.lossChange == nil {
      unknown.append(
        UnknownFigure(
          RetentionFigures.lossChange, .undefined,
          LocalizedText(
            "A cohort is empty, or nobody of the baseline was lost.",
            "Eine Kohorte ist leer, oder niemand der Vergleichskohorte ging verloren.")))
    }
    if baseline.difference == nil {
      unknown.append(
        UnknownFigure(
          RetentionFigures.difference, .undefined, LocalizedText("A cohort is empty.", "Eine Kohorte ist leer.")))
    }
    if baseline.logRank == nil {
      unknown.append(
        UnknownFigure(
          RetentionFigures.logRank, .undefined,
          LocalizedText(
            "Fewer than five contacts of a cohort would be expected to fall silent.",
            "Weniger als fünf Kontakte einer Kohorte müssten verstummen.")))
    }
    if baseline.cohortSize == 0 {
      unknown.append(
        UnknownFigure(
          RetentionFigures.baselineLost, .undefined,
          LocalizedText(
            "Nobody was first touched in the window outside the campaign.",
            "Niemand wurde im Fenster zuerst außerhalb der Kampagne berührt.")))
    }
  }
}
