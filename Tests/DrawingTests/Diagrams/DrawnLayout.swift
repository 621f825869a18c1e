import GraphvizRendering
import Testing

/// What an SVG picture of Graphviz shows, read from the picture itself: nodes with their shapes and words, and lines.
struct DrawnLayout {
  struct Box {
    var minX, minY, maxX, maxY: Double

    func grown(by margin: Double) -> Box {
      Box(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
    }

    func holds(_ point: (x: Double, y: Double)) -> Bool {
      minX < point.x && point.x < maxX && minY < point.y && point.y < maxY
    }

    func overlaps(_ other: Box) -> Bool {
      minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }
  }

  struct Node {
    var name: String
    var box: Box
    /// Where it is a circle.
    var radius: Double?
    var words: [Box]

    /// Whether a point is inside the shape, or within its words.
    func isHit(by point: (x: Double, y: Double)) -> Bool {
      if words.contains(where: { $0.holds(point) }) { return true }
      guard let radius else { return box.holds(point) }
      let center = (x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)
      return ((point.x - center.x) * (point.x - center.x) + (point.y - center.y) * (point.y - center.y)).squareRoot()
        < radius
    }
  }

  struct Line {
    var ends: Set<String>
    var points: [(x: Double, y: Double)]
  }

  private(set) var nodes: [Node] = []
  private(set) var lines: [Line] = []

  init(_ document: DOTDocument) throws {
    // Tooltips are groups within the group of a node or line.
    let svg = try Graphviz.render(document, as: .svg).text.replacing(/<g id="a_[a-z]+[0-9]+">/, with: "<g>")
    for group in svg.split(separator: "<g id=\"").dropFirst(2) {
      let isEdge = group.contains("class=\"edge")
      guard isEdge || group.contains("class=\"node") else { continue }
      let title = DrawnLayout.between("<title>", "</title>", group) ?? ""
      let name = title.replacing("&#45;", with: "-").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
      if isEdge {
        guard let path = DrawnLayout.between(" d=\"", "\"", group) else { continue }
        let ends = name.contains("->") ? name.split(separator: "->") : name.split(separator: "--")
        lines.append(Line(ends: Set(ends.map(String.init)), points: DrawnLayout.flattened(path)))
      } else if let node = DrawnLayout.node(name, group), !name.hasPrefix("corner:") {
        nodes.append(node)
      }
    }
  }

  /// Each line that comes inside a node, or into words, of which it is not an end.
  var falseMeetings: [String] {
    lines.flatMap { line in
      nodes.filter { node in !line.ends.contains(node.name) && line.points.contains(where: node.isHit) }
        .map { "\(line.ends.sorted()) meets \($0.name)" }
    }
  }

  /// Pairs of nodes whose shapes or words overlap.
  var overlaps: [String] {
    var found: [String] = []
    for (place, node) in nodes.enumerated() {
      for other in nodes[(place + 1)...] {
        let (a, b) = ([node.box] + node.words, [other.box] + other.words)
        if a.contains(where: { box in b.contains { box.grown(by: -0.5).overlaps($0) } }) {
          found.append("\(node.name) and \(other.name)")
        }
      }
    }
    return found
  }

  private static func node(_ name: String, _ group: Substring) -> Node? {
    var node = Node(name: name, box: Box(minX: 0, minY: 0, maxX: 0, maxY: 0), radius: nil, words: [])
    if let x = number("cx", group), let y = number("cy", group), let radius = number("rx", group) {
      node.box = Box(minX: x - radius, minY: y - radius, maxX: x + radius, maxY: y + radius)
      node.radius = radius
    } else if let points = between(" points=\"", "\"", group) ?? between(" d=\"", "\"", group) {
      let places = pairs(points)
      guard let x = places.map(\.x).min(), let y = places.map(\.y).min() else { return nil }
      node.box = Box(minX: x, minY: y, maxX: places.map(\.x).max() ?? x, maxY: places.map(\.y).max() ?? y)
    } else {
      return nil
    }
    for text in group.split(separator: "<text ").dropFirst() {
      guard let x = number("x", text), let y = number("y", text), let size = number("font-size", text) else { continue }
      let words = between(">", "</text>", text) ?? ""
      // Narrower than any letters are, so that what is found is true.
      let width = Double(words.count) * size * 0.45
      let left = text.contains("text-anchor=\"middle\"") ? x - width / 2 : x
      node.words.append(Box(minX: left, minY: y - size * 0.7, maxX: left + width, maxY: y))
    }
    return node
  }

  private static func between(_ start: String, _ end: String, _ text: Substring) -> String? {
    guard let from = text.firstRange(of: start), let to = text[from.upperBound...].firstRange(of: end) else {
      return nil
    }
    return String(text[from.upperBound..<to.lowerBound])
  }

  private static func number(_ attribute: String, _ text: Substring) -> Double? {
    between(" \(attribute)=\"", "\"", text).flatMap(Double.init)
      ?? (text.hasPrefix("\(attribute)=\"") ? between("\"", "\"", text).flatMap(Double.init) : nil)
  }

  private static func pairs(_ text: String) -> [(x: Double, y: Double)] {
    let numbers = text.split { !("0"..."9").contains($0) && $0 != "." && $0 != "-" }.compactMap { Double($0) }
    return stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
  }

  /// Points on a path of Bézier pieces.
  private static func flattened(_ path: String) -> [(x: Double, y: Double)] {
    let controls = pairs(path)
    var points: [(x: Double, y: Double)] = []
    for piece in stride(from: 0, to: controls.count - 3, by: 3) {
      let (a, b, c, d) = (controls[piece], controls[piece + 1], controls[piece + 2], controls[piece + 3])
      for step in 0...24 {
        let t = Double(step) / 24
        let u = 1 - t
        let (k, l, m, n) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        points.append((a.x * k + b.x * l + c.x * m + d.x * n, a.y * k + b.y * l + c.y * m + d.y * n))
      }
    }
    return points
  }
}
