public import CampaignAnalysis
public import CampaignModel
public import GraphvizRendering
import Presentation

/// A diagram of a campaign, by the view that it shows.
public struct CampaignDiagram: CaseIterable, Hashable, Sendable, CustomStringConvertible {
  /// Every view, in the order of help.
  private static let views: [any CampaignView.Type] = [
    PartnersDiagram.self, KnotsDiagram.self, MatrixDiagram.self, FlowDiagram.self, OverlapDiagram.self,
    TimelineDiagram.self, RetentionDiagram.self,
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

  /// The scopes whose figures the view shows, in order of time: for most the one asked for.
  public func scopes(for scope: Scope, in dataset: Dataset) -> [Scope] { view.scopes(for: scope, in: dataset) }

  /// The diagram of one scope, in DOT.
  ///
  /// - Parameter figures: with the part that ``analysis`` asks for.
  /// - Throws: what Graphviz says when it cannot place the nodes.
  public func document(
    of figures: ScopeFigures, in dataset: Dataset, options: DiagramOptions = DiagramOptions()
  ) throws(GraphvizError) -> DOTDocument {
    try document(of: [figures], of: figures.scope, in: dataset, options: options)
  }

  /// The diagram of one scope, in DOT, from the figures of the scopes that the view shows.
  ///
  /// Every name is escaped; the same figures give the same text. Nodes are named by what they are and the id, such as
  /// `partner:p01`; whole names stand in tooltips, labels are cut to a readable length. Every node and line has its
  /// place, so that no line meets a node or words that are not its own.
  ///
  /// - Parameters:
  ///   - figures: of ``scopes(for:in:)``, with the part that ``analysis`` asks for.
  ///   - scope: what the diagram is of.
  /// - Throws: what Graphviz says when it cannot place the nodes.
  public func document(
    of figures: [ScopeFigures], of scope: Scope, in dataset: Dataset, options: DiagramOptions = DiagramOptions()
  ) throws(GraphvizError) -> DOTDocument {
    let drawing = DiagramDrawing(
      name: name, scope: scope, dataset: dataset, options: options, engine: options.engine ?? engine)
    guard let view = view.init(figures, drawing) else {
      preconditionFailure("The diagram of \(name) needs figures measured with its analysis options.")
    }
    return try view.document()
  }
}
