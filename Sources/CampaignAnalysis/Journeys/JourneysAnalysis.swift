import CampaignModel
import LogScanning

extension Section {
  /// Ratings and returns along the way (<doc:Metrics#Funnel>).
  public static let journeys = Section("journeys")
}

extension ScopeFigures {
  /// Ratings and returns along the way; nil where they were not measured.
  public package(set) var journeys: Journeys? {
    get { self[Journeys.self] }
    set { self[Journeys.self] = newValue }
  }
}

extension Journeys: SectionFigures {
  package static var section: Section { .journeys }
  package static var document: Section? { .funnel }
}

/// Ratings and returns along the way (<doc:Metrics#Funnel>): how it is counted and read.
struct JourneysAnalysis: Analysis {
  private let dataset: Dataset

  init(_ dataset: Dataset, _ options: AnalysisOptions) {
    self.dataset = dataset
  }

  var counts: [CountDefinition<JourneyTally>] { CountDefinition.journeys }

  func tally(of scope: MeasuredScope) -> JourneyTally {
    JourneyTally(scope.scope, in: dataset)
  }

  func figures(from tally: JourneyTally, of scope: MeasuredScope) -> Journeys {
    Journeys(tally, scope: scope.scope)
  }
}
