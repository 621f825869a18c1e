package import CampaignAnalysis
import CampaignFigures
package import Presentation

/// New contacts and new touchpoints in each week of a campaign.
package struct WeeksChart {
  /// Most weeks drawn as bars.
  private static let mostWeeks = 60

  /// The chart, or nil where nothing was new, or the weeks are too many for bars.
  package static func chart(_ touchpoints: NewTouchpoints, _ localizer: Localizer) -> Chart? {
    let weeks = touchpoints.byWeek
    let largest = weeks.flatMap { [$0.newContacts ?? 0, $0.newTouchpoints ?? 0] }.max() ?? 0
    guard largest > 0, weeks.count <= mostWeeks else { return nil }
    let (left, right, top, bottom) = (64.0, 544.0, 34.0, 226.0)
    let y = LinearScale(to: Double(largest), from: bottom, to: top)
    let width = (right - left) / Double(weeks.count)
    let bar = min(30, width * 0.36)
    var canvas = ChartCanvas()
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
    canvas.rectangle(left, 6, 14, 12, "f1")
    canvas.label(left + 20, 16, localizer(.newTouchpointsName), "")
    canvas.rectangle(left + 240, 6, 14, 12, "f2")
    canvas.label(left + 260, 16, localizer(.newContactsName), "")
    return Chart(
      "weeks", title: localizer(.weeksTitle),
      summary: localizer(.weeksSummary, localizer.number(weeks.count), localizer.number(largest)),
      caption: localizer.caption(.weeksCaption, isRunning: running != nil), height: 254, canvas: canvas)
  }
}
