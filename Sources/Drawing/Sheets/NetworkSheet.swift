import CampaignFigures
import GraphvizRendering
import Presentation

/// Marks with words, and lines between them, placed by a layout engine so that no line meets a mark or words that are not
/// its own.
struct NetworkSheet {
  /// A node.
  struct Mark {
    enum Shape: Hashable, Sendable {
      /// A circle; its words stand inside where they fit, else below.
      case circle(radius: Double)
      /// A box as large as its words.
      case box
    }

    var name: String
    var shape: Shape
    /// Nil for a mark without words.
    var label: NodeLabel?
    var attributes: DOTAttributes
    /// Which group it stands with; nil for none.
    var group: Int?
  }

  /// A tie.
  struct Line {
    var from: Int
    var to: Int
    /// How far apart the borders of the two want to be, in points.
    var gap: Double
    /// In points.
    var width: Double
    var attributes: DOTAttributes
    var arrows = (start: false, end: false)
    var arrowSize = 0.8
    /// Words in its middle, a character or two.
    var words: String?
  }

  /// A group that is drawn together.
  struct Group {
    var title: String
    var category: DiagramColors.Category
  }

  var marks: [Mark]
  var lines: [Line]
  /// Groups that stand apart from each other, each on an area of its own.
  var groups: [Group] = []
  var engine: LayoutEngine
  var gap = 12.0
  var root: Int?
  /// Whether the drawing is higher than wide, and lines are short.
  var isTall = false

  /// Where everything is.
  struct Layout {
    /// Of each mark.
    var centers: [Point]
    /// Of each mark; its words apart from it where they are outside.
    var shapes: [Obstacle]
    var words: [Rectangle?]
    /// Of each line; nil where there is no free way.
    var curves: [Curve?]
    /// Of each group.
    var areas: [Rectangle]

    /// Says below the drawing how many lines found no free way.
    func tellMissingLines(on sheet: inout Sheet, _ localizer: Localizer) {
      let missing = curves.count { $0 == nil }
      guard missing > 0, let bounds = sheet.bounds else { return }
      sheet.text(
        localizer(count: missing, one: .oneLineWithoutWay, many: .linesWithoutWay),
        Point(x: bounds.minX, y: bounds.maxY + 16), color: sheet.colors.mutedText)
    }
  }

  /// - Throws: what Graphviz says.
  func layout() throws(GraphvizError) -> Layout {
    let (centers, areas) = try groups.isEmpty ? (placement(Array(marks.indices), root).centers(), []) : grouped()
    var layout = Layout(centers: [], shapes: [], words: [], curves: [], areas: areas)
    for (mark, center) in zip(marks, centers) {
      switch (mark.shape, outsideLabel(mark)) {
      case (.circle(let radius), let label?):
        let top = center.y - size(mark).height / 2
        let middle = Point(x: center.x, y: top + radius)
        layout.centers.append(middle)
        layout.shapes.append(.circle(middle, radius: radius))
        let words = Point(x: center.x, y: top + 2 * radius + NetworkSheet.labelGap + label.height / 2)
        layout.words.append(Rectangle(center: words, width: label.width, height: label.height))
      case (.circle(let radius), nil):
        layout.centers.append(center)
        layout.shapes.append(.circle(center, radius: radius))
        layout.words.append(nil)
      case (.box, _):
        layout.centers.append(center)
        let size = size(mark)
        layout.shapes.append(.rectangle(Rectangle(center: center, width: size.width, height: size.height)))
        layout.words.append(nil)
      }
    }
    let titles = areas.map {
      Obstacle.rectangle(
        Rectangle(minX: $0.minX, minY: $0.minY, maxX: $0.maxX, maxY: $0.minY + NetworkSheet.titleHeight))
    }
    // Titles of areas are as wide as these: only their words are in the way.
    let headings = zip(titles, groups).map { title, group in
      let bounds = title.bounds
      let width = TextWidth.of(group.title, points: titlePoints, isBold: true)
      return Obstacle.rectangle(
        Rectangle(minX: bounds.minX + 6, minY: bounds.minY + 2, maxX: bounds.minX + 6 + width, maxY: bounds.maxY))
    }
    let router = LineRouter(layout.shapes + layout.words.compactMap { $0.map(Obstacle.rectangle) } + headings)
    layout.curves = lines.map { router.line(from: $0.from, to: $0.to, width: $0.width) }
    return layout
  }

  /// Puts all on a sheet, and below it how many lines found no free way and are not drawn.
  func draw(on sheet: inout Sheet, _ localizer: Localizer) throws(GraphvizError) {
    let layout = try layout()
    for (area, group) in zip(layout.areas, groups) {
      sheet.area(
        area, fill: sheet.colors.tint(of: group.category).text,
        border: group.category.border, style: group.category.borderStyle)
      sheet.text(
        group.title, Point(x: area.minX + 6, y: area.minY + NetworkSheet.titleHeight / 2 + 2),
        points: titlePoints, isBold: true)
    }
    for (place, mark) in marks.enumerated() {
      switch mark.shape {
      case .circle(let radius):
        var attributes: DOTAttributes = mark.label.map { ["label": .markup($0.markup)] } ?? ["label": ""]
        if let label = mark.label, let words = layout.words[place] { attributes = sheet.outside(label, words.center) }
        sheet.circle(mark.name, layout.centers[place], radius: radius, mark.attributes.merging(attributes))
      case .box:
        let label: DOTAttributes = mark.label.map { ["label": .markup($0.markup)] } ?? ["label": ""]
        sheet.box(mark.name, layout.shapes[place].bounds, mark.attributes.merging(label))
      }
    }
    // What is written last is drawn on top: the first lines are the strongest.
    for (line, curve) in zip(lines, layout.curves).reversed() {
      guard let curve else { continue }
      var attributes = line.attributes.merging(["penwidth": .number(line.width)])
      if let words = line.words { attributes = attributes.merging(sheet.middle(words, middle(of: curve))) }
      sheet.line(
        from: marks[line.from].name, to: marks[line.to].name, curve, attributes, arrows: line.arrows,
        arrowSize: line.arrowSize)
    }
    layout.tellMissingLines(on: &sheet, localizer)
  }

