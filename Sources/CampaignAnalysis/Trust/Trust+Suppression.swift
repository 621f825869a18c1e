import CampaignFigures
package import CampaignModel

extension Trust {
  /// Adds the new contacts, which the analysis of new touchpoints shows too.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    guard let count = entries.first(where: { $0.check == .shortHistory })?.of else { return }
    let own = system.add(.judged, count)
    let name = TouchpointFigures.newContacts.count
    if system.count(of: name) == count, let shown = system.variable(named: name) {
      system.same(own, shown)
    }
  }

  /// Takes out what is withheld: an entry with a small group of contacts behind those found, behind the rest or behind
  /// all, one of which tells the others.
  package mutating func withhold(_ suppression: Suppression) {
    for index in entries.indices {
      let isSmall = contacts[index].contains { suppression.group.withholds($0) }
      let isNewContacts = entries[index].check == .shortHistory
      guard isSmall || isNewContacts && suppression.system.isWithheldIfCounted(.judged) == true else {
        continue
      }
      entries[index].count = nil
      entries[index].of = nil
      entries[index].value = nil
      unknown.addWithheld(named: "\(Section.trust.id).\(entries[index].check.rawValue)", if: true)
    }
  }
}

extension CountName {
  /// New contacts, of whom it is told how many came after a short history.
  fileprivate static let judged = CountName("trust.new_contacts")
}
