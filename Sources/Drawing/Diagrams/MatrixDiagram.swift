import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Presentation

/// Give and take as a table of squares: a row a giving partner, a column a taking one, darker for more contacts.
struct MatrixDiagram: CampaignView {
  static let name = "matrix"
  static let summary = "give × take: who gave whom how many contacts, for many partners"
  static let engine = LayoutEngine.dot
  static let analysis = AnalysisOptions(sections: [.partnerships])

  private let partnerships: Partnerships
  private let drawing: DiagramDrawing
  private let shown: [Int]
  private let restCount: Int
  private let given: [Gift: Int?]
  /// Of a column, in points.
  private let width: Double
  /// Of a row, in points.
  private let height: Double
  /// The letters of names.
  private let points: Double
  /// The lines of each name.
  private let names: [[String]]

  private struct Gift: Hashable {
    var from: Int
    var to: Int
  }

  /// Partners drawn one by one unless asked otherwise.
  static let standardTop = 40
  /// Most partners of a tall drawing: so many numbered columns leave room for names.
  private static let mostTall = 10

  init?(_ figures: [ScopeFigures], _ drawing: DiagramDrawing) {
    guard let partnerships = figures[0].partnerships else { return nil }
    self.partnerships = partnerships
    self.drawing = drawing
    var given: [Gift: Int?] = [:]
    var partners: [Int] = []
    for pair in partnerships.pairs where pair.aToB != 0 || pair.bToA != 0 {
      given[Gift(from: pair.a, to: pair.b)] = pair.aToB
      given[Gift(from: pair.b, to: pair.a)] = pair.bToA
      for partner in [pair.a, pair.b] where !partners.contains(partner) { partners.append(partner) }
    }
    self.given = given
    let top = drawing.options.top ?? MatrixDiagram.standardTop
    // Pairs come strongest first, and so do the partners of the strongest pairs.
    let count = partners.count == top + 1 ? top + 1 : top
    shown = Array(partners.prefix(drawing.options.isTall ? min(count, MatrixDiagram.mostTall) : count))
    restCount = partners.count - shown.count
    if drawing.options.isTall {
      width = min(44, 190 / Double(max(1, shown.count)))
      points = TallForm.points
      let left = TallForm.width - width * Double(shown.count)
      let room = left - TextWidth.of("00", points: points) - 14
      names = DistinctNames.cut(shown.map { drawing.dataset.partners[$0].label }, to: 40)
        .map { TextWidth.wrapped($0, points: TallForm.points, width: room, lines: 3) }
      height = max(24, 5 + 17 * Double(names.map(\.count).max() ?? 1))
    } else {
      width = shown.count > 24 ? 17 : 26
      points = shown.count > 24 ? 9 : 10.5
      names = DistinctNames.cut(shown.map { drawing.dataset.partners[$0].label }, to: 34).map { [$0] }
      height = width
    }
  }

  func document() -> DOTDocument {
    let localizer = drawing.localizer
    let note = localizer(
      .matrixNote, localizer.number(shown.count + restCount),
      localizer.period(partnerships.scope.start, partnerships.scope.end))
    var sentences = [localizer(.matrixLegend)]
    if restCount > 0 {
      sentences.append(localizer(.notDrawn, localizer(.morePartners, localizer.number(restCount))))
    }
    var sheet = drawing.sheet(directed: false, title: .matrixTitle, note: note, sentences: sentences)
    guard !shown.isEmpty else {
      let isUnknown = partnerships.unknown.contains { $0.figure == "partnerships.knot" && $0.state == .notConfigured }
      sheet.text(
        lines: drawing.lines(localizer(isUnknown ? .knotsNotConfigured : .noKnots)), Point(x: 0, y: 0), points: 12)
      return sheet.finished
    }
    addNames(to: &sheet)
    addSquares(to: &sheet)
    addKey(to: &sheet)
    return sheet.finished
  }

