import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Presentation

/// Acquiring partner → joined, carried on, stayed, lost, with edges as wide as the contacts are many.
struct RetentionDiagram: CampaignView {
  static let name = "retention"
  static let summary = "acquiring partner → stayed, carried on, joined, lost"
  static let engine = LayoutEngine.dot
  static let analysis = AnalysisOptions(sections: [.retention])

  private let retention: Retention
  private let drawing: DiagramDrawing
  private let shown: [Retention.PartnerGroup]
  private let rest: [Retention.PartnerGroup]

  /// Partners drawn one by one unless asked otherwise.
  static let standardTop = 8
  /// Width of the widest edge, in points.
  private static let widest = 16.0

  init?(_ figures: ScopeFigures, _ drawing: DiagramDrawing) {
    guard let retention = figures.retention else { return nil }
    self.retention = retention
    self.drawing = drawing
    let top = drawing.options.top ?? RetentionDiagram.standardTop
    let count = retention.byPartner.count == top + 1 ? top + 1 : top
    shown = Array(retention.byPartner.prefix(count))
    rest = Array(retention.byPartner.dropFirst(count))
  }

  /// What contacts did after the end, from top to bottom.
  private enum Outcome: String, CaseIterable {
    case joined
    case carriedOn
    case stayed
    case lost

    /// Place among the theme's outcomes.
    var colorIndex: Int {
      switch self {
      case .stayed: 0
      case .carriedOn: 1
      case .joined: 2
      case .lost: 3
      }
    }

    var title: LocalizedText {
      switch self {
      case .stayed: .stayed
      case .carriedOn: .carriedOn
      case .joined: .joined
      case .lost: .lost
      }
    }

    func share(of retention: Retention) -> Proportion? {
      switch self {
      case .stayed: retention.stays
      case .carriedOn: retention.carriesOn
      case .joined: retention.joins
      case .lost: retention.lost
      }
    }

    func count(of total: Retention.PartnerGroup.Total) -> Int? {
      switch self {
      case .stayed: total.stays
      case .carriedOn: total.carriesOn
      case .joined: total.joins
      case .lost: total.lost
      }
    }
  }

  var document: DOTDocument {
    let localizer = drawing.localizer
    var legend = DiagramLegend()
    legend.entries.append(.text(localizer(.retentionLegend)))
    legend.entries.append(.text(localizer(.retentionPartsLegend)))
    for outcome in Outcome.allCases {
      legend.entries.append(.line(category(outcome).border, localizer(outcome.title)))
    }
    let note = localizer(
      .retentionNote, localizer.count(retention.cohortSize),
      localizer.day(
        drawing.dataset.asGiven(retention.ended, isDate: drawing.dataset.endIsDate(of: retention.scope))),
      localizer.number(retention.observedDays))
    var document = drawing.document(directed: true, title: .retentionTitle, note: note, legend: legend)
    document.attributes["rankdir"] = "LR"
    document.attributes["ranksep"] = 3
    document.attributes["splines"] = "line"
    document.attributes["nodesep"] = 0.22
    document.edgeDefaults["dir"] = "none"
    document.edgeDefaults["headport"] = "w"
    addPartners(to: &document)
    addOutcomes(to: &document)
    addEdges(to: &document)
    return document
  }

  /// Left side: name of the node, and what its cohort did.
  private var sources: [(node: String, total: Retention.PartnerGroup.Total)] {
    var sources = shown.map { (drawing.partnerNode($0.partner), Retention.PartnerGroup.Total([$0])) }
    if !rest.isEmpty { sources.append(("others", Retention.PartnerGroup.Total(rest))) }
    return sources
  }

  private func category(_ outcome: Outcome) -> DiagramColors.Category { drawing.colors.outcomes[outcome.colorIndex] }

  private func addPartners(to document: inout DOTDocument) {
    let localizer = drawing.localizer
    var column = DOTSubgraph("partners", attributes: ["rank": "source"])
    for group in shown {
      let name = drawing.dataset.partners[group.partner].label
      column.addNode(
        drawing.partnerNode(group.partner), partnerBox(name, Retention.PartnerGroup.Total([group]), isDashed: false))
    }
    if !rest.isEmpty {
      let name = localizer(.morePartners, localizer.number(rest.count))
      column.addNode("others", partnerBox(name, Retention.PartnerGroup.Total(rest), isDashed: true))
    }
    chain(sources.map(\.node), in: &column)
    document.addSubgraph(column)
  }

