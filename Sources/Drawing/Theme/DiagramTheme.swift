import Presentation

/// The colors of diagrams and charts: on white, on dark, or in greys for print.
public enum DiagramTheme: String, CaseIterable, Hashable, Sendable {
  case light
  case dark
  /// Greys and dashes: nothing is told by a hue alone.
  case print
}

/// A theme's colors by what they are for.
///
/// The hues are those of M. Okabe and K. Ito, "Color Universal Design" (2008), which people with any color vision can
/// tell apart; each is mixed with so many percent of the background that the text on it keeps a contrast of 4.5 or more,
/// and the fills stay as far apart as they can for every color vision.
package struct DiagramColors: Hashable, Sendable {
  /// How a thing of one category is drawn.
  package struct Category: Hashable, Sendable {
    var fill: RGBColor
    var border: RGBColor
    /// Graphviz's name of the border's style: `solid`, `dashed`, `dotted`, `bold`.
    var borderStyle: String
  }

  package var background: RGBColor
  package var text: RGBColor
  var mutedText: RGBColor
  /// Ties between things.
  package var edge: RGBColor
  /// Things without a category.
  package var plain: Category
  /// Categories in order of use.
  package var categories: [Category]
  /// What stays, carries on, joins, is lost.
  package var outcomes: [Category]

  package static let light = DiagramColors(
    background: RGBColor(0xFFFFFF), text: RGBColor(0x1B2733), mutedText: RGBColor(0x56636F), edge: RGBColor(0x9AA8B5),
    plain: (RGBColor(0x7B8794), 80), hues: zip(hues, [50, 42, 38, 48, 62, 38, 50]),
    outcomes: zip(outcomeHues, [30, 50, 44, 30]), borderPercent: 18)

  package static let dark = DiagramColors(
    background: RGBColor(0x11181F), text: RGBColor(0xE8EEF4), mutedText: RGBColor(0xA3B1BF), edge: RGBColor(0x66788A),
    plain: (RGBColor(0x8A97A4), 70), hues: zip(hues, [66, 82, 48, 42, 44, 52, 60]),
    outcomes: zip(outcomeHues, [80, 44, 44, 48]), borderPercent: 12)

  package static let print = DiagramColors(
    background: RGBColor(0xFFFFFE), text: RGBColor(0x000000), mutedText: RGBColor(0x333333), edge: RGBColor(0x8C8C8C),
    plain: Category(fill: RGBColor(0xFDFDFD), border: RGBColor(0x444444), borderStyle: "solid"),
    categories: [
      Category(fill: RGBColor(0xD0D0D0), border: RGBColor(0x000000), borderStyle: "solid"),
      Category(fill: RGBColor(0xFFFFFF), border: RGBColor(0x000001), borderStyle: "solid"),
      Category(fill: RGBColor(0xE8E8E8), border: RGBColor(0x000002), borderStyle: "dashed"),
      Category(fill: RGBColor(0xFFFFFD), border: RGBColor(0x000003), borderStyle: "dotted"),
      Category(fill: RGBColor(0xB8B8B8), border: RGBColor(0x000004), borderStyle: "dashed"),
      Category(fill: RGBColor(0xFFFFFC), border: RGBColor(0x000005), borderStyle: "dashed"),
      Category(fill: RGBColor(0xD8D8D8), border: RGBColor(0x000006), borderStyle: "dotted"),
    ],
    outcomes: [
      Category(fill: RGBColor(0xD0D0D1), border: RGBColor(0x4D4D4D), borderStyle: "solid"),
      Category(fill: RGBColor(0xE8E8E9), border: RGBColor(0x8A8A8A), borderStyle: "solid"),
      Category(fill: RGBColor(0xB8B8B9), border: RGBColor(0x000007), borderStyle: "solid"),
      Category(fill: RGBColor(0xFEFEFE), border: RGBColor(0xBBBBBB), borderStyle: "dashed"),
    ])

  package static func of(_ theme: DiagramTheme) -> DiagramColors {
    switch theme {
    case .light: light
    case .dark: dark
    case .print: print
    }
  }

  /// Blue, orange, green, purple, sky, vermilion, yellow.
  private static let hues = [0x0072B2, 0xE69F00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xF0E442].map { RGBColor($0) }

  /// Blue and sky for what stays, orange for what joins, grey for what is lost.
  private static let outcomeHues = [0x0072B2, 0x56B4E9, 0xE69F00, 0x9A9088].map { RGBColor($0) }

  private init(
    background: RGBColor, text: RGBColor, mutedText: RGBColor, edge: RGBColor, plain: Category,
    categories: [Category], outcomes: [Category]
  ) {
    self.background = background
    self.text = text
    self.mutedText = mutedText
    self.edge = edge
    self.plain = plain
    self.categories = categories
    self.outcomes = outcomes
  }

  private init(
    background: RGBColor, text: RGBColor, mutedText: RGBColor, edge: RGBColor, plain: (RGBColor, Int),
    hues: some Sequence<(RGBColor, Int)>, outcomes: some Sequence<(RGBColor, Int)>, borderPercent: Int
  ) {
    func category(_ hue: RGBColor, _ percent: Int) -> Category {
      Category(
        fill: hue.mixed(with: background, percent: percent), border: hue.mixed(with: text, percent: borderPercent),
        borderStyle: "solid")
    }
    self.init(
      background: background, text: text, mutedText: mutedText, edge: edge, plain: category(plain.0, plain.1),
      categories: hues.map { category($0.0, $0.1) }, outcomes: outcomes.map { category($0.0, $0.1) })
  }

  /// Steps of a scale from little to much, lightest first; words in the text's color can be read on all.
  var shades: [RGBColor] { (0...5).map { background.mixed(with: scale, percent: 4 + 14 * $0) } }

  /// Behind every other row.
  var stripe: RGBColor { background.mixed(with: edge, percent: 12) }
  /// Lines of a scale.
  var hairline: RGBColor { background.mixed(with: edge, percent: 35) }
  /// Marks of what is not there.
  var off: RGBColor { background.mixed(with: edge, percent: 45) }

  /// Lines of a chart's scale.
  var grid: RGBColor { background.mixed(with: mutedText, percent: 22) }
  /// What reached its target, and what missed it; a sign and a word say so too.
  var good: Category { categories[2] }
  var bad: Category { categories[5] }

  /// The ground below a group of a category.
  func tint(of category: Category) -> RGBColor { category.fill.mixed(with: background, percent: 78) }

  /// The far end of ``shades``.
  private var scale: RGBColor {
    switch self {
    case .dark: RGBColor(0x2A6FA8)
    case .print: RGBColor(0xA2A2A2)
    default: RGBColor(0x3E97D1)
    }
  }

  /// Every color in a fixed order: the same place holds the same role in every theme.
  package var roles: [RGBColor] {
    [background, text, mutedText, edge, plain.fill, plain.border]
      + categories.flatMap { [$0.fill, $0.border] } + outcomes.flatMap { [$0.fill, $0.border] }
      + shades + [stripe, hairline, off] + (categories + [plain]).map { tint(of: $0) }
  }
}
