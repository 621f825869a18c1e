package import CampaignAnalysis
import CampaignFigures
package import CampaignModel
package import Presentation

/// Conversions credited to each channel or partner: linear as a bar, first and last touch as marks.
package struct AttributionChart {
  private static let mostRows = 12

  /// The chart, or nil where nothing was converted or nobody earned credit.
  package static func chart(_ attribution: Attribution, _ dataset: Dataset, _ localizer: Localizer) -> Chart? {
    guard let linear = index(.linear), let first = index(.first), let last = index(.last) else { return nil }
    let rows = attribution.rows.compactMap { row in row.conversions.map { (group: row.group, conversions: $0) } }
      .prefix(mostRows)
    let most = rows.flatMap { [$0.conversions[linear], $0.conversions[first], $0.conversions[last]] }.max() ?? 0
    guard most > 0 else { return nil }
    let (left, right, top, rowHeight) = (190.0, 520.0, 34.0, 25.0)
    let bottom = top + rowHeight * Double(rows.count)
    let x = LinearScale(to: most, from: left, to: right, isWhole: false)
    var canvas = ChartCanvas()
    for tick in x.ticks {
      canvas.line(x(tick), top, x(tick), bottom, "grid")
      canvas.label(x(tick), bottom + 18, localizer.number(tick), "soft", anchor: .middle)
    }
    for (index, row) in rows.enumerated() {
      let middle = top + rowHeight * (Double(index) + 0.5)
      let name = row.group.label(in: dataset) ?? localizer(.noneGiven)
      canvas.name(name, left - 10, middle + 4, width: left - 14)
      canvas.rectangle(
        left, middle - 8, x(row.conversions[linear]) - left, 16, "f1", title: localizer.number(row.conversions[linear]))
      canvas.line(x(row.conversions[first]), middle - 9, x(row.conversions[first]), middle + 9, "mark")
      canvas.circle(x(row.conversions[last]), middle, 4, "dot")
    }
    addKey(left, localizer, to: &canvas)
    canvas.line(left, top, left, bottom, "axis")
    return Chart(
      "attribution", title: localizer(.attributionTitle),
      summary: localizer(.attributionSummary, localizer.count(attribution.conversions)),
      caption: localizer(.attributionCaption), height: bottom + 26, canvas: canvas)
  }

  private static func addKey(_ left: Double, _ localizer: Localizer, to canvas: inout ChartCanvas) {
    var x = left
    for (place, model) in [LocalizedText.linearModel, .firstModel, .lastModel].enumerated() {
      switch place {
      case 0: canvas.rectangle(x, 7, 14, 12, "f1")
      case 1: canvas.line(x + 7, 5, x + 7, 21, "mark")
      default: canvas.circle(x + 7, 13, 4, "dot")
      }
      let words = localizer(model)
      canvas.label(x + 20, 17, words, "")
      x += 20 + TextWidth.of(words, points: ChartStyle.points) + 18
    }
  }

  private static func index(_ model: AttributionModel) -> Int? { AttributionModel.allCases.firstIndex(of: model) }
}
