import CampaignModel
import LogScanning

extension Section {
  /// How brands' messages reached contacts through channels of others: what its picture needs.
  public static let flow = Section("flow")
}

extension ScopeFigures {
  /// How brands' messages reached contacts through channels of others; nil where it was not measured.
  public package(set) var flow: Flow? {
    get { self[Flow.self] }
    set { self[Flow.self] = newValue }
  }
}

extension Flow: SectionFigures {
  package static var section: Section { .flow }
  package static var document: Section? { nil }
}

/// How brands' messages reached contacts through channels of others: what its picture needs: how it is counted and read.
struct FlowAnalysis: Analysis {
  private let dataset: Dataset

  init(_ dataset: Dataset, _ options: AnalysisOptions) {
    self.dataset = dataset
  }

  var counts: [CountDefinition<FlowTally>] { [] }

  func tally(of scope: MeasuredScope) -> FlowTally {
    FlowTally(in: dataset)
  }

  func figures(from tally: FlowTally, of scope: MeasuredScope) -> Flow {
    Flow(tally, scope: scope.scope, dataset: dataset)
  }
}
