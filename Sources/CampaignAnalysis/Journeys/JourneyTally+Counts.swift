extension CountDefinition where Counts == JourneyTally {
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
