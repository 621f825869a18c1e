package import Presentation

/// Figures that lie between two numbers, each as a bar from the one to the other.
package struct RangesChart {
  /// A figure with its name.
  package struct Row {
    package var name: String
    package var low: Double
    /// Nil where nothing limits it.
    package var high: Double?
    /// Which of four colors it has.
    package var color: Int

    package init(name: String, low: Double, high: Double?, color: Int = 0) {
      self.name = name
      self.low = low
      self.high = high
      self.color = color
    }
  }

  /// The chart, or nil where there is no row.
  package static func chart(
    _ name: String, title: String, caption: String, _ rows: [Row], _ localizer: Localizer
  ) -> Chart? {
    Chart.inAllForms { draw(name, title: title, caption: caption, rows, $0, localizer) }
  }

  private static func draw(
    _ name: String, title: String, caption: String, _ rows: [Row], _ form: ChartForm, _ localizer: Localizer
  ) -> Chart? {
    guard !rows.isEmpty else { return nil }
    let (left, width, top, rowHeight) = (form.left(beside: 216), form.width, 10.0, 26.0)
    let ranges = rows.map { localizer.range($0.low, $0.high) }
    // The bars end before the longest of the words behind them begins.
    let longest = ranges.map { TextWidth.of($0, points: ChartStyle.points, isBold: true) }.max() ?? 0
    let right = min(width - 120, max(left + 60, width - longest - 14))
    let bottom = top + form.rowHeight(rowHeight) * Double(rows.count)
    let largest = rows.map { $0.high ?? $0.low }.max() ?? 1
    // The last tick may have twice the figure.
    let tickRoom = TextWidth.of(localizer.number(Int(min(2 * largest, 1e18))), points: ChartStyle.points) + 12
    let x = LinearScale(
      to: largest, from: left, to: right, tickCount: min(4, max(1, Int((right - left) / tickRoom))))
    var canvas = ChartCanvas()
    for tick in x.ticks {
      canvas.line(x(tick), top, x(tick), bottom, "grid")
      canvas.label(
        x(tick), bottom + 20, localizer.number(Int(tick)), "soft", anchor: form == .tall && tick == 0 ? .start : .middle
      )
    }
    var texts: [String] = []
    for (index, row) in rows.enumerated() {
      let middle = form.middle(ofRow: index, top: top, height: rowHeight)
      let words = ranges[index]
      texts.append("\(row.name): \(words)")
      canvas.rowName(row.name, left: left, middle: middle, half: 7, form)
      let end = row.high.map { x($0) } ?? right
      canvas.rectangle(
        x(row.low), middle - 7, max(2, end - x(row.low)), 14, "f\(row.color % 4 + 1)", title: texts.last)
      for place in [x(row.low), end] where row.high != nil || place < end {
        canvas.line(place, middle - 9, place, middle + 9, "whisker")
      }
      canvas.label(width, middle + 4, words, "strong", anchor: .end)
    }
    canvas.line(left, top, left, bottom, "axis")
    return Chart(
      name, title: title, summary: texts.joined(separator: "; ") + ".", caption: caption, width: form.width,
      height: bottom + 28,
      canvas: canvas)
  }
}
