package import CampaignModel
import LogScanning

/// What is to be counted of a log, so that figures can be made without it: the same of every part of a log.
package struct TallyPlan: Sendable {
  /// How the log that is counted differs from the one at hand.
  enum Variation: Hashable, Sendable {
    case none
    case observed(until: Instant, isDate: Bool)
    case without(Set<Int>, Scope)
  }

  /// Something that is counted in one run over the log.
  enum Subject: Sendable {
    case figures([Scope], [AnalysisOptions])
    case carriers(Scope)
    case payback
    case mix(BestMixOptions.Goal, Scope)
    case pauses
  }

  private(set) var items: [(variation: Variation, subject: Subject)] = []

  /// Whether it is enough for any `minimum_group`, rather than for that of the dataset alone.
  private let coversSmallGroups: Bool

  package init(coversSmallGroups: Bool = false) { self.coversSmallGroups = coversSmallGroups }

  /// Adds what ``measure(_:scopes:options:)`` needs for figures of some scopes, with each of several options.
  package mutating func addFigures(_ dataset: Dataset, scopes: [Scope], options: [AnalysisOptions]) {
    let isAsked = coversSmallGroups || MinimumGroup(of: dataset).isAsked
    addUnprotected(
      dataset, scopes: scopes,
      options: options.map { options in
        var wider = options
        let sections = options.sections ?? Set(Section.allCases)
        wider.sections = isAsked ? sections.union(Section.allCases) : sections
        return wider
      }, .none)
  }

  private mutating func addUnprotected(
    _ dataset: Dataset, scopes: [Scope], options: [AnalysisOptions], _ variation: Variation
  ) {
    items.append((variation, .figures(scopes, options)))
    guard variation == .none else { return }
    for options in options where options.sections?.contains(.targets) ?? true {
      for scope in scopes { addDue(scope, options, dataset) }
    }
  }

  /// Adds what KPIs were when their targets were due.
  private mutating func addDue(_ scope: Scope, _ options: AnalysisOptions, _ dataset: Dataset) {
    let isAsked = coversSmallGroups || MinimumGroup(of: dataset).isAsked
    for (cut, _) in KPITargets(of: scope, in: dataset).cuts(in: dataset) {
      var nested = DueFiguresAnalysis.options(options)
      if isAsked { nested.sections = KPI.sections.union(Section.allCases) }
      addUnprotected(dataset, scopes: [scope], options: [nested], .observed(until: cut.end, isDate: cut.isDate))
      guard isAsked else { continue }
      nested.sections = [.funnel]
      addUnprotected(
        dataset, scopes: [DueFiguresAnalysis.scope(scope, after: cut)], options: [nested], .none)
    }
  }

  /// Adds what ``reviewPlan(_:scope:threads:)`` needs.
  package mutating func addPlan(_ scope: Scope) { items.append((.none, .carriers(scope))) }

  /// Adds what ``payback(of:in:threads:)`` needs, of every partner.
  package mutating func addPayback(_ dataset: Dataset) {
    guard !dataset.campaigns.isEmpty else { return }
    addUnprotected(
      dataset, scopes: dataset.campaigns.indices.map { Scope(campaign: $0, of: dataset) },
      options: [AnalysisOptions(sections: [.cooperation])], .none)
    items.append((.none, .payback))
  }

  /// Adds what ``bestMix(in:scope:_:)`` needs.
  package mutating func addMix(_ goal: BestMixOptions.Goal, _ scope: Scope, in dataset: Dataset) {
    items.append((.none, .mix(goal, scope)))
    addLossCounts(scope, dataset)
  }

  /// Adds what ``simulate(without:in:scope:threads:)`` needs.
  package mutating func addSimulation(without partners: [Int], _ scope: Scope, in dataset: Dataset) {
    addLossCounts(scope, dataset)
    addFigures(dataset, scopes: [scope], options: [AnalysisOptions(sections: [.reach])])
    addUnprotected(
      dataset, scopes: [scope], options: [AnalysisOptions(sections: [.touchpoints, .reach, .retention])],
      .without(Set(partners), scope))
  }

  private mutating func addLossCounts(_ scope: Scope, _ dataset: Dataset) {
    addUnprotected(
      dataset, scopes: [scope], options: [AnalysisOptions(sections: [.touchpoints, .reach, .retention])], .none)
  }

  /// Adds what ``ActivityRhythm`` needs.
  package mutating func addRhythm() { items.append((.none, .pauses)) }
}
