public import CampaignAnalysis
public import CampaignModel
public import GraphvizRendering
import Presentation

/// What a diagram of a campaign shows.
public enum CampaignDiagram: String, CaseIterable, Hashable, Sendable {
  /// Partners sized by reach, colored by sector, tied by contacts in common.
  case partners
  /// Partnerships as knots, by who gives whom contacts.
  case knots
  /// Brand → foreign channel → contacts reached.
  case flow
  /// Acquiring partner → stayed, carried on, joined, lost.
  case retention

  /// How nodes are placed unless something else is asked for.
  public var engine: LayoutEngine {
    switch self {
    case .partners, .knots: .neato
    case .flow, .retention: .dot
    }
  }

  /// What must be measured for it.
  public var analysis: AnalysisOptions {
    switch self {
    case .partners: AnalysisOptions(sections: [.reach])
    case .knots: AnalysisOptions(sections: [.partnerships])
    case .flow: AnalysisOptions(sections: [.flow])
    case .retention: AnalysisOptions(sections: [.retention])
    }
  }

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
      name: rawValue, scope: figures.scope, dataset: dataset, options: options, engine: options.engine ?? engine)
    switch self {
    case .partners:
      guard let reach = figures.reach else { preconditionFailure("The diagram of partners needs the reach.") }
      return PartnersDiagram(reach, drawing).document
    case .knots:
      guard let partnerships = figures.partnerships else {
        preconditionFailure("The diagram of knots needs the partnerships.")
      }
      return KnotsDiagram(partnerships, drawing).document
    case .flow:
      guard let flow = figures.flow else { preconditionFailure("The diagram of the flow needs the flow.") }
      return FlowDiagram(flow, drawing).document
    case .retention:
      guard let retention = figures.retention else {
        preconditionFailure("The diagram of retention needs the retention.")
      }
      return RetentionDiagram(retention, drawing).document
    }
  }
}
