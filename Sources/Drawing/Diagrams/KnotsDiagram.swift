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
  /// The place of each partner among those shown.
  private let places: [Int: Int]
  private let restCount: Int
  private let styles: KnotStyles

  /// Partners drawn one by one unless asked otherwise.
  static let standardTop = 24

  /// Width of the widest line, in points.
  private static let widest = 7.0

  init?(_ figures: [ScopeFigures], _ drawing: DiagramDrawing) {
    guard let partnerships = figures[0].partnerships else { return nil }
    self.partnerships = partnerships
    self.drawing = drawing
    styles = KnotStyles(drawing.options.theme, drawing.colors)
    let partners = KnotsDiagram.partners(of: partnerships, drawing.dataset)
    let top = drawing.options.top ?? KnotsDiagram.standardTop
    // One that is left over is drawn like the others.
    let count = partners.count == top + 1 ? top + 1 : top
    shown = Array(partners.prefix(count))
    places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
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

  func document() throws(GraphvizError) -> DOTDocument {
    let localizer = drawing.localizer
    let all = KnotsDiagram.tied(partnerships)
    let among = all.filter { places[$0.a] != nil && places[$0.b] != nil }
    let drawn = StrongestTies.of(among, nodes: shown.count) { (places[$0.a] ?? 0, places[$0.b] ?? 0) }
    let sectors = SectorColors(of: shown.map { ($0, weight(of: $0)) }, in: drawing.dataset, colors: drawing.colors)
    var sentences = [localizer(.knotsLegend)]
    if all.count > drawn.count {
      sentences.append(localizer(count: all.count - drawn.count, one: .oneMoreKnot, many: .moreKnots))
    }
    if restCount > 0 { sentences.append(localizer(.restWithoutLines)) }
    if drawn.contains(where: { $0.isConclusive == false }) { sentences.append(localizer(.inconclusiveLegend)) }
    var sheet = drawing.sheet(directed: true, title: .knotsTitle, note: note(all), sentences: sentences)
    let most = drawn.map(given).max() ?? 0
    let network = NetworkSheet(
      marks: marks(sectors), lines: drawn.map { line($0, most) }, engine: drawing.engine, gap: 14,
      isTall: drawing.options.isTall)
    try network.draw(on: &sheet, localizer)
    key(drawn, most, sectors).add(to: &sheet)
    return sheet.finished
  }

  /// Contacts given and got, by which sectors are ranked.
  private func weight(of partner: Int) -> Int {
    partnerships.pairs.reduce(0) { $0 + ($1.a == partner || $1.b == partner ? given($1) : 0) }
  }

  /// Contacts given in both directions, as far as they are shown.
  private func given(_ pair: Partnerships.Pair) -> Int { (pair.aToB ?? 0) + (pair.bToA ?? 0) }

  private func marks(_ sectors: SectorColors) -> [NetworkSheet.Mark] {
    let localizer = drawing.localizer
    let dashed: DOTAttributes = ["style": "rounded,filled,dashed"]
    guard !shown.isEmpty else {
      let words = localizer(KnotsDiagram.isUnknown(partnerships) ? .knotsNotConfigured : .noKnots)
      return [
        NetworkSheet.Mark(
          name: "empty", shape: .box,
          label: NodeLabel(
            words, width: drawing.options.isTall ? 36 : 60, lines: 4, least: drawing.leastPoints, isBold: false),
          attributes: dashed)
      ]
    }
    let names = DistinctNames.cut(shown.map { drawing.dataset.partners[$0].label }, to: 32)
    var marks = zip(shown, names).map { partner, name in
      let entry = drawing.dataset.partners[partner]
      let sector = entry.sector.map { LabelText.shortened($0, to: 80) } ?? localizer(.unknownSector)
      var attributes = drawing.attributes(of: sectors.category(of: entry.sector))
      attributes["penwidth"] = 1.4
      attributes["tooltip"] = drawing.tooltip(entry.label, sector)
      return NetworkSheet.Mark(
        name: drawing.partnerNode(partner), shape: .box,
        label: NodeLabel(
          name, [LabelText.short(sector, 18)], width: 16, least: drawing.leastPoints),
        attributes: attributes.merging(drawing.pick([partner])))
    }
    if restCount > 0 {
      let words = localizer(.morePartners, localizer.number(restCount))
      marks.append(
        NetworkSheet.Mark(
          name: "others", shape: .box, label: NodeLabel(words, width: 30, least: drawing.leastPoints, isBold: false),
          attributes: drawing.attributes(of: drawing.colors.plain).merging(dashed).merging(["tooltip": .text(words)])))
    }
    return marks
  }

  /// The line points from the one that gives more to the one that gets more.
  private func line(_ pair: Partnerships.Pair, _ most: Int) -> NetworkSheet.Line {
    let isReversed = pair.givesMore == pair.b
    let (from, to) = isReversed ? (pair.b, pair.a) : (pair.a, pair.b)
    let width = drawing.penWidth(Double(given(pair)), of: Double(most), widest: KnotsDiagram.widest)
    var attributes = styles.attributes(of: pair.knot, width: width)
    attributes["tooltip"] = .text(tooltip(pair, from, to))
    attributes = attributes.merging(drawing.pick([pair.a, pair.b]))
    let isOpen = pair.isConclusive == false
    if isOpen { attributes["fontcolor"] = .verbatim(styles.color(of: pair.knot).text) }
    return NetworkSheet.Line(
      from: places[from] ?? 0, to: places[to] ?? 0, gap: 70, width: styles.width(of: pair.knot, width),
      attributes: attributes, arrows: (false, pair.givesMore != nil), words: isOpen ? "?" : nil)
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

  private func key(_ drawn: [Partnerships.Pair], _ most: Int, _ sectors: SectorColors) -> SheetKey {
    var key = SheetKey()
    for knot in [Knot.reef, .granny, .oneSided, .unclear, nil] where drawn.contains(where: { $0.knot == knot }) {
      key.entries.append(.line(styles.strands(of: knot), drawing.localizer(styles.phrase(of: knot))))
    }
    key.entries += drawing.widthKey(most, widest: KnotsDiagram.widest, .contactsGivenBothWays)
    key.entries += sectors.key(drawing.localizer)
    return key
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

  /// Graphviz's color and pattern of a line so wide in all.
  func attributes(of knot: Knot?, width: Double) -> DOTAttributes {
    let color = color(of: knot).text
    switch knot {
    // Three lines side by side, the one between in the color of the ground.
    case .reef: return ["color": .verbatim("\(color):\(colors.background.text):\(color)")]
    case .granny: return ["color": .verbatim(color), "style": "dashed"]
    case .oneSided: return ["color": .verbatim(color), "style": "dotted"]
    default: return ["color": .verbatim(color)]
    }
  }

  /// The pen's width: a third of a line that is drawn three times.
  func width(of knot: Knot?, _ width: Double) -> Double {
    switch knot {
    case .reef: max(1.2, width / 3)
    case .oneSided: max(1.8, width)
    case .granny: max(1.2, width)
    default: max(1, width)
    }
  }

  /// The line in a key.
  func strands(of knot: Knot?) -> [SheetKey.Strand] {
    let color = color(of: knot)
    switch knot {
    case .reef: return [-1.8, 1.8].map { SheetKey.Strand(color: color, width: 1.6, offset: $0) }
    case .granny: return [SheetKey.Strand(color: color, width: 2.4, style: "dashed")]
    case .oneSided: return [SheetKey.Strand(color: color, width: 2.4, style: "dotted")]
    default: return [SheetKey.Strand(color: color, width: 2)]
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