  /// The partner's number stands at its column, number and name at its row.
  private func addNames(to sheet: inout Sheet) {
    for (place, name) in names.enumerated() {
      let middle = height * (Double(place) + 0.5)
      let number = drawing.localizer.number(place + 1)
      if drawing.options.isTall {
        let left = width * Double(shown.count) - TallForm.width
        sheet.text(lines: name, Point(x: left, y: middle - 8.5 * Double(name.count - 1)), points: points)
        sheet.text(number, Point(x: -6, y: middle), points: points, anchor: .end)
      } else {
        sheet.text("\(name.joined())  \(number)", Point(x: -6, y: middle), points: points, anchor: .end)
      }
      sheet.text(
        number, Point(x: width * (Double(place) + 0.5), y: -9), points: shown.count > 24 ? 8 : 10, anchor: .middle)
    }
  }

  private var most: Int { shown.flatMap { from in shown.compactMap { gift(from, $0) ?? nil } }.max() ?? 0 }

  private func gift(_ from: Int, _ to: Int) -> Int?? { given[Gift(from: from, to: to)] }

  private func addSquares(to sheet: inout Sheet) {
    let most = most
    let line = drawing.colors.hairline
    for (row, from) in shown.enumerated() {
      for (column, to) in shown.enumerated() {
        let square = Rectangle(
          minX: width * Double(column) + 1, minY: height * Double(row) + 1, maxX: width * Double(column + 1) - 1,
          maxY: height * Double(row + 1) - 1)
        guard from != to else {
          sheet.area(square, fill: line.text)
          continue
        }
        guard let amount = gift(from, to), amount != 0 else {
          sheet.area(square, fill: drawing.colors.background.text, border: line)
          continue
        }
        sheet.box("\(drawing.partnerNode(from))→\(drawing.partnerNode(to))", square, cell(from, to, amount, most))
      }
    }
  }

  private func cell(_ from: Int, _ to: Int, _ amount: Int?, _ most: Int) -> DOTAttributes {
    let localizer = drawing.localizer
    func name(_ partner: Int) -> String { LabelText.short(drawing.dataset.partners[partner].label, 60) }
    let count = localizer.count(amount)
    var attributes: DOTAttributes = [
      "tooltip": .text(localizer(.knotGift, name(from), name(to), count)), "penwidth": 0.5,
      "color": .verbatim(drawing.colors.categories[0].border.text), "style": "filled",
      "fillcolor": .verbatim(shade(amount ?? 0, most).text), "margin": "0",
    ]
    attributes = attributes.merging(drawing.pick([from, to]))
    if amount == nil { attributes["style"] = "filled,dashed" }
    let words = amount == nil ? "–" : count
    let points = max(8, drawing.leastPoints)
    // Where the largest number has no room, its square would stand bare among those of smaller ones.
    let widest = drawing.options.isTall && amount != nil ? localizer.number(most) : words
    if drawing.options.isTall || width > 20, TextWidth.of(widest, points: points) <= width - 4 {
      attributes["label"] = .text(words)
      attributes["fontsize"] = .number(points)
      attributes["fontcolor"] = .verbatim(drawing.colors.text.text)
    }
    return attributes
  }

  /// From the ground to the first category's fill; its text keeps its contrast on all of these.
  private func shade(_ amount: Int, _ most: Int) -> RGBColor {
    let share = most > 0 ? (Double(amount) / Double(most)).squareRoot() : 0
    let steps = Int((share * 5).rounded(.up))
    return drawing.colors.shades[min(5, max(0, steps))]
  }

  private func addKey(to sheet: inout Sheet) {
    let most = most
    guard most > 0 else { return }
    var key = SheetKey()
    var last = 0
    for step in 1...5 {
      // A step's upper bound: the shade grows with the square root.
      let upper = max(last + 1, Int((Double(most) * Double(step * step) / 25).rounded(.down)))
      guard upper <= most else { break }
      let category = DiagramColors.Category(
        fill: shade(upper, most), border: drawing.colors.categories[0].border, borderStyle: "solid")
      let range =
        last + 1 == upper
        ? drawing.localizer.number(upper)
        : "\(drawing.localizer.number(last + 1))–\(drawing.localizer.number(upper))"
      key.entries.append(.category(category, range))
      last = upper
    }
    key.add(to: &sheet)
  }
}

extension CampaignDiagram {
  /// Give and take as a table of squares.
  public static let matrix = CampaignDiagram(MatrixDiagram.self)
}
