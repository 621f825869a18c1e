import CampaignFigures
package import CampaignModel

extension Retention {
  /// Adds every count with the sums that hold among them.
  ///
  /// What is left of a cohort without those who stay is a count of its own, though it may not be shown as such: any
  /// reader can subtract.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    let cohort = system.add("cohort_size", cohortSize ?? 0)
    if options.cohort == .new, system.contains("new_contacts") { system.same(cohort, system.add("new_contacts", 0)) }
    if options.cohort == .reached, system.contains("reach"), !isBranded(system) {
      system.same(cohort, system.add("reach", 0))
    }
    let size = cohortSize ?? 0
    if let stays {
      let rest = system.add("lost", size - stays.count)
      system.sum(cohort, of: [system.add("stays", stays.count), rest])
      system.add("carries_on", carriesOn?.count ?? 0)
      system.add("joins", joins?.count ?? 0)
    }
    for (index, row) in days.enumerated() {
      if let count = row.bracket?.count { system.add("days.bracket:\(index)", count) }
      if let count = row.unbounded?.count { system.add("days.unbounded:\(index)", count) }
      if let count = row.nthDay?.count { system.add("days.nth_day:\(index)", count) }
    }
    addPartners(to: &system, cohort)
    addClasses(to: &system, cohort)
    if let baseline {
      let won = system.add("baseline.cohort_size", baseline.cohortSize ?? 0)
      if let lost = baseline.lost {
        system.sum(
          won, of: [system.add("baseline.lost", lost.count), system.add("baseline.stays", lost.of - lost.count)])
      }
    }
    holdout?.add(to: &system)
  }

  /// The reach of one brand is not the cohort's size.
  private func isBranded(_ system: CountSystem) -> Bool { system.count(of: "reach") != cohortSize }

  private func addPartners(to system: inout CountSystem, _ cohort: Int) {
    var parts: [String: [Int]] = [:]
    func add(_ name: String, _ partner: Int, _ count: Int?) -> Int? {
      guard let count else { return nil }
      let variable = system.add("\(name):\(partner)", count)
      parts[name, default: []].append(variable)
      return variable
    }
    for row in byPartner {
      let size = add("by_partner", row.partner, row.cohort)
      _ = add("by_partner.carries_on", row.partner, row.carriesOn)
      _ = add("by_partner.joins", row.partner, row.joins)
      guard let size, let stays = add("by_partner.stays", row.partner, row.stays), let cohort = row.cohort,
        let count = row.stays, let rest = add("by_partner.lost", row.partner, cohort - count)
      else { continue }
      system.sum(size, of: [stays, rest])
      if let kept = add("by_partner.kept", row.partner, row.kept),
        let passedOn = add("by_partner.passed_on", row.partner, row.passedOn)
      {
        system.sum(stays, of: [kept, passedOn])
      }
    }
    system.sum(cohort, of: parts["by_partner"] ?? [])
    guard stays != nil else { return }
    for (name, total) in [("stays", "stays"), ("lost", "lost"), ("carries_on", "carries_on"), ("joins", "joins")] {
      system.sum(system.add(total, 0), of: parts["by_partner.\(name)"] ?? [])
    }
  }

  private func addClasses(to system: inout CountSystem, _ cohort: Int) {
    var sizes: [Int] = []
    var staying: [Int] = []
    for row in byFirstContact {
      let key = row.firstContact.rawValue
      let size = system.add("by_first_contact:\(key)", row.cohort ?? 0)
      sizes.append(size)
      if options.cohort == .new, system.contains("first_contact_mix:\(key)") {
        system.same(size, system.add("first_contact_mix:\(key)", 0))
      }
      guard let stays = row.stays, let cohort = row.cohort else { continue }
      let stay = system.add("by_first_contact.stays:\(key)", stays)
      staying.append(stay)
      system.sum(size, of: [stay, system.add("by_first_contact.lost:\(key)", cohort - stays)])
    }
    // Without any content the classes are not told.
    guard !byFirstContact.isEmpty else { return }
    system.sum(cohort, of: sizes)
    if stays != nil { system.sum(system.add("stays", 0), of: staying) }
  }
}
