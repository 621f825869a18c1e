/// A place in a drawing, in points from the left and from the top.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  static func + (left: Point, right: Point) -> Point { Point(x: left.x + right.x, y: left.y + right.y) }
  static func - (left: Point, right: Point) -> Point { Point(x: left.x - right.x, y: left.y - right.y) }
  static func * (left: Point, factor: Double) -> Point { Point(x: left.x * factor, y: left.y * factor) }

  /// Distance from the origin.
  var length: Double { (x * x + y * y).squareRoot() }

  /// Distance of another point.
  func distance(to other: Point) -> Double { (self - other).length }

  /// The point so far on the way to another one, 0 for this one and 1 for the other.
  func mixed(with other: Point, _ share: Double) -> Point { self + (other - self) * share }

  /// Distance of the nearest point of the straight line from one point to another.
  func distance(toLineFrom start: Point, to end: Point) -> Double {
    let way = end - start
    let square = way.x * way.x + way.y * way.y
    guard square > 0 else { return distance(to: start) }
    let offset = self - start
    let share = min(1, max(0, (offset.x * way.x + offset.y * way.y) / square))
    return distance(to: start + way * share)
  }
}

/// An upright rectangle in a drawing.
struct Rectangle: Hashable, Sendable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  init(center: Point, width: Double, height: Double) {
    self.init(
      minX: center.x - width / 2, minY: center.y - height / 2, maxX: center.x + width / 2, maxY: center.y + height / 2)
  }

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var center: Point { Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

  /// This rectangle, so much larger on each side.
  func grown(by margin: Double) -> Rectangle {
    Rectangle(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  /// The smallest rectangle around this one and another.
  func union(_ other: Rectangle) -> Rectangle {
    Rectangle(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// This rectangle, moved.
  func moved(by offset: Point) -> Rectangle {
    Rectangle(minX: minX + offset.x, minY: minY + offset.y, maxX: maxX + offset.x, maxY: maxY + offset.y)
  }

  /// Whether the two have an area in common.
  func overlaps(_ other: Rectangle) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// The part, as shares 0 to 1, of a straight line that lies inside; nil where none does. After Y. Liang and
  /// B. Barsky, "A new concept and method for line clipping" (1984), doi:10.1145/357332.357333.
  func part(ofLineFrom start: Point, to end: Point) -> ClosedRange<Double>? {
    var (entry, exit) = (0.0, 1.0)
    let way = end - start
    for (step, room) in [
      (-way.x, start.x - minX), (way.x, maxX - start.x), (-way.y, start.y - minY), (way.y, maxY - start.y),
    ] {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        entry = max(entry, room / step)
      } else {
        exit = min(exit, room / step)
      }
    }
    return entry <= exit ? entry...exit : nil
  }
}
