import Presentation

/// Writes the elements of an SVG drawing, one a line.
struct SVGCanvas {
  private(set) var text = ""

  /// Where a text is anchored.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// A coordinate with at most two decimals, the same text everywhere.
  static func number(_ value: Double) -> String {
    precondition(value.isFinite && abs(value) < 1e12, "A coordinate is a finite number.")
    let hundredths = Int((value * 100).rounded())
    let magnitude = hundredths.magnitude
    let fraction = magnitude % 100
    let digits =
      fraction == 0 ? "" : fraction % 10 == 0 ? ".\(fraction / 10)" : fraction < 10 ? ".0\(fraction)" : ".\(fraction)"
    return (hundredths < 0 ? "-" : "") + "\(magnitude / 100)" + digits
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    let ends = "x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\""
    text += "<line class=\"\(style)\" \(ends)/>\n"
  }

  /// A rectangle; what it stands for shows when the pointer rests on it.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String, title: String? = nil
  ) {
    let place = "x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(max(0, width)))\" height=\"\(n(max(0, height)))\""
    let hint = title.map { "><title>\(MarkupText.escaped($0))</title></rect>\n" } ?? "/>\n"
    text += "<rect class=\"\(style)\" \(place)\(hint)"
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String, title: String? = nil) {
    let place = "cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(radius))\""
    let hint = title.map { "><title>\(MarkupText.escaped($0))</title></circle>\n" } ?? "/>\n"
    text += "<circle class=\"\(style)\" \(place)\(hint)"
  }

  /// A line through points, closed into an area if asked for.
  mutating func path(_ points: [(x: Double, y: Double)], _ style: String, isClosed: Bool = false) {
    guard let first = points.first else { return }
    var steps = "M\(n(first.x)) \(n(first.y))"
    for point in points.dropFirst() { steps += "L\(n(point.x)) \(n(point.y))" }
    text += "<path class=\"\(style)\" d=\"\(steps)\(isClosed ? "Z" : "")\"/>\n"
  }

  /// A text on one line, escaped.
  mutating func label(_ x: Double, _ y: Double, _ words: String, _ style: String, anchor: Anchor = .start) {
    let place = "x=\"\(n(x))\" y=\"\(n(y))\" text-anchor=\"\(anchor.rawValue)\""
    text += "<text class=\"\(style)\" \(place)>\(MarkupText.escaped(words))</text>\n"
  }

  private func n(_ value: Double) -> String { SVGCanvas.number(value) }
}
