// Tallies of section 4 and 5 count only contacts with a touch in T(K).

extension FunnelTally: ContactTally {
  mutating func addWhole(_ history: borrowing ContactHistory, _ campaignTest: ScopeTest) {
    if !history.members.isEmpty { add(history) }
  }
}

extension JourneyTally: ContactTally {
  mutating func addWhole(_ history: borrowing ContactHistory, _ campaignTest: ScopeTest) {
    if !history.members.isEmpty { add(history) }
  }
}

extension EngagementTally: ContactTally {
  mutating func addWhole(_ history: borrowing ContactHistory, _ campaignTest: ScopeTest) {
    if !history.members.isEmpty { add(history) }
  }
}

extension PartnershipTally: ContactTally {
  mutating func addWhole(_ history: borrowing ContactHistory, _ campaignTest: ScopeTest) {
    if !history.members.isEmpty { add(history) }
  }
}

extension AttributionTally: ContactTally {
  mutating func addWhole(_ history: borrowing ContactHistory, _ campaignTest: ScopeTest) {
    if !history.members.isEmpty { add(history) }
  }
}

extension CountDefinition where Tally == FunnelTally {
  /// Every count of the whole funnel.
  static let funnel: [CountDefinition] = [
    .init("visitors") { tally, _ in tally.counts[tally.total].visitors },
    .init("leads") { tally, _ in tally.counts[tally.total].leads },
    .init("customers") { tally, _ in tally.counts[tally.total].customers },
    .init("lead_to_customer") { tally, _ in tally.counts[tally.total].leadCustomers },
    .init("cost_coverage", .touches) { tally, _ in tally.counts[tally.total].costedTouches },
  ]
}

extension CountDefinition where Tally == JourneyTally {
  /// Every count of journeys.
  static let journeys: [CountDefinition] = [
    .init("returning") { tally, _ in tally.returning },
    .init("one_time") { tally, _ in tally.reach - tally.returning },
    .init("bounce") { tally, _ in tally.bounced },
    .init("visits", .touches) { tally, _ in tally.visits },
    .init("unique_visits") { tally, _ in tally.uniqueVisits },
    .init("nps_answers", .touches) { tally, _ in tally.answers },
  ]
}

extension CountDefinition where Tally == PartnershipTally {
  /// Every count of contacts between two partners; the first of the pair gives.
  static let partnerships: [CountDefinition] = [
    .init("given", .contacts, .pair) { tally, key in tally.given(key[0], about: key[1]) },
    .init("shared_contacts", .contacts, .pair) { tally, key in
      tally.shares.knownNumber(min(key[0], key[1]), max(key[0], key[1])).map { tally.shared[$0] } ?? 0
    },
  ]
}

extension CountDefinition where Tally == AttributionTally {
  /// Every count of attribution.
  static let attribution: [CountDefinition] = [
    .init("conversions", .touches) { tally, _ in tally.conversions },
    .init("unattributed", .touches) { tally, _ in tally.unattributed },
    .init("paths", .touches) { tally, _ in tally.conversions - tally.unattributed },
    .init("null_paths") { tally, _ in tally.nullPaths },
  ]
}

extension CountDefinition where Tally == EngagementTally {
  /// The count of touches that section 4 makes.
  static func cooperation(isInteraction: [Bool]) -> [CountDefinition] {
    [
      .init("interactions", .touches) { tally, _ in
        isInteraction.indices.reduce(0) { $0 + (isInteraction[$1] ? tally.touchesByKind[$1] : 0) }
      }
    ]
  }
}
