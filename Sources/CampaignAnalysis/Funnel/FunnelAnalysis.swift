import CampaignModel
import LogScanning

extension Section {
  /// Visitors, leads, customers and money (<doc:Metrics#Funnel>).
  public static let funnel = Section("funnel")
}

extension ScopeFigures {
  /// Visitors, leads, customers and money; nil where they were not measured.
  public package(set) var funnel: Funnel? {
    get { self[Funnel.self] }
    set { self[Funnel.self] = newValue }
  }
}

extension Funnel: SectionFigures {
  package static var section: Section { .funnel }
}

/// Visitors, leads, customers and money (<doc:Metrics#Funnel>): how it is counted and read.
struct FunnelAnalysis: Analysis {
  static let readsWholeCampaign = true

  private let dataset: Dataset
  private let grouping: Grouping?
  private let resamples: Bool

  init(_ dataset: Dataset, _ options: AnalysisOptions) {
    self.dataset = dataset
    grouping = options.funnelBy
    resamples = options.intervals
  }

  static func tallyOptions(_ options: AnalysisOptions) -> String {
    "rows by \(options.funnelBy?.rawValue ?? "nothing")\(options.intervals ? ", intervals" : "")"
  }

  var counts: [CountDefinition<FunnelTally>] { CountDefinition.funnel }

  func tally(of scope: MeasuredScope) -> FunnelTally {
    FunnelTally(scope, by: grouping, resamples: resamples, in: dataset)
  }

  func figures(from tally: FunnelTally, of scope: MeasuredScope) -> Funnel {
    Funnel(tally, scope: scope.scope, by: grouping)
  }
}
