import Presentation

extension ChartCanvas {
  /// The elements of an SVG drawing, one a line, colored by the classes of ``ChartStyle``; every text is escaped.
  var svg: String {
    var text = ""
    for shape in shapes { text += element(shape) + "\n" }
    return text
  }

  private func element(_ shape: Shape) -> String {
    switch shape {
    case .line(let points, let style) where points.count == 2:
      let ends = "x1=\"\(n(points[0].x))\" y1=\"\(n(points[0].y))\" x2=\"\(n(points[1].x))\" y2=\"\(n(points[1].y))\""
      return "<line class=\"\(style)\" \(ends)/>"
    case .line(let points, let style): return path(points, style, end: "")
    case .area(let points, let style): return path(points, style, end: "Z")
    case .rectangle(let area, let style, let title):
      let place = "x=\"\(n(area.minX))\" y=\"\(n(area.minY))\" width=\"\(n(area.width))\" height=\"\(n(area.height))\""
      return titled("rect", "class=\"\(style)\" \(place)", title)
    case .circle(let center, let radius, let style, let title):
      return titled(
        "circle", "class=\"\(style)\" cx=\"\(n(center.x))\" cy=\"\(n(center.y))\" r=\"\(n(radius))\"", title)
    case .label(let point, let words, let style, let anchor, let whole):
      let place = "x=\"\(n(point.x))\" y=\"\(n(point.y))\" text-anchor=\"\(anchor.rawValue)\""
      let title = whole.map { "<title>\(MarkupText.escaped($0))</title>" } ?? ""
      return "<text class=\"\(style)\" \(place)>\(title)\(MarkupText.escaped(words))</text>"
    }
  }

  private func path(_ points: [Point], _ style: String, end: String) -> String {
    var steps = "M\(n(points[0].x)) \(n(points[0].y))"
    for point in points.dropFirst() { steps += "L\(n(point.x)) \(n(point.y))" }
    return "<path class=\"\(style)\" d=\"\(steps)\(end)\"/>"
  }

  private func titled(_ element: String, _ attributes: String, _ title: String?) -> String {
    guard let title else { return "<\(element) \(attributes)/>" }
    return "<\(element) \(attributes)><title>\(MarkupText.escaped(title))</title></\(element)>"
  }

  private func n(_ value: Double) -> String { SVGNumber.text(value) }
}
