import CampaignFigures
package import CampaignModel

extension Retention {
  /// Adds every count with the sums that hold among them.
  ///
  /// What is left of a cohort without those who stay is a count of its own, though it may not be shown as such: any
  /// reader can subtract.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    let cohort = system.add(RetentionFigures.cohortSize.count, cohortSize ?? 0)
    let isNew = isOfNewContacts(system)
    if isNew, system.contains(TouchpointFigures.newContacts.count) {
      system.same(cohort, system.add(TouchpointFigures.newContacts.count, 0))
    }
    if options.cohort == .reached, system.contains(ReachFigures.reach.count), !isBranded(system) {
      system.same(cohort, system.add(ReachFigures.reach.count, 0))
    }
    let size = cohortSize ?? 0
    if let stays {
      let rest = system.add(RetentionFigures.lost.count, size - stays.count)
      system.sum(cohort, of: [system.add(RetentionFigures.stays.count, stays.count), rest])
      system.part(RetentionFigures.carriesOn.count, carriesOn?.count ?? 0, of: cohort)
      system.part(RetentionFigures.joins.count, joins?.count ?? 0, of: cohort)
      system.nest(RetentionFigures.joins.count, in: RetentionFigures.stays.count)
    }
    for (index, row) in days.enumerated() {
      if let count = row.bracket?.count { system.part(RetentionFigures.bracket.count[index], count, of: cohort) }
      if let count = row.unbounded?.count { system.part(RetentionFigures.unbounded.count[index], count, of: cohort) }
      if let count = row.nthDay?.count { system.part(RetentionFigures.nthDay.count[index], count, of: cohort) }
      // Whoever comes on a day or later came before or later too.
      let unbounded = RetentionFigures.unbounded.count
      let before = index == 0 ? RetentionFigures.stays.count : unbounded[index - 1]
      system.nest(RetentionFigures.bracket.count[index], in: before)
      system.nest(unbounded[index], in: before)
      system.nest(RetentionFigures.nthDay.count[index], in: unbounded[index])
    }
    addPartners(to: &system, cohort)
    if isNew { addChannels(to: &system, dataset) }
    addClasses(to: &system, cohort, isNew: isNew)
    if let baseline {
      let won = system.add(RetentionFigures.baselineSize.count, baseline.cohortSize ?? 0)
      if let lost = baseline.lost {
        let name = RetentionFigures.baselineLost.count
        system.sum(won, of: [system.add(name, lost.count), system.add(name.rest, lost.of - lost.count)])
      }
    }
    holdout?.add(to: &system)
    sensitivity?.add(to: &system, cohort: options.cohort == .new ? cohort : nil)
  }

  /// Whether the cohort are the new contacts: as asked for, or since all who were reached are new.
  private func isOfNewContacts(_ system: CountSystem) -> Bool {
    options.cohort == .new || cohortSize != nil && system.count(of: TouchpointFigures.newContacts.count) == cohortSize
  }

  /// The reach of one brand is not the cohort's size.
  private func isBranded(_ system: CountSystem) -> Bool { system.count(of: ReachFigures.reach.count) != cohortSize }

  private func addPartners(to system: inout CountSystem, _ cohort: Int) {
    var parts: [CountName: [Int]] = [:]
    func add(_ figure: Figure<PartnerGroup>, _ partner: Int, _ count: Int?) -> Int? {
      guard let count else { return nil }
      let variable = system.add(figure.count[partner], count)
      parts[figure.count, default: []].append(variable)
      return variable
    }
    for row in byPartner {
      let size = add(RetentionFigures.partnerCohort, row.partner, row.cohort)
      system.nest(
        RetentionFigures.partnerCohort.count[row.partner], in: ReachFigures.carrierReach.count[row.partner])
      for (figure, count) in [
        (RetentionFigures.partnerCarriesOn, row.carriesOn), (RetentionFigures.partnerJoins, row.joins),
      ] {
        guard let size, let count, add(figure, row.partner, count) != nil else { continue }
        system.part(figure.count[row.partner], count, of: size)
      }
      guard let size, let stays = add(RetentionFigures.partnerStays, row.partner, row.stays), let cohort = row.cohort,
        let count = row.stays, let rest = add(RetentionFigures.partnerLost, row.partner, cohort - count)
      else { continue }
      system.sum(size, of: [stays, rest])
      system.nest(
        RetentionFigures.partnerJoins.count[row.partner], in: RetentionFigures.partnerStays.count[row.partner])
      if let kept = add(RetentionFigures.kept, row.partner, row.kept),
        let passedOn = add(RetentionFigures.passedOn, row.partner, row.passedOn)
      {
        system.sum(stays, of: [kept, passedOn])
      }
    }
    system.sum(cohort, of: parts[RetentionFigures.partnerCohort.count] ?? [])
    guard stays != nil else { return }
    for (total, part) in [
      (RetentionFigures.stays, RetentionFigures.partnerStays), (RetentionFigures.lost, RetentionFigures.partnerLost),
      (RetentionFigures.carriesOn, RetentionFigures.partnerCarriesOn),
      (RetentionFigures.joins, RetentionFigures.partnerJoins),
    ] {
      system.sum(system.add(total.count, 0), of: parts[part.count] ?? [])
    }
  }

  /// A new contact's first touch of all is its first in the campaign, so that who acquired it is told by channel too.
  private func addChannels(to system: inout CountSystem, _ dataset: Dataset) {
    for row in byPartner {
      let channels = dataset.channels.indices.filter { dataset.channels[$0].owner == row.partner }
      let parts = channels.compactMap { system.variable(named: TouchpointFigures.channelContacts.count[$0]) }
      guard let cohort = row.cohort, parts.reduce(0, { $0 + system.counts[$1] }) == cohort else { continue }
      system.sum(system.add(RetentionFigures.partnerCohort.count[row.partner], cohort), of: parts)
    }
  }

  private func addClasses(to system: inout CountSystem, _ cohort: Int, isNew: Bool) {
    var sizes: [Int] = []
    var staying: [Int] = []
    for row in byFirstContact {
      let key = row.firstContact.rawValue
      let size = system.add(RetentionFigures.classCohort.count[key], row.cohort ?? 0)
      sizes.append(size)
      if isNew, system.contains(TouchpointFigures.mixContacts.count[key]) {
        system.same(size, system.add(TouchpointFigures.mixContacts.count[key], 0))
      }
      guard let stays = row.stays, let cohort = row.cohort else { continue }
      let stay = system.add(RetentionFigures.classStays.count[key], stays)
      staying.append(stay)
      system.sum(size, of: [stay, system.add(RetentionFigures.classStays.count[key].rest, cohort - stays)])
    }
    // Without any content the classes are not told.
    guard !byFirstContact.isEmpty else { return }
    system.sum(cohort, of: sizes)
    if stays != nil { system.sum(system.add(RetentionFigures.stays.count, 0), of: staying) }
  }
}
