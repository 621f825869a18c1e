import CampaignModel

/// The targets that a scope's KPIs are held against.
///
/// Of several targets for the same KPI the last row counts. Targets are held against unfiltered figures only.
struct KPITargets {
  /// An earlier end of observation.
  struct Cut: Hashable {
    var end: Instant
    var isDate: Bool
  }

  /// By KPI.
  private(set) var targets: [KPI: Target] = [:]
  /// Levels for which the campaign has no target that names a KPI of it and a value.
  let missing: [Level]
  /// Whether the campaign has targets that the scope's filter leaves out.
  let areLeftOut: Bool

  init(of scope: Scope, in dataset: Dataset) {
    var targets: [KPI: Target] = [:]
    for target in dataset.targets where target.campaign == scope.campaign && target.value != nil {
      if let kpi = KPI(matching: target.kpi) { targets[kpi] = target }
    }
    let levels = Set(targets.keys.map(\.level))
    missing = Level.allCases.filter { !levels.contains($0) }
    areLeftOut = scope.filter != .none && !targets.isEmpty
    self.targets = areLeftOut ? [:] : targets
  }

  subscript(kpi: KPI) -> Target? { targets[kpi] }

  /// The ends of observation at which KPIs have to be known, in order of time, with these KPIs.
  func cuts(in dataset: Dataset) -> [(cut: Cut, kpis: [KPI])] {
    guard let observedUntil = dataset.observedUntil else { return [] }
    var kpis: [Cut: [KPI]] = [:]
    for kpi in KPI.all {
      guard let target = targets[kpi], let due = target.due else { continue }
      // Of two equal instants the one given as a date leaves out what is dated at it.
      let isDate = target.dueIsDate
      guard due < observedUntil || due == observedUntil && isDate && !dataset.settings.observedUntilIsDate else {
        continue
      }
      kpis[Cut(end: due, isDate: isDate), default: []].append(kpi)
    }
    return kpis.map { (cut: $0.key, kpis: $0.value) }.sorted {
      ($0.cut.end, $0.cut.isDate ? 0 : 1) < ($1.cut.end, $1.cut.isDate ? 0 : 1)
    }
  }
}
