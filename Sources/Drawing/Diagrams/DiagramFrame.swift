import CampaignFigures
import GraphvizRendering
import Presentation

/// What all views have in common: names, the theme's colors, and the frame with title and legend.
protocol DiagramFrame {
  /// The view's name.
  var name: String { get }
  /// What is shown: the name of the campaign, the dataset or the graph.
  var subjectLabel: String { get }
  var options: DiagramOptions { get }
  var engine: LayoutEngine { get }
  var localizer: Localizer { get }
  var colors: DiagramColors { get }
}

extension DiagramFrame {
  /// An empty document with the theme's defaults and, above the drawing, title and legend.
  func document(directed: Bool, title: LocalizedText, note: String, legend: DiagramLegend) -> DOTDocument {
    var document = DOTDocument(name, directed: directed)
    document.attributes["layout"] = .verbatim(engine.rawValue)
    document.attributes["bgcolor"] = .verbatim(colors.background.text)
    document.attributes["fontcolor"] = .verbatim(colors.text.text)
    document.attributes["labelloc"] = "t"
    document.attributes["labeljust"] = "l"
    document.attributes["tooltip"] = .text("\(localizer(title)): \(LabelText.shortened(subjectLabel, to: 200))")
    let heading =
      options.hasTitle ? "\(LabelText.isolated(LabelText.short(subjectLabel, 60))): \(localizer(title))" : nil
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

  /// The whole name of a partner, at most a few lines of it.
  func tooltip(_ name: String, _ lines: String...) -> DOTValue {
    .text(([LabelText.shortened(name, to: 200)] + lines).joined(separator: "\n"))
  }
}
