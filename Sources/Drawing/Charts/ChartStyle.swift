import Presentation

/// The style sheet of charts: classes for what is drawn, variables for the theme's colors.
package enum ChartStyle {
  /// Size of all letters.
  static let points = 13.0

  /// Rules that draw with variables; the page sets these by ``variables(_:)``.
  package static let rules = """
    svg.chart{display:block;width:100%;height:auto;font:13px "DejaVu Sans",Verdana,Arial,sans-serif}
    .chart text{fill:var(--text);unicode-bidi:plaintext}
    .chart .soft{fill:var(--muted)}
    .chart .strong{font-weight:700}
    .chart .inside{fill:var(--text);font-weight:700}
    .chart .grid{stroke:var(--grid);stroke-width:1}
    .chart .axis{stroke:var(--muted);stroke-width:1}
    .chart .line{fill:none;stroke:var(--s1);stroke-width:2.5;stroke-linejoin:round}
    .chart .area{fill:var(--s1);fill-opacity:.14}
    .chart .other{fill:none;stroke:var(--s2);stroke-width:2;stroke-dasharray:6 4}
    .chart .average{fill:none;stroke:var(--s2);stroke-width:1.6;stroke-dasharray:2 4;stroke-linecap:round}
    .chart .whisker{stroke:var(--text);stroke-width:1.4}
    .chart .mark{stroke:var(--s2);stroke-width:3}
    .chart .dot{fill:var(--page);stroke:var(--s2);stroke-width:1.8}
    .chart .before{fill:var(--s1);fill-opacity:.16}
    .chart .part{fill:var(--s4);fill-opacity:.16}
    .chart .bar{fill:var(--s1)}
    .chart .hit{fill:transparent}
    .chart .hit:hover{fill:var(--muted);fill-opacity:.18}
    .chart .track{fill:var(--track)}
    .chart .goal{stroke:var(--text);stroke-width:3}
    .chart .good{fill:var(--good-fill);stroke:var(--good)}
    .chart .bad{fill:var(--bad-fill);stroke:var(--bad)}
    .chart .open{fill:var(--open-fill);stroke:var(--open)}
    .chart .f1{fill:var(--f1);stroke:var(--s1)}
    .chart .f2{fill:var(--f2);stroke:var(--s2)}
    .chart .f3{fill:var(--f3);stroke:var(--s3)}
    .chart .f4{fill:var(--f4);stroke:var(--s4)}

    """

  /// The variables of a theme, for the root of a page or file.
  package static func variables(_ theme: DiagramTheme) -> String {
    let colors = DiagramColors.of(theme)
    var lines = [
      "--page:\(colors.background.text)", "--text:\(colors.text.text)", "--muted:\(colors.mutedText.text)",
      "--grid:\(colors.grid.text)", "--track:\(colors.stripe.text)", "--good:\(colors.good.border.text)",
      "--good-fill:\(colors.good.fill.text)", "--bad:\(colors.bad.border.text)", "--bad-fill:\(colors.bad.fill.text)",
      "--open:\(colors.plain.border.text)", "--open-fill:\(colors.plain.fill.text)",
    ]
    for (index, category) in colors.categories.prefix(4).enumerated() {
      lines.append("--s\(index + 1):\(category.border.text)")
      lines.append("--f\(index + 1):\(category.fill.text)")
    }
    return lines.joined(separator: ";")
  }

  /// The style element of a chart that stands alone.
  static func fileSheet(theme: DiagramTheme?) -> String {
    let background = ".chart{background:var(--page)}"
    guard let theme else {
      let dark = "@media screen and (prefers-color-scheme:dark){svg.chart{\(variables(.dark))}}"
      return "<style>\nsvg.chart{\(variables(.light))}\n\(dark)\n\(rules)\(background)</style>\n"
    }
    return "<style>\nsvg.chart{\(variables(theme))}\n\(rules)\(background)</style>\n"
  }
}
