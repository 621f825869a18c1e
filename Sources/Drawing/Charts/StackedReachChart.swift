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
    Chart.inAllForms { draw(reach, dataset, $0, localizer) }
  }

  private static func draw(_ reach: Reach, _ dataset: Dataset, _ form: ChartForm, _ localizer: Localizer) -> Chart? {
    guard let total = reach.reach, total > 0, !reach.stacked.isEmpty else { return nil }
    let steps = reach.stacked.count <= mostRows + 1 ? reach.stacked[...] : reach.stacked.prefix(mostRows)
    let hidden = reach.stacked.count - steps.count
    let rowHeight = 24.0
    let (left, right, top) = (form.left(beside: 176), form.width - 60, 12.0)
    let bottom = top + form.rowHeight(rowHeight) * Double(steps.count + (hidden > 0 ? 1 : 0))
    let x = LinearScale(to: Double(total), from: left, to: right, tickCount: form == .broad ? 5 : 3)
    var canvas = ChartCanvas()
    for tick in x.ticks {
      canvas.line(x(tick), top, x(tick), bottom, "grid")
      canvas.label(
        x(tick), bottom + 18, localizer.number(Int(tick)), "soft", anchor: form == .tall && tick == 0 ? .start : .middle
      )
    }
    var before = 0
    for (row, step) in steps.enumerated() {
      let middle = form.middle(ofRow: row, top: top, height: rowHeight)
      let y = middle - rowHeight / 2
      let name = dataset.partners[step.partner].label
      canvas.rowName(name, left: left, middle: middle, half: 7, form)
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
      let middle = form.middle(ofRow: steps.count, top: top, height: rowHeight)
      let y = middle - rowHeight / 2
      let words = localizer(.morePartners, localizer.number(hidden))
      if form == .broad {
        canvas.label(left - 10, y + 16, words, "soft", anchor: .end)
      } else {
        canvas.label(left, y - 1, words, "soft")
      }
      canvas.rectangle(left, y + 5, x(Double(before)) - left, rowHeight - 10, "before")
      canvas.rectangle(x(Double(before)), y + 5, x(Double(total)) - x(Double(before)), rowHeight - 10, "f1")
    }
    addAverage(
      reach.randomOrderCurve.prefix(steps.count), x, { form.middle(ofRow: $0, top: top, height: rowHeight) }, localizer,
      to: &canvas)
    canvas.line(left, bottom, right, bottom, "axis")
    return Chart(
      "stacked-reach", title: localizer(.stackedTitle),
      summary: localizer(
        .stackedSummary, localizer.number(reach.stacked.count), localizer.number(total)),
      caption: localizer(.stackedCaption), width: form.width, height: bottom + 28, canvas: canvas)
  }

  private static func addAverage(
    _ curve: ArraySlice<Reach.AverageReach>, _ x: LinearScale, _ middle: (Int) -> Double, _ localizer: Localizer,
    to canvas: inout ChartCanvas
  ) {
    let points = curve.enumerated().compactMap { row, average in
      average.reach.map { (x: x($0), y: middle(row)) }
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
