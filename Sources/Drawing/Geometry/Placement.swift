import GraphvizRendering

/// Places boxes of given sizes so that none overlaps another and what is tied stands near.
///
/// Parts that do not hang together are laid out one by one and set side by side.
struct Placement {
  /// A tie that pulls two boxes together.
  struct Link: Hashable, Sendable {
    var from: Int
    var to: Int
    /// How far apart the centers want to be, in points.
    var length: Double
  }

  /// Width and height of each box, in points.
  let sizes: [(width: Double, height: Double)]
  let links: [Link]
  var engine: LayoutEngine
  /// The least distance between two boxes, in points.
  var gap = 12.0
  /// The node in the middle, for engines with one.
  var root: Int?
  /// Whether parts that come out wider than high are turned, and stand one below the other.
  var isTall = false

  /// Boxes up to which a part is pressed together; of more its shape would suffer.
  private static let mostPressed = 60

  /// The center of each box; the drawing starts at 0 in both directions.
  ///
  /// - Throws: what Graphviz says.
  func centers() throws(GraphvizError) -> [Point] {
    var centers = [Point](repeating: Point(x: 0, y: 0), count: sizes.count)
    var parts: [(members: [Int], bounds: Rectangle)] = []
    for members in components() {
      let places = try placed(members)
      var bounds: Rectangle?
      for (member, place) in zip(members, places) {
        centers[member] = place
        let box = Rectangle(center: place, width: sizes[member].width, height: sizes[member].height)
        bounds = bounds?.union(box) ?? box
      }
      if let bounds { parts.append((members, bounds)) }
    }
    let offsets = Shelves.offsets(
      of: parts.map { ($0.bounds.width, $0.bounds.height) }, gap: 2 * gap, widthToHeight: isTall ? 0.5 : 1.6)
    for (part, offset) in zip(parts, offsets) {
      let move = Point(x: offset.x - part.bounds.minX, y: offset.y - part.bounds.minY)
      for member in part.members { centers[member] = centers[member] + move }
    }
    return centers
  }

