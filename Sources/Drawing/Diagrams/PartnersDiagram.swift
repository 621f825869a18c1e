import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Presentation

/// Partners as circles sized by reach and colored by sector, tied by contacts in common.
struct PartnersDiagram: CampaignView {
  static let name = "partners"
  static let summary = "partners sized by reach, tied by contacts in common"
  static let engine = LayoutEngine.neato
  static let analysis = AnalysisOptions(sections: [.reach])

  private let reach: Reach
  private let drawing: DiagramDrawing
  private let shown: [Reach.Carrier]
  private let rest: [Reach.Carrier]

  /// Partners drawn one by one unless asked otherwise.
  static let standardTop = 24
  /// Diameter of the largest circle, in points.
  private static let largest = 122.4
  /// Width of the widest line, in points.
  private static let widest = 9.0

  init?(_ figures: [ScopeFigures], _ drawing: DiagramDrawing) {
    guard let reach = figures[0].reach else { return nil }
    self.reach = reach
    self.drawing = drawing
    let top = drawing.options.top ?? PartnersDiagram.standardTop
    // One that is left over is drawn like the others.
    let count = reach.carriers.count == top + 1 ? top + 1 : top
    shown = Array(reach.carriers.prefix(count))
    rest = Array(reach.carriers.dropFirst(count))
  }

  func document() throws(GraphvizError) -> DOTDocument {
    let localizer = drawing.localizer
    let sectors = SectorColors(
      of: shown.map { ($0.partner, $0.reach ?? 0) }, in: drawing.dataset, colors: drawing.colors)
    let drawn = StrongestTies.of(ties, nodes: shown.count, ends: { ($0.from, $0.to) })
    var sentences = [localizer(sectors.sectors.isEmpty ? .plainPartnersLegend : .partnersLegend)]
    let hidden = ties.count - drawn.count
    if hidden > 0 { sentences.append(localizer(count: hidden, one: .oneWeakerTie, many: .weakerTies)) }
    if !rest.isEmpty { sentences.append(localizer(.restWithoutLines)) }
    var sheet = drawing.sheet(directed: false, title: .partnersTitle, note: note, sentences: sentences)
    let most = drawn.map(\.contacts).max() ?? 0
    let network = NetworkSheet(
      marks: marks(sectors), lines: drawn.map { line($0, most) }, engine: drawing.engine, isTall: drawing.options.isTall
    )
    try network.draw(on: &sheet, localizer)
    var key = SheetKey()
    if let reached = shown.first?.reach, reached > 0 {
      let sample = max(1, reached / 4)
      key.entries.append(.circle(radius: radius(sample), localizer(.contactsReached, localizer.number(sample))))
    }
    key.entries += drawing.widthKey(most, widest: PartnersDiagram.widest, .contactsInCommon)
    key.entries += sectors.key(localizer)
    key.add(to: &sheet)
    return sheet.finished
  }

  /// A line between two of the partners shown.
  private struct Tie {
    var from: Int
    var to: Int
    var contacts: Int
    /// 0 to 1: how near the two belong.
    var closeness: Double
  }

