package import CampaignAnalysis
import CampaignFigures
package import CampaignModel
package import Presentation

/// Conversions credited to each channel or partner: linear as a bar, first and last touch as marks.
package struct AttributionChart {
  private static let mostRows = 12

  /// The chart, or nil where nothing was converted or nobody earned credit.
  package static func chart(_ attribution: Attribution, _ dataset: Dataset, _ localizer: Localizer) -> Chart? {
    Chart.inAllForms { draw(attribution, dataset, $0, localizer) }
  }

  private static func draw(
    _ attribution: Attribution, _ dataset: Dataset, _ form: ChartForm, _ localizer: Localizer
  ) -> Chart? {
    guard let linear = index(.linear), let first = index(.first), let last = index(.last) else { return nil }
    let rows = attribution.rows.compactMap { row in row.conversions.map { (group: row.group, conversions: $0) } }
      .prefix(mostRows)
    let most = rows.flatMap { [$0.conversions[linear], $0.conversions[first], $0.conversions[last]] }.max() ?? 0
    guard most > 0 else { return nil }
    var canvas = ChartCanvas()
    let (left, right, rowHeight) = (form.left(beside: 190), form.width - (form == .broad ? 40 : 24), 25.0)
    let top = 14 + 20 * Double(addKey(left, form, localizer, to: &canvas))
    let bottom = top + form.rowHeight(rowHeight) * Double(rows.count)
    let x = LinearScale(to: most, from: left, to: right, isWhole: false, tickCount: form == .broad ? 5 : 3)
    for tick in x.ticks {
      canvas.line(x(tick), top, x(tick), bottom, "grid")
      canvas.label(
        x(tick), bottom + 18, localizer.number(tick), "soft", anchor: form == .tall && tick == 0 ? .start : .middle)
    }
    for (index, row) in rows.enumerated() {
      let middle = form.middle(ofRow: index, top: top, height: rowHeight)
      let name = row.group.label(in: dataset) ?? localizer(.noneGiven)
      canvas.rowName(name, left: left, middle: middle, half: 9, form)
      canvas.rectangle(
        left, middle - 8, x(row.conversions[linear]) - left, 16, "f1", title: localizer.number(row.conversions[linear]))
      canvas.line(x(row.conversions[first]), middle - 9, x(row.conversions[first]), middle + 9, "mark")
      canvas.circle(x(row.conversions[last]), middle, 4, "dot")
    }
    canvas.line(left, top, left, bottom, "axis")
    return Chart(
      "attribution", title: localizer(.attributionTitle),
      summary: localizer(.attributionSummary, localizer.count(attribution.conversions)),
      caption: localizer(.attributionCaption), width: form.width, height: bottom + 26, canvas: canvas)
  }

  private static func addKey(
    _ left: Double, _ form: ChartForm, _ localizer: Localizer, to canvas: inout ChartCanvas
  ) -> Int {
    let words = [LocalizedText.linearModel, .firstModel, .lastModel].map { localizer($0) }
    return canvas.key(words, left: left, form) { place, x, y, canvas in
      switch place {
      case 0: canvas.rectangle(x, y - 5, 14, 12, "f1")
      case 1: canvas.line(x + 7, y - 7, x + 7, y + 9, "mark")
      default: canvas.circle(x + 7, y + 1, 4, "dot")
      }
      return 14
    }
  }

  private static func index(_ model: AttributionModel) -> Int? { AttributionModel.allCases.firstIndex(of: model) }
}
