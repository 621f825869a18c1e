import CampaignModel
import LogScanning

extension Section {
  /// How partners work together, and how deeply contacts take part (<doc:Metrics#Cooperation>).
  public static let cooperation = Section("cooperation")
}

extension ScopeFigures {
  /// How partners work together; nil where it was not measured.
  public package(set) var cooperation: Cooperation? {
    get { self[Cooperation.self] }
    set { self[Cooperation.self] = newValue }
  }
}

extension Cooperation: SectionFigures {
  package static var section: Section { .cooperation }
  package static var document: Section? { .partnerships }
}

/// How partners work together, and how deeply contacts take part (<doc:Metrics#Cooperation>): how it is counted and read.
struct CooperationAnalysis: Analysis {
  private let dataset: Dataset
  private let refunds: Refunds

  init(_ dataset: Dataset, _ options: AnalysisOptions) {
    self.dataset = dataset
    refunds = Refunds(in: dataset)
  }

  var counts: [CountDefinition<EngagementTally>] {
    CountDefinition.cooperation(isInteraction: dataset.kinds.kinds.map { $0.level >= .interaction })
  }

  func tally(of scope: MeasuredScope) -> EngagementTally {
    EngagementTally(scope, in: dataset, refunds: refunds)
  }

  func figures(from tally: EngagementTally, of scope: MeasuredScope) -> Cooperation {
    Cooperation(tally, scope: scope.scope, test: scope.test, dataset: dataset)
  }
}
