package import CampaignAnalysis
import CampaignFigures
package import Presentation

/// Visitors, leads and customers as bars that narrow, with the share that goes on.
package struct FunnelChart {
  /// The chart, or nil where a stage is withheld or nobody was reached.
  package static func chart(_ funnel: Funnel, _ localizer: Localizer) -> Chart? {
    Chart.inAllForms { draw(funnel, $0, localizer) }
  }

  private static func draw(_ funnel: Funnel, _ form: ChartForm, _ localizer: Localizer) -> Chart? {
    let total = funnel.total
    guard let visitors = total.visitors, let leads = total.leads, let customers = total.customers, visitors > 0
    else { return nil }
    let stages: [(LocalizedText, Int, Double?)] = [
      (.visitors, visitors, nil), (.leads, leads, total.visitorToLead?.rate),
      (.customers, customers, total.visitorToCustomer?.rate),
    ]
    let (left, right, top, rowHeight) = (110.0, form.width - (form == .broad ? 120 : 72), 8.0, 46.0)
    var canvas = ChartCanvas()
    for (index, stage) in stages.enumerated() {
      let y = top + rowHeight * Double(index)
      let width = (right - left) * Double(stage.1) / Double(max(visitors, leads, customers))
      let center = (left + right) / 2
      canvas.label(left - 12, y + 24, localizer(stage.0), "", anchor: .end)
      canvas.rectangle(center - max(1, width / 2), y + 3, max(2, width), rowHeight - 12, "f\(index + 1)")
      let number = localizer.number(stage.1)
      if TextWidth.of(number, points: ChartStyle.points, isBold: true) + 10 <= width {
        canvas.label(center, y + 25, number, "inside", anchor: .middle)
      } else {
        canvas.label(center + max(1, width / 2) + 6, y + 25, number, "strong")
      }
      if let share = stage.2 { canvas.label(right + 14, y + 24, localizer.percent(share), "strong") }
    }
    let texts = stages.map { "\(localizer($0.0)): \(localizer.number($0.1))" }
    return Chart(
      "funnel", title: localizer(.funnelTitle), summary: texts.joined(separator: ", ") + ".",
      caption: localizer(.funnelCaption), width: form.width, height: top + rowHeight * 3, canvas: canvas)
  }
}
