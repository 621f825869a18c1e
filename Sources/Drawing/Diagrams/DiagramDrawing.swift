import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Presentation

/// What the views have in common: the scope, its names, the theme's colors, and the frame with title and legend.
struct DiagramDrawing {
  /// The view's name.
  let name: String
  let scope: Scope
  let dataset: Dataset
  let options: DiagramOptions
  let engine: LayoutEngine
  let localizer: Localizer
  let colors: DiagramColors

  init(name: String, scope: Scope, dataset: Dataset, options: DiagramOptions, engine: LayoutEngine) {
    self.name = name
    self.scope = scope
    self.dataset = dataset
    self.options = options
    self.engine = engine
    localizer = Localizer(options.language, timeZone: dataset.settings.timeZone)
    colors = DiagramColors.of(options.theme)
  }

  /// The campaign's name, or the dataset's for a window.
  var scopeLabel: String { scope.campaign.map { dataset.campaigns[$0].label } ?? dataset.name }

  /// An empty document with the theme's defaults and, above the drawing, title and legend.
  func document(directed: Bool, title: LocalizedText, note: String, legend: DiagramLegend) -> DOTDocument {
    var document = DOTDocument(name, directed: directed)
    document.attributes["layout"] = .verbatim(engine.rawValue)
    document.attributes["bgcolor"] = .verbatim(colors.background.text)
    document.attributes["fontcolor"] = .verbatim(colors.text.text)
    document.attributes["labelloc"] = "t"
    document.attributes["labeljust"] = "l"
    document.attributes["tooltip"] = .text("\(localizer(title)): \(LabelText.shortened(scopeLabel, to: 200))")
    let heading =
      options.hasTitle ? "\(LabelText.isolated(LabelText.short(scopeLabel, 60))): \(localizer(title))" : nil
    document.attributes["label"] = .markup(legend.markup(heading: heading, note: note, colors: colors))
    document.nodeDefaults["fontcolor"] = .verbatim(colors.text.text)
    document.nodeDefaults["fillcolor"] = .verbatim(colors.plain.fill.text)
    document.nodeDefaults["color"] = .verbatim(colors.plain.border.text)
    document.edgeDefaults["color"] = .verbatim(colors.edge.text)
    document.edgeDefaults["fontcolor"] = .verbatim(colors.mutedText.text)
    return document
  }

  /// Fill and border of a category.
  func attributes(of category: DiagramColors.Category) -> DOTAttributes {
    [
      "fillcolor": .verbatim(category.fill.text), "color": .verbatim(category.border.text),
      "style": .verbatim("rounded,filled,\(category.borderStyle)"),
    ]
  }

  /// A name in bold over a smaller line, cut to a readable length.
  func label(_ name: String, _ line: String, width: Int = 18, lines: Int = 3, points: Double = 11) -> DOTMarkup {
    .text(LabelText.wrapped(name, width: width, lines: lines)).bold().font(points: points) + .lineBreak
      + .text(line).font(points: points - 1)
  }

  /// A pen width in points for a count: proportional to it, at most `widest` and never too thin to see.
  func penWidth(_ count: Int, of largest: Int, widest: Double) -> Double {
    guard largest > 0 else { return 0.8 }
    return max(0.8, widest * Double(count) / Double(largest))
  }

  /// The name under which a partner stands in the document.
  func partnerNode(_ partner: Int) -> String { "partner:\(dataset.partners[partner].id)" }

  /// The whole name of a partner, at most a few lines of it.
  func tooltip(_ name: String, _ lines: String...) -> DOTValue {
    .text(([LabelText.shortened(name, to: 200)] + lines).joined(separator: "\n"))
  }
}
