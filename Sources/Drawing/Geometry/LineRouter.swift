/// Leads lines from mark to mark so that they touch neither marks nor words that are not theirs.
///
/// Where nothing is in the way a line is straight; else it is a bow to one side, the flattest that is free; else it runs
/// around what is in its way, along the corners of the shortest such path.
struct LineRouter: Sendable {
  private let index: ObstacleIndex

  /// - Parameter obstacles: every mark, and every piece of words that stands outside of its mark.
  init(_ obstacles: [Obstacle]) { index = ObstacleIndex(obstacles) }

  /// Bows that are tried, as shares of a line's length to its left or right.
  private static let bows = [0.07, 0.14, 0.22]

  /// The line between the borders of two marks.
  ///
  /// - Parameters:
  ///   - from, to: places of the two marks among the obstacles.
  ///   - width: of the line, in points.
  /// - Returns: the line; nil where there is no free way, as when a mark is walled in.
  func line(from: Int, to: Int, width: Double) -> Curve? {
    let (start, end) = (index.obstacles[from], index.obstacles[to])
    guard start.center.distance(to: end.center) > 1e-6 else { return nil }
    for margin in [3 + width / 2, 1.5 + width / 2, 0.75] {
      if let curve = free(from: start.center, to: end.center, own: [from, to], margin: margin) {
        return trimmed(curve, start, end)
      }
    }
    return nil
  }

  /// Obstacles but some that a curve comes nearer to than a margin.
  func touched(by curve: Curve, margin: Double, but exceptions: [Int]) -> [Int] {
    let points = curve.flattened()
    var found: Set<Int> = []
    for (start, end) in zip(points, points.dropFirst()) {
      found.formUnion(index.touched(byLineFrom: start, to: end, margin: margin, but: exceptions))
    }
    return found.sorted()
  }

  private func free(from start: Point, to end: Point, own: [Int], margin: Double) -> Curve? {
    let blocking = index.touched(byLineFrom: start, to: end, margin: margin, but: own)
    if blocking.isEmpty { return Curve(from: start, to: end) }
    let way = end - start
    let side = Point(x: -way.y, y: way.x)
    let middle = start.mixed(with: end, 0.5)
    for bow in LineRouter.bows {
      for sign in [1.0, -1] {
        let curve = Curve(from: start, over: middle + side * (2 * bow * sign), to: end)
        if touched(by: curve, margin: margin, but: own).isEmpty { return curve }
      }
    }
    return detour(from: start, to: end, around: blocking, own: own, margin: margin)
  }

  /// The shortest path around some obstacles; around more, where that path meets others.
  private func detour(from start: Point, to end: Point, around blocking: [Int], own: [Int], margin: Double) -> Curve? {
    var known = blocking
    // Between the corners, which are a margin away, and what was already passed: rounding leaves a part of it.
    let clearance = margin * 0.6
    for _ in 0..<24 where known.count <= 60 {
      let corners = known.flatMap { index.obstacles[$0].corners(margin: margin) }.filter { corner in
        index.touched(byLineFrom: corner, to: corner, margin: clearance, but: own).isEmpty
      }
      guard let path = shortestPath(from: start, to: end, corners, known, clearance) else { return nil }
      var met: Set<Int> = []
      for (a, b) in zip(path, path.dropFirst()) {
        met.formUnion(index.touched(byLineFrom: a, to: b, margin: clearance, but: own))
      }
      met.subtract(known)
      if met.isEmpty { return Curve(along: path, depth: margin * 0.4) }
      known = (known + met).sorted()
    }
    return nil
  }

  /// Dijkstra's shortest path over corners that see each other past some obstacles.
  private func shortestPath(
    from start: Point, to end: Point, _ corners: [Point], _ known: [Int], _ clearance: Double
  ) -> [Point]? {
    let places = [start, end] + corners
    let blocks = known.map { index.obstacles[$0] }
    func sees(_ a: Point, _ b: Point) -> Bool {
      !blocks.contains { $0.isTouched(byLineFrom: a, to: b, margin: clearance) }
    }
    var distance = [Double](repeating: .infinity, count: places.count)
    var previous = [Int](repeating: -1, count: places.count)
    var isDone = [Bool](repeating: false, count: places.count)
    distance[0] = 0
    while let next = places.indices.filter({ !isDone[$0] && distance[$0] < .infinity })
      .min(by: { (distance[$0], $0) < (distance[$1], $1) }), next != 1
    {
      isDone[next] = true
      for other in places.indices where !isDone[other] {
        let length = distance[next] + places[next].distance(to: places[other])
        guard length < distance[other], sees(places[next], places[other]) else { continue }
        distance[other] = length
        previous[other] = next
      }
    }
    guard distance[1] < .infinity else { return nil }
    var path = [end]
    var place = previous[1]
    while place > 0 {
      path.append(places[place])
      place = previous[place]
    }
    return [start] + path.reversed()
  }

  /// The part between the borders of both marks.
  private func trimmed(_ curve: Curve, _ start: Obstacle, _ end: Obstacle) -> Curve {
    curve.trimmed { start.holds($0, margin: 0) }.reversed.trimmed { end.holds($0, margin: 0) }.reversed
  }
}
