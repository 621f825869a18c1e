import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Presentation

/// Partnerships as knots: a line per pair, its kind told by color and pattern, its width by contacts given.
struct KnotsDiagram: CampaignView {
  static let name = "knots"
  static let summary = "who gives whom contacts: reef, granny, one-sided, unclear"
  static let engine = LayoutEngine.neato
  static let analysis = AnalysisOptions(sections: [.partnerships])

  private let partnerships: Partnerships
  private let drawing: DiagramDrawing
  private let shown: [Int]
  private let restCount: Int
  private let styles: KnotStyles

  /// Partners drawn one by one unless asked otherwise.
  static let standardTop = 24

  init?(_ figures: ScopeFigures, _ drawing: DiagramDrawing) {
    guard let partnerships = figures.partnerships else { return nil }
    self.partnerships = partnerships
    self.drawing = drawing
    styles = KnotStyles(drawing.options.theme, drawing.colors)
    let partners = KnotsDiagram.partners(of: partnerships, drawing.dataset)
    let top = drawing.options.top ?? KnotsDiagram.standardTop
    // One that is left over is drawn like the others.
    let count = partners.count == top + 1 ? top + 1 : top
    shown = Array(partners.prefix(count))
    restCount = max(0, partners.count - count)
  }

  /// Partners of pairs that gave each other contacts, those in the strongest pairs first.
  private static func partners(of partnerships: Partnerships, _ dataset: Dataset) -> [Int] {
    var isFound = [Bool](repeating: false, count: dataset.partners.count)
    var partners: [Int] = []
    for pair in tied(partnerships) {
      for partner in [pair.a, pair.b] where !isFound[partner] {
        isFound[partner] = true
        partners.append(partner)
      }
    }
    return partners
  }

  /// Pairs that gave each other contacts, shown or withheld; none where own and foreign cannot be told apart.
  private static func tied(_ partnerships: Partnerships) -> [Partnerships.Pair] {
    isUnknown(partnerships) ? [] : partnerships.pairs.filter { $0.knot != Knot.none }
  }

  private static func isUnknown(_ partnerships: Partnerships) -> Bool {
    partnerships.unknown.contains { $0.figure == "partnerships.knot" && $0.state == .notConfigured }
  }

  var document: DOTDocument {
    let all = KnotsDiagram.tied(partnerships)
    let drawn = strongest(of: all.filter { shown.contains($0.a) && shown.contains($0.b) })
    let sectors = SectorColors(of: shown, in: drawing.dataset, colors: drawing.colors)
    var document = drawing.document(
      directed: true, title: .knotsTitle, note: note(all),
      legend: legend(drawn, sectors, hidden: all.count - drawn.count))
    document.attributes["mode"] = "KK"
    document.attributes["overlap"] = "prism"
    document.attributes["sep"] = "+10"
    document.attributes["splines"] = "line"
    if shown.isEmpty { document.addNode("empty", emptyNode) }
    for partner in shown { document.addNode(drawing.partnerNode(partner), node(partner, sectors)) }
    if restCount > 0 { document.addNode("others", othersNode) }
    let most = drawn.map(given).max() ?? 0
    for pair in drawn { add(pair, most: most, to: &document) }
    return document
  }

  /// Contacts given in both directions, as far as they are shown.
  private func given(_ pair: Partnerships.Pair) -> Int { (pair.aToB ?? 0) + (pair.bToA ?? 0) }

  /// The strongest pairs, and of each partner at least its own strongest.
  private func strongest(of pairs: [Partnerships.Pair]) -> [Partnerships.Pair] {
    // More than two and a half per partner would hide the strong ones.
    let limit = max(20, 5 * shown.count / 2)
    var tied: Set<Int> = []
    return pairs.enumerated().filter { index, pair in
      let isFirst = !tied.contains(pair.a) || !tied.contains(pair.b)
      guard index < limit || isFirst else { return false }
      tied.formUnion([pair.a, pair.b])
      return true
    }.map(\.element)
  }

  private func node(_ partner: Int, _ sectors: SectorColors) -> DOTAttributes {
    let entry = drawing.dataset.partners[partner]
    let sector = entry.sector.map { LabelText.shortened($0, to: 80) } ?? drawing.localizer(.unknownSector)
    var attributes = drawing.attributes(of: sectors.category(of: entry.sector))
    attributes["shape"] = "box"
    attributes["penwidth"] = 1.4
    attributes["label"] = .markup(drawing.label(entry.label, LabelText.short(sector, 18), width: 16))
    attributes["tooltip"] = drawing.tooltip(entry.label, sector)
    return attributes
  }

  private var othersNode: DOTAttributes {
    let localizer = drawing.localizer
    var attributes = drawing.attributes(of: drawing.colors.plain)
    attributes["shape"] = "box"
    attributes["style"] = "rounded,filled,dashed"
    attributes["label"] = .text(localizer(.morePartners, localizer.number(restCount)))
    attributes["tooltip"] = .text(localizer(.morePartners, localizer.number(restCount)))
    return attributes
  }

  private var emptyNode: DOTAttributes {
    [
      "label": .text(drawing.localizer(KnotsDiagram.isUnknown(partnerships) ? .knotsNotConfigured : .noKnots)),
      "style": "rounded,filled,dashed",
    ]
  }

