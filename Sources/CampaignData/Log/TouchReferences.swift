import CampaignModel

/// What touchpoints.csv refers to.
struct TouchReferences: Sendable {
  var channels: IDTable
  var contents: IDTable
  var kinds: KindTable
  /// Whether kinds.csv has errors, so that an unknown kind may be one that it was to define.
  var kindsAreIncomplete: Bool
  var lastObserved: Instant?
}
