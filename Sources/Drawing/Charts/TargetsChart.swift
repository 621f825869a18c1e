package import CampaignAnalysis
import CampaignFigures
package import CampaignModel
package import Presentation

/// Every KPI with a target as a bar against it: the target is the same line for all, so that bars compare.
package struct TargetsChart {
  /// The largest attainment that fits; what goes beyond ends there.
  private static let most = 1.5
  private static let rowHeight = 30.0

  /// The chart, or nil where no KPI has a target.
  package static func chart(_ kpis: KPIs, _ dataset: Dataset, _ localizer: Localizer) -> Chart? {
    Chart.inAllForms { draw(kpis, dataset, $0, localizer) }
  }

  private static func draw(_ kpis: KPIs, _ dataset: Dataset, _ form: ChartForm, _ localizer: Localizer) -> Chart? {
    let entries = kpis.entries.filter { $0.target != nil }
    guard !entries.isEmpty else { return nil }
    let (left, right, top) = (form.left(beside: 174), form == .broad ? 308.0 : 200, 22.0)
    let bottom = top + form.rowHeight(rowHeight) * Double(entries.count)
    let x = LinearScale(exactlyTo: most, step: 1, from: left, to: right)
    var canvas = ChartCanvas()
    for (row, entry) in entries.enumerated() {
      guard let target = entry.target else { continue }
      let middle = form.middle(ofRow: row, top: top, height: rowHeight)
      let attained = target.attainment.map { min(most, max(0, $0)) }
      let state =
        target.state.map { "\(sign($0)) \(localizer($0.words))" }
        ?? localizer.state(entry.unknown?.state ?? .incomplete)
      let room = form == .tall ? 150 : form.width - right - 24 - TextWidth.of(state, points: ChartStyle.points)
      let numbers = numbers(entry, target, dataset, localizer, room: room)
      canvas.rowName(
        localizer(entry.kpi.title), left: left, middle: middle, half: 9, form,
        reserved: TextWidth.of(numbers, points: ChartStyle.points) + 12)
      canvas.rectangle(left, middle - 9, right - left, 18, "track")
      let words = [
        target.attainment.map { localizer(.attainedOfTarget, localizer.percent($0)) },
        target.valueAtDue.map { text($0, of: entry.kpi, dataset, localizer) },
        localizer(.targetValue, text(target.target, of: entry.kpi, dataset, localizer)),
      ].compactMap(\.self)
      if let attained {
        canvas.rectangle(
          left, middle - 5, max(1, x(attained) - left), 10, style(target.state), title: words.joined(separator: "\n"))
      }
      canvas.line(x(1), middle - 9, x(1), middle + 9, "goal")
      canvas.label(right + 10, middle + 4, state, "strong")
      canvas.label(form.width - 4, middle + (form == .broad ? 4 : -15), numbers, "soft", anchor: .end)
    }
    canvas.label(x(1), 13, localizer(.targetMark), "soft", anchor: .middle)
    return Chart(
      "targets", title: localizer(.targetsTitle), summary: summary(entries, localizer),
      caption: localizer(.targetsCaption), width: form.width, height: bottom + 8, canvas: canvas)
  }

  private static func summary(_ entries: [KPIs.Entry], _ localizer: Localizer) -> String {
    TargetStatus.State.allCases.compactMap { state in
      let names = entries.filter { $0.target?.state == state }.map { localizer($0.kpi.title) }
      return names.isEmpty ? nil : "\(localizer(state.words)): \(names.joined(separator: ", "))."
    }.joined(separator: " ")
  }

  /// What was attained, and the target; the share attained where there is no room for both.
  private static func numbers(
    _ entry: KPIs.Entry, _ target: TargetStatus, _ dataset: Dataset, _ localizer: Localizer, room: Double
  ) -> String {
    let attained = target.valueAtDue.map { value in
      // The target names the currency for both.
      entry.kpi.unit == .money ? localizer.number(value, decimals: 2) : text(value, of: entry.kpi, dataset, localizer)
    }
    let sign = entry.kpi.isLessBetter ? "≤ " : ""
    let numbers = "\(attained ?? "–") / \(sign)\(text(target.target, of: entry.kpi, dataset, localizer))"
    guard TextWidth.of(numbers, points: ChartStyle.points) > room else { return numbers }
    return target.attainment.map { localizer.percent($0) } ?? ""
  }

  private static func style(_ state: TargetStatus.State?) -> String {
    switch state {
    case .met, .onTrack: "good"
    case .missed, .behind: "bad"
    case nil: "open"
    }
  }

  private static func sign(_ state: TargetStatus.State) -> String {
    switch state {
    case .met: "✓"
    case .missed: "✗"
    case .onTrack: "↗"
    case .behind: "↘"
    }
  }

  private static func text(_ value: Double, of kpi: KPI, _ dataset: Dataset, _ localizer: Localizer) -> String {
    switch kpi.unit {
    case .share, .fraction: localizer.percent(value)
    case .money: localizer.money(value, dataset.settings.currency)
    default: localizer.number(value)
    }
  }
}
