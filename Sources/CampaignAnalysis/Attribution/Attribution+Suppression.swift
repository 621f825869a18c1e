package import CampaignModel

extension Attribution {
  /// Adds the count of contacts; conversions and paths are counts of touches.
  package func add(to system: inout CountSystem, in dataset: Dataset) { system.add("null_paths", nullPaths ?? 0) }

  /// Takes out what is withheld.
  package mutating func withhold(_ suppression: Suppression) {
    let system = suppression.system
    nullPaths = system.shown(nullPaths, "null_paths")
    unknown.addWithheld("null_paths", if: nullPaths == nil)
  }
}
