import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Presentation

/// The regions of reach, each a column: which partners reached these contacts and nobody else, and how many they are.
///
/// After A. Lex, N. Gehlenborg, H. Strobelt, R. Vuillemot, H. Pfister, "UpSet: Visualization of intersecting sets" (2014),
/// doi:10.1109/TVCG.2014.2346248.
struct OverlapDiagram: CampaignView {
  static let name = "overlap"
  static let summary = "which partners reached whom together: regions of reach as columns (UpSet)"
  static let engine = LayoutEngine.dot
  static let analysis = AnalysisOptions(sections: [.reach])

  let reach: Reach
  let drawing: DiagramDrawing
  let shown: [Reach.Carrier]
  let regions: [Reach.Region]

  /// Partners drawn one by one unless asked otherwise.
  static let standardTop = 15
  /// Most regions drawn.
  private static let mostRegions = 30
  private static let (rowHeight, barHeight, barLength) = (22.0, 120.0, 110.0)
  /// As wide as most numbers above the columns need, so that they stay apart.
  private let columnWidth: Double

  init?(_ figures: [ScopeFigures], _ drawing: DiagramDrawing) {
    guard let reach = figures[0].reach else { return nil }
    self.reach = reach
    self.drawing = drawing
    let isTall = drawing.options.isTall
    let top = drawing.options.top ?? OverlapDiagram.standardTop
    shown = Array(reach.carriers.prefix(isTall ? min(top, OverlapDiagram.mostTallPartners) : top))
    let partners = Set(shown.map(\.partner))
    regions = Array(
      reach.regions.lazy.filter { $0.contacts != nil && $0.partners.allSatisfy(partners.contains) }
        .prefix(isTall ? OverlapDiagram.mostTallRegions : OverlapDiagram.mostRegions))
    let widest = regions.map { TextWidth.of(drawing.localizer.count($0.contacts), points: 9) }.max() ?? 0
    columnWidth = min(26, max(19, widest + 5))
  }

  func document() -> DOTDocument {
    let localizer = drawing.localizer
    let note = localizer(
      .partnersNote, localizer.number(reach.carriers.count), localizer.count(reach.reach),
      localizer.period(reach.scope.start, reach.scope.end))
    var sheet = drawing.sheet(directed: false, title: .overlapTitle, note: note, sentences: sentences)
    guard !regions.isEmpty else {
      sheet.text(
        lines: drawing.lines(localizer(shown.isEmpty ? .nobodyReached : .withheld)), Point(x: 0, y: 0), points: 12)
      return sheet.finished
    }
    guard !drawing.options.isTall else {
      addTallForm(to: &sheet)
      return sheet.finished
    }
    let names = DistinctNames.cut(shown.map { drawing.dataset.partners[$0.partner].label }, to: 34)
    let nameWidth = names.map { TextWidth.of($0, points: 10.5) }.max() ?? 0
    let left = nameWidth + OverlapDiagram.barLength + 60
    addRows(names, left, to: &sheet)
    addColumns(left, to: &sheet)
    return sheet.finished
  }

  private var sentences: [String] {
    let localizer = drawing.localizer
    let isTall = drawing.options.isTall
    var missing: [String] = []
    let hiddenPartners = reach.carriers.count - shown.count
    if hiddenPartners > 0 { missing.append(localizer(.morePartners, localizer.number(hiddenPartners))) }
    let withheld = reach.regions.count { $0.contacts == nil }
    let hidden = reach.regions.count - regions.count - withheld
    if hidden > 0 { missing.append(localizer(isTall ? .moreRegionRows : .moreRegions, localizer.number(hidden))) }
    var sentences = [localizer(isTall ? .overlapTallLegend : .overlapLegend)]
    if !missing.isEmpty { sentences.append(localizer(.notDrawn, missing.joined(separator: ", "))) }
    if withheld > 0 {
      sentences.append(localizer(isTall ? .withheldRegionRows : .withheldRegions, localizer.number(withheld)))
    }
    return sentences
  }

  private func y(_ row: Int) -> Double {
    OverlapDiagram.barHeight + 34 + OverlapDiagram.rowHeight * (Double(row) + 0.5)
  }

