import CampaignFigures
package import Presentation

/// One bar cut into parts that add up to a whole, with a key that names each.
package struct PartsBarChart {
  /// A part of the whole.
  package struct Part {
    package var name: String
    /// Nil when it is withheld.
    package var count: Int?

    package init(name: String, count: Int?) {
      self.name = name
      self.count = count
    }
  }

  /// The chart, or nil where the whole is 0 or a part is withheld, because the others would tell it.
  package static func chart(
    _ name: String, title: String, whole: String, _ parts: [Part], _ localizer: Localizer
  ) -> Chart? {
    Chart.inAllForms { draw(name, title: title, whole: whole, parts, $0, localizer) }
  }

  private static func draw(
    _ name: String, title: String, whole: String, _ parts: [Part], _ form: ChartForm, _ localizer: Localizer
  ) -> Chart? {
    let counts = parts.compactMap(\.count)
    let total = counts.reduce(0, +)
    guard counts.count == parts.count, total > 0 else { return nil }
    let (left, right) = (2.0, form.width - 2)
    let columns = form == .broad ? 2 : 1
    let x = LinearScale(exactlyTo: Double(total), step: Double(total), from: left, to: right)
    var canvas = ChartCanvas()
    var before = 0
    for (index, part) in parts.enumerated() {
      let count = part.count ?? 0
      let style = "f\(index % 4 + 1)"
      let (start, end) = (x(Double(before)), x(Double(before + count)))
      let share = localizer.percent(Double(count) / Double(total))
      if count > 0 {
        canvas.rectangle(start, 8, end - start, 34, style, title: "\(part.name): \(localizer.number(count))")
        if end - start > 64 { canvas.label((start + end) / 2, 30, share, "inside", anchor: .middle) }
      }
      let column = Double(index % columns) * 282
      let row = 66 + Double(index / columns) * 24
      canvas.rectangle(left + column, row - 11, 14, 12, style)
      canvas.label(left + column + 22, row, "\(part.name): \(localizer.number(count)) (\(share))", "")
      before += count
    }
    let texts = parts.map { "\($0.name): \(localizer.number($0.count ?? 0))" }
    return Chart(
      name, title: title, summary: "\(whole): \(localizer.number(total)). " + texts.joined(separator: ", ") + ".",
      caption: "", width: form.width,
      height: 66 + Double((parts.count + columns - 1) / columns) * 24, canvas: canvas)
  }
}
