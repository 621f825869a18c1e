import GraphvizRendering

/// What colors, lines and sizes of a sheet mean: swatches drawn as what they stand for, in rows below the drawing.
struct SheetKey {
  /// One thing that is explained.
  enum Entry {
    /// A filled mark of a category.
    case category(DiagramColors.Category, String)
    /// A line as it is drawn: its strands side by side, each with offset, width and style.
    case line([Strand], String)
    /// A circle of a size that stands for a number.
    case circle(radius: Double, String)
  }

  /// One of the lines that a line is drawn as.
  struct Strand: Hashable, Sendable {
    var color: RGBColor
    var width: Double
    var style = "solid"
    /// Distance from the middle, in points.
    var offset = 0.0
  }

  var entries: [Entry] = []

  /// Of its words.
  private static func points(_ sheet: Sheet) -> Double { max(10.5, sheet.leastPoints) }

  /// Puts the key below what is on the sheet.
  func add(to sheet: inout Sheet) {
    guard !entries.isEmpty else { return }
    let bounds = sheet.bounds ?? Rectangle(minX: 0, minY: 0, maxX: 400, maxY: 0)
    let limit = bounds.minX + max(sheet.keyWidth, bounds.width)
    var (x, y) = (bounds.minX, bounds.maxY + 22)
    var rows: [[(entry: Entry, x: Double)]] = [[]]
    for entry in entries {
      let width = SheetKey.width(entry, on: sheet)
      if x > bounds.minX, x + width > limit {
        rows.append([])
        x = bounds.minX
      }
      rows[rows.count - 1].append((entry, x))
      x += width + 20
    }
    for row in rows {
      let height = row.map { SheetKey.height($0.entry) }.max() ?? 0
      for item in row { SheetKey.draw(item.entry, Point(x: item.x, y: y + height / 2), on: &sheet) }
      y += height + 6
    }
  }

  private static func words(_ entry: Entry) -> String {
    switch entry {
    case .category(_, let words), .line(_, let words), .circle(_, let words): words
    }
  }

  /// The words as there is room for them.
  private static func shown(_ entry: Entry, on sheet: Sheet) -> String {
    TextWidth.fitted(words(entry), points: points(sheet), width: min(320, sheet.keyWidth - 44))
  }

  private static func swatch(_ entry: Entry) -> Double {
    switch entry {
    case .category: 18
    case .line: 30
    case .circle(let radius, _): 2 * radius
    }
  }

  private static func width(_ entry: Entry, on sheet: Sheet) -> Double {
    swatch(entry) + 7 + TextWidth.of(shown(entry, on: sheet), points: points(sheet))
  }

  private static func height(_ entry: Entry) -> Double {
    switch entry {
    case .category: 16
    case .line(let strands, _): max(16, strands.map { 2 * abs($0.offset) + $0.width }.max() ?? 0)
    case .circle(let radius, _): max(16, 2 * radius)
    }
  }

  private static func draw(_ entry: Entry, _ place: Point, on sheet: inout Sheet) {
    let width = swatch(entry)
    switch entry {
    case .category(let category, _):
      sheet.area(
        Rectangle(center: Point(x: place.x + width / 2, y: place.y), width: width, height: 11),
        fill: category.fill.text, border: category.border, style: category.borderStyle)
    case .line(let strands, _):
      for strand in strands {
        sheet.rule(
          [Point(x: place.x, y: place.y + strand.offset), Point(x: place.x + width, y: place.y + strand.offset)],
          strand.color, width: strand.width, style: strand.style)
      }
    case .circle(let radius, _):
      sheet.dot(
        Point(x: place.x + radius, y: place.y), radius: radius, fill: sheet.colors.background, border: sheet.colors.edge
      )
    }
    sheet.text(
      shown(entry, on: sheet), Point(x: place.x + width + 7, y: place.y), points: points(sheet))
  }
}
