import CampaignFigures
import LogScanning

extension Sensitivity {
  /// Contacts that half of the history would make new beside the others.
  private static let further = CountName("sensitivity.further")

  /// Adds its counts with the sum that holds among them.
  ///
  /// - Parameter cohort: the variable of the cohort where it is that of new contacts.
  func add(to system: inout CountSystem, cohort: Int?) {
    let new = system.add(SensitivityFigures.newContacts.count, newContacts ?? 0)
    if let cohort { system.same(new, cohort) }
    if system.contains(TouchpointFigures.newContacts.count) {
      system.same(new, system.add(TouchpointFigures.newContacts.count, 0))
    }
    guard let half = newContactsAtHalfHistory, let newContacts else { return }
    let further = system.add(Sensitivity.further, half - newContacts)
    system.sum(system.add(SensitivityFigures.halfHistory.count, half), of: [new, further])
  }

  /// Takes out what is withheld.
  ///
  /// - Parameters:
  ///   - stays: what is shown of those who stay.
  ///   - isCohortShown: whether the size of the cohort is shown.
  ///   - hasComparison: whether the comparison with the baseline is shown.
  /// - Returns: what is withheld.
  mutating func withhold(
    _ suppression: Suppression, stays: Proportion?, isCohortShown: Bool, hasComparison: Bool
  ) -> [UnknownFigure] {
    let system = suppression.system
    var withheld: [UnknownFigure] = []
    let known = self
    newContacts = system.shown(newContacts, SensitivityFigures.newContacts.count)
    newContactsAtHalfHistory = system.shown(newContactsAtHalfHistory, SensitivityFigures.halfHistory.count)
    withheld.addWithheld(SensitivityFigures.newContacts, if: newContacts == nil)
    withheld.addWithheld(
      SensitivityFigures.halfHistory, if: known.newContactsAtHalfHistory != nil && newContactsAtHalfHistory == nil)
    for index in gaps.indices {
      gaps[index].stays = gaps[index].stays == nil ? nil : stays
      gaps[index].survival = Retention.shown(
        gaps[index].survival, isCohortShown: isCohortShown, suppression.group.minimum)
      if !hasComparison { gaps[index].p = nil }
    }
    for figure in [
      SensitivityFigures.stays, SensitivityFigures.median, SensitivityFigures.restrictedMean, SensitivityFigures.p,
    ] {
      let hidden = zip(known.gaps, gaps).count { figure.value($0) != nil && figure.value($1) == nil }
      withheld.addWithheld(figure, hidden, of: gaps.count)
    }
    return withheld
  }
}