  /// Groups of boxes that hang together, largest first, then by first box.
  private func components() -> [[Int]] {
    var group = Array(sizes.indices)
    func root(_ box: Int) -> Int {
      var box = box
      while group[box] != box { box = group[box] }
      return box
    }
    for link in links {
      let (a, b) = (root(link.from), root(link.to))
      group[max(a, b)] = min(a, b)
    }
    var members: [Int: [Int]] = [:]
    for box in sizes.indices { members[root(box), default: []].append(box) }
    return members.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  /// Places of the boxes of one component, free of overlaps.
  private func placed(_ members: [Int]) throws(GraphvizError) -> [Point] {
    guard members.count > 1 else { return [Point(x: 0, y: 0)] }
    let places = try laidOut(members)
    return isTall || members.count <= Placement.mostPressed ? pressed(places, members) : spread(places, members)
  }

  /// Places as the engine has them.
  private func laidOut(_ members: [Int]) throws(GraphvizError) -> [Point] {
    var number = [Int: Int](minimumCapacity: members.count)
    for (place, member) in members.enumerated() { number[member] = place }
    var document = DOTDocument(directed: false, attributes: [:], nodeDefaults: [:], edgeDefaults: [:])
    document.attributes["layout"] = .verbatim(engine.rawValue)
    document.attributes["overlap"] = "prism"
    document.attributes["overlap_scaling"] = "-4"
    document.attributes["sep"] = .verbatim("+\(Int(gap))")
    if engine == .neato, members.count <= 60 { document.attributes["mode"] = "KK" }
    if let root, let place = number[root] {
      document.attributes["root"] = .verbatim("n\(place)")
      document.attributes["ranksep"] = 1.6
    }
    for (place, member) in members.enumerated() {
      let (width, height) = sizes[member]
      document.addNode(
        "n\(place)",
        [
          "shape": "box", "fixedsize": "true", "label": "", "width": .number(width / 72),
          "height": .number(height / 72),
        ])
    }
    for link in links {
      guard let from = number[link.from], let to = number[link.to] else { continue }
      document.addEdge("n\(from)", "n\(to)", ["len": .number(link.length / 72)])
    }
    return try Graphviz.places(of: document, engine: engine).map { Point(x: $0.x, y: -$0.y) }
  }

  /// The same picture turned to its longer side, upright if tall, and pressed together until it is as wide as a page or a
  /// phone shows legible; boxes that meet give way downwards.
  private func pressed(_ places: [Point], _ members: [Int]) -> [Point] {
    func span(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }
    var places = places
    let isWide = span(places.map(\.x)) > span(places.map(\.y))
    if isWide == isTall { places = places.map { Point(x: $0.y, y: $0.x) } }
    let room = 2 * gap
    let area = members.reduce(0) { $0 + (sizes[$1].width + room) * (sizes[$1].height + room) }
    let widest = members.map { sizes[$0].width }.max() ?? 0
    // Of many, letters are small anyway; few stay legible however far down they reach.
    let least = isTall && members.count <= Placement.mostPressed ? 0 : (area * (isTall ? 0.8 : 3)).squareRoot()
    let width = max(isTall ? TallForm.width : 800, least) - widest
    let scale = min(1, max(0, width) / max(1, span(places.map(\.x))))
    var boxes: [Rectangle] = []
    for place in places.indices.sorted(by: { (places[$0].y, $0) < (places[$1].y, $1) }) {
      let size = sizes[members[place]]
      func box(_ center: Point) -> Rectangle {
        Rectangle(center: center, width: size.width + room, height: size.height + room)
      }
      var center = places[place] * scale
      while let other = boxes.filter({ $0.overlaps(box(center)) }).map(\.maxY).max() {
        center.y = other + (size.height + room) / 2 + 0.01
      }
      boxes.append(box(center))
      places[place] = center
    }
    return places
  }

  /// The same picture, larger, until no box is nearer than half the gap to another.
  private func spread(_ places: [Point], _ members: [Int]) -> [Point] {
    var places = places
    for place in places.indices {
      // Two boxes in one place would not come apart.
      for other in 0..<place where places[other] == places[place] { places[place].x += 1 + Double(place) }
    }
    for _ in 0..<60 {
      let boxes = zip(places, members).map {
        Rectangle(center: $0, width: sizes[$1].width + gap / 2, height: sizes[$1].height + gap / 2)
      }
      if !Placement.haveOverlap(boxes) { break }
      places = places.map { $0 * 1.08 }
    }
    return places
  }

  /// Whether two of the rectangles overlap. O(n log n + pairs that overlap in width).
  static func haveOverlap(_ boxes: [Rectangle]) -> Bool {
    let sorted = boxes.sorted { $0.minX < $1.minX }
    for (place, box) in sorted.enumerated() {
      for other in sorted[(place + 1)...] {
        if other.minX >= box.maxX { break }
        if box.overlaps(other) { return true }
      }
    }
    return false
  }
}

/// Sets rectangles side by side in rows.
enum Shelves {
  /// Where the upper left corner of each rectangle goes, in the order given; rows are filled from the left.
  ///
  /// - Parameter widthToHeight: how much wider than high the whole is, about.
  static func offsets(of sizes: [(Double, Double)], gap: Double, widthToHeight: Double) -> [Point] {
    let area = sizes.reduce(0) { $0 + ($1.0 + gap) * ($1.1 + gap) }
    let widest = sizes.map(\.0).max() ?? 0
    let limit = max(widest, (area * widthToHeight).squareRoot())
    let order = sizes.indices.sorted { (sizes[$1].1, $0) < (sizes[$0].1, $1) }
    var offsets = [Point](repeating: Point(x: 0, y: 0), count: sizes.count)
    var (x, y, height) = (0.0, 0.0, 0.0)
    for place in order {
      if x > 0, x + sizes[place].0 > limit {
        (x, y, height) = (0, y + height + gap, 0)
      }
      offsets[place] = Point(x: x, y: y)
      x += sizes[place].0 + gap
      height = max(height, sizes[place].1)
    }
    return offsets
  }
}
