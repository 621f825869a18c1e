package import CampaignAnalysis
import CampaignFigures
package import Presentation

/// The share of a cohort that is still active, with its 95 % band, beside the baseline's.
package struct SurvivalChart {
  private static let (left, right, top, bottom) = (56.0, 544.0, 30.0, 246.0)

  /// The chart, or nil while survival is not known or nobody is followed.
  package static func chart(_ retention: Retention, _ localizer: Localizer) -> Chart? {
    guard let steps = retention.survival?.curve.steps, let last = steps.last else { return nil }
    let baseline = retention.baseline?.survival?.curve.steps ?? []
    let length = Double(max(1, last.time, baseline.last?.time ?? 0))
    let x = LinearScale(exactlyTo: length, step: LinearScale.niceStep(length / 7), from: left, to: right)
    let y = LinearScale(exactlyTo: 1, step: 0.25, from: bottom, to: top)
    var canvas = ChartCanvas()
    addAxes(x, y, localizer, to: &canvas)
    let lower = staircase(steps.map { ($0.time, $0.low) }, to: length, x, y)
    let upper = staircase(steps.map { ($0.time, $0.high) }, to: length, x, y)
    canvas.path(upper + lower.reversed(), "area", isClosed: true)
    if !baseline.isEmpty {
      canvas.path(staircase(baseline.map { ($0.time, $0.survival) }, to: length, x, y), "other")
    }
    canvas.path(staircase(steps.map { ($0.time, $0.survival) }, to: length, x, y), "line")
    addValues(steps, to: length, x, localizer, on: &canvas)
    canvas.line(left, bottom, right, bottom, "axis")
    addKey(hasBaseline: !baseline.isEmpty, localizer, to: &canvas)
    return Chart(
      "survival", title: localizer(.survivalTitle), summary: summary(retention, localizer),
      caption: localizer(.survivalCaption), height: 276, canvas: canvas)
  }

  private static func summary(_ retention: Retention, _ localizer: Localizer) -> String {
    let median = retention.survival?.median.map { localizer.number($0) }
    return median.map { localizer(.survivalSummary, $0) } ?? localizer(.survivalSummaryOpen)
  }

  private static func addAxes(_ x: LinearScale, _ y: LinearScale, _ localizer: Localizer, to canvas: inout ChartCanvas)
  {
    for tick in y.ticks {
      canvas.line(left, y(tick), right, y(tick), "grid")
      let percent = localizer.number(Int((tick * 100).rounded())) + "\u{A0}%"
      canvas.label(left - 8, y(tick) + 4, percent, "soft", anchor: .end)
    }
    for tick in x.ticks {
      canvas.line(x(tick), bottom, x(tick), bottom + 5, "axis")
      canvas.label(x(tick), bottom + 20, localizer.number(Int(tick)), "soft", anchor: .middle)
    }
  }

  private static func addKey(hasBaseline: Bool, _ localizer: Localizer, to canvas: inout ChartCanvas) {
    canvas.path([(x: left, y: 12), (x: left + 26, y: 12)], "line")
    canvas.label(left + 32, 16, localizer(.cohortKey), "")
    guard hasBaseline else { return }
    let start = left + 250
    canvas.path([(x: start, y: 12), (x: start + 26, y: 12)], "other")
    canvas.label(start + 32, 16, localizer(.baselineKey), "")
  }

  /// What the curve says from each step to the next, where the pointer rests.
  private static func addValues(
    _ steps: [KaplanMeier.Step], to length: Double, _ x: LinearScale, _ localizer: Localizer,
    on canvas: inout ChartCanvas
  ) {
    guard steps.count <= 200 else { return }
    for (place, step) in steps.enumerated() {
      let end = place + 1 < steps.count ? Double(steps[place + 1].time) : length
      let interval = localizer.interval(step.low, step.high)
      canvas.rectangle(
        x(Double(step.time)), top, x(end) - x(Double(step.time)), bottom - top, "hit",
        title: localizer(.survivalValue, localizer.number(step.time), localizer.percent(step.survival), interval))
    }
  }

  /// The corners of a curve that starts at 1 and steps to each value at its time.
  private static func staircase(
    _ steps: [(time: Int, value: Double)], to length: Double, _ x: LinearScale, _ y: LinearScale
  ) -> [(x: Double, y: Double)] {
    var points = [(x: x(0), y: y(1))]
    var value = 1.0
    for step in steps where step.value != value {
      points.append((x: x(Double(step.time)), y: y(value)))
      points.append((x: x(Double(step.time)), y: y(step.value)))
      value = step.value
    }
    points.append((x: x(min(length, Double(steps.last?.time ?? 0))), y: y(value)))
    return points
  }
}
