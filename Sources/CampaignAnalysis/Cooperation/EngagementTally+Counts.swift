import CampaignFigures

extension CountDefinition where Counts == EngagementTally {
  /// The count of touches that can be opened.
  ///
  /// - Parameter isInteraction: by kind.
  static func cooperation(isInteraction: [Bool]) -> [CountDefinition] {
    [
      .init(CooperationFigures.interactions, .touches) { tally, _ in
        isInteraction.indices.reduce(0) { $0 + (isInteraction[$1] ? tally.touchesByKind[$1] : 0) }
      }
    ]
  }
}
