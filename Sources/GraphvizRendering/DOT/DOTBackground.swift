/// Shapes and words behind the nodes of a document, at fixed places: the value of its attribute `_background`.
///
/// Places are in points, from the left and from the bottom, as in `pos`. A background does not widen a drawing; nodes do.
/// Reference: Graphviz, *xdot*, https://graphviz.org/docs/outputs/canon/#xdot.
package struct DOTBackground: Sendable, Hashable {
  /// Where words stand beside their place.
  package enum Anchor: Int, Sendable, Hashable {
    /// They start there.
    case start = -1
    case middle = 0
    /// They end there.
    case end = 1
  }

  /// How an outline is drawn.
  package struct Stroke: Sendable, Hashable {
    /// `#rrggbb`, or with two more digits for opacity.
    package var color: String
    /// In points.
    package var width: Double
    /// Graphviz's name: `solid`, `dashed`, `dotted`.
    package var style: String

    package init(_ color: String, width: Double = 1, style: String = "solid") {
      self.color = color
      self.width = width
      self.style = style
    }
  }

  private var operations: [String] = []

  package init() {}

  package var isEmpty: Bool { operations.isEmpty }

  /// The value of the attribute.
  package var value: DOTValue { .verbatim(operations.joined(separator: " ")) }

  /// Adds a line through points, straight from each to the next.
  package mutating func line(_ points: [(x: Double, y: Double)], _ stroke: Stroke) {
    guard points.count >= 2 else { return }
    set(stroke)
    operations.append("L \(points.count) \(written(points))")
  }

  /// Adds a smooth line: its start, then for each piece two control points and its end.
  package mutating func curve(_ points: [(x: Double, y: Double)], _ stroke: Stroke) {
    precondition(points.count % 3 == 1, "A curve has a start and three points a piece.")
    guard points.count >= 4 else { return }
    set(stroke)
    operations.append("B \(points.count) \(written(points))")
  }

  /// Adds a filled area with corners.
  package mutating func polygon(_ points: [(x: Double, y: Double)], fill: String, _ stroke: Stroke? = nil) {
    guard points.count >= 3 else { return }
    set(stroke ?? Stroke(fill, width: 0))
    operations.append("C \(counted(fill)) P \(points.count) \(written(points))")
  }

  /// Adds a filled circle.
  package mutating func circle(x: Double, y: Double, radius: Double, fill: String, _ stroke: Stroke? = nil) {
    set(stroke ?? Stroke(fill, width: 0))
    let (x, y, radius) = (DOTEncoding.number(x), DOTEncoding.number(y), DOTEncoding.number(radius))
    operations.append("C \(counted(fill)) E \(x) \(y) \(radius) \(radius)")
  }

  /// Adds words on one line, any text, whose baseline is at `y`.
  ///
  /// - Parameters:
  ///   - points: size of the letters.
  ///   - width: about how wide the words are, in points.
  package mutating func text(
    _ words: String, x: Double, y: Double, points: Double, width: Double, color: String, anchor: Anchor = .start,
    isBold: Bool = false
  ) {
    let line = DOTEncoding.line(words)
    guard !line.isEmpty else { return }
    let family = "DejaVu Sans,Verdana,Arial,sans-serif"
    operations.append("F \(DOTEncoding.number(points)) \(counted(family)) c \(counted(color)) t \(isBold ? 1 : 0)")
    let place = "\(DOTEncoding.number(x)) \(DOTEncoding.number(y)) \(anchor.rawValue) \(DOTEncoding.number(width))"
    operations.append("T \(place) \(counted(line))")
  }

  private mutating func set(_ stroke: Stroke) {
    let width = "setlinewidth(\(DOTEncoding.number(stroke.width)))"
    operations.append("c \(counted(stroke.color)) S \(counted(width)) S \(counted(stroke.style))")
  }

  private func written(_ points: [(x: Double, y: Double)]) -> String {
    points.map { "\(DOTEncoding.number($0.x)) \(DOTEncoding.number($0.y))" }.joined(separator: " ")
  }

  /// A string with the number of its bytes before it, by which its end is found whatever is in it.
  private func counted(_ text: String) -> String { "\(text.utf8.count) -\(text)" }
}
