import Presentation

/// A drawn chart: clean SVG that a page's style sheet colors.
package struct Chart: Hashable, Sendable {
  /// What it shows, such as `reach-curve`; also the start of its ids.
  package let name: String
  /// Heading, for a caption beside it and for readers who cannot see it.
  package let title: String
  /// What can be seen, in a sentence or two.
  package let summary: String
  /// What a caption beside the chart adds to what can be read in it; empty for nothing.
  package let caption: String
  package let width: Double
  package let height: Double
  let canvas: ChartCanvas
  private var tallDrawing: Drawing?

  /// What is drawn, and how large it is.
  private struct Drawing: Hashable, Sendable {
    var width: Double
    var height: Double
    var canvas: ChartCanvas
  }

  init(
    _ name: String, title: String, summary: String, caption: String, width: Double = 560, height: Double,
    canvas: ChartCanvas
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.caption = caption
    self.width = width
    self.height = height
    self.canvas = canvas
  }

  /// A chart in each form; nil where there is nothing to show.
  static func inAllForms(_ draw: (ChartForm) -> Chart?) -> Chart? {
    guard var chart = draw(.broad) else { return nil }
    chart.tallDrawing = draw(.tall).map { Drawing(width: $0.width, height: $0.height, canvas: $0.canvas) }
    return chart
  }

  /// The same chart, narrow and tall, for phones and columns; nil where it is no other.
  package var tall: Chart? {
    tallDrawing.map {
      Chart(
        name, title: title, summary: summary, caption: caption, width: $0.width, height: $0.height, canvas: $0.canvas)
    }
  }

  /// The chart as an `svg` element for an HTML page whose style sheet holds ``styleSheet(theme:)``'s rules.
  ///
  /// - Parameter idPrefix: put before its ids; another one for each chart of a page. ASCII letters, digits and hyphens.
  package func element(idPrefix: String) -> String { element(idPrefix: idPrefix, isAlone: false, style: "") }

  /// The chart as an SVG file, in the colors of a theme; without one it follows the reader's light or dark setting.
  package func file(theme: DiagramTheme? = nil) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + element(idPrefix: "", isAlone: true, style: ChartStyle.fileSheet(theme: theme))
  }

  private func element(idPrefix: String, isAlone: Bool, style: String) -> String {
    let id = "\(idPrefix)\(name)"
    let size = "viewBox=\"0 0 \(SVGNumber.text(width)) \(SVGNumber.text(height))\""
    let namespace = isAlone ? " xmlns=\"http://www.w3.org/2000/svg\"" : ""
    return """
      <svg\(namespace) class="chart" role="img" aria-labelledby="\(id)-title \(id)-desc" \(size)>
      <title id="\(id)-title">\(MarkupText.escaped(title))</title>
      <desc id="\(id)-desc">\(MarkupText.escaped(summary))</desc>
      \(style)\(canvas.svg)</svg>

      """
  }
}
