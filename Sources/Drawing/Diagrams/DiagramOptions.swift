public import CampaignFigures
public import GraphvizRendering
import Presentation

/// How a diagram is drawn.
public struct DiagramOptions: Hashable, Sendable {
  /// Most partners, channels or the like that are drawn one by one, at least 1; the rest gathers in one node that says
  /// how many it stands for. Nil for what keeps the view readable.
  public var top: Int?
  public var theme: DiagramTheme
  public var language: Language
  /// Whether the drawing has a title of its own; not where a caption stands beside it.
  public var hasTitle: Bool
  /// How nodes are placed, named in the document; nil for the view's own ``CampaignDiagram/engine``.
  public var engine: LayoutEngine?
  /// Whether the drawing is narrow and tall, for phones and columns of a page: what stands side by side elsewhere stands
  /// one below the other.
  public var isTall: Bool

  public init(
    top: Int? = nil, theme: DiagramTheme = .light, language: Language = .english, hasTitle: Bool = true,
    engine: LayoutEngine? = nil, isTall: Bool = false
  ) {
    precondition(top.map { $0 >= 1 } ?? true, "A diagram shows at least one thing.")
    self.top = top
    self.theme = theme
    self.language = language
    self.hasTitle = hasTitle
    self.engine = engine
    self.isTall = isTall
  }
}
