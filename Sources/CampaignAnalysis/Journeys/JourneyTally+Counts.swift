import CampaignFigures

extension CountDefinition where Counts == JourneyTally {
  /// Every count of journeys.
  static let journeys: [CountDefinition] = [
    .init(JourneyFigures.returning) { tally, _ in tally.returning },
    .init(JourneyFigures.oneTime) { tally, _ in tally.reach - tally.returning },
    .init(JourneyFigures.bounce) { tally, _ in tally.bounced },
    .init(JourneyFigures.visits, .touches) { tally, _ in tally.visits },
    .init(JourneyFigures.uniqueVisits) { tally, _ in tally.uniqueVisits },
    .init(JourneyFigures.npsAnswers, .touches) { tally, _ in tally.answers },
  ]
}
