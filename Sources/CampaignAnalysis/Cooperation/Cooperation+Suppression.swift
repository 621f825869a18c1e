import CampaignFigures
package import CampaignModel

extension Cooperation {
  /// Adds the count of contacts that brought others.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    system.add(CooperationFigures.ambassadorCount.count, ambassadorCount ?? 0)
  }

  /// Takes out what is withheld: the list of ambassadors in any case, since each row is about a single contact.
  package mutating func withhold(_ suppression: Suppression) {
    let system = suppression.system
    ambassadorCount = system.shown(ambassadorCount, CooperationFigures.ambassadorCount.count)
    unknown.addWithheld(CooperationFigures.ambassadors, if: ambassadorCount == nil || !ambassadors.isEmpty)
    ambassadors = []
    guard system.isWithheld(ReachFigures.reach.count), engagementPerContact != nil else { return }
    engagementPerContact = nil
    unknown.addWithheld(CooperationFigures.engagementPerContact, if: true)
  }
}
