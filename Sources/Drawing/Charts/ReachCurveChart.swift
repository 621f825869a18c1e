package import CampaignAnalysis
import CampaignFigures
import CampaignModel
package import Presentation

/// Distinct contacts reached up to each day.
package struct ReachCurveChart {
  /// Most points drawn: more than a screen has columns would only make the file larger.
  private static let mostPoints = 400

  /// The chart, or nil where there is no day or nobody was reached.
  package static func chart(_ reach: Reach, _ localizer: Localizer) -> Chart? {
    Chart.inAllForms { draw(reach, $0, localizer) }
  }

  private static func draw(_ reach: Reach, _ form: ChartForm, _ localizer: Localizer) -> Chart? {
    let days = reach.reachCurve.filter { $0.reach != nil }
    guard let last = days.last, let total = last.reach, total > 0 else { return nil }
    let (left, right, top, bottom) = (form == .broad ? 64.0 : 52, form.width - (form == .broad ? 16 : 26), 16.0, 236.0)
    let y = LinearScale(to: Double(total), from: bottom, to: top)
    let length = Double(reach.reachCurve.count)
    let x = LinearScale(
      exactlyTo: length, step: LinearScale.niceStep(length / (form == .broad ? 5 : 3)), from: left, to: right)
    var canvas = ChartCanvas()
    for tick in y.ticks {
      canvas.line(left, y(tick), right, y(tick), "grid")
      canvas.label(left - 8, y(tick) + 4, localizer.number(Int(tick)), "soft", anchor: .end)
    }
    for tick in x.ticks {
      canvas.line(x(tick), bottom, x(tick), bottom + 5, "axis")
      canvas.label(
        x(tick), bottom + 20, localizer.shortDay(reach.scope.start.adding(days: Int(tick))), "soft", anchor: .middle)
    }
    let running = reach.reachCurve.first { $0.hasBegun && !$0.isComplete }?.day
    canvas.markBlocks(
      running: running.map { x(Double($0))..<x(Double($0 + 1)) },
      begunUntil: x(Double(reach.reachCurve.count { $0.hasBegun })), right: right, top: top, bottom: bottom, localizer)
    let stride = max(1, (days.count + mostPoints - 1) / mostPoints)
    var points = [(x: x(0), y: y(0))]
    for (index, day) in days.enumerated() where index % stride == 0 || index == days.count - 1 {
      points.append((x: x(Double(day.day + 1)), y: y(Double(day.reach ?? 0))))
    }
    canvas.path(points + [(x: x(Double(last.day + 1)), y: bottom)], "area", isClosed: true)
    canvas.path(points, "line")
    for day in days where days.count <= 130 {
      let start = reach.scope.start.adding(days: day.day)
      canvas.rectangle(
        x(Double(day.day)), top, x(Double(day.day + 1)) - x(Double(day.day)), bottom - top, "hit",
        title: "\(localizer.shortDay(start)): \(localizer.number(day.reach ?? 0))")
    }
    canvas.line(left, bottom, right, bottom, "axis")
    let endLabel = TextWidth.of(localizer.number(total), points: ChartStyle.points, isBold: true)
    canvas.label(
      max(x(Double(last.day + 1)), left + endLabel), y(Double(total)) - 6, localizer.number(total), "strong",
      anchor: .end)
    return Chart(
      "reach-curve", title: localizer(.reachCurveTitle),
      summary: localizer(.reachCurveSummary, localizer.number(total), localizer.number(last.day + 1)),
      caption: localizer.caption(.reachCurveCaption, isRunning: running != nil), width: form.width, height: 266,
      canvas: canvas)
  }
}
