import CampaignFigures

extension CountDefinition where Counts == AttributionTally {
  /// Every count of attribution.
  static let attribution: [CountDefinition] = [
    .init(AttributionFigures.conversions, .transactions) { tally, _ in tally.conversions },
    .init(AttributionFigures.unattributed, .transactions) { tally, _ in tally.unattributed },
    .init(AttributionFigures.paths, .transactions) { tally, _ in tally.conversions - tally.unattributed },
    .init(AttributionFigures.nullPaths) { tally, _ in tally.nullPaths },
  ]
}
