import CampaignFigures
package import CampaignModel

extension Cooperation {
  /// Adds the count of contacts that brought others.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    system.add(CooperationFigures.ambassadorCount.count, ambassadorCount ?? 0)
  }

  /// Takes out what is withheld: the list of ambassadors in any case, since each row is about a single contact, and
  /// what only a small group did.
  package mutating func withhold(_ suppression: Suppression) {
    let system = suppression.system
    ambassadorCount = system.shown(ambassadorCount, CooperationFigures.ambassadorCount.count)
    unknown.addWithheld(CooperationFigures.ambassadors, if: ambassadorCount == nil || !ambassadors.isEmpty)
    ambassadors = []
    let isSmall = suppression.group.withholds(interactingContacts)
    if isSmall {
      unknown.addWithheld(CooperationFigures.interactions, if: true)
      unknown.addWithheld(CooperationFigures.engagementDepth, if: engagementDepth != nil)
      (interactions, engagementDepth) = (nil, nil)
    }
    // Of a brand in a dataset without any content no reach is counted, so that none is known to be large enough.
    let isReachShown = system.isWithheldIfCounted(ReachFigures.reach.count) == false
    guard isSmall || !isReachShown, engagementPerContact != nil else { return }
    engagementPerContact = nil
    unknown.addWithheld(CooperationFigures.engagementPerContact, if: true)
  }
}
