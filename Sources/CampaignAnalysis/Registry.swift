import CampaignModel

/// Every analysis there is: the only list of sections.
enum Registry {
  /// In the order in which their counts are protected against each other.
  static let analyses: [any Analysis.Type] = [
    TouchpointsAnalysis.self,
    ReachAnalysis.self,
    RetentionAnalysis.self,
    CooperationAnalysis.self,
    PartnershipsAnalysis.self,
    FunnelAnalysis.self,
    AttributionAnalysis.self,
    JourneysAnalysis.self,
    TrustAnalysis.self,
    DueFiguresAnalysis.self,
    FlowAnalysis.self,
  ]

  /// Sections that are measured only where they are asked for by name: pictures need them, no document.
  private static let onRequest: Set<Section> = [.flow]

  /// The sections that are measured unless others are asked for.
  static let standardSections = analyses.map { $0.section }.filter { !onRequest.contains($0) }

  /// The analyses of some sections, prepared.
  static func analyses(
    of sections: Set<Section>, _ dataset: Dataset, _ options: AnalysisOptions
  ) -> [any Analysis] {
    analyses.filter { sections.contains($0.section) }.map { $0.init(dataset, options) }
  }
}

extension Section: CaseIterable {
  /// The sections of documents, in the order of the registry.
  public static var allCases: [Section] { Registry.standardSections }
}
