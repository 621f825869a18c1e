package import GraphvizRendering
import Presentation

extension Chart {
  /// The chart as a document that Graphviz draws, with its title above: for bitmaps and print.
  package func document(theme: DiagramTheme) -> DOTDocument {
    let colors = DiagramColors.of(theme)
    var document = DOTDocument(name, directed: false)
    document.attributes["layout"] = "nop2"
    document.attributes["notranslate"] = "true"
    document.attributes["bgcolor"] = .verbatim(colors.background.text)
    document.attributes["labelloc"] = "t"
    document.attributes["labeljust"] = "l"
    var heading = DOTMarkup.text(title).bold().font(color: colors.text.text, points: 15)
    for line in LabelText.wrapped(caption, width: 84, lines: 3).split(separator: "\n") {
      heading = heading + .lineBreak + .text(String(line)).font(color: colors.mutedText.text, points: 10.5)
    }
    document.attributes["label"] = .markup(
      .table([[DOTMarkup.Cell(heading, ["ALIGN": "LEFT", "BALIGN": "LEFT"])]], ["BORDER": "0"]))
    document.attributes["_background"] = background(colors).value
    for (name, x, y) in [("corner:1", 0.0, 0.0), ("corner:2", width, -height)] {
      document.addNode(
        name,
        [
          "shape": "point", "style": "invis", "width": 0.01, "height": 0.01, "label": "",
          "pos": .verbatim("\(SVGNumber.text(x)),\(SVGNumber.text(y))"),
        ])
    }
    return document
  }

  private func background(_ colors: DiagramColors) -> DOTBackground {
    var background = DOTBackground()
    func turned(_ points: [Point]) -> [(x: Double, y: Double)] { points.map { ($0.x, -$0.y) } }
    for shape in canvas.shapes {
      switch shape {
      case .line(let points, let name):
        let pen = ChartPen(name, colors)
        if let stroke = pen.stroke {
          background.line(turned(points), .init(stroke.text, width: pen.width, style: pen.style))
        }
      case .area(let points, let name):
        if let fill = ChartPen(name, colors).fill { background.polygon(turned(points), fill: fill) }
      case .rectangle(let area, let name, _):
        let pen = ChartPen(name, colors)
        guard let fill = pen.fill, area.width > 0, area.height > 0 else { continue }
        let corners = [
          (area.minX, -area.minY), (area.maxX, -area.minY), (area.maxX, -area.maxY), (area.minX, -area.maxY),
        ]
        background.polygon(corners, fill: fill, pen.stroke.map { .init($0.text, width: pen.width) })
      case .circle(let center, let radius, let name, _):
        let pen = ChartPen(name, colors)
        guard let fill = pen.fill else { continue }
        background.circle(
          x: center.x, y: -center.y, radius: radius, fill: fill, pen.stroke.map { .init($0.text, width: pen.width) })
      case .label(let point, let words, let name, let anchor, _):
        let pen = ChartPen(name, colors)
        background.text(
          words, x: point.x, y: -point.y, points: ChartStyle.points,
          width: TextWidth.of(words, points: ChartStyle.points, isBold: pen.isBold),
          color: (name == "soft" ? colors.mutedText : colors.text).text,
          anchor: anchor == .start ? .start : anchor == .end ? .end : .middle, isBold: pen.isBold)
      }
    }
    return background
  }
}
