import CampaignFigures
import LogScanning

extension Retention {
  /// Takes out what is withheld.
  package mutating func withhold(_ suppression: Suppression) {
    let (system, minimum) = (suppression.system, suppression.group.minimum)
    cohortSize = system.shown(cohortSize, "cohort_size")
    unknown.addWithheld("cohort_size", if: cohortSize == nil)
    withhold(\.stays, "stays", system)
    withhold(\.carriesOn, "carries_on", system)
    withhold(\.joins, "joins", system)
    withhold(\.lost, "lost", system)
    for index in days.indices {
      let day = days[index].day
      withhold(\.days[index].bracket, "days.bracket:\(index)", system, as: "days.\(day).bracket")
      withhold(\.days[index].unbounded, "days.unbounded:\(index)", system, as: "days.\(day).unbounded")
      withhold(\.days[index].nthDay, "days.nth_day:\(index)", system, as: "days.\(day).nth_day")
    }
    withholdGroups(system)
    let rank = PartnerOrder(suppression.dataset).rank
    byPartner = byPartner.sortedByMainFigure(\.cohort) { rank[$0.partner] < rank[$1.partner] }
    byFirstContact = byFirstContact.sortedByMainFigure(\.cohort) { $0.firstContact.name < $1.firstContact.name }
    let isCohortShown = cohortSize != nil
    let known = survival
    survival = Retention.shown(known, isCohortShown: isCohortShown, minimum)
    unknown.addWithheld("survival", if: known != nil && survival == nil)
    withholdBaseline(system, minimum)
    if let withheld = holdout?.withhold(system) { unknown += withheld }
  }

  private mutating func withhold(
    _ share: WritableKeyPath<Retention, Proportion?>, _ name: String, _ system: CountSystem, as figure: String? = nil
  ) {
    guard self[keyPath: share] != nil, system.shown(self[keyPath: share], name, of: "cohort_size") == nil else {
      return
    }
    self[keyPath: share] = nil
    unknown.addWithheld(figure ?? name, if: true)
  }

  private mutating func withholdGroups(_ system: CountSystem) {
    var withheld: [String: Int] = [:]
    func withhold(_ count: inout Int?, _ name: String, _ key: Int) {
      guard count != nil, system.isWithheld("\(name):\(key)") else { return }
      count = nil
      withheld[name, default: 0] += 1
    }
    for index in byPartner.indices {
      let key = byPartner[index].partner
      withhold(&byPartner[index].cohort, "by_partner", key)
      withhold(&byPartner[index].stays, "by_partner.stays", key)
      withhold(&byPartner[index].kept, "by_partner.kept", key)
      withhold(&byPartner[index].passedOn, "by_partner.passed_on", key)
      withhold(&byPartner[index].carriesOn, "by_partner.carries_on", key)
      withhold(&byPartner[index].joins, "by_partner.joins", key)
      withhold(&byPartner[index].lost, "by_partner.lost", key)
    }
    for index in byFirstContact.indices {
      let key = byFirstContact[index].firstContact.rawValue
      withhold(&byFirstContact[index].cohort, "by_first_contact", key)
      withhold(&byFirstContact[index].stays, "by_first_contact.stays", key)
    }
    for name in withheld.keys.sorted() {
      let figure = name.contains(".") ? name : "\(name).cohort"
      let rows = name.hasPrefix("by_partner") ? byPartner.count : byFirstContact.count
      unknown.addWithheld(figure, withheld[name] ?? 0, of: rows)
    }
  }

  /// The survival without steps of too few contacts; nil where nothing can be shown.
  private static func shown(_ survival: Survival?, isCohortShown: Bool, _ minimum: Int) -> Survival? {
    guard var shown = survival, !shown.curve.steps.isEmpty else { return survival }
    shown.curve = shown.curve.merged(atLeast: minimum)
    return isCohortShown && !shown.curve.steps.isEmpty ? shown : nil
  }

  private mutating func withholdBaseline(_ system: CountSystem, _ minimum: Int) {
    guard let known = baseline else { return }
    var baseline = known
    let isSizeWithheld = system.isWithheld("baseline.cohort_size")
    let isWithheld = isSizeWithheld || system.isWithheldIfCounted("baseline.lost") == true
    if isSizeWithheld { baseline.cohortSize = nil }
    baseline.survival = Retention.shown(known.survival, isCohortShown: !isSizeWithheld, minimum)
    if isWithheld { baseline.lost = nil }
    if isWithheld || system.isWithheldIfCounted("lost") == true || cohortSize == nil {
      baseline.lossChange = nil
      baseline.difference = nil
      baseline.logRank = nil
    }
    func name(_ figure: String, _ isShown: (Baseline) -> Bool) {
      unknown.addWithheld("baseline.\(figure)", if: isShown(known) && !isShown(baseline))
    }
    name("cohort_size") { $0.cohortSize != nil }
    name("survival") { $0.survival != nil }
    name("lost") { $0.lost != nil }
    name("loss_change") { $0.lossChange != nil }
    name("difference") { $0.difference != nil }
    name("log_rank") { $0.logRank != nil }
    self.baseline = baseline
  }
}

extension KaplanMeier {
  /// The curve with steps put together until each holds no event or at least `minimum`, and likewise of censorings.
  ///
  /// A step stands at the last of the times it is put together from, and has the estimate of that time.
  func merged(atLeast minimum: Int) -> KaplanMeier {
    var merged: [Step] = []
    var open: Step?
    for step in steps {
      var next = step
      if let open {
        next.atRisk = open.atRisk
        next.events += open.events
        next.censored += open.censored
      }
      if next.isShowable(minimum) {
        merged.append(next)
        open = nil
      } else {
        open = next
      }
    }
    // What is left at the end goes with the steps before it.
    while var rest = open, let last = merged.popLast() {
      rest.atRisk = last.atRisk
      rest.events += last.events
      rest.censored += last.censored
      open = rest
      if rest.isShowable(minimum) {
        merged.append(rest)
        open = nil
      }
    }
    return KaplanMeier(steps: merged)
  }
}

extension KaplanMeier.Step {
  fileprivate func isShowable(_ minimum: Int) -> Bool {
    (events == 0 || events >= minimum) && (censored == 0 || censored >= minimum)
  }
}
