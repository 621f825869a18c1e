package import CampaignFigures

/// How long contacts stay, and how they compare with those won elsewhere.
extension RetentionFigures {
  package static let survival = FigureObject<Retention, Retention.Survival>(
    "survival", of: { $0.survival }, survivalMembers)
  private static let survivalMembers: [FigureMember<Retention.Survival>] = [
    .figure(survivalMedian), .figure(survivalMean), .list(curve),
  ]
  package static let median = survivalMedian.within { (retention: Retention) in retention.survival }
  package static let restrictedMean = survivalMean.within { (retention: Retention) in retention.survival }
    .meaning {
      LocalizedText(
        "Within the first %1 days (restricted mean).", "In den ersten %1 Tagen (eingeschränktes Mittel)."
      ).filled(["\($0.options.days.last ?? 0)"])
    }
  private static let survivalMedian = Figure<Retention.Survival>(
    "survival.median", ("Median stay in days", "Median des Verbleibs in Tagen"),
    ("After so many days half have fallen silent.", "Nach so vielen Tagen ist die Hälfte verstummt."),
    count: \.median
  ).ends { ($0.medianLow.map(Double.init), $0.medianHigh.map(Double.init)) }
  private static let survivalMean = Figure<Retention.Survival>(
    "survival.rmst", ("Mean stay in days", "Mittlerer Verbleib in Tagen"), number: \.restrictedMean
  ).ends { ($0.restrictedMeanInterval?.low, $0.restrictedMeanInterval?.high) }

  private static let curveTitle: Texts = ("How long they stay", "Wie lange sie bleiben")
  private static let curveNote: Texts = (
    "Share of the cohort still active so many days after the end.",
    "Anteil der Kohorte, der so viele Tage nach dem Ende noch aktiv ist."
  )
  private static let curve = FigureList<Retention.Survival, [KaplanMeier.Step]>(
    "survival.curve", curveTitle, curveNote, isCourse: true, rows: { $0.curve.steps },
    steps.map { .figure($0) } + [
      .figure(Figure("survival.curve.low", Interval.title, unit: .fraction) { .fraction($0.low) }),
      .figure(Figure("survival.curve.high", Interval.title, unit: .fraction) { .fraction($0.high) }),
    ])
  private static let steps: [Figure<KaplanMeier.Step>] = [
    .day("survival.curve.day") { $0.time },
    Figure("survival.curve.at_risk", ("At risk", "Unter Beobachtung"), unit: .count) { .count($0.atRisk) },
    events, censored,
    Figure("survival.curve.survival", ("Still active", "Noch aktiv"), unit: .fraction) { .fraction($0.survival) },
  ]
  static let events = Figure<KaplanMeier.Step>(
    "survival.curve.events", ("Fell silent", "Verstummt"), unit: .count
  ) { .count($0.events) }.listed("survival.events")
  static let censored = Figure<KaplanMeier.Step>(
    "survival.curve.censored", ("Out of sight", "Aus dem Blick"), unit: .count
  ) { .count($0.censored) }.listed("survival.censored")
  private static let stepColumns =
    steps + [Figure("survival.curve.interval", Interval.title, unit: .interval) { .interval($0.low, $0.high) }]

  /// The curve of the cohort as a table.
  static let survivalCurve = FigureList<Retention, [KaplanMeier.Step]>(
    "survival", curveTitle, curveNote, isCourse: true, rows: { $0.survival?.curve.steps }, [], columns: stepColumns)
  /// The curve of the baseline as a table.
  package static let baselineCurve = FigureList<Retention, [KaplanMeier.Step]>(
    "baseline.survival", ("How long the baseline stays", "Wie lange die Vergleichskohorte bleibt"),
    (
      "Share of the contacts won elsewhere still active so many days after the end.",
      "Anteil der anderswo gewonnenen Kontakte, der so viele Tage nach dem Ende noch aktiv ist."
    ), isCourse: true, rows: { $0.baseline?.survival?.curve.steps }, [], columns: stepColumns)

  package static let baseline = FigureObject<Retention, Retention.Baseline>(
    "baseline", of: { $0.baseline },
    [
      .figure(baselineSize), .figure(baselineLost), .figure(lossChange), .figure(difference),
      .object(logRank),
      .object(baselineSurvival),
    ])
  package static let baselineSurvival = FigureObject<Retention.Baseline, Retention.Survival>(
    "baseline.survival", of: { $0.survival }, survivalMembers)
  package static let baselineSize = Figure<Retention.Baseline>(
    "baseline.cohort_size", ("Baseline cohort", "Vergleichskohorte"),
    (
      "Contacts first touched in the same window outside of the campaign, whatever came later.",
      "Im selben Zeitraum außerhalb der Kampagne erstmals berührte Kontakte, was immer danach kam."
    ), count: \.cohortSize)
  package static let baselineLost = Figure<Retention.Baseline>(
    "baseline.lost", ("Lost", "Verloren"),
    (
      "Of the baseline, without an interaction after the end.", "Von den verglichenen, ohne Interaktion nach dem Ende."
    ), share: \.lost)
  package static let lossChange = Figure<Retention.Baseline>(
    "baseline.loss_change", ("Lost less than the baseline", "Weniger verloren als der Vergleich"),
    (
      "How much smaller the cohort's loss is, relative to the baseline's: a comparison, no effect.",
      "Um wie viel kleiner der Verlust der Kohorte ist, relativ zum Vergleich: ein Unterschied, keine Wirkung."
    ), fraction: \.lossChange)
  package static let difference = Figure<Retention.Baseline>(
    "baseline.difference", ("Difference of loss rates", "Differenz der Verlustraten"),
    ("The cohort's minus the baseline's.", "Die der Kohorte minus die des Vergleichs."), difference: \.difference)
  package static let logRank = FigureObject<Retention.Baseline, LogRank>(
    "baseline.log_rank", isInline: true, of: { $0.logRank },
    [
      .figure(testChiSquared),
      .figure(
        Figure("baseline.log_rank.degrees_of_freedom", ("Degrees of freedom", "Freiheitsgrade"), unit: .count) {
          .count($0.degreesOfFreedom)
        }), .figure(testChance),
    ])
  package static let chiSquared = testChiSquared.within { (retention: Retention) in retention.baseline?.logRank }
  package static let chance = testChance.within { (retention: Retention) in retention.baseline?.logRank }
  package static let lossChangeOfCohort = lossChange.within { (retention: Retention) in retention.baseline }
  /// The figures of the baseline as rows of a table.
  static let baselineFigures = [
    baselineSize.within { (retention: Retention) in retention.baseline },
    baselineLost.within { (retention: Retention) in retention.baseline },
    lossChangeOfCohort,
    difference.within { (retention: Retention) in retention.baseline },
    chiSquared, chance,
  ]
  private static let testChiSquared = Figure<LogRank>(
    "baseline.log_rank.chi_squared", ("Log-rank χ²", "Log-Rank χ²"),
    ("Test of whether both fall silent at the same pace.", "Test, ob beide gleich schnell verstummen."), unit: .ratio
  ) { .number($0.chiSquared) }
  static let chanceTitle: Texts = ("Probability by chance", "Wahrscheinlichkeit durch Zufall")
  private static let testChance = Figure<LogRank>(
    "baseline.log_rank.p", chanceTitle,
    (
      "Of a difference at least this large if there were none.",
      "Eines mindestens so großen Unterschieds, wenn es keinen gäbe."
    ), unit: .fraction
  ) { .fraction($0.p) }
}