  /// The line points from the one that gives more to the one that gets more.
  private func add(_ pair: Partnerships.Pair, most: Int, to document: inout DOTDocument) {
    let isReversed = pair.givesMore == pair.b
    let (from, to) = isReversed ? (pair.b, pair.a) : (pair.a, pair.b)
    let width = drawing.penWidth(given(pair), of: most, widest: 7)
    var attributes = styles.attributes(of: pair.knot, width: width)
    attributes["dir"] = pair.givesMore == nil ? "none" : "forward"
    attributes["arrowsize"] = 0.8
    attributes["len"] = 2.6
    attributes["tooltip"] = .text(tooltip(pair, from, to))
    if pair.isConclusive == false {
      attributes["label"] = "?"
      attributes["fontcolor"] = .verbatim(styles.color(of: pair.knot).text)
    }
    document.addEdge(drawing.partnerNode(from), drawing.partnerNode(to), attributes)
  }

  private func tooltip(_ pair: Partnerships.Pair, _ from: Int, _ to: Int) -> String {
    let localizer = drawing.localizer
    func name(_ partner: Int) -> String { LabelText.short(drawing.dataset.partners[partner].label, 60) }
    let there = from == pair.a ? pair.aToB : pair.bToA
    let back = from == pair.a ? pair.bToA : pair.aToB
    var lines = [
      localizer(styles.phrase(of: pair.knot)), localizer(.knotGift, name(from), name(to), localizer.count(there)),
      localizer(.knotGift, name(to), name(from), localizer.count(back)),
    ]
    if pair.isConclusive == false { lines.append(localizer(.inconclusiveKnot)) }
    return lines.joined(separator: "\n")
  }

  private func note(_ pairs: [Partnerships.Pair]) -> String {
    let localizer = drawing.localizer
    return localizer(
      count: pairs.count, one: .knotsNoteOne, many: .knotsNote)
      + " " + localizer.period(partnerships.scope.start, partnerships.scope.end)
  }

  private func legend(_ drawn: [Partnerships.Pair], _ sectors: SectorColors, hidden: Int) -> DiagramLegend {
    var legend = DiagramLegend()
    legend.entries.append(.text(drawing.localizer(.knotsLegend)))
    if hidden > 0 {
      legend.entries.append(.text(drawing.localizer(count: hidden, one: .oneMoreKnot, many: .moreKnots)))
    }
    for knot in [Knot.reef, .granny, .oneSided, .unclear] where drawn.contains(where: { $0.knot == knot }) {
      legend.entries.append(.line(styles.color(of: knot), drawing.localizer(styles.phrase(of: knot))))
    }
    if drawn.contains(where: { $0.knot == nil }) {
      legend.entries.append(.line(styles.color(of: nil), drawing.localizer(styles.phrase(of: nil))))
    }
    if drawn.contains(where: { $0.isConclusive == false }) {
      legend.entries.append(.text(drawing.localizer(.inconclusiveLegend)))
    }
    legend.entries += sectors.legend(drawing.localizer)
    return legend
  }
}

/// How each knot is drawn: reef as a green double line, granny amber and dashed, one-sided red and dotted, unclear grey.
private struct KnotStyles {
  let theme: DiagramTheme
  let colors: DiagramColors

  init(_ theme: DiagramTheme, _ colors: DiagramColors) {
    self.theme = theme
    self.colors = colors
  }

  /// The color of a knot; nil is one that is withheld.
  func color(of knot: Knot?) -> RGBColor {
    guard theme != .print else { return knot == .unclear || knot == nil ? colors.edge : colors.text }
    switch knot {
    case .reef: return RGBColor(theme == .dark ? 0x35C08E : 0x1B9E77)
    case .granny: return RGBColor(theme == .dark ? 0xF0B429 : 0xD98E04)
    case .oneSided: return RGBColor(theme == .dark ? 0xFF6B5E : 0xC8302A)
    default: return colors.edge
    }
  }

  func attributes(of knot: Knot?, width: Double) -> DOTAttributes {
    let color = color(of: knot).text
    switch knot {
    case .reef:
      // Three lines side by side, the one between in the color of the ground.
      return [
        "color": .verbatim("\(color):\(colors.background.text):\(color)"), "penwidth": .number(max(1.2, width / 3)),
      ]
    case .granny: return ["color": .verbatim(color), "style": "dashed", "penwidth": .number(max(1.2, width))]
    case .oneSided: return ["color": .verbatim(color), "style": "dotted", "penwidth": .number(max(1.8, width))]
    default: return ["color": .verbatim(color), "penwidth": .number(max(1, width))]
    }
  }

  /// What a knot is called.
  func phrase(of knot: Knot?) -> LocalizedText {
    switch knot {
    case .reef: .reefKnot
    case .granny: .grannyKnot
    case .oneSided: .oneSidedKnot
    case .some(.none): .noKnots
    case .unclear: .unclearKnot
    case nil: .withheldKnot
    }
  }
}

extension CampaignDiagram {
  /// Partnerships as knots, by who gives whom contacts.
  public static let knots = CampaignDiagram(KnotsDiagram.self)
}