  private func x(_ column: Int, _ left: Double) -> Double { left + columnWidth * (Double(column) + 0.5) }

  /// A row a partner: its reach as a bar to the left of its name.
  private func addRows(_ names: [String], _ left: Double, to sheet: inout Sheet) {
    let most = Double(max(1, shown.first?.reach ?? 1))
    let right = x(regions.count - 1, left) + columnWidth / 2
    for (row, carrier) in shown.enumerated() {
      let y = y(row)
      if row % 2 == 0 {
        sheet.area(Rectangle(minX: left, minY: y - 11, maxX: right, maxY: y + 11), fill: drawing.colors.stripe.text)
      }
      sheet.text(names[row], Point(x: left - 8, y: y), anchor: .end)
      let end = OverlapDiagram.barLength + 40
      let length = max(1, OverlapDiagram.barLength * Double(carrier.reach ?? 0) / most)
      let size = drawing.localizer.count(carrier.reach)
      sheet.box(
        drawing.partnerNode(carrier.partner), Rectangle(minX: end - length, minY: y - 7, maxX: end, maxY: y + 7),
        attributes(of: carrier))
      sheet.text(size, Point(x: end - length - 5, y: y), points: 9.5, color: drawing.colors.mutedText, anchor: .end)
    }
  }

  /// A column a region: its contacts as a bar, below it a dot for each partner that reached them.
  private func addColumns(_ left: Double, to sheet: inout Sheet) {
    let row = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1.partner, $0) })
    let most = Double(max(1, regions.first?.contacts ?? 1))
    for (column, region) in regions.enumerated() {
      let x = x(column, left)
      let contacts = region.contacts ?? 0
      let height = max(1, OverlapDiagram.barHeight * Double(contacts) / most)
      let bottom = OverlapDiagram.barHeight + 24
      let count = drawing.localizer.number(contacts)
      sheet.box(
        "region:\(column + 1)", Rectangle(minX: x - 6.5, minY: bottom - height, maxX: x + 6.5, maxY: bottom),
        attributes(of: region))
      sheet.text(
        count, Point(x: x, y: bottom - height - 7), points: TextWidth.of(count, points: 9) > columnWidth - 4 ? 7 : 9,
        anchor: .middle
      )
      let rows = region.partners.compactMap { row[$0] }.sorted()
      if let first = rows.first, let last = rows.last, first < last {
        sheet.rule([Point(x: x, y: y(first)), Point(x: x, y: y(last))], drawing.colors.text, width: 2)
      }
      for other in shown.indices {
        let isIn = rows.contains(other)
        let color = isIn ? drawing.colors.text : drawing.colors.off
        sheet.dot(Point(x: x, y: y(other)), radius: isIn ? 4.5 : 2, fill: color, border: color)
      }
    }
  }

  /// Of the bar of a partner's reach.
  func attributes(of carrier: Reach.Carrier) -> DOTAttributes {
    drawing.attributes(of: drawing.colors.categories[0]).merging([
      "style": "filled", "penwidth": 0.5,
      "tooltip": drawing.tooltip(
        drawing.dataset.partners[carrier.partner].label,
        drawing.localizer(.contactsReached, drawing.localizer.count(carrier.reach))),
    ]).merging(drawing.pick([carrier.partner]))
  }

  /// Of the bar of a region that is shown.
  func attributes(of region: Reach.Region) -> DOTAttributes {
    let names = region.partners.map { LabelText.short(drawing.dataset.partners[$0].label, 60) }
    let count = drawing.localizer.count(region.contacts)
    return drawing.attributes(of: drawing.colors.categories[region.partners.count > 1 ? 1 : 0]).merging([
      "style": "filled", "penwidth": 0.5,
      "tooltip": .text(names.prefix(12).joined(separator: "\n") + "\n" + drawing.localizer(.contactsReached, count)),
    ]).merging(drawing.pick(region.partners))
  }
}

extension CampaignDiagram {
  /// The regions of reach as columns.
  public static let overlap = CampaignDiagram(OverlapDiagram.self)
}
