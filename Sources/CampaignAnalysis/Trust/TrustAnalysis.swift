import CampaignModel
import LogScanning

extension Section {
  /// What was left out of figures, and whether they can be trusted (<doc:Metrics#Trust>).
  public static let trust = Section("trust")
}

extension ScopeFigures {
  /// What was left out of figures; nil where it was not measured.
  public package(set) var trust: Trust? {
    get { self[Trust.self] }
    set { self[Trust.self] = newValue }
  }
}

extension Trust: SectionFigures {
  package static var section: Section { .trust }
  package static var document: Section? { nil }
}

/// What was left out of figures (<doc:Metrics#Trust>): how it is counted and read.
struct TrustAnalysis: Analysis {
  private let dataset: Dataset
  private let threads: Int
  /// Found once for all scopes.
  private var log: LogTrust?

  static let readsWholeCampaign = true

  init(_ dataset: Dataset, _ options: AnalysisOptions) {
    self.dataset = dataset
    threads = options.threads
  }

  func prepared() -> TrustAnalysis {
    var prepared = self
    prepared.log = LogTrust(LogTally.count(dataset, threads: threads))
    return prepared
  }

  var counts: [CountDefinition<TrustTally>] { [] }

  func tally(of scope: MeasuredScope) -> TrustTally { TrustTally(scope, in: dataset) }

  func figures(from tally: TrustTally, of scope: MeasuredScope) -> Trust {
    Trust(tally, log ?? LogTrust(LogTally.count(dataset, threads: threads)), scope: scope.scope, dataset: dataset)
  }
}
