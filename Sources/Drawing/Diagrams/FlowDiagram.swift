import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Presentation

/// Brand → foreign channel → contacts reached, with edges as wide as the contacts are many.
struct FlowDiagram: CampaignView {
  static let name = "flow"
  static let summary = "brand → foreign channel → contacts reached"
  static let engine = LayoutEngine.dot
  static let analysis = AnalysisOptions(sections: [.flow])

  private let flow: Flow
  private let drawing: DiagramDrawing
  private let brands: [Flow.Brand]
  private let channels: [Flow.Channel]
  private let hiddenBrands: Int
  private let hiddenChannels: Int

  /// Channels drawn one by one unless asked otherwise.
  static let standardTop = 12
  /// Width of the widest edge, in points.
  private static let widest = 18.0
  /// What is gathered is not measured, so that its lines have no width of their own.
  private static let unmeasured: DOTAttributes = ["style": "dotted", "penwidth": 1.2]

  init?(_ figures: ScopeFigures, _ drawing: DiagramDrawing) {
    guard let flow = figures.flow else { return nil }
    self.flow = flow
    self.drawing = drawing
    let top = drawing.options.top ?? FlowDiagram.standardTop
    let channelCount = flow.channels.count == top + 1 ? top + 1 : top
    let brandCount = flow.brands.count == top + 1 ? top + 1 : top
    channels = Array(flow.channels.prefix(channelCount))
    brands = Array(flow.brands.prefix(brandCount))
    hiddenChannels = flow.channels.count - channels.count
    hiddenBrands = flow.brands.count - brands.count
  }

  var document: DOTDocument {
    let localizer = drawing.localizer
    var legend = DiagramLegend()
    legend.entries.append(.text(localizer(.flowLegend)))
    if hiddenBrands > 0 || hiddenChannels > 0 { legend.entries.append(.text(localizer(.flowOthersLegend))) }
    let note = localizer(
      .flowNote, localizer.number(flow.brands.count), localizer.number(flow.channels.count),
      localizer.count(flow.contacts))
    var document = drawing.document(directed: true, title: .flowTitle, note: note, legend: legend)
    document.attributes["rankdir"] = "LR"
    document.attributes["ranksep"] = 2.2
    document.attributes["splines"] = "line"
    document.attributes["nodesep"] = 0.18
    document.edgeDefaults["dir"] = "none"
    document.edgeDefaults["tailport"] = "e"
    document.edgeDefaults["headport"] = "w"
    addNodes(to: &document)
    addEdges(to: &document)
    return document
  }

  private func brandNode(_ brand: Int) -> String { "brand:\(drawing.dataset.partners[brand].id)" }
  private func channelNode(_ channel: Int) -> String { "channel:\(drawing.dataset.channels[channel].id)" }

  private func addNodes(to document: inout DOTDocument) {
    let localizer = drawing.localizer
    for (index, entry) in brands.enumerated() {
      let partner = drawing.dataset.partners[entry.brand]
      var attributes = drawing.attributes(of: category(index))
      attributes["label"] = .markup(drawing.label(partner.label, localizer.count(entry.contacts), width: 22, lines: 2))
      attributes["width"] = 2.1
      attributes["tooltip"] = drawing.tooltip(
        partner.label, localizer(.contactsReached, localizer.count(entry.contacts)))
      document.addNode(brandNode(entry.brand), attributes)
    }
    if hiddenBrands > 0 { document.addNode("brands", others(.moreBrands, hiddenBrands, width: 2.1)) }
    for entry in channels {
      let channel = drawing.dataset.channels[entry.channel]
      let owner = drawing.dataset.partners[channel.owner].label
      let line = localizer(
        .channelOf, LabelText.isolated(LabelText.short(owner, 26)), localizer.count(entry.contacts))
      document.addNode(
        channelNode(entry.channel),
        [
          "label": .markup(drawing.label(channel.label, line, width: 28, lines: 2)), "width": 2.9,
          "tooltip": drawing.tooltip(
            channel.label, LabelText.shortened(owner, to: 200),
            localizer(.contactsReached, localizer.count(entry.contacts))),
        ])
    }
    if hiddenChannels > 0 { document.addNode("channels", others(.moreChannels, hiddenChannels, width: 2.9)) }
    let text = flow.contacts == 0 ? localizer(.noForeignContact) : localizer(.contactsByOthers)
    document.addNode(
      "contacts",
      [
        "label": .markup(drawing.label(text, localizer.count(flow.contacts), width: 20, points: 12)), "penwidth": 2,
        "color": .verbatim(drawing.colors.text.text), "margin": "0.2,0.16",
      ])
  }

  private func others(_ phrase: LocalizedText, _ count: Int, width: Double) -> DOTAttributes {
    [
      "label": .text(drawing.localizer(phrase, drawing.localizer.number(count))), "style": "rounded,filled,dashed",
      "width": .number(width),
    ]
  }

  /// Brands have a color each as far as they go.
  private func category(_ index: Int) -> DiagramColors.Category {
    index < drawing.colors.categories.count ? drawing.colors.categories[index] : drawing.colors.plain
  }

  private func addEdges(to document: inout DOTDocument) {
    let shownBrands = Dictionary(uniqueKeysWithValues: brands.enumerated().map { ($1.brand, $0) })
    let shownChannels = Set(channels.map(\.channel))
    let most = flow.channels.compactMap(\.contacts).max() ?? 0
    for link in flow.links {
      guard let brand = shownBrands[link.brand], shownChannels.contains(link.channel) else { continue }
      document.addEdge(
        brandNode(link.brand), channelNode(link.channel), width(link.contacts, of: most, color: category(brand).border))
    }
    if hiddenBrands > 0, hiddenChannels > 0 { document.addEdge("brands", "channels", FlowDiagram.unmeasured) }
    for entry in channels {
      document.addEdge(
        channelNode(entry.channel), "contacts", width(entry.contacts, of: most, color: drawing.colors.edge))
    }
    if hiddenChannels > 0 { document.addEdge("channels", "contacts", FlowDiagram.unmeasured) }
  }

  /// As wide as the contacts are many; dashed where that is withheld.
  private func width(_ contacts: Int?, of most: Int, color: RGBColor) -> DOTAttributes {
    let tooltip = DOTValue.text(drawing.localizer(.contactsReached, drawing.localizer.count(contacts)))
    guard let contacts else {
      return ["style": "dashed", "penwidth": 1, "color": .verbatim(color.text), "tooltip": tooltip]
    }
    return [
      "penwidth": .number(drawing.penWidth(contacts, of: most, widest: FlowDiagram.widest)),
      "color": .verbatim(color.text + "aa"), "tooltip": tooltip,
    ]
  }
}

extension CampaignDiagram {
  /// Brand → foreign channel → contacts reached.
  public static let flow = CampaignDiagram(FlowDiagram.self)
}
