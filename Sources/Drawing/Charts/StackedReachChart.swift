package import CampaignAnalysis
import CampaignFigures
package import CampaignModel
package import Presentation

/// What each carrier adds to those before it, beside what as many carriers reach on average over all orders.
package struct StackedReachChart {
  /// Most carriers drawn one by one.
  private static let mostRows = 16

  /// The chart, or nil where nobody was reached.
  package static func chart(_ reach: Reach, _ dataset: Dataset, _ localizer: Localizer) -> Chart? {
    guard let total = reach.reach, total > 0, !reach.stacked.isEmpty else { return nil }
    let steps = reach.stacked.count <= mostRows + 1 ? reach.stacked[...] : reach.stacked.prefix(mostRows)
    let hidden = reach.stacked.count - steps.count
    let rowHeight = 24.0
    let (left, right, top) = (176.0, 500.0, 12.0)
    let bottom = top + rowHeight * Double(steps.count + (hidden > 0 ? 1 : 0))
    let x = LinearScale(to: Double(total), from: left, to: right)
    var canvas = ChartCanvas()
    for tick in x.ticks {
      canvas.line(x(tick), top, x(tick), bottom, "grid")
      canvas.label(x(tick), bottom + 18, localizer.number(Int(tick)), "soft", anchor: .middle)
    }
    var before = 0
    for (row, step) in steps.enumerated() {
      let y = top + rowHeight * Double(row)
      let name = dataset.partners[step.partner].label
      canvas.name(name, left - 10, y + 16, width: left - 14)
      guard let gain = step.gain, let cumulative = step.cumulative else {
        canvas.label(x(Double(before)) + 6, y + 16, localizer(.withheld), "soft")
        continue
      }
      canvas.rectangle(left, y + 5, x(Double(cumulative - gain)) - left, rowHeight - 10, "before")
      canvas.rectangle(
        x(Double(cumulative - gain)), y + 5, max(1, x(Double(cumulative)) - x(Double(cumulative - gain))),
        rowHeight - 10, "bar pick p\(step.partner)", title: "\(LabelText.short(name, 60)): +\(localizer.number(gain))")
      before = cumulative
      canvas.label(x(Double(cumulative)) + 6, y + 16, "+" + localizer.number(gain), "strong")
    }
    if hidden > 0 {
      let y = bottom - rowHeight
      canvas.label(left - 10, y + 16, localizer(.morePartners, localizer.number(hidden)), "soft", anchor: .end)
      canvas.rectangle(left, y + 5, x(Double(before)) - left, rowHeight - 10, "before")
      canvas.rectangle(x(Double(before)), y + 5, x(Double(total)) - x(Double(before)), rowHeight - 10, "f1")
    }
    addAverage(reach.randomOrderCurve.prefix(steps.count), x, top: top, rowHeight: rowHeight, localizer, to: &canvas)
    canvas.line(left, bottom, right, bottom, "axis")
    return Chart(
      "stacked-reach", title: localizer(.stackedTitle),
      summary: localizer(
        .stackedSummary, localizer.number(reach.stacked.count), localizer.number(total)),
      caption: localizer(.stackedCaption), height: bottom + 28, canvas: canvas)
  }

  private static func addAverage(
    _ curve: ArraySlice<Reach.AverageReach>, _ x: LinearScale, top: Double, rowHeight: Double, _ localizer: Localizer,
    to canvas: inout ChartCanvas
  ) {
    let points = curve.enumerated().compactMap { row, average in
      average.reach.map { (x: x($0), y: top + rowHeight * (Double(row) + 0.5)) }
    }
    canvas.path(points, "average")
    for (point, average) in zip(points, curve) {
      canvas.circle(
        point.x, point.y, 3.5, "dot",
        title: localizer(
          .averageReach, localizer.number(average.carriers), localizer.number(average.reach ?? 0, decimals: 0)))
    }
  }
}
