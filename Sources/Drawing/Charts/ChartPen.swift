/// How a shape of a chart is drawn where there is no style sheet: the same as ``ChartStyle/rules`` say.
struct ChartPen {
  var fill: String?
  var stroke: RGBColor?
  var width = 1.0
  var style = "solid"
  var isBold = false

  /// - Parameter style: names of styles with blanks between; the first says how to draw.
  init(_ style: String, _ colors: DiagramColors) {
    let name = style.split(separator: " ").first ?? ""
    func opaque(_ color: RGBColor, _ opacity: Int) -> String {
      let digits = String(opacity, radix: 16)
      return color.text + (digits.count == 1 ? "0" : "") + digits
    }
    let series = colors.categories
    switch name {
    case "grid": stroke = colors.grid
    case "axis": stroke = colors.mutedText
    case "line": (stroke, width) = (series[0].border, 2.5)
    case "area": fill = opaque(series[0].border, 36)
    case "other": (stroke, width, self.style) = (series[1].border, 2, "dashed")
    case "average": (stroke, width, self.style) = (series[1].border, 1.6, "dotted")
    case "whisker": (stroke, width) = (colors.text, 1.4)
    case "mark": (stroke, width) = (series[1].border, 3)
    case "dot": (fill, stroke, width) = (colors.background.text, series[1].border, 1.8)
    case "before": fill = opaque(series[0].border, 41)
    case "part": fill = opaque(series[3].border, 41)
    case "bar": fill = series[0].border.text
    case "goal": (stroke, width) = (colors.text, 3)
    case "good": (fill, stroke) = (colors.good.fill.text, colors.good.border)
    case "bad": (fill, stroke) = (colors.bad.fill.text, colors.bad.border)
    case "open": (fill, stroke) = (colors.plain.fill.text, colors.plain.border)
    case "track": fill = colors.stripe.text
    case "hit": break
    case "f1", "f2", "f3", "f4":
      let category = series[(Int(name.dropFirst()) ?? 1) - 1]
      (fill, stroke) = (category.fill.text, category.border)
    case "strong", "inside": isBold = true
    default: break
    }
  }
}
