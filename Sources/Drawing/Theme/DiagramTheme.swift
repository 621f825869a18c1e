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
/// tell apart; fills are mixed with the background so that the text on them keeps a contrast of 4.5 or more.
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
    plain: RGBColor(0x7B8794), hues: hues, fillPercent: 72, borderPercent: 18)

  package static let dark = DiagramColors(
    background: RGBColor(0x11181F), text: RGBColor(0xE8EEF4), mutedText: RGBColor(0xA3B1BF), edge: RGBColor(0x66788A),
    plain: RGBColor(0x8A97A4), hues: hues, fillPercent: 62, borderPercent: 12)

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
    background: RGBColor, text: RGBColor, mutedText: RGBColor, edge: RGBColor, plain: RGBColor, hues: [RGBColor],
    fillPercent: Int, borderPercent: Int
  ) {
    func category(_ hue: RGBColor) -> Category {
      Category(
        fill: hue.mixed(with: background, percent: fillPercent), border: hue.mixed(with: text, percent: borderPercent),
        borderStyle: "solid")
    }
    let green = RGBColor(0x1B9E77)
    let blue = RGBColor(0x2F7FC1)
    let purple = RGBColor(0xB66DA4)
    self.init(
      background: background, text: text, mutedText: mutedText, edge: edge, plain: category(plain),
      categories: hues.map(category),
      outcomes: [green, blue, purple, RGBColor(0x9A9088)].map(category))
  }

  /// Every color in a fixed order: the same place holds the same role in every theme.
  package var roles: [RGBColor] {
    [background, text, mutedText, edge, plain.fill, plain.border]
      + categories.flatMap { [$0.fill, $0.border] } + outcomes.flatMap { [$0.fill, $0.border] }
  }
}
