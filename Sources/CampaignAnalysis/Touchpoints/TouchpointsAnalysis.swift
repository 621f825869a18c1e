import CampaignModel
import LogScanning

extension Section {
  /// New contacts and touchpoints (<doc:Metrics#New-touchpoints>).
  public static let touchpoints = Section("touchpoints")
}

extension ScopeFigures {
  /// New contacts and touchpoints; nil where they were not measured.
  public package(set) var touchpoints: NewTouchpoints? {
    get { self[NewTouchpoints.self] }
    set { self[NewTouchpoints.self] = newValue }
  }
}

extension NewTouchpoints: SectionFigures {
  package static var section: Section { .touchpoints }
}

/// New contacts and touchpoints (<doc:Metrics#New-touchpoints>): how it is counted and read.
struct TouchpointsAnalysis: Analysis {
  private let dataset: Dataset

  init(_ dataset: Dataset, _ options: AnalysisOptions) {
    self.dataset = dataset
  }

  var counts: [CountDefinition<NewTouchpointsTally>] { CountDefinition.touchpoints }

  func unknownNames(of count: CountDefinition<NewTouchpointsTally>, _ key: [Int]) -> [String] {
    switch count.key {
    case .contactClass: ["\(count.name).\(FirstContactClass.allCases[key[0]].name)"]
    // That some weeks are not known yet does not hold for all.
    case .number: []
    default: [count.name]
    }
  }

  func tally(of scope: MeasuredScope) -> NewTouchpointsTally {
    NewTouchpointsTally(scope.scope, in: dataset)
  }

  func figures(from tally: NewTouchpointsTally, of scope: MeasuredScope) -> NewTouchpoints {
    NewTouchpoints(tally, scope: scope.scope, dataset: dataset)
  }
}
