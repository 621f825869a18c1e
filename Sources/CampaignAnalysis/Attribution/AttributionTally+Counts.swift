extension CountDefinition where Counts == AttributionTally {
  /// Every count of attribution.
  static let attribution: [CountDefinition] = [
    .init("conversions", .transactions) { tally, _ in tally.conversions },
    .init("unattributed", .transactions) { tally, _ in tally.unattributed },
    .init("paths", .transactions) { tally, _ in tally.conversions - tally.unattributed },
    .init("null_paths") { tally, _ in tally.nullPaths },
  ]
}
