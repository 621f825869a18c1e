import CampaignModel

/// What is withheld in one scope: what every section is asked to take out.
package struct Suppression {
  /// The counts of all sections, with those that are withheld.
  let system: CountSystem
  let group: MinimumGroup
  let dataset: Dataset
}
