import Presentation

/// What a chart consists of, in the order in which it is drawn: shapes with the name of their style.
struct ChartCanvas: Hashable, Sendable {
  /// Where a text is anchored.
  enum Anchor: String, Hashable, Sendable {
    case start
    case middle
    case end
  }

  enum Shape: Hashable, Sendable {
    case line([Point], style: String)
    case area([Point], style: String)
    case rectangle(Rectangle, style: String, title: String?)
    case circle(Point, radius: Double, style: String, title: String?)
    /// The whole name, where the words are cut.
    case label(Point, words: String, style: String, anchor: Anchor, whole: String?)
  }

  private(set) var shapes: [Shape] = []

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    shapes.append(.line([Point(x: x1, y: y1), Point(x: x2, y: y2)], style: style))
  }

  /// A rectangle; what it stands for shows when the pointer rests on it.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String, title: String? = nil
  ) {
    let rectangle = Rectangle(minX: x, minY: y, maxX: x + max(0, width), maxY: y + max(0, height))
    shapes.append(.rectangle(rectangle, style: style, title: title))
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String, title: String? = nil) {
    shapes.append(.circle(Point(x: x, y: y), radius: radius, style: style, title: title))
  }

  /// A line through points, closed into an area if asked for.
  mutating func path(_ points: [(x: Double, y: Double)], _ style: String, isClosed: Bool = false) {
    guard !points.isEmpty else { return }
    let points = points.map { Point(x: $0.x, y: $0.y) }
    shapes.append(isClosed ? .area(points, style: style) : .line(points, style: style))
  }

  /// A text on one line.
  mutating func label(_ x: Double, _ y: Double, _ words: String, _ style: String, anchor: Anchor = .start) {
    shapes.append(.label(Point(x: x, y: y), words: words, style: style, anchor: anchor, whole: nil))
  }

  /// A name cut to a width; the whole of it shows when the pointer rests on it.
  mutating func name(_ name: String, _ x: Double, _ y: Double, width: Double, anchor: Anchor = .end) {
    let line = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let cut = TextWidth.fitted(line, points: ChartStyle.points, width: width)
    shapes.append(
      .label(
        Point(x: x, y: y), words: cut, style: "", anchor: anchor,
        whole: cut == line ? nil : LabelText.shortened(line, to: 200)))
  }
}
