import CampaignAnalysis
import CampaignModel
import GraphvizRendering

/// A view of a campaign: all that is particular to one kind of diagram.
///
/// A new view is a type that fulfils this, and a line in ``CampaignDiagram/views``.
protocol CampaignView: SendableMetatype {
  /// Its name on the command line, in documents and in names of files.
  static var name: String { get }
  /// What it shows, in a few words for help.
  static var summary: String { get }
  /// How nodes are placed unless something else is asked for.
  static var engine: LayoutEngine { get }
  /// What must be measured for it.
  static var analysis: AnalysisOptions { get }

  /// The scopes that are measured for it, in order of time.
  static func scopes(for scope: Scope, in dataset: Dataset) -> [Scope]

  /// The view of the figures of these scopes; nil where what it needs was not measured.
  init?(_ figures: [ScopeFigures], _ drawing: DiagramDrawing)

  func document() throws(GraphvizError) -> DOTDocument
}

extension CampaignView {
  static func scopes(for scope: Scope, in dataset: Dataset) -> [Scope] { [scope] }
}
