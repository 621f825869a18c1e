import CampaignModel
import LogScanning

extension Section {
  /// Which touches led to conversions (<doc:Metrics#Funnel>).
  public static let attribution = Section("attribution")
}

extension ScopeFigures {
  /// Which touches led to conversions; nil where it was not measured.
  public package(set) var attribution: Attribution? {
    get { self[Attribution.self] }
    set { self[Attribution.self] = newValue }
  }
}

extension Attribution: SectionFigures {
  package static var section: Section { .attribution }
}

/// Which touches led to conversions (<doc:Metrics#Funnel>): how it is counted and read.
struct AttributionAnalysis: Analysis {
  static let readsWholeCampaign = true

  private let dataset: Dataset
  private let options: AttributionOptions
  private let resamples: Bool
  private let threads: Int

  init(_ dataset: Dataset, _ options: AnalysisOptions) {
    self.dataset = dataset
    self.options = options.attribution
    resamples = options.intervals
    threads = options.threads
  }

  static func tallyOptions(_ all: AnalysisOptions) -> String {
    let options = all.attribution
    let days = options.lookbackDays.map { "\($0)" } ?? "standard"
    let kinds = Set(options.conversionKinds).sorted().map { "\($0.utf8.count):\($0)" }.joined(separator: "+")
    let intervals = all.intervals ? ", intervals" : ""
    return "rows by \(options.by.rawValue), lookback \(days), conversions \(kinds)\(intervals)"
  }

  var counts: [CountDefinition<AttributionTally>] { CountDefinition.attribution }

  func tally(of scope: MeasuredScope) -> AttributionTally {
    AttributionTally(scope, options: options, resamples: resamples, in: dataset)
  }

  func figures(from tally: AttributionTally, of scope: MeasuredScope) -> Attribution {
    Attribution(
      tally, scope: scope.scope, options: options,
      lookbackDays: options.lookbackDays ?? dataset.settings.attributionLookbackDays, threads: threads)
  }
}
