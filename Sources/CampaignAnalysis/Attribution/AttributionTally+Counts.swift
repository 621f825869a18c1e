extension CountDefinition where Counts == AttributionTally {
  /// Every count of attribution.
  static let attribution: [CountDefinition] = [
    .init("conversions", .touches) { tally, _ in tally.conversions },
    .init("unattributed", .touches) { tally, _ in tally.unattributed },
    .init("paths", .touches) { tally, _ in tally.conversions - tally.unattributed },
    .init("null_paths") { tally, _ in tally.nullPaths },
  ]
}
