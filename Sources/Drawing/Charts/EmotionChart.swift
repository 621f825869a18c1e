package import CampaignAnalysis
import CampaignFigures
package import Presentation

/// Mean rating along each contact's way through a campaign, by tenths.
package struct EmotionChart {
  /// The chart, or nil where fewer than two tenths have a rating.
  package static func chart(_ journeys: Journeys, _ localizer: Localizer) -> Chart? {
    Chart.inAllForms { draw(journeys, $0, localizer) }
  }

  private static func draw(_ journeys: Journeys, _ form: ChartForm, _ localizer: Localizer) -> Chart? {
    let known = journeys.emotionCurve.filter { $0.mean != nil }
    let values = known.compactMap(\.mean)
    guard known.count >= 2, let largest = values.max(), (values.min() ?? 0) >= 0 else { return nil }
    let (left, right, top, bottom) = (44.0, form.width - 20, 12.0, 200.0)
    let y = LinearScale(to: largest, from: bottom, to: top)
    let x = LinearScale(exactlyTo: 10, step: 1, from: left, to: right)
    var canvas = ChartCanvas()
    for tick in y.ticks {
      canvas.line(left, y(tick), right, y(tick), "grid")
      canvas.label(left - 8, y(tick) + 4, localizer.number(tick), "soft", anchor: .end)
    }
    for tenth in 1...10 {
      canvas.label(x(Double(tenth) - 0.5), bottom + 18, localizer.number(tenth), "soft", anchor: .middle)
    }
    canvas.line(left, bottom, right, bottom, "axis")
    let points = zip(known, values).map { (x: x(Double($0.decile) - 0.5), y: y($1)) }
    canvas.path(points, "line")
    for (point, value) in zip(points, values) {
      canvas.circle(point.x, point.y, 4, "dot", title: localizer.number(value))
    }
    return Chart(
      "emotion", title: localizer(.emotionTitle),
      summary: values.map { localizer.number($0) }.joined(separator: ", "), caption: localizer(.emotionCaption),
      width: form.width, height: 228, canvas: canvas)
  }
}
