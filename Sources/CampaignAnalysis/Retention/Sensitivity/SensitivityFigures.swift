package import CampaignFigures

/// The catalog of how far retention depends on what was assumed (<doc:Metrics#Sensitivity>).
package enum SensitivityFigures {
  package static let newContacts = Figure<Sensitivity>(
    "sensitivity.new_contacts", TouchpointFigures.newContactsTitle,
    ("With all history there is.", "Mit der ganzen Vorgeschichte."), count: \.newContacts)
  package static let halfHistory = Figure<Sensitivity>(
    "sensitivity.new_contacts_half_history", ("New with half the history", "Neu bei halber Vorgeschichte"),
    (
      "Contacts that would count as new if the first half of the history were not known.",
      "Kontakte, die als neu gälten, wäre die erste Hälfte der Vorgeschichte nicht bekannt."
    ), count: \.newContactsAtHalfHistory)

  static let days = Figure<Sensitivity.Gap>(
    "sensitivity.gaps.activity_gap_days", ("Activity gap in days", "Aktivitätslücke in Tagen"), unit: .count
  ) { .count($0.days) }.subject
  static let isSetting = Figure<Sensitivity.Gap>(
    "sensitivity.gaps.setting", ("As set", "Wie eingestellt"), unit: .flag
  ) { .flag($0.isSetting) }
  package static let stays = Figure<Sensitivity.Gap>(
    "sensitivity.gaps.stays", like: RetentionFigures.stays, share: \.stays)
  package static let median = Figure<Sensitivity.Gap>(
    "sensitivity.gaps.median", like: RetentionFigures.median
  ) { ($0.survival?.median).map { .count($0) } }.ends { gap in
    (gap.survival?.medianLow.map(Double.init), gap.survival?.medianHigh.map(Double.init))
  }
  package static let restrictedMean = Figure<Sensitivity.Gap>(
    "sensitivity.gaps.rmst", like: RetentionFigures.restrictedMean
  ) { ($0.survival?.restrictedMean).map { .number($0) } }.ends { gap in
    (gap.survival?.restrictedMeanInterval?.low, gap.survival?.restrictedMeanInterval?.high)
  }
  package static let p = Figure<Sensitivity.Gap>(
    "sensitivity.gaps.p", RetentionFigures.chanceTitle, fraction: \.p)

  /// Nothing unless it is asked for.
  static let sensitivity = FigureObject<Retention, Sensitivity>(
    "sensitivity", of: { $0.sensitivity }, [.figure(newContacts), .figure(halfHistory), .list(rows)])
  private static let rows = FigureList<Sensitivity, [Sensitivity.Gap]>(
    gaps.path, title: { _ in title }, notes: { _ in [Sentence(note)] }, rows: { $0.gaps },
    gapFigures.map { .figure($0) })
  private static let gapFigures = [days, isSetting, stays, median, restrictedMean, p]

  /// The same as a table.
  static let gaps = FigureList<Retention, [Sensitivity.Gap]>(
    "sensitivity.gaps", title: { _ in title },
    notes: { retention in
      let basis = Sentence(note)
      guard let sensitivity = retention.sensitivity, let new = sensitivity.newContacts,
        let half = sensitivity.newContactsAtHalfHistory
      else { return [basis] }
      return [
        basis,
        Sentence(
          LocalizedText(
            "%1 contacts are new; with half the history it would be %2.",
            "%1 Kontakte sind neu; bei halber Vorgeschichte wären es %2."),
          [.value(.count(new)), .value(.count(half))]),
      ]
    }, table: { _ in "sensitivity" }, rows: { $0.sensitivity?.gaps }, [], columns: { _ in gapFigures })
  private static let title = LocalizedText("Other activity gaps", "Andere Aktivitätslücken")
  private static let note = LocalizedText(
    "How long contacts stay if so many days of silence count as the end, and whether they differ from the baseline.",
    "Wie lange Kontakte bleiben, wenn so viele stille Tage als Ende gelten, und ob sie sich vom Vergleich unterscheiden."
  )
}
