import CampaignFigures

extension CountDefinition where Counts == RetentionTally {
  /// Every count of contacts of retention.
  static let retention: [CountDefinition] =
    [
      .init(RetentionFigures.cohortSize, isAlwaysKnown: true) { tally, _ in tally.total.cohort },
      .init(RetentionFigures.stays) { tally, _ in tally.total.stays },
      .init(RetentionFigures.carriesOn) { tally, _ in tally.total.carriesOn },
      .init(RetentionFigures.joins) { tally, _ in tally.total.joins },
      .init(RetentionFigures.lost) { tally, _ in tally.total.cohort - tally.total.stays },
      .init(RetentionFigures.bracket, .contacts, .day) { tally, key in tally.bracket[key[0]] },
      .init(RetentionFigures.unbounded, .contacts, .day) { tally, key in tally.unbounded[key[0]] },
      .init(RetentionFigures.nthDay, .contacts, .day) { tally, key in tally.nthDay[key[0]] },
      .init(RetentionFigures.partnerCohort, .contacts, .partner, isAlwaysKnown: true) { tally, key in
        tally.byPartner[key[0]].cohort
      },
      .init(RetentionFigures.partnerStays, .contacts, .partner) { tally, key in tally.byPartner[key[0]].stays },
      .init(RetentionFigures.kept, .contacts, .partner) { tally, key in tally.byPartner[key[0]].kept },
      .init(RetentionFigures.passedOn, .contacts, .partner) { tally, key in
        tally.byPartner[key[0]].stays - tally.byPartner[key[0]].kept
      },
      .init(RetentionFigures.partnerCarriesOn, .contacts, .partner) { tally, key in tally.byPartner[key[0]].carriesOn },
      .init(RetentionFigures.partnerJoins, .contacts, .partner) { tally, key in tally.byPartner[key[0]].joins },
      .init(RetentionFigures.partnerLost, .contacts, .partner) { tally, key in
        tally.byPartner[key[0]].cohort - tally.byPartner[key[0]].stays
      },
      .init(RetentionFigures.classCohort, .contacts, .contactClass, isAlwaysKnown: true) { tally, key in
        tally.byClass[key[0]].cohort
      },
      .init(RetentionFigures.classStays, .contacts, .contactClass) { tally, key in tally.byClass[key[0]].stays },
      .init(RetentionFigures.events, .contacts, .number) { tally, key in tally.lifetimes.events.at(key[0]) },
      .init(RetentionFigures.censored, .contacts, .number) { tally, key in tally.lifetimes.censored.at(key[0]) },
      .init(RetentionFigures.baselineSize, isAlwaysKnown: true) { tally, _ in tally.baseline.cohort },
      .init(RetentionFigures.baselineLost) { tally, _ in tally.baseline.cohort - tally.baseline.stays },
    ] + holdout

  /// Every count of the draw by lot.
  private static let holdout: [CountDefinition] =
    [
      .init(RetentionFigures.addressed, suppressedAs: RetentionFigures.addressed.count.whole, isAlwaysKnown: true) {
        tally, _ in tally.holdout?.addressed.contacts ?? 0
      },
      .init(RetentionFigures.heldOut, suppressedAs: RetentionFigures.heldOut.count.whole, isAlwaysKnown: true) {
        tally, _ in tally.holdout?.heldOut.contacts ?? 0
      },
      .init(RetentionFigures.contaminated, isAlwaysKnown: true) { tally, _ in tally.holdout?.contaminated ?? 0 },
    ]
    + Holdout.Outcome.allCases.enumerated().flatMap { index, outcome in
      [
        CountDefinition(RetentionFigures.addressed, row: outcome.rawValue, isAlwaysKnown: outcome == .customer) {
          tally, _ in tally.holdout?.addressed.outcomes[index] ?? 0
        },
        CountDefinition(RetentionFigures.heldOut, row: outcome.rawValue, isAlwaysKnown: outcome == .customer) {
          tally, _ in tally.holdout?.heldOut.outcomes[index] ?? 0
        },
      ]
    }
}
