import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Presentation

/// The tall form: a row a partner with its number and reach, and below them a row a region, with a dot in the column of each
/// of its partners' numbers. All bars have one scale, for they start one below the other.
extension OverlapDiagram {
  /// Most partners of a tall drawing: so many numbered columns leave room for bars.
  static let mostTallPartners = 10
  /// Most regions of a tall drawing.
  static let mostTallRegions = 20
  /// Where bars start.
  private static let barStart = 194.0
  private static let tallRowHeight = 24.0

  func addTallForm(to sheet: inout Sheet) {
    let counts = shown.map(\.reach) + regions.map(\.contacts)
    let words = counts.map { TextWidth.of(drawing.localizer.count($0), points: TallForm.points) }.max() ?? 0
    let length = max(20, TallForm.width - OverlapDiagram.barStart - words - 5)
    let scale = length / Double(max(1, counts.compactMap(\.self).max() ?? 1))
    let bottom = addTallPartners(scale, to: &sheet)
    addTallRegions(from: bottom + 12, scale, to: &sheet)
  }

  /// A bar with its number behind it.
  private func bar(_ count: Int?, _ y: Double, _ scale: Double, to sheet: inout Sheet) -> Rectangle {
    let end = OverlapDiagram.barStart + max(1, Double(count ?? 0) * scale)
    sheet.text(
      drawing.localizer.count(count), Point(x: end + 5, y: y), points: TallForm.points, color: drawing.colors.mutedText)
    return Rectangle(minX: OverlapDiagram.barStart, minY: y - 7, maxX: end, maxY: y + 7)
  }

  /// - Returns: where the rows end.
  private func addTallPartners(_ scale: Double, to sheet: inout Sheet) -> Double {
    let left = TextWidth.of("00", points: TallForm.points) + 8
    let names = DistinctNames.cut(shown.map { drawing.dataset.partners[$0.partner].label }, to: 40)
    var top = 0.0
    for (row, carrier) in shown.enumerated() {
      let lines = TextWidth.wrapped(
        names[row], points: TallForm.points, width: OverlapDiagram.barStart - 8 - left, lines: 3)
      let height = 7 + 17 * Double(max(1, lines.count))
      let y = top + height / 2
      sheet.text(
        drawing.localizer.number(row + 1), Point(x: left - 8, y: y), points: TallForm.points, anchor: .end)
      sheet.text(
        lines: lines, Point(x: left, y: y - 8.5 * Double(max(1, lines.count) - 1)), points: TallForm.points)
      sheet.box(drawing.partnerNode(carrier.partner), bar(carrier.reach, y, scale, to: &sheet), attributes(of: carrier))
      top += height
    }
    return top
  }

  private func addTallRegions(from top: Double, _ scale: Double, to sheet: inout Sheet) {
    let width = min(36, (OverlapDiagram.barStart - 4) / Double(shown.count))
    func x(_ column: Int) -> Double { width * (Double(column) + 0.5) }
    for column in shown.indices {
      let number = drawing.localizer.number(column + 1)
      sheet.text(number, Point(x: x(column), y: top + 10), points: TallForm.points, anchor: .middle)
    }
    let columns = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1.partner, $0) })
    let right = width * Double(shown.count)
    for (row, region) in regions.enumerated() {
      let y = top + 20 + OverlapDiagram.tallRowHeight * (Double(row) + 0.5)
      if row % 2 == 0 {
        let stripe = Rectangle(
          minX: 0, minY: y - OverlapDiagram.tallRowHeight / 2, maxX: right, maxY: y + OverlapDiagram.tallRowHeight / 2)
        sheet.area(stripe, fill: drawing.colors.stripe.text)
      }
      sheet.box("region:\(row + 1)", bar(region.contacts, y, scale, to: &sheet), attributes(of: region))
      let places = region.partners.compactMap { columns[$0] }.sorted()
      for column in shown.indices where !places.contains(column) {
        sheet.dot(Point(x: x(column), y: y), radius: 2.5, fill: drawing.colors.off, border: drawing.colors.off)
      }
      if let first = places.first, let last = places.last, first < last {
        sheet.rule([Point(x: x(first), y: y), Point(x: x(last), y: y)], drawing.colors.text, width: 2)
      }
      for column in places {
        sheet.dot(Point(x: x(column), y: y), radius: 5, fill: drawing.colors.text, border: drawing.colors.text)
      }
    }
  }
}
