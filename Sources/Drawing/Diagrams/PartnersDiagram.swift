import CampaignAnalysis
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
  /// Diameter of the largest circle, in inches.
  private static let largest = 1.7

  init?(_ figures: ScopeFigures, _ drawing: DiagramDrawing) {
    guard let reach = figures.reach else { return nil }
    self.reach = reach
    self.drawing = drawing
    let top = drawing.options.top ?? PartnersDiagram.standardTop
    // One that is left over is drawn like the others.
    let count = reach.carriers.count == top + 1 ? top + 1 : top
    shown = Array(reach.carriers.prefix(count))
    rest = Array(reach.carriers.dropFirst(count))
  }

  var document: DOTDocument {
    let sectors = SectorColors(of: shown.map(\.partner), in: drawing.dataset, colors: drawing.colors)
    let ties = self.ties
    let drawn = strongest(of: ties)
    var document = drawing.document(
      directed: false, title: .partnersTitle, note: note, legend: legend(sectors, hidden: ties.count - drawn.count))
    document.attributes["mode"] = "KK"
    document.attributes["overlap"] = "prism"
    document.attributes["sep"] = "+8"
    document.attributes["splines"] = "line"
    if shown.isEmpty { document.addNode("empty", emptyNode) }
    for carrier in shown { document.addNode(drawing.partnerNode(carrier.partner), node(carrier, sectors)) }
    if !rest.isEmpty { document.addNode("others", othersNode) }
    // Where few contacts are in common, the strongest tie is not drawn as if they were many.
    let strongest = max(drawn.first?.contacts ?? 0, (reach.carriers.first?.reach ?? 0) / 4)
    for tie in drawn {
      document.addEdge(tie.from, tie.to, edge(tie, strongest: strongest))
    }
    return document
  }

  /// A line between two nodes.
  private struct Tie {
    var from: String
    var to: String
    var contacts: Int
    /// 0 to 1: how near the two belong.
    var closeness: Double
  }

  /// Every tie that could be drawn, strongest first. Withheld ones cannot be.
  private var ties: [Tie] {
    let names = Dictionary(uniqueKeysWithValues: shown.map { ($0.partner, drawing.partnerNode($0.partner)) })
    var ties = reach.overlap.compactMap { overlap -> Tie? in
      guard let from = names[overlap.a], let to = names[overlap.b], let contacts = overlap.contacts else { return nil }
      return Tie(from: from, to: to, contacts: contacts, closeness: overlap.jaccard ?? 0)
    }
    guard !rest.isEmpty else { return ties }
    let group = Set(rest.map(\.partner))
    for carrier in shown {
      guard let common = reach.contacts(reachedBy: carrier.partner, andByAnyOf: group), common > 0,
        let from = names[carrier.partner]
      else { continue }
      ties.append(Tie(from: from, to: "others", contacts: common, closeness: 0.1))
    }
    return ties.enumerated().sorted { ($1.element.contacts, $0.offset) < ($0.element.contacts, $1.offset) }
      .map(\.element)
  }

  /// The strongest ties, and of each partner at least its own strongest.
  private func strongest(of ties: [Tie]) -> [Tie] {
    // More than two and a half per partner would hide the strong ones.
    let limit = max(20, 5 * shown.count / 2)
    var tied: Set<String> = []
    var drawn: [Tie] = []
    for (index, tie) in ties.enumerated() {
      let isFirst = !tied.contains(tie.from) || !tied.contains(tie.to)
      guard index < limit || isFirst else { continue }
      drawn.append(tie)
      tied.formUnion([tie.from, tie.to])
    }
    return drawn
  }

  private func node(_ carrier: Reach.Carrier, _ sectors: SectorColors) -> DOTAttributes {
    let partner = drawing.dataset.partners[carrier.partner]
    let size = drawing.localizer.count(carrier.reach)
    var attributes = drawing.attributes(of: sectors.category(of: partner.sector))
    attributes["label"] = .markup(drawing.label(partner.label, size, width: 18))
    attributes["tooltip"] = drawing.tooltip(
      partner.label, partner.sector.map { LabelText.shortened($0, to: 80) } ?? drawing.localizer(.unknownSector),
      drawing.localizer(.contactsReached, size))
    return attributes.merging(circle(carrier.reach))
  }

  /// A circle whose area grows with a count; small and dashed where it is withheld.
  private func circle(_ count: Int?) -> DOTAttributes {
    let most = max(1, reach.carriers.first?.reach ?? 1)
    let share = Double(count ?? 0) / Double(most)
    let diameter = max(0.22, PartnersDiagram.largest * share.squareRoot())
    var attributes: DOTAttributes = [
      "shape": "circle", "fixedsize": "shape", "width": .number(diameter), "height": .number(diameter), "penwidth": 1.6,
    ]
    if count == nil { attributes["style"] = "filled,dashed" }
    return attributes
  }

  private var othersNode: DOTAttributes {
    let group = Set(rest.map(\.partner))
    let together = reach.contacts(reachedByAnyOf: group)
    let localizer = drawing.localizer
    var attributes = drawing.attributes(of: drawing.colors.plain)
    attributes["label"] = .markup(
      drawing.label(localizer(.morePartners, localizer.number(rest.count)), localizer.count(together), width: 18))
    attributes["tooltip"] = drawing.tooltip(
      localizer(.morePartners, localizer.number(rest.count)), localizer(.contactsReached, localizer.count(together)))
    return attributes.merging(circle(together)).merging(["style": "filled,dashed"])
  }

  private var emptyNode: DOTAttributes {
    ["label": .text(drawing.localizer(.nobodyReached)), "style": "rounded,filled,dashed"]
  }

  private func edge(_ tie: Tie, strongest: Int) -> DOTAttributes {
    [
      "penwidth": .number(drawing.penWidth(tie.contacts, of: strongest, widest: 9)),
      "len": .number(2.6 - 1.2 * tie.closeness.squareRoot()),
      "tooltip": .text(drawing.localizer(.contactsInCommon, drawing.localizer.number(tie.contacts))),
    ]
  }

  private var note: String {
    drawing.localizer(
      .partnersNote, drawing.localizer.number(reach.carriers.count), drawing.localizer.count(reach.reach),
      drawing.localizer.period(reach.scope.start, reach.scope.end))
  }

  private func legend(_ sectors: SectorColors, hidden: Int) -> DiagramLegend {
    var legend = DiagramLegend()
    let hasSectors = !sectors.sectors.isEmpty
    legend.entries.append(.text(drawing.localizer(hasSectors ? .partnersLegend : .plainPartnersLegend)))
    if hidden > 0 {
      legend.entries.append(
        .text(drawing.localizer(count: hidden, one: .oneWeakerTie, many: .weakerTies)))
    }
    if hasSectors { legend.entries += sectors.legend(drawing.localizer) }
    return legend
  }
}

extension CampaignDiagram {
  /// Partners sized by reach, colored by sector, tied by contacts in common.
  public static let partners = CampaignDiagram(PartnersDiagram.self)
}
