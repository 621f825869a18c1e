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

  private struct Gift: Hashable {
    var from: Int
    var to: Int
  }

  /// Partners drawn one by one unless asked otherwise.
  static let standardTop = 40

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
    shown = Array(partners.prefix(partners.count == top + 1 ? top + 1 : top))
    restCount = partners.count - shown.count
  }

  private var side: Double { shown.count > 24 ? 17 : 26 }

  func document() -> DOTDocument {
    let localizer = drawing.localizer
    let note = localizer(
      .matrixNote, localizer.number(shown.count + restCount),
      localizer.period(partnerships.scope.start, partnerships.scope.end))
    var sentences = [localizer(.matrixLegend)]
    if restCount > 0 {
      sentences.append(localizer(.notDrawn, localizer(.morePartners, localizer.number(restCount))))
    }
    var sheet = drawing.sheet(
      directed: false, title: .matrixTitle, note: note, sentences: sentences, hasTallForm: false)
    guard !shown.isEmpty else {
      let isUnknown = partnerships.unknown.contains { $0.figure == "partnerships.knot" && $0.state == .notConfigured }
      sheet.text(localizer(isUnknown ? .knotsNotConfigured : .noKnots), Point(x: 0, y: 0), points: 12)
      return sheet.finished
    }
    let names = DistinctNames.cut(shown.map { drawing.dataset.partners[$0].label }, to: 34)
    addNames(names, to: &sheet)
    addSquares(to: &sheet)
    addKey(to: &sheet)
    return sheet.finished
  }

  /// The partner's number stands at its column, number and name at its row.
  private func addNames(_ names: [String], to sheet: inout Sheet) {
    let points = shown.count > 24 ? 9.0 : 10.5
    for (place, name) in names.enumerated() {
      let middle = side * (Double(place) + 0.5)
      let number = drawing.localizer.number(place + 1)
      sheet.text("\(name)  \(number)", Point(x: -6, y: middle), points: points, anchor: .end)
      sheet.text(number, Point(x: middle, y: -9), points: shown.count > 24 ? 8 : 10, anchor: .middle)
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
          minX: side * Double(column) + 1, minY: side * Double(row) + 1, maxX: side * Double(column + 1) - 1,
          maxY: side * Double(row + 1) - 1)
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
    if side > 20, TextWidth.of(words, points: 8) <= side - 4 {
      attributes["label"] = .text(words)
      attributes["fontsize"] = 8
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
