package import CampaignFigures
package import CampaignModel
import LogScanning

/// The KPIs of a campaign that have a target, as they stood when it was due: measured as if no more had been observed
/// (<doc:Metrics#Targets>).
package struct DueFigures: Sendable {
  package var scope: Scope
  /// By KPI, for targets that were due before the end of observation; others stand as they do now.
  package var entries: [KPIName: KPIs.Entry]
  package var unknown: [UnknownFigure] = []
  /// By the same KPIs, contacts behind the campaign's touches and transactions since then; empty where small groups are
  /// not protected.
  var laterContacts: [KPIName: Int] = [:]
}

extension Section {
  /// KPIs as they stood when their targets were due.
  public static let targets = Section("targets")
}

extension ScopeFigures {
  /// KPIs as they stood when their targets were due; nil where they were not measured.
  package var dueFigures: DueFigures? {
    get { self[DueFigures.self] }
    set { self[DueFigures.self] = newValue }
  }
}

extension DueFigures: SectionFigures {
  package static var section: Section { .targets }

  package func add(to system: inout CountSystem, in dataset: Dataset) {}

  /// They were measured with small groups protected; what their change since then tells, ``KPIs`` looks after.
  package mutating func withhold(_ suppression: Suppression) {}
}

/// KPIs as they stood when their targets were due: each date's by a measurement of its own.
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
    for (cut, names) in targets.cuts(in: dataset) {
      var past = dataset.observed(until: cut.end, isDate: cut.isDate)
      past.targets = []
      var nested = options
      nested.sections = KPIs.measured
      nested.funnelBy = nil
      nested.brand = nil
      let measured = measure(past, scopes: [scope.scope], options: nested)[0]
      let later = MinimumGroup(of: dataset).isAsked ? contacts(after: cut, of: scope.scope) : nil
      for name in names {
        figures.entries[name] = KPIs.Entry(name: name, measured)
        figures.laterContacts[name] = later
      }
    }
    return figures
  }

  /// Contacts with a touch in T(K) or a lead or sale in X(K) since a cut: the fewest of these groups.
  private func contacts(after cut: KPITargets.Cut, of scope: Scope) -> Int {
    var later = scope
    later.filter.from = Instant(milliseconds: cut.end.milliseconds + (cut.isDate ? 0 : 1))
    var nested = options
    nested.sections = [.funnel]
    nested.funnelBy = nil
    let funnel = measureUnprotected(dataset, scopes: [later], options: nested)[0].funnel?.total
    return [funnel?.visitors, funnel?.leads, funnel?.customers].compactMap(\.self).filter { $0 > 0 }.min() ?? 0
  }
}

/// A tally of an analysis that counts nothing while the log is scanned.
struct NoTally: BatchTally {
  mutating func add(_ batch: borrowing ContactBatch, scope: Int) {}

  mutating func merge(_ other: NoTally) {}
}
