/// A smooth line: a start, then for each piece two control points and an end, as Bézier curves of third degree.
struct Curve: Hashable, Sendable {
  /// 1 + 3 a piece.
  private(set) var points: [Point]

  /// A straight line.
  init(from start: Point, to end: Point) {
    points = [start, start.mixed(with: end, 1 / 3), start.mixed(with: end, 2 / 3), end]
  }

  /// A bow with one control point in the middle, which it does not reach.
  init(from start: Point, over middle: Point, to end: Point) {
    points = [start, start.mixed(with: middle, 2 / 3), end.mixed(with: middle, 2 / 3), end]
  }

  /// One piece.
  init(_ start: Point, _ first: Point, _ second: Point, _ end: Point) { points = [start, first, second, end] }

  /// A line along corners, each rounded off by at most `depth` on its inner side.
  init(along corners: [Point], depth: Double) {
    precondition(corners.count >= 2, "A line has two ends.")
    points = [corners[0]]
    for place in corners.indices.dropFirst().dropLast() {
      let corner = corners[place]
      let (before, after) = (corners[place - 1] - corner, corners[place + 1] - corner)
      let shorter = min(before.length, after.length) / 2
      guard shorter > 1e-6 else { continue }
      let bisector = (before * (1 / before.length) + after * (1 / after.length)).length
      // A bow between points so far from the corner stays half their middle's distance away from it.
      let cut = bisector < 1e-6 ? shorter : min(shorter, 4 * depth / bisector)
      line(to: corner + before * (cut / before.length))
      let end = corner + after * (cut / after.length)
      let start = points[points.count - 1]
      points += [start.mixed(with: corner, 2 / 3), end.mixed(with: corner, 2 / 3), end]
    }
    line(to: corners[corners.count - 1])
  }

  var start: Point { points[0] }
  var end: Point { points[points.count - 1] }

  private mutating func line(to end: Point) {
    let start = points[points.count - 1]
    points += [start.mixed(with: end, 1 / 3), start.mixed(with: end, 2 / 3), end]
  }

  /// Points on it from start to end, so many a piece and the start.
  func flattened(_ steps: Int = 12) -> [Point] {
    var result = [start]
    for piece in stride(from: 0, to: points.count - 1, by: 3) {
      let (a, b, c, d) = (points[piece], points[piece + 1], points[piece + 2], points[piece + 3])
      for step in 1...steps {
        let t = Double(step) / Double(steps)
        let u = 1 - t
        result.append(a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t))
      }
    }
    return result
  }

  var reversed: Curve {
    var curve = self
    curve.points.reverse()
    return curve
  }

  /// The same with a straight piece before and one behind.
  func extended(from start: Point, to end: Point) -> Curve {
    var curve = Curve(from: start, to: self.start)
    curve.points += points.dropFirst()
    curve.line(to: end)
    return curve
  }

  func moved(by offset: Point) -> Curve {
    var curve = self
    curve.points = points.map { $0 + offset }
    return curve
  }

  /// What is left of it behind the last place, from the start on, that `isInside` holds.
  func trimmed(where isInside: (Point) -> Bool) -> Curve {
    var piece = 0
    while piece + 3 < points.count - 1, isInside(points[piece + 3]) { piece += 3 }
    guard isInside(points[piece]) else { return from(piece: piece) }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if isInside(split(piece, at: middle)[3]) { low = middle } else { high = middle }
    }
    var curve = from(piece: piece)
    curve.points.replaceSubrange(0...3, with: split(piece, at: high)[3...6])
    return curve
  }

  private func from(piece: Int) -> Curve {
    var curve = self
    curve.points.removeFirst(piece)
    return curve
  }

  /// The seven points of the two halves of a piece. After P. de Casteljau.
  private func split(_ piece: Int, at t: Double) -> [Point] {
    let (a, b, c, d) = (points[piece], points[piece + 1], points[piece + 2], points[piece + 3])
    let (ab, bc, cd) = (a.mixed(with: b, t), b.mixed(with: c, t), c.mixed(with: d, t))
    let (left, right) = (ab.mixed(with: bc, t), bc.mixed(with: cd, t))
    return [a, ab, left, left.mixed(with: right, t), right, cd, d]
  }
}
