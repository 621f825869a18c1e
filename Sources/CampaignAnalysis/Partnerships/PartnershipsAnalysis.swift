import CampaignModel
import LogScanning

extension Section {
  /// Every pair of partners (<doc:Metrics#Cooperation>).
  public static let partnerships = Section("partnerships")
}

extension ScopeFigures {
  /// Every pair of partners; nil where they were not measured.
  public package(set) var partnerships: Partnerships? {
    get { self[Partnerships.self] }
    set { self[Partnerships.self] = newValue }
  }
}

extension Partnerships: SectionFigures {
  package static var section: Section { .partnerships }
}

/// Every pair of partners (<doc:Metrics#Cooperation>): how it is counted and read.
struct PartnershipsAnalysis: Analysis {
  private let dataset: Dataset
  private let refunds: Refunds

  init(_ dataset: Dataset, _ options: AnalysisOptions) {
    self.dataset = dataset
    refunds = Refunds(in: dataset)
  }

  var counts: [CountDefinition<PartnershipTally>] { CountDefinition.partnerships }

  func tally(of scope: MeasuredScope) -> PartnershipTally {
    PartnershipTally(scope.scope, refunds: refunds, in: dataset)
  }

  func figures(from tally: PartnershipTally, of scope: MeasuredScope) -> Partnerships {
    Partnerships(tally, scope: scope.scope, test: scope.test, dataset: dataset)
  }
}
