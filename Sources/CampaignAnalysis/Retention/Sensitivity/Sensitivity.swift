public import CampaignFigures
import CampaignModel

/// How far the figures of retention depend on what was assumed: the activity gap, and how much history there is
/// (<doc:Metrics#Sensitivity>).
public struct Sensitivity: Hashable, Sendable {
  /// Retention at one activity gap.
  public struct Gap: Hashable, Sendable {
    /// In days.
    public var days: Int
    /// Whether it is the dataset's setting.
    public var isSetting: Bool
    /// With an after-touch, whatever the gap.
    public var stays: Proportion?
    /// How long contacts stay; nil where observation stopped before a silence so long could be seen.
    public var survival: Retention.Survival?
    /// Of the log-rank test against the baseline cohort.
    public var p: Double?
  }

  /// The gaps that are tried beside the dataset's own, in days.
  public static let standardGaps = [14, 30, 60, 90]

  public var newContacts: Int?
  /// Contacts that would be new if the first half of the history were not known; nil where there is no history.
  public var newContactsAtHalfHistory: Int?
  /// Shortest first.
  public var gaps: [Gap]
  /// What is not known.
  var unknown: [UnknownFigure]
}

extension Sensitivity {
  /// - Parameter stays: the same at every gap.
  init(_ tally: SensitivityTally, stays: Proportion?, options: RetentionOptions, settings: Settings) {
    newContacts = tally.newContacts
    newContactsAtHalfHistory = tally.middleOfHistory == nil ? nil : tally.newContactsAtHalfHistory
    unknown = []
    if newContactsAtHalfHistory == nil {
      unknown.append(
        UnknownFigure(
          SensitivityFigures.halfHistory, .undefined,
          LocalizedText("The log has no touches before the start.", "Das Log hat keine Berührungen vor dem Beginn.")))
    }
    gaps = []
    for counted in tally.gaps {
      var gap = Gap(days: counted.days, isSetting: counted.days == settings.activityGapDays, stays: stays)
      gap.survival = Retention.survival(counted.lifetimes, counted.clock, horizon: options.days.last ?? 0)
      if options.cohort == .new, counted.clock.isGapObserved {
        gap.p = LogRank(counted.lifetimes, counted.baselineLifetimes).flatMap { $0.isReliable ? $0.p : nil }
      }
      gaps.append(gap)
      addUnknown(of: gap)
    }
  }

  private mutating func addUnknown(of gap: Gap) {
    func add(_ figure: Figure<Gap>, _ state: UnknownFigure.State, _ reason: LocalizedText) {
      unknown.append(UnknownFigure("\(SensitivityFigures.gaps.path).\(gap.days).\(figure.key)", state, reason))
    }
    guard let survival = gap.survival else {
      let reason = LocalizedText(
        "Observation stopped less than %1 days after the end.",
        "Die Beobachtung endete weniger als %1 Tage nach dem Ende."
      ).filled(["\(gap.days)"])
      for figure in [SensitivityFigures.median, SensitivityFigures.restrictedMean, SensitivityFigures.p] {
        add(figure, .incomplete, reason)
      }
      return
    }
    if survival.median == nil {
      add(SensitivityFigures.median, .undefined, .halfDidNotLapse)
    }
    if survival.restrictedMean == nil {
      add(
        SensitivityFigures.restrictedMean, .incomplete,
        .notObserved(after: gap.days))
    }
    if gap.p == nil {
      add(
        SensitivityFigures.p, .undefined,
        LocalizedText(
          "There is no fair baseline, or fewer than five contacts of a cohort would be expected to fall silent.",
          "Es gibt keine faire Vergleichskohorte, oder weniger als fünf Kontakte einer Kohorte müssten verstummen."))
    }
  }
}
