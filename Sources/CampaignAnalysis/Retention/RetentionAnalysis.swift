import CampaignFigures
import CampaignModel
import LogScanning

extension Section {
  /// Who stays after the end (<doc:Metrics#Retention>).
  public static let retention = Section("retention")
}

extension ScopeFigures {
  /// Who stays after the end; nil where it was not measured.
  public package(set) var retention: Retention? {
    get { self[Retention.self] }
    set { self[Retention.self] = newValue }
  }
}

extension Retention: SectionFigures {
  package static var section: Section { .retention }
}

/// Who stays after the end (<doc:Metrics#Retention>): how it is counted and read.
struct RetentionAnalysis: Analysis {
  private let dataset: Dataset
  private let options: RetentionOptions
  /// Per contact that made a tie of kind refers, when it made the last one, in milliseconds.
  private let lastReferrals: [Int: Int64]
  private let refunds: Refunds

  init(_ dataset: Dataset, _ options: AnalysisOptions) {
    self.dataset = dataset
    self.options = options.retention
    var last: [Int: Int64] = [:]
    for tie in dataset.ties where tie.kind == "refers" {
      guard let time = tie.time else { continue }
      last[tie.from] = max(last[tie.from] ?? .min, time.milliseconds)
    }
    lastReferrals = last
    refunds = Refunds(in: dataset)
  }

  static func tallyOptions(_ options: AnalysisOptions) -> String {
    let options = options.retention
    let days = options.days.map { "\($0)" }.joined(separator: "+")
    return "cohort \(options.cohort.rawValue), days \(days)\(options.showsSensitivity ? ", sensitivity" : "")"
  }

  var counts: [CountDefinition<RetentionTally>] { CountDefinition.retention }

  func unknownNames(of count: CountDefinition<RetentionTally>, _ key: [Int]) -> [String] {
    if count.isAlwaysKnown { return [] }
    if case .day = count.key {
      return [UnknownFigure.path(of: count.path, row: options.days[key[0]]), Section.retention.id]
    }
    // The counts of an outcome are known or unknown together.
    if let outcome = count.row.flatMap(Holdout.Outcome.init) { return [outcome.path] }
    let isLoss = count.path == RetentionFigures.partnerLost.path
    return [isLoss ? RetentionFigures.lost.path : count.name, Section.retention.id]
  }

  func tally(of scope: MeasuredScope) -> RetentionTally {
    RetentionTally(
      scope.scope, options: options, referrals: lastReferrals, refunds: refunds, in: dataset)
  }

  func figures(from tally: RetentionTally, of scope: MeasuredScope) -> Retention {
    Retention(tally, scope: scope.scope, options: options, dataset: dataset)
  }
}
