extension CountDefinition where Counts == RetentionTally {
  /// Every count of contacts of retention.
  static let retention: [CountDefinition] =
    [
      .init("cohort_size", isAlwaysKnown: true) { tally, _ in tally.total.cohort },
      .init("stays") { tally, _ in tally.total.stays },
      .init("carries_on") { tally, _ in tally.total.carriesOn },
      .init("joins") { tally, _ in tally.total.joins },
      .init("lost") { tally, _ in tally.total.cohort - tally.total.stays },
      .init("days.bracket", .contacts, .day) { tally, key in tally.bracket[key[0]] },
      .init("days.unbounded", .contacts, .day) { tally, key in tally.unbounded[key[0]] },
      .init("days.nth_day", .contacts, .day) { tally, key in tally.nthDay[key[0]] },
      .init("by_partner", .contacts, .partner, isAlwaysKnown: true) { tally, key in tally.byPartner[key[0]].cohort },
      .init("by_partner.stays", .contacts, .partner) { tally, key in tally.byPartner[key[0]].stays },
      .init("by_partner.kept", .contacts, .partner) { tally, key in tally.byPartner[key[0]].kept },
      .init("by_partner.passed_on", .contacts, .partner) { tally, key in
        tally.byPartner[key[0]].stays - tally.byPartner[key[0]].kept
      },
      .init("by_partner.carries_on", .contacts, .partner) { tally, key in tally.byPartner[key[0]].carriesOn },
      .init("by_partner.joins", .contacts, .partner) { tally, key in tally.byPartner[key[0]].joins },
      .init("by_partner.lost", .contacts, .partner) { tally, key in
        tally.byPartner[key[0]].cohort - tally.byPartner[key[0]].stays
      },
      .init("by_first_contact", .contacts, .contactClass, isAlwaysKnown: true) { tally, key in
        tally.byClass[key[0]].cohort
      },
      .init("by_first_contact.stays", .contacts, .contactClass) { tally, key in tally.byClass[key[0]].stays },
      .init("survival.events", .contacts, .number) { tally, key in tally.lifetimes.events.at(key[0]) },
      .init("survival.censored", .contacts, .number) { tally, key in tally.lifetimes.censored.at(key[0]) },
      .init("baseline.cohort_size", isAlwaysKnown: true) { tally, _ in tally.baseline.cohort },
      .init("baseline.lost") { tally, _ in tally.baseline.cohort - tally.baseline.stays },
    ] + holdout

  /// Every count of the draw by lot.
  private static let holdout: [CountDefinition] =
    [
      .init("holdout.addressed", isAlwaysKnown: true) { tally, _ in tally.holdout?.addressed.contacts ?? 0 },
      .init("holdout.held_out", isAlwaysKnown: true) { tally, _ in tally.holdout?.heldOut.contacts ?? 0 },
      .init("holdout.contaminated", isAlwaysKnown: true) { tally, _ in tally.holdout?.contaminated ?? 0 },
    ]
    + Holdout.Outcome.allCases.enumerated().flatMap { index, outcome in
      [
        CountDefinition("holdout.addressed.\(outcome.rawValue)", isAlwaysKnown: outcome == .customer) { tally, _ in
          tally.holdout?.addressed.outcomes[index] ?? 0
        },
        CountDefinition("holdout.held_out.\(outcome.rawValue)", isAlwaysKnown: outcome == .customer) { tally, _ in
          tally.holdout?.heldOut.outcomes[index] ?? 0
        },
      ]
    }
}
