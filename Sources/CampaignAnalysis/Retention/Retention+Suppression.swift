import CampaignFigures
import LogScanning

extension Retention {
  /// Takes out what is withheld.
  package mutating func withhold(_ suppression: Suppression) {
    let (system, minimum) = (suppression.system, suppression.group.minimum)
    cohortSize = system.shown(cohortSize, RetentionFigures.cohortSize.count)
    unknown.addWithheld(RetentionFigures.cohortSize, if: cohortSize == nil)
    withhold(RetentionFigures.stays, system)
    withhold(RetentionFigures.carriesOn, system)
    withhold(RetentionFigures.joins, system)
    withhold(RetentionFigures.lost, system)
    for index in days.indices {
      withhold(RetentionFigures.bracket, ofDay: index, system)
      withhold(RetentionFigures.unbounded, ofDay: index, system)
      withhold(RetentionFigures.nthDay, ofDay: index, system)
    }
    withholdGroups(system)
    let rank = PartnerOrder(suppression.dataset).rank
    byPartner = byPartner.sortedByMainFigure(\.cohort) { rank[$0.partner] < rank[$1.partner] }
    byFirstContact = byFirstContact.sortedByMainFigure(\.cohort) { $0.firstContact.name < $1.firstContact.name }
    let isCohortShown = cohortSize != nil
    let known = survival
    survival = Retention.shown(known, isCohortShown: isCohortShown, minimum)
    unknown.addWithheld(RetentionFigures.survival, if: known != nil && survival == nil)
    withholdBaseline(system, minimum)
    if let withheld = holdout?.withhold(system) { unknown += withheld }
    let hasComparison =
      cohortSize != nil && system.isWithheldIfCounted(RetentionFigures.baselineSize.count) != true
      && system.isWithheldIfCounted(RetentionFigures.baselineLost.count) != true
      && system.isWithheldIfCounted(RetentionFigures.lost.count) != true
    if let withheld = sensitivity?.withhold(
      suppression, stays: stays, isCohortShown: isCohortShown, hasComparison: hasComparison)
    {
      unknown += withheld
    }
    compareStays()
  }

  /// Takes out a share of the cohort where it or the cohort is withheld.
  private mutating func withhold(_ figure: Figure<Retention>, _ system: CountSystem) {
    guard figure.value(self) != nil else { return }
    let isWithheld = system.isWithheld(figure.count) || system.isWithheld(RetentionFigures.cohortSize.count)
    unknown.addWithheld(figure, if: isWithheld)
    if isWithheld { figure.remove?(&self) }
  }

  private mutating func withhold(_ figure: Figure<Day>, ofDay index: Int, _ system: CountSystem) {
    guard figure.value(days[index]) != nil,
      system.isWithheld(figure.count[index]) || system.isWithheld(RetentionFigures.cohortSize.count)
    else { return }
    figure.remove?(&days[index])
    unknown.addWithheld(named: UnknownFigure.path(of: figure.path, row: days[index].day), if: true)
  }

  private mutating func withholdGroups(_ system: CountSystem) {
    // What is nil already is not known yet, rather than withheld.
    func withhold<Row>(_ rows: inout [Row], _ figure: Figure<Row>, _ key: (Row) -> Int) {
      var withheld = 0
      for index in rows.indices where figure.value(rows[index]) != nil {
        guard system.isWithheld(figure.count[key(rows[index])]) else { continue }
        figure.remove?(&rows[index])
        withheld += 1
      }
      unknown.addWithheld(figure, withheld, of: rows.count)
    }
    for figure in [RetentionFigures.classCohort, RetentionFigures.classStays] {
      withhold(&byFirstContact, figure) { $0.firstContact.rawValue }
    }
    for figure in [
      RetentionFigures.partnerCohort, RetentionFigures.partnerCarriesOn, RetentionFigures.partnerJoins,
      RetentionFigures.kept, RetentionFigures.partnerLost, RetentionFigures.passedOn, RetentionFigures.partnerStays,
    ] {
      withhold(&byPartner, figure, \.partner)
    }
  }

  /// The survival without steps of too few contacts; nil where nothing can be shown.
  static func shown(_ survival: Survival?, isCohortShown: Bool, _ minimum: Int) -> Survival? {
    guard var shown = survival, !shown.curve.steps.isEmpty else { return survival }
    shown.curve = shown.curve.merged(atLeast: minimum)
    return isCohortShown && !shown.curve.steps.isEmpty ? shown : nil
  }

  private mutating func withholdBaseline(_ system: CountSystem, _ minimum: Int) {
    guard let known = baseline else { return }
    var baseline = known
    let isSizeWithheld = system.isWithheld(RetentionFigures.baselineSize.count)
    let isWithheld = isSizeWithheld || system.isWithheldIfCounted(RetentionFigures.baselineLost.count) == true
    if isSizeWithheld { baseline.cohortSize = nil }
    baseline.survival = Retention.shown(known.survival, isCohortShown: !isSizeWithheld, minimum)
    if isWithheld { baseline.lost = nil }
    if isWithheld || system.isWithheldIfCounted(RetentionFigures.lost.count) == true || cohortSize == nil {
      baseline.lossChange = nil
      baseline.difference = nil
      baseline.logRank = nil
    }
    func name(_ entry: some CatalogEntry, _ isShown: (Baseline) -> Bool) {
      unknown.addWithheld(entry, if: isShown(known) && !isShown(baseline))
    }
    name(RetentionFigures.baselineSize) { $0.cohortSize != nil }
    name(RetentionFigures.baselineSurvival) { $0.survival != nil }
    name(RetentionFigures.baselineLost) { $0.lost != nil }
    name(RetentionFigures.lossChange) { $0.lossChange != nil }
    name(RetentionFigures.difference) { $0.difference != nil }
    name(RetentionFigures.logRank) { $0.logRank != nil }
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