  /// A box with the partner on the left and, on the right, the count of each outcome, where its edge starts.
  private func partnerBox(_ name: String, _ total: Retention.PartnerGroup.Total, isDashed: Bool) -> DOTAttributes {
    let colors = drawing.colors
    let line = drawing.localizer(.cohortLine, drawing.localizer.count(total.cohort))
    let title = DOTMarkup.Cell(
      drawing.label(name, line, width: 22, lines: 2),
      ["ROWSPAN": String(Outcome.allCases.count), "WIDTH": "150", "BORDER": "0"])
    let rows = Outcome.allCases.map { outcome in
      let count = outcome.count(of: total)
      let text = count.map { drawing.localizer.number($0) } ?? "–"
      let cell = DOTMarkup.Cell(
        .text(text).font(points: 9),
        [
          "PORT": outcome.rawValue, "WIDTH": "34", "HEIGHT": "16", "BORDER": "0",
          "BGCOLOR": category(outcome).fill.text,
        ])
      return outcome == Outcome.allCases.first ? [title, cell] : [cell]
    }
    let table = DOTMarkup.table(
      rows,
      [
        "BORDER": "1", "CELLBORDER": "0", "CELLSPACING": "0", "CELLPADDING": "1", "COLOR": colors.plain.border.text,
        "BGCOLOR": colors.plain.fill.text, "STYLE": isDashed ? "dashed" : "solid",
      ])
    return [
      "shape": "plain", "style": "solid", "label": .markup(table), "tooltip": drawing.tooltip(name, line),
    ]
  }

  private func addOutcomes(to document: inout DOTDocument) {
    var column = DOTSubgraph("outcomes", attributes: ["rank": "sink"])
    for outcome in Outcome.allCases {
      let share = outcome.share(of: retention)
      var attributes = drawing.attributes(of: category(outcome))
      attributes["label"] = .markup(
        drawing.label(drawing.localizer(outcome.title), shareText(share), width: 24, points: 12))
      attributes["width"] = 1.9
      attributes["margin"] = "0.16,0.12"
      if share == nil { attributes["style"] = "rounded,filled,dashed" }
      column.addNode(outcome.rawValue, attributes)
    }
    chain(Outcome.allCases.map(\.rawValue), in: &column)
    document.addSubgraph(column)
  }

  /// Keeps nodes of one column in order, from top to bottom.
  private func chain(_ nodes: [String], in column: inout DOTSubgraph) {
    for (upper, lower) in zip(nodes, nodes.dropFirst()) {
      column.addEdge(upper, lower, ["style": "invis", "weight": 10, "headport": "_"])
    }
  }

  private func shareText(_ share: Proportion?) -> String {
    guard let share else {
      let names = Set(["stays", "carries_on", "joins", "lost", "cohort_size"])
      let state = retention.unknown.first { names.contains($0.figure) }?.state ?? .incomplete
      return drawing.localizer.state(state)
    }
    guard let rate = share.rate else { return drawing.localizer.number(share.count) }
    return "\(drawing.localizer.number(share.count)) (\(drawing.localizer.percent(rate)))"
  }

  private func addEdges(to document: inout DOTDocument) {
    let sources = self.sources
    let most = sources.compactMap(\.total.cohort).max() ?? 0
    for source in sources {
      for outcome in Outcome.allCases {
        guard let count = outcome.count(of: source.total), count > 0 else { continue }
        document.addEdge(
          source.node, outcome.rawValue,
          [
            "tailport": .verbatim("\(outcome.rawValue):e"),
            "penwidth": .number(drawing.penWidth(count, of: most, widest: RetentionDiagram.widest)),
            "color": .verbatim(category(outcome).border.text + "b0"),
            "tooltip": .text("\(drawing.localizer(outcome.title)): \(drawing.localizer.number(count))"),
          ])
      }
    }
  }
}

extension CampaignDiagram {
  /// Acquiring partner → stayed, carried on, joined, lost.
  public static let retention = CampaignDiagram(RetentionDiagram.self)
}
