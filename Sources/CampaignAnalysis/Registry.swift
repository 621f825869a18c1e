import CampaignModel

/// Every analysis there is: the only list of sections.
enum Registry {
  /// In the order of documents, and in which their counts are protected against each other.
  static let analyses: [any Analysis.Type] = [
    TouchpointsAnalysis.self,
    ReachAnalysis.self,
    RetentionAnalysis.self,
    DueFiguresAnalysis.self,
    CooperationAnalysis.self,
    PartnershipsAnalysis.self,
    FunnelAnalysis.self,
    AttributionAnalysis.self,
    JourneysAnalysis.self,
    TrustAnalysis.self,
    FlowAnalysis.self,
  ]

  /// Sections that are measured only where they are asked for by name: pictures need them, no document.
  private static let onRequest: Set<Section> = [.flow]

  /// The sections that are measured unless others are asked for.
  static let standardSections = analyses.map { $0.section }.filter { !onRequest.contains($0) }

  /// The sections with a document of their own.
  static let documents = analyses.compactMap { $0.document }.reduce(into: [Section]()) { documents, section in
    if !documents.contains(section) { documents.append(section) }
  }

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

  /// The parts of a report, each with a document and a command of its own (<doc:CommandLine#JSON>).
  public static var documents: [Section] { Registry.documents }

  /// What has to be measured for its document.
  public var measures: Set<Section> {
    self == .kpis ? KPIs.sections : Set(Registry.analyses.filter { $0.document == self }.map { $0.section })
  }
}
