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
    let offsets = Shelves.offsets(of: parts.map { ($0.bounds.width, $0.bounds.height) }, gap: 2 * gap)
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
      document.addNode(
        "n\(place)",
        [
          "shape": "box", "fixedsize": "true", "label": "", "width": .number(sizes[member].width / 72),
          "height": .number(sizes[member].height / 72),
        ])
    }
    for link in links {
      guard let from = number[link.from], let to = number[link.to] else { continue }
      document.addEdge("n\(from)", "n\(to)", ["len": .number(link.length / 72)])
    }
    let places = try Graphviz.places(of: document, engine: engine).map { Point(x: $0.x, y: -$0.y) }
    return spread(places, members)
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

/// Sets rectangles side by side in rows, so that the whole is about one and a half times as wide as high.
enum Shelves {
  /// Where the upper left corner of each rectangle goes, in the order given; rows are filled from the left.
  static func offsets(of sizes: [(Double, Double)], gap: Double) -> [Point] {
    let area = sizes.reduce(0) { $0 + ($1.0 + gap) * ($1.1 + gap) }
    let widest = sizes.map(\.0).max() ?? 0
    let limit = max(widest, (area * 1.6).squareRoot())
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