  private static let labelGap = 2.0
  static let titleHeight = 20.0
  private static let padding = 12.0
  private var titlePoints: Double { isTall ? TallForm.points : 10.5 }

  private func middle(of curve: Curve) -> Point {
    let points = curve.flattened()
    let middle = points[points.count / 2]
    return Point(x: middle.x, y: middle.y - 8)
  }

  /// The words, where they do not fit into the circle.
  private func outsideLabel(_ mark: Mark) -> NodeLabel? {
    guard case .circle(let radius) = mark.shape, let label = mark.label else { return nil }
    let half = Point(x: label.width / 2, y: label.height / 2).length
    return half <= radius - 2 ? nil : label
  }

  /// The room that a mark takes with its words.
  private func size(_ mark: Mark) -> (width: Double, height: Double) {
    switch mark.shape {
    case .circle(let radius):
      guard let label = outsideLabel(mark) else { return (2 * radius, 2 * radius) }
      return (max(2 * radius, label.width), 2 * radius + NetworkSheet.labelGap + label.height)
    case .box: return ((mark.label?.width ?? 0) + 14, (mark.label?.height ?? 0) + 8)
    }
  }

  private func placement(_ members: [Int], _ root: Int? = nil) -> Placement {
    var number = [Int: Int](minimumCapacity: members.count)
    for (place, member) in members.enumerated() { number[member] = place }
    let sizes = members.map { size(marks[$0]) }
    let links = lines.compactMap { line -> Placement.Link? in
      guard let from = number[line.from], let to = number[line.to] else { return nil }
      let half = (sizes[from].width + sizes[from].height + sizes[to].width + sizes[to].height) / 4
      return Placement.Link(from: from, to: to, length: half + line.gap * (isTall ? 0.4 : 1))
    }
    return Placement(
      sizes: sizes, links: links, engine: engine, gap: gap, root: root.flatMap { number[$0] }, isTall: isTall)
  }

  /// Each group by itself, then the groups, as boxes, side by side. Marks without a group are groups of their own.
  private func grouped() throws(GraphvizError) -> ([Point], [Rectangle]) {
    var members = groups.indices.map { group in marks.indices.filter { marks[$0].group == group } }
    members += marks.indices.filter { marks[$0].group == nil }.map { [$0] }
    var centers = [Point](repeating: Point(x: 0, y: 0), count: marks.count)
    var sizes: [(width: Double, height: Double)] = []
    for (group, places) in members.enumerated() {
      guard !places.isEmpty else {
        sizes.append((1, 1))
        continue
      }
      let inside = try placement(places).centers()
      let boxes = zip(places, inside).map {
        Rectangle(center: $1, width: size(marks[$0]).width, height: size(marks[$0]).height)
      }
      let bounds = boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
      for (place, center) in zip(places, inside) { centers[place] = center - bounds.center }
      let title = group < groups.count ? TextWidth.of(groups[group].title, points: titlePoints, isBold: true) + 12 : 0
      let padding = group < groups.count ? NetworkSheet.padding : 0
      sizes.append(
        (
          max(title, bounds.width + 2 * padding),
          bounds.height + 2 * padding + (group < groups.count ? NetworkSheet.titleHeight : 0)
        ))
    }
    let groupOf = members.enumerated().reduce(into: [Int](repeating: 0, count: marks.count)) { result, entry in
      for place in entry.element { result[place] = entry.offset }
    }
    var links: [Placement.Link] = []
    var linked: Set<[Int]> = []
    for line in lines {
      let pair = [groupOf[line.from], groupOf[line.to]].sorted()
      guard pair[0] != pair[1], linked.insert(pair).inserted else { continue }
      let half = (sizes[pair[0]].width + sizes[pair[0]].height + sizes[pair[1]].width + sizes[pair[1]].height) / 4
      links.append(Placement.Link(from: pair[0], to: pair[1], length: half + 40))
    }
    let places = try Placement(sizes: sizes, links: links, engine: .neato, gap: 24, isTall: isTall).centers()
    for mark in marks.indices {
      let group = groupOf[mark]
      let lowered = group < groups.count ? NetworkSheet.titleHeight / 2 : 0
      centers[mark] = places[group] + centers[mark] + Point(x: 0, y: lowered)
    }
    let areas = groups.indices.map { Rectangle(center: places[$0], width: sizes[$0].width, height: sizes[$0].height) }
    return (centers, areas)
  }
}
