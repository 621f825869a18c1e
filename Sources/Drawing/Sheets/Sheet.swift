import GraphvizRendering
import Presentation

/// A drawing whose every place is fixed, as a DOT document: marks and lines are nodes and edges with names and tooltips,
/// scales and words between them stand in its background.
///
/// Places are in points from the left and from the top.
struct Sheet {
  private var document: DOTDocument
  private var background = DOTBackground()
  private(set) var bounds: Rectangle?
  let colors: DiagramColors
  /// The least width that a key below the drawing is given, in points.
  var keyWidth = 560.0
  /// Letters of words between the marks are no smaller, in points.
  var leastPoints = 0.0

  /// A sheet on which there is nothing yet.
  ///
  /// - Parameter document: without nodes, with the theme's defaults and what stands above the drawing.
  init(_ document: DOTDocument, _ colors: DiagramColors) {
    self.colors = colors
    self.document = document
    self.document.attributes["layout"] = "nop2"
    // Without this Graphviz moves nodes but not the background.
    self.document.attributes["notranslate"] = "true"
  }

  /// Widens the sheet so that a rectangle is on it.
  mutating func cover(_ rectangle: Rectangle) { bounds = bounds?.union(rectangle) ?? rectangle }

  /// Adds a filled circle, with its words inside or, where these are wider, below.
  mutating func circle(_ name: String, _ center: Point, radius: Double, _ attributes: DOTAttributes) {
    cover(Rectangle(center: center, width: 2 * radius, height: 2 * radius))
    document.addNode(
      name,
      attributes.merging([
        "shape": "circle", "fixedsize": "true", "width": .number(radius / 36), "height": .number(radius / 36),
        "pos": place(center),
      ]))
  }

  /// Adds a filled rectangle.
  mutating func box(_ name: String, _ rectangle: Rectangle, _ attributes: DOTAttributes) {
    cover(rectangle)
    document.addNode(
      name,
      DOTAttributes(dictionaryLiteral: ("label", "")).merging(attributes).merging([
        "shape": "box", "fixedsize": "true", "width": .number(rectangle.width / 72),
        "height": .number(rectangle.height / 72), "pos": place(rectangle.center),
      ]))
  }

  /// Where a node's outside words go, as the attributes of the node.
  mutating func outside(_ label: NodeLabel, _ center: Point) -> DOTAttributes {
    cover(Rectangle(center: center, width: label.width, height: label.height))
    return ["label": "", "xlabel": .markup(label.markup), "xlp": place(center)]
  }

  /// Adds a line between two marks.
  ///
  /// - Parameter arrows: at the start and at the end, and how large, 1 for ten points.
  mutating func line(
    from tail: String, to head: String, _ curve: Curve, _ attributes: DOTAttributes,
    arrows: (start: Bool, end: Bool) = (false, false), arrowSize: Double = 0.8
  ) {
    var curve = curve
    var ends = ""
    let depth = 10 * arrowSize
    if arrows.end {
      let tip = curve.end
      ends += "e,\(numbers(tip)) "
      curve = curve.reversed.trimmed { $0.distance(to: tip) < depth }.reversed
    }
    if arrows.start {
      let tip = curve.start
      ends = "s,\(numbers(tip)) " + ends
      curve = curve.trimmed { $0.distance(to: tip) < depth }
    }
    for point in curve.points { cover(Rectangle(center: point, width: 2, height: 2)) }
    let kind: DOTValue = arrows.start ? (arrows.end ? "both" : "back") : (arrows.end ? "forward" : "none")
    document.addEdge(
      tail, head,
      attributes.merging([
        "dir": kind, "arrowsize": .number(arrowSize),
        "pos": .verbatim(ends + curve.points.map(numbers).joined(separator: " ")),
      ]))
  }

  /// Where the words of an edge go, as its attributes.
  func middle(_ words: String, _ center: Point) -> DOTAttributes { ["label": .text(words), "lp": place(center)] }

  /// Adds words on one line, centered in height on a place.
  mutating func text(
    _ words: String, _ point: Point, points: Double = 10.5, color: RGBColor? = nil,
    anchor: DOTBackground.Anchor = .start, isBold: Bool = false
  ) {
    let points = max(points, leastPoints)
    let width = TextWidth.of(words, points: points, isBold: isBold)
    background.text(
      words, x: point.x, y: -(point.y + points * 0.36), points: points, width: width,
      color: (color ?? colors.text).text, anchor: anchor, isBold: isBold)
    let left = anchor == .start ? point.x : anchor == .end ? point.x - width : point.x - width / 2
    cover(Rectangle(minX: left, minY: point.y - points * 0.6, maxX: left + width, maxY: point.y + points * 0.6))
  }

  /// Adds lines of words, the first centered in height on a place.
  mutating func text(lines: [String], _ point: Point, points: Double, color: RGBColor? = nil, isBold: Bool = false) {
    for (place, line) in lines.enumerated() {
      let y = point.y + 1.3 * max(points, leastPoints) * Double(place)
      text(line, Point(x: point.x, y: y), points: points, color: color, isBold: isBold)
    }
  }

  /// Adds a thin line of a scale.
  mutating func rule(_ points: [Point], _ color: RGBColor, width: Double = 1, style: String = "solid") {
    background.line(points.map { ($0.x, -$0.y) }, DOTBackground.Stroke(color.text, width: width, style: style))
    for point in points { cover(Rectangle(center: point, width: 0.1, height: 0.1)) }
  }

  /// Adds an area behind all marks.
  mutating func area(_ rectangle: Rectangle, fill: String, border: RGBColor? = nil, style: String = "solid") {
    let corners = [
      (rectangle.minX, -rectangle.minY), (rectangle.maxX, -rectangle.minY), (rectangle.maxX, -rectangle.maxY),
      (rectangle.minX, -rectangle.maxY),
    ]
    background.polygon(corners, fill: fill, border.map { DOTBackground.Stroke($0.text, width: 1, style: style) })
    cover(rectangle)
  }

  /// Adds a circle of a scale, behind all marks.
  mutating func dot(_ center: Point, radius: Double, fill: RGBColor, border: RGBColor) {
    background.circle(
      x: center.x, y: -center.y, radius: radius, fill: fill.text, DOTBackground.Stroke(border.text, width: 1.2))
    cover(Rectangle(center: center, width: 2 * radius, height: 2 * radius))
  }

  /// The document. Two marks without size hold its corners, so that the background is inside.
  var finished: DOTDocument {
    var document = document
    if !background.isEmpty { document.attributes["_background"] = background.value }
    let bounds = (self.bounds ?? Rectangle(minX: 0, minY: 0, maxX: 1, maxY: 1)).grown(by: 4)
    for (name, corner) in [
      ("corner:1", Point(x: bounds.minX, y: bounds.minY)), ("corner:2", Point(x: bounds.maxX, y: bounds.maxY)),
    ] {
      document.addNode(
        name,
        ["shape": "point", "style": "invis", "width": 0.01, "height": 0.01, "label": "", "pos": place(corner)])
    }
    return document
  }

  private func place(_ point: Point) -> DOTValue { .verbatim(numbers(point)) }

  private func numbers(_ point: Point) -> String { "\(hundredths(point.x)),\(hundredths(-point.y))" }

  /// With at most two decimals.
  private func hundredths(_ value: Double) -> String {
    SVGNumber.text(value)
  }
}
