import CampaignAnalysis
package import CampaignFigures
package import Presentation

/// Shares of one whole as bars, each with its 95 % interval.
package struct SharesChart {
  /// A share with its name.
  package struct Row {
    package var name: String
    package var share: Proportion

    package init(name: String, share: Proportion) {
      self.name = name
      self.share = share
    }
  }

  /// The chart, or nil where no share has a rate.
  package static func chart(_ name: String, title: String, caption: String, _ rows: [Row], _ localizer: Localizer)
    -> Chart?
  {
    Chart.inAllForms { draw(name, title: title, caption: caption, rows, $0, localizer) }
  }

  private static func draw(
    _ name: String, title: String, caption: String, _ rows: [Row], _ form: ChartForm, _ localizer: Localizer
  ) -> Chart? {
    let rows = rows.filter { $0.share.rate != nil }
    guard !rows.isEmpty else { return nil }
    let (left, right, top, rowHeight) = (form.left(beside: 196), form.width - (form == .broad ? 108 : 84), 10.0, 34.0)
    let bottom = top + form.rowHeight(rowHeight) * Double(rows.count)
    let x = LinearScale(exactlyTo: 1, step: form == .broad ? 0.25 : 0.5, from: left, to: right)
    var canvas = ChartCanvas()
    for tick in x.ticks {
      canvas.line(x(tick), top, x(tick), bottom, "grid")
      let percent = localizer.number(Int((tick * 100).rounded())) + "\u{A0}%"
      canvas.label(x(tick), bottom + 20, percent, "soft", anchor: form == .tall && tick == 0 ? .start : .middle)
    }
    for (index, row) in rows.enumerated() {
      let middle = form.middle(ofRow: index, top: top, height: rowHeight)
      let rate = row.share.rate ?? 0
      canvas.rowName(row.name, left: left, middle: middle, half: 9, form)
      canvas.rectangle(left, middle - 9, x(rate) - left, 18, "f\(index % 4 + 1)")
      if let low = row.share.low, let high = row.share.high {
        canvas.line(x(low), middle, x(high), middle, "whisker")
        for end in [low, high] { canvas.line(x(end), middle - 4, x(end), middle + 4, "whisker") }
      }
      canvas.label(form.width, middle + 4, localizer.percent(rate), "strong", anchor: .end)
    }
    canvas.line(left, top, left, bottom, "axis")
    let texts = rows.map { "\($0.name): \(localizer.percent($0.share.rate ?? 0))" }
    return Chart(
      name, title: title, summary: texts.joined(separator: ", ") + ".", caption: caption, width: form.width,
      height: bottom + 28,
      canvas: canvas)
  }
}
