/// What lines must not touch: a node's mark, or its words.
enum Obstacle: Hashable, Sendable {
  case circle(Point, radius: Double)
  case rectangle(Rectangle)

  var center: Point {
    switch self {
    case .circle(let center, _): center
    case .rectangle(let rectangle): rectangle.center
    }
  }

  /// The smallest rectangle around it.
  var bounds: Rectangle {
    switch self {
    case .circle(let center, let radius): Rectangle(center: center, width: 2 * radius, height: 2 * radius)
    case .rectangle(let rectangle): rectangle
    }
  }

  /// Whether a straight line comes nearer than `margin`; for a rectangle, into it grown by `margin`.
  func isTouched(byLineFrom start: Point, to end: Point, margin: Double) -> Bool {
    switch self {
    case .circle(let center, let radius): center.distance(toLineFrom: start, to: end) < radius + margin
    case .rectangle(let rectangle): rectangle.grown(by: margin).part(ofLineFrom: start, to: end) != nil
    }
  }

  /// Whether a point lies nearer than `margin`.
  func holds(_ point: Point, margin: Double) -> Bool { isTouched(byLineFrom: point, to: point, margin: margin) }

  /// Corners of a shape around it, everywhere at least `margin` away.
  func corners(margin: Double) -> [Point] {
    switch self {
    case .rectangle(let rectangle):
      let grown = rectangle.grown(by: margin)
      return [
        Point(x: grown.minX, y: grown.minY), Point(x: grown.maxX, y: grown.minY),
        Point(x: grown.maxX, y: grown.maxY), Point(x: grown.minX, y: grown.maxY),
      ]
    case .circle(let center, let radius):
      // Eight corners; sides touch the circle grown by the margin: 1 / cos(π / 8).
      let reach = (radius + margin) * 1.0823922002923938
      let (far, near) = (reach * 0.9238795325112867, reach * 0.3826834323650898)
      return [
        (far, near), (near, far), (-near, far), (-far, near), (-far, -near), (-near, -far), (near, -far), (far, -near),
      ].map { center + Point(x: $0.0, y: $0.1) }
    }
  }
}

/// Finds the obstacles near a line among many.
struct ObstacleIndex: Sendable {
  let obstacles: [Obstacle]
  private let cell: Double
  private let origin: Point
  private let columns: Int
  private let rows: Int
  private let cells: [[Int32]]

  init(_ obstacles: [Obstacle]) {
    self.obstacles = obstacles
    let all = obstacles.map(\.bounds).reduce(into: Rectangle(minX: 0, minY: 0, maxX: 1, maxY: 1)) {
      $0 = $0.union($1)
    }
    let side = max(40, max(all.width, all.height) / 64)
    cell = side
    origin = Point(x: all.minX, y: all.minY)
    columns = Int(all.width / side) + 1
    rows = Int(all.height / side) + 1
    var cells = [[Int32]](repeating: [], count: columns * rows)
    for (index, obstacle) in obstacles.enumerated() {
      let bounds = obstacle.bounds
      for row in Int((bounds.minY - all.minY) / side)...Int((bounds.maxY - all.minY) / side) {
        for column in Int((bounds.minX - all.minX) / side)...Int((bounds.maxX - all.minX) / side) {
          cells[min(rows - 1, row) * columns + min(columns - 1, column)].append(Int32(index))
        }
      }
    }
    self.cells = cells
  }

  /// The obstacles, each once and in order, that a straight line touches.
  func touched(byLineFrom start: Point, to end: Point, margin: Double, but exceptions: [Int]) -> [Int] {
    let left = place(min(start.x, end.x) - margin - origin.x, columns)
    let right = place(max(start.x, end.x) + margin - origin.x, columns)
    let top = place(min(start.y, end.y) - margin - origin.y, rows)
    let bottom = place(max(start.y, end.y) + margin - origin.y, rows)
    var found: [Int] = []
    for row in top...bottom {
      for column in left...right {
        for index in cells[row * columns + column] {
          let index = Int(index)
          guard !found.contains(index), !exceptions.contains(index),
            obstacles[index].isTouched(byLineFrom: start, to: end, margin: margin)
          else { continue }
          found.append(index)
        }
      }
    }
    return found.sorted()
  }

  private func place(_ distance: Double, _ count: Int) -> Int { min(count - 1, max(0, Int(distance / cell))) }
}
