import CampaignModel
import LogScanning

/// KPIs as they stood when their targets were due: each date's by a measurement of its own. It lies beside
/// ``measure(_:scopes:options:)``, which it calls again, so that the figures of KPIs do not depend on what is measured.
struct DueFiguresAnalysis: Analysis {
  private let dataset: Dataset
  private let options: AnalysisOptions

  init(_ dataset: Dataset, _ options: AnalysisOptions) {
    self.dataset = dataset
    self.options = options
  }

  var counts: [CountDefinition<NoTally>] { [] }

  func tally(of scope: MeasuredScope) -> NoTally { NoTally() }

  func figures(from tally: NoTally, of scope: MeasuredScope) -> DueFigures {
    var figures = DueFigures(scope: scope.scope, entries: [:])
    let targets = KPITargets(of: scope.scope, in: dataset)
    for (cut, kpis) in targets.cuts(in: dataset) {
      var past = dataset.observed(until: cut.end, isDate: cut.isDate)
      past.targets = []
      var nested = DueFiguresAnalysis.options(options)
      nested.sections = Set(kpis.map(\.section))
      let measured = measure(past, scopes: [scope.scope], options: nested)[0]
      let later = MinimumGroup(of: dataset).isAsked ? contacts(after: cut, of: scope.scope) : nil
      for kpi in kpis {
        figures.entries[kpi] = KPIs.Entry(kpi, measured)
        figures.laterContacts[kpi] = later
      }
    }
    return figures
  }

  /// What is measured as it was on a date.
  static func options(_ options: AnalysisOptions) -> AnalysisOptions {
    var nested = options
    nested.sections = KPI.sections
    nested.funnelBy = nil
    nested.brand = nil
    return nested
  }

  /// A scope narrowed to what came since a cut.
  static func scope(_ scope: Scope, after cut: KPITargets.Cut) -> Scope {
    var later = scope
    later.filter.from = Instant(milliseconds: cut.end.milliseconds + (cut.isDate ? 0 : 1))
    return later
  }

  /// Contacts with a touch in T(K) or a lead or sale in X(K) since a cut: the fewest of these groups.
  private func contacts(after cut: KPITargets.Cut, of scope: Scope) -> Int {
    var nested = DueFiguresAnalysis.options(options)
    nested.sections = [.funnel]
    let later = DueFiguresAnalysis.scope(scope, after: cut)
    let funnel = measureUnprotected(dataset, scopes: [later], options: nested)[0].funnel?.total
    return [funnel?.visitors, funnel?.leads, funnel?.customers].compactMap(\.self).filter { $0 > 0 }.min() ?? 0
  }
}