  /// Every tie that could be drawn, strongest first. Withheld ones cannot be.
  private var ties: [Tie] {
    let places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1.partner, $0) })
    return reach.overlap.compactMap { overlap -> Tie? in
      guard let from = places[overlap.a], let to = places[overlap.b], let contacts = overlap.contacts else {
        return nil
      }
      return Tie(from: from, to: to, contacts: contacts, closeness: overlap.jaccard ?? 0)
    }
  }

  private func marks(_ sectors: SectorColors) -> [NetworkSheet.Mark] {
    guard !shown.isEmpty else {
      return [
        NetworkSheet.Mark(
          name: "empty", shape: .box, label: NodeLabel(drawing.localizer(.nobodyReached), width: 60, isBold: false),
          attributes: ["style": "rounded,filled,dashed"])
      ]
    }
    let names = DistinctNames.cut(shown.map { drawing.dataset.partners[$0.partner].label }, to: 36)
    return zip(shown, names).map { mark($0, $1, sectors) } + (rest.isEmpty ? [] : [others])
  }

  private func mark(_ carrier: Reach.Carrier, _ name: String, _ sectors: SectorColors) -> NetworkSheet.Mark {
    let partner = drawing.dataset.partners[carrier.partner]
    let size = drawing.localizer.count(carrier.reach)
    var attributes = drawing.attributes(of: sectors.category(of: partner.sector))
    attributes["tooltip"] = drawing.tooltip(
      partner.label, partner.sector.map { LabelText.shortened($0, to: 80) } ?? drawing.localizer(.unknownSector),
      drawing.localizer(.contactsReached, size))
    attributes["penwidth"] = 1.6
    if carrier.reach == nil { attributes["style"] = "filled,dashed" }
    return NetworkSheet.Mark(
      name: drawing.partnerNode(carrier.partner), shape: .circle(radius: radius(carrier.reach)),
      label: label(name, size), attributes: attributes.merging(drawing.pick([carrier.partner])))
  }

  /// The radius of a circle whose area grows with a count; small where it is withheld.
  private func radius(_ count: Int?) -> Double {
    let most = max(1, reach.carriers.first?.reach ?? 1)
    let largest = PartnersDiagram.largest * (drawing.options.isTall ? 0.6 : 1)
    return max(5, largest / 2 * (Double(count ?? 0) / Double(most)).squareRoot())
  }

  private func label(_ name: String, _ size: String) -> NodeLabel {
    NodeLabel(name, [size], width: drawing.options.isTall ? 16 : 18, least: drawing.leastPoints)
  }

  private var others: NetworkSheet.Mark {
    let together = reach.contacts(reachedByAnyOf: Set(rest.map(\.partner)))
    let localizer = drawing.localizer
    let name = localizer(.morePartners, localizer.number(rest.count))
    var attributes = drawing.attributes(of: drawing.colors.plain)
    attributes["style"] = "filled,dashed"
    attributes["tooltip"] = drawing.tooltip(name, localizer(.contactsReached, localizer.count(together)))
    return NetworkSheet.Mark(
      name: "others", shape: .circle(radius: radius(together)), label: label(name, localizer.count(together)),
      attributes: attributes)
  }

  private func line(_ tie: Tie, _ most: Int) -> NetworkSheet.Line {
    NetworkSheet.Line(
      from: tie.from, to: tie.to, gap: 66 - 46 * tie.closeness.squareRoot(),
      width: drawing.penWidth(Double(tie.contacts), of: Double(most), widest: PartnersDiagram.widest),
      attributes: DOTAttributes(
        dictionaryLiteral: (
          "tooltip", .text(drawing.localizer(.contactsInCommon, drawing.localizer.number(tie.contacts)))
        )
      ).merging(drawing.pick([shown[tie.from].partner, shown[tie.to].partner])))
  }

  private var note: String {
    drawing.localizer(
      .partnersNote, drawing.localizer.number(reach.carriers.count), drawing.localizer.count(reach.reach),
      drawing.localizer.period(reach.scope.start, reach.scope.end))
  }
}

/// Which of many ties are drawn.
enum StrongestTies {
  /// The strongest ties, and of each node at least its own strongest: more than two and a half a node would hide the
  /// strong ones.
  ///
  /// - Parameter ties: strongest first.
  static func of<Tie>(_ ties: [Tie], nodes: Int, ends: (Tie) -> (Int, Int)) -> [Tie] {
    let limit = max(20, 5 * nodes / 2)
    var tied: Set<Int> = []
    return ties.enumerated().filter { place, tie in
      let (from, to) = ends(tie)
      guard place < limit || !tied.contains(from) || !tied.contains(to) else { return false }
      tied.formUnion([from, to])
      return true
    }.map(\.element)
  }
}

extension CampaignDiagram {
  /// Partners sized by reach, colored by sector, tied by contacts in common.
  public static let partners = CampaignDiagram(PartnersDiagram.self)
}
