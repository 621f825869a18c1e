public import CampaignFigures

/// What became of contacts that a campaign could address, and of those of the same draw by lot that it was kept away
/// from (<doc:Metrics#Holdout>).
///
/// The lot made the two groups, so that a difference beyond chance is the campaign's doing: only these figures may be
/// called incremental.
public struct Holdout: Hashable, Sendable {
  /// What is compared.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// With a purchase, booking, donation or subscription from the start to the last day that counts, in any channel.
    case customer
    /// With an after-touch.
    case stays
    /// With after-touches in channels of two owners or more.
    case joins
  }

  /// One outcome in both groups.
  public struct Comparison: Hashable, Sendable {
    public var outcome: Outcome
    /// Of the contacts that could be addressed, touched or not.
    public var addressed: Proportion?
    /// Of the contacts that were held out, touched or not.
    public var heldOut: Proportion?
    /// Rate of the addressed − rate of those held out; nil where a group is empty.
    public var lift: RateDifference?
    /// The smallest true difference of rates that groups of this size find in four of five draws; nil where nobody or
    /// everybody has the outcome.
    public var detectable: Double?
  }

  /// Held-out contacts with a touch in T(K): whom the campaign was not kept away from after all.
  public var contaminated: Int?
  /// By ``Outcome``, in its order.
  public var outcomes: [Comparison]
}

extension Holdout.Comparison {
  /// An outcome that is not known yet.
  init(unknown outcome: Holdout.Outcome) { self.outcome = outcome }

  init(_ outcome: Holdout.Outcome, addressed: Proportion, heldOut: Proportion) {
    self.outcome = outcome
    self.addressed = addressed
    self.heldOut = heldOut
    lift = RateDifference(addressed, minus: heldOut)
    detectable = Holdout.Comparison.detectable(addressed, heldOut)
  }

  /// 2.8 √(p (1 − p) (1/n₁ + 1/n₀)), p being the share in both groups together: 2.8 = 1.96 + 0.84, for 5 % and 80 %.
  ///
  /// Reference: A. Gelman and J. Hill, "Data Analysis Using Regression and Multilevel/Hierarchical Models" (2007),
  /// section 20.2.
  private static func detectable(_ first: Proportion, _ second: Proportion) -> Double? {
    let (count, whole) = (first.count + second.count, first.of + second.of)
    guard first.of > 0, second.of > 0, count > 0, count < whole else { return nil }
    let share = Double(count) / Double(whole)
    return 2.8 * (share * (1 - share) * (1 / Double(first.of) + 1 / Double(second.of))).squareRoot()
  }
}

extension Holdout {
  /// Turns the counts of a scan into figures.
  init(_ tally: HoldoutTally, _ clock: RetentionClock) {
    contaminated = tally.contaminated
    outcomes = Outcome.allCases.enumerated().map { index, outcome in
      guard outcome == .customer || clock.isOver else { return Comparison(unknown: outcome) }
      return Comparison(
        outcome, addressed: Proportion(tally.addressed.outcomes[index], of: tally.addressed.contacts),
        heldOut: Proportion(tally.heldOut.outcomes[index], of: tally.heldOut.contacts))
    }
  }

  /// The figures that are nil, with their states.
  var unknown: [UnknownFigure] {
    outcomes.flatMap { row in
      let name = row.outcome.path
      guard row.addressed != nil else {
        return [UnknownFigure(name, .incomplete, .campaignNotOver)]
      }
      var unknown: [UnknownFigure] = []
      if row.lift == nil {
        unknown.append(
          UnknownFigure(
            "\(name).\(RetentionFigures.lift.key)", .undefined,
            LocalizedText("One of the two groups is empty.", "Eine der beiden Gruppen ist leer.")))
      }
      if row.detectable == nil {
        unknown.append(
          UnknownFigure(
            "\(name).\(RetentionFigures.detectable.key)", .undefined,
            LocalizedText(
              "One of the two groups is empty, or all or none have the outcome.",
              "Eine der beiden Gruppen ist leer, oder alle oder keine haben das Ergebnis.")))
      }
      return unknown
    }
  }
}
