package import CampaignAnalysis
import CampaignFigures
package import Presentation

/// New contacts and new touchpoints in each week of a campaign.
package struct WeeksChart {
  /// Most weeks drawn as bars.
  private static let mostWeeks = 60

  /// The chart, or nil where nothing was new, or the weeks are too many for bars.
  package static func chart(_ touchpoints: NewTouchpoints, _ localizer: Localizer) -> Chart? {
    Chart.inAllForms { draw(touchpoints, $0, localizer) }
  }

  private static func draw(_ touchpoints: NewTouchpoints, _ form: ChartForm, _ localizer: Localizer) -> Chart? {
    let weeks = touchpoints.byWeek
    let largest = weeks.flatMap { [$0.newContacts ?? 0, $0.newTouchpoints ?? 0] }.max() ?? 0
    guard largest > 0, weeks.count <= mostWeeks else { return nil }
    var canvas = ChartCanvas()
    let (left, right) = (form == .broad ? 64.0 : 52, form.width - 16)
    let keyLines = addKey(left, form, localizer, to: &canvas)
    let top = 14 + 20 * Double(keyLines)
    let bottom = top + 192
    let y = LinearScale(to: Double(largest), from: bottom, to: top)
    let width = (right - left) / Double(weeks.count)
    let bar = min(30, width * 0.36)
    for tick in y.ticks {
      canvas.line(left, y(tick), right, y(tick), "grid")
      canvas.label(left - 8, y(tick) + 4, localizer.number(Int(tick)), "soft", anchor: .end)
    }
    let running = weeks.firstIndex { $0.hasBegun && !$0.isComplete }
    func place(_ week: Int) -> Double { left + width * Double(week) }
    canvas.markBlocks(
      running: running.map { place($0)..<place($0 + 1) }, begunUntil: place(weeks.count { $0.hasBegun }), right: right,
      top: top, bottom: bottom, localizer)
    let every = max(1, Int((56 / width).rounded(.up)))
    for (index, week) in weeks.enumerated() {
      let center = left + width * (Double(index) + 0.5)
      let counts = [(week.newTouchpoints, "f1", center - bar), (week.newContacts, "f2", center)]
      for (count, style, x) in counts {
        guard let count, count > 0 else { continue }
        canvas.rectangle(
          x, y(Double(count)), bar, bottom - y(Double(count)), style,
          title: "\(localizer.shortDay(week.start)): \(localizer.number(count))")
      }
      if index % every == 0 {
        canvas.label(center, bottom + 18, localizer.shortDay(week.start), "soft", anchor: .middle)
      }
    }
    canvas.line(left, bottom, right, bottom, "axis")
    return Chart(
      "weeks", title: localizer(.weeksTitle),
      summary: localizer(.weeksSummary, localizer.number(weeks.count), localizer.number(largest)),
      caption: localizer.caption(.weeksCaption, isRunning: running != nil), width: form.width,
      height: bottom + 28, canvas: canvas)
  }

  private static func addKey(
    _ left: Double, _ form: ChartForm, _ localizer: Localizer, to canvas: inout ChartCanvas
  ) -> Int {
    let words = [localizer(.newTouchpointsName), localizer(.newContactsName)]
    return canvas.key(words, left: left, form, starts: [0, 240]) { place, x, y, canvas in
      canvas.rectangle(x, y - 6, 14, 12, "f\(place + 1)")
      return 14
    }
  }
}
