package import CampaignAnalysis
import CampaignFigures
package import Presentation

/// The share of a cohort that is still active, with its 95 % band, beside the baseline's.
package struct SurvivalChart {
  private static let left = 56.0

  /// The chart, or nil while survival is not known or nobody is followed.
  package static func chart(_ retention: Retention, _ localizer: Localizer) -> Chart? {
    Chart.inAllForms { draw(retention, $0, localizer) }
  }

  private static func draw(_ retention: Retention, _ form: ChartForm, _ localizer: Localizer) -> Chart? {
    guard let steps = retention.survival?.curve.steps, let last = steps.last else { return nil }
    let baseline = retention.baseline?.survival?.curve.steps ?? []
    var canvas = ChartCanvas()
    let keyLines = addKey(hasBaseline: !baseline.isEmpty, form, localizer, to: &canvas)
    let top = 10 + 20 * Double(keyLines)
    let (right, bottom) = (form.width - 16, top + 216)
    let length = Double(max(1, last.time, baseline.last?.time ?? 0))
    let x = LinearScale(
      exactlyTo: length, step: LinearScale.niceStep(length / (form == .broad ? 7 : 4)), from: left, to: right)
    let y = LinearScale(exactlyTo: 1, step: 0.25, from: bottom, to: top)
    addAxes(x, y, localizer, to: &canvas)
    let lower = staircase(steps.map { ($0.time, $0.low) }, to: length, x, y)
    let upper = staircase(steps.map { ($0.time, $0.high) }, to: length, x, y)
    canvas.path(upper + lower.reversed(), "area", isClosed: true)
    if !baseline.isEmpty {
      canvas.path(staircase(baseline.map { ($0.time, $0.survival) }, to: length, x, y), "other")
    }
    canvas.path(staircase(steps.map { ($0.time, $0.survival) }, to: length, x, y), "line")
    addValues(steps, to: length, x, y, localizer, on: &canvas)
    canvas.line(left, bottom, right, bottom, "axis")
    return Chart(
      "survival", title: localizer(.survivalTitle), summary: summary(retention, localizer),
      caption: localizer(.survivalCaption), width: form.width, height: bottom + 30, canvas: canvas)
  }

  private static func summary(_ retention: Retention, _ localizer: Localizer) -> String {
    let median = retention.survival?.median.map { localizer.number($0) }
    return median.map { localizer(.survivalSummary, $0) } ?? localizer(.survivalSummaryOpen)
  }

  private static func addAxes(_ x: LinearScale, _ y: LinearScale, _ localizer: Localizer, to canvas: inout ChartCanvas)
  {
    for tick in y.ticks {
      canvas.line(left, y(tick), x(x.top), y(tick), "grid")
      let percent = localizer.number(Int((tick * 100).rounded())) + "\u{A0}%"
      canvas.label(left - 8, y(tick) + 4, percent, "soft", anchor: .end)
    }
    for tick in x.ticks {
      canvas.line(x(tick), y(0), x(tick), y(0) + 5, "axis")
      canvas.label(x(tick), y(0) + 20, localizer.number(Int(tick)), "soft", anchor: .middle)
    }
  }

  private static func addKey(
    hasBaseline: Bool, _ form: ChartForm, _ localizer: Localizer, to canvas: inout ChartCanvas
  ) -> Int {
    let words = [localizer(.cohortKey)] + (hasBaseline ? [localizer(.baselineKey)] : [])
    return canvas.key(words, left: left, form, starts: [0, 250]) { place, x, y, canvas in
      canvas.path([(x: x, y: y), (x: x + 26, y: y)], place == 0 ? "line" : "other")
      return 26
    }
  }

  /// What the curve says from each step to the next, where the pointer rests.
  private static func addValues(
    _ steps: [KaplanMeier.Step], to length: Double, _ x: LinearScale, _ y: LinearScale, _ localizer: Localizer,
    on canvas: inout ChartCanvas
  ) {
    guard steps.count <= 200 else { return }
    for (place, step) in steps.enumerated() {
      let end = place + 1 < steps.count ? Double(steps[place + 1].time) : length
      let interval = localizer.interval(step.low, step.high)
      canvas.rectangle(
        x(Double(step.time)), y(1), x(end) - x(Double(step.time)), y(0) - y(1), "hit",
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
