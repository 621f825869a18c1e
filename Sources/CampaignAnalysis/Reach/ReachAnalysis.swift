import CampaignModel
import LogScanning

extension Section {
  /// Reach and who adds what (<doc:Metrics#Reach>).
  public static let reach = Section("reach")
}

extension ScopeFigures {
  /// Reach and who adds what; nil where it was not measured.
  public package(set) var reach: Reach? {
    get { self[Reach.self] }
    set { self[Reach.self] = newValue }
  }
}

extension Reach: SectionFigures {
  package static var section: Section { .reach }
}

/// Reach and who adds what (<doc:Metrics#Reach>): how it is counted and read.
struct ReachAnalysis: Analysis {
  private let dataset: Dataset
  private let options: AnalysisOptions

  init(_ dataset: Dataset, _ options: AnalysisOptions) {
    self.dataset = dataset
    self.options = options
  }

  static func tallyOptions(_ options: AnalysisOptions) -> String {
    [options.brand.map { "brand \($0)" }, options.intervals ? "intervals" : nil].compactMap(\.self)
      .joined(separator: ", ")
  }

  var counts: [CountDefinition<ReachTally>] { CountDefinition.reach }

  func tally(of scope: MeasuredScope) -> ReachTally {
    ReachTally(scope.scope, brand: options.brand, resamples: options.intervals, in: dataset)
  }

  func figures(from tally: ReachTally, of scope: MeasuredScope) -> Reach {
    if let brand = options.brand, !dataset.tellsOwnFromForeign {
      return Reach(withoutContents: scope.scope, brand: brand, dataset: dataset)
    }
    return Reach(tally, scope: scope.scope, brand: options.brand, order: options.stackingOrder, dataset: dataset)
  }
}
