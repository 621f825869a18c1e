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
    let rows = rows.filter { $0.share.rate != nil }
    guard !rows.isEmpty else { return nil }
    let (left, right, top, rowHeight) = (196.0, 452.0, 10.0, 34.0)
    let bottom = top + rowHeight * Double(rows.count)
    let x = LinearScale(exactlyTo: 1, step: 0.25, from: left, to: right)
    var canvas = ChartCanvas()
    for tick in x.ticks {
      canvas.line(x(tick), top, x(tick), bottom, "grid")
      let percent = localizer.number(Int((tick * 100).rounded())) + "\u{A0}%"
      canvas.label(x(tick), bottom + 20, percent, "soft", anchor: .middle)
    }
    for (index, row) in rows.enumerated() {
      let middle = top + rowHeight * (Double(index) + 0.5)
      let rate = row.share.rate ?? 0
      canvas.name(row.name, left - 10, middle + 4, width: left - 14)
      canvas.rectangle(left, middle - 9, x(rate) - left, 18, "f\(index % 4 + 1)")
      if let low = row.share.low, let high = row.share.high {
        canvas.line(x(low), middle, x(high), middle, "whisker")
        for end in [low, high] { canvas.line(x(end), middle - 4, x(end), middle + 4, "whisker") }
      }
      canvas.label(560, middle + 4, localizer.percent(rate), "strong", anchor: .end)
    }
    canvas.line(left, top, left, bottom, "axis")
    let texts = rows.map { "\($0.name): \(localizer.percent($0.share.rate ?? 0))" }
    return Chart(
      name, title: title, summary: texts.joined(separator: ", ") + ".", caption: caption, height: bottom + 28,
      canvas: canvas)
  }
}
