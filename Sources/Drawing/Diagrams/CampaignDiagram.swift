public import CampaignAnalysis
public import CampaignModel
public import GraphvizRendering
import Presentation

/// A diagram of a campaign, by the view that it shows.
public struct CampaignDiagram: CaseIterable, Hashable, Sendable, CustomStringConvertible {
  /// Every view, in the order of help.
  private static let views: [any CampaignView.Type] = [
    PartnersDiagram.self, KnotsDiagram.self, FlowDiagram.self, RetentionDiagram.self,
  ]

  public static let allCases = views.map { CampaignDiagram($0) }

  private let view: any CampaignView.Type

  init(_ view: any CampaignView.Type) { self.view = view }

  /// The diagram of the view with a name, or nil when there is none.
  public init?(named name: String) {
    guard let diagram = CampaignDiagram.allCases.first(where: { $0.name == name }) else { return nil }
    self = diagram
  }

  /// The view's name on the command line, such as `partners`.
  public var name: String { view.name }

  /// What the view shows, in a few words.
  public var summary: String { view.summary }

  /// How nodes are placed unless something else is asked for.
  public var engine: LayoutEngine { view.engine }

  /// What must be measured for it.
  public var analysis: AnalysisOptions { view.analysis }

  public var description: String { name }

  public static func == (left: CampaignDiagram, right: CampaignDiagram) -> Bool { left.name == right.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The diagram of one scope, in DOT.
  ///
  /// Every name is escaped; the same figures give the same text. Nodes are named by what they are and the id, such as
  /// `partner:p01`; whole names stand in tooltips, labels are cut to a readable length. The document names its layout
  /// engine, which Graphviz prefers to the one it is called with.
  ///
  /// - Parameter figures: with the part that ``analysis`` asks for.
  public func document(
    of figures: ScopeFigures, in dataset: Dataset, options: DiagramOptions = DiagramOptions()
  ) -> DOTDocument {
    let drawing = DiagramDrawing(
      name: name, scope: figures.scope, dataset: dataset, options: options, engine: options.engine ?? engine)
    guard let view = view.init(figures, drawing) else {
      preconditionFailure("The diagram of \(name) needs figures measured with its analysis options.")
    }
    return view.document
  }
}
