import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Networks
import Presentation

/// A network as boxes with names, larger for more neighbors, and lines as wide as their weight.
///
/// Of many nodes only those with the most neighbors bear their names; the others are dots.
struct TiesDiagram {
  private let network: Network
  private let excerpt: NetworkExcerpt
  private let drawing: NetworkDrawing
  private let groups: NodeGroups?
  private let drawn: [NetworkExcerpt.Tie]
  /// The name of each node in the document.
  private let names: [String]
  /// Whether each node bears its name.
  private let isNamed: [Bool]
  private let mostNeighbors: Int
  /// Whether lines differ in weight.
  private let hasWidths: Bool

  /// Nodes drawn one by one unless asked otherwise.
  static let standardTop = 60
  /// The most nodes that all bear their names.
  static let mostNamed = 120
  /// Of more nodes, how many bear their names.
  private static let namedOfMany = 40

  init(
    _ network: Network, _ excerpt: NetworkExcerpt, _ groups: NodeGroups?, _ drawing: NetworkDrawing
  ) {
    self.network = network
    self.excerpt = excerpt
    self.groups = groups
    self.drawing = drawing
    drawn = TiesDiagram.strongest(of: excerpt)
    names = excerpt.nodes.map { entry in
      let node = network.nodes[entry.node]
      return "\(node.kind.rawValue):\(node.id)"
    }
    isNamed = TiesDiagram.named(of: excerpt)
    mostNeighbors = excerpt.nodes.map(\.neighbors).max() ?? 0
    hasWidths = drawn.first?.strength != drawn.last?.strength
  }

  /// Whether each node bears its name: all of few, else those with the most neighbors, and always the first.
  private static func named(of excerpt: NetworkExcerpt) -> [Bool] {
    guard excerpt.nodes.count > mostNamed else { return [Bool](repeating: true, count: excerpt.nodes.count) }
    var isNamed = [Bool](repeating: false, count: excerpt.nodes.count)
    let byNeighbors = excerpt.nodes.indices.sorted {
      (excerpt.nodes[$1].neighbors, $0) < (excerpt.nodes[$0].neighbors, $1)
    }
    for place in byNeighbors.prefix(namedOfMany) { isNamed[place] = true }
    isNamed[0] = true
    return isNamed
  }

  /// The most ties that so many nodes have room for: more than five a node would be a ball of lines.
  private static func mostTies(_ nodes: Int) -> Int { max(50, 5 * nodes) }

  /// The part of a network that is drawn unless asked otherwise: fewer nodes where too many ties are equally strong.
  static func standardExcerpt(of network: Network, steps: [Int]? = nil) -> NetworkExcerpt {
    let excerpt = NetworkExcerpt(network, top: standardTop, steps: steps)
    let strongest = excerpt.ties.prefix { $0.strength == excerpt.ties[0].strength }
    var counts = [Int](repeating: 0, count: excerpt.nodes.count + 1)
    for tie in strongest { counts[max(tie.from, tie.to ?? 0) + 1] += 1 }
    for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
    guard let top = counts.indices.last(where: { counts[$0] <= mostTies($0) }), top < excerpt.nodes.count
    else { return excerpt }
    return NetworkExcerpt(network, top: max(1, top), steps: steps)
  }

  /// The strongest ties, all of one strength or none, and of each node at least its own strongest.
  private static func strongest(of excerpt: NetworkExcerpt) -> [NetworkExcerpt.Tie] {
    let limit = mostTies(excerpt.nodes.count)
    guard excerpt.ties.count > limit else { return excerpt.ties }
    let least = min(excerpt.ties[limit].strength.nextUp, excerpt.ties[0].strength)
    var isTied = [Bool](repeating: false, count: excerpt.nodes.count)
    return excerpt.ties.filter { tie in
      guard let to = tie.to, tie.strength >= least || !isTied[tie.from] || !isTied[to] else { return false }
      isTied[tie.from] = true
      isTied[to] = true
      return true
    }
  }

  var document: DOTDocument {
    var document = drawing.document(
      directed: excerpt.isDirected, title: groups?.title ?? .tiesTitle, note: note,
      legend: legend)
    document.attributes["overlap"] = "prism"
    document.attributes["overlap_scaling"] = "-4"
    document.attributes["sep"] = isCrowded ? "+3" : "+10"
    document.attributes["splines"] = "line"
    // Parts that do not hang together are placed one by one.
    document.attributes["pack"] = 16
    document.attributes["packmode"] = "node"
    if groups?.hasCenter == true, let center = names.first {
      document.attributes["root"] = .text(center)
      document.attributes["ranksep"] = 1.4
      // Straight lines would pass behind the middle.
      document.attributes["splines"] = isCrowded ? "line" : "true"
    }
    if excerpt.nodes.isEmpty { document.addNode("empty", emptyNode) }
    for (place, entry) in excerpt.nodes.enumerated() { document.addNode(names[place], node(entry, place)) }
    if excerpt.rest > 0 { document.addNode("others", othersNode) }
    let strongest = drawn.map(\.strength).max() ?? 0
    // What is written first is drawn beneath the rest.
    for tie in excerpt.tiesToRest { document.addEdge(names[tie.from], "others", edgeToOthers(tie)) }
    for tie in drawn.reversed() {
      guard let to = tie.to else { continue }
      document.addEdge(names[tie.from], names[to], edge(tie, strongest: strongest))
    }
    return document
  }

  private var isCrowded: Bool { excerpt.nodes.count > TiesDiagram.mostNamed }

  private func points(_ entry: NetworkExcerpt.Node) -> Double { 8 + 7 * size(entry) }

  private func label(_ place: Int) -> String {
    let text = LabelText.wrapped(network.nodes[excerpt.nodes[place].node].label, width: 22, lines: 2)
    return text.isEmpty ? "·" : text
  }

  /// About half the width of a node's box, in inches.
  private func halfWidth(_ place: Int) -> Double {
    let longest = label(place).split(separator: "\n").map(\.count).max() ?? 1
    return Double(longest) * points(excerpt.nodes[place]) * 0.32 / 72 + 0.1
  }

  /// 0 to 1: how many neighbors a node has, of the most; its square root, so that an area grows with the number.
  private func size(_ entry: NetworkExcerpt.Node) -> Double {
    (Double(entry.neighbors) / Double(max(1, mostNeighbors))).squareRoot()
  }

  private func node(_ entry: NetworkExcerpt.Node, _ place: Int) -> DOTAttributes {
    let node = network.nodes[entry.node]
    let neighbors = drawing.localizer(count: entry.neighbors, one: .oneNeighbor, many: .neighbors)
    var lines = [LabelText.shortened(node.label, to: 200)]
    if node.label != node.id { lines.append(LabelText.shortened(node.id, to: 80)) }
    lines.append(neighbors)
    if let groups, let group = groups.groupOf[entry.node] { lines.append(groups.names[group]) }
    var attributes = drawing.attributes(of: category(of: entry.node))
    attributes["tooltip"] = .text(lines.joined(separator: "\n"))
    if isNamed[place] {
      attributes["label"] = .markup(.text(label(place)).font(points: points(entry)))
      attributes["margin"] = "0.08,0.04"
      attributes["height"] = 0.2
      attributes["width"] = 0.2
    } else {
      let diameter = 0.08 + 0.3 * size(entry)
      attributes["label"] = ""
      attributes["shape"] = "circle"
      attributes["fixedsize"] = "true"
      attributes["width"] = .number(diameter)
      attributes["height"] = .number(diameter)
    }
    return attributes
  }

  private func category(of node: Int) -> DiagramColors.Category {
    let colors = drawing.colors
    guard let groups else { return colors.categories[network.nodes[node].kind == .channel ? 1 : 0] }
    guard let group = groups.groupOf[node], group < colors.categories.count else { return colors.plain }
    return colors.categories[group]
  }

  private var othersNode: DOTAttributes {
    let localizer = drawing.localizer
    var attributes = drawing.attributes(of: drawing.colors.plain)
    attributes["style"] = "rounded,filled,dashed"
    let label = localizer(.moreNodes, localizer.number(excerpt.rest))
    attributes["label"] = .text(label)
    attributes["tooltip"] = .text(
      label + "\n" + localizer(count: excerpt.edgesWithinRest, one: .oneTieAmongThem, many: .tiesAmongThem))
    return attributes
  }

  private var emptyNode: DOTAttributes {
    ["label": .text(drawing.localizer(.noNodes)), "style": "rounded,filled,dashed"]
  }

  private func edge(_ tie: NetworkExcerpt.Tie, strongest: Double) -> DOTAttributes {
    var attributes: DOTAttributes = ["tooltip": .text(tooltip(tie))]
    let widest = isCrowded ? 2.5 : 5.0
    let isDense = isCrowded || drawn.count > TiesDiagram.mostTies(excerpt.nodes.count)
    let thinnest = isDense ? 0.4 : 0.8
    attributes["penwidth"] = .number(
      hasWidths ? max(thinnest, widest * (tie.strength / strongest)) : isDense ? 0.6 : 1.2)
    if isCrowded {
      attributes["arrowsize"] = 0.4
    } else if let to = tie.to {
      // What is tied more strongly stands closer.
      let farther = hasWidths ? 1 - (tie.strength / strongest).squareRoot() : 0
      attributes["len"] = .number(0.5 + halfWidth(tie.from) + halfWidth(to) + farther)
    }
    if excerpt.isDirected {
      attributes["dir"] = tie.backward == nil ? "forward" : tie.forward == nil ? "back" : "both"
    }
    if isNegative(tie) { attributes["style"] = "dashed" }
    return attributes
  }

  private func edgeToOthers(_ tie: NetworkExcerpt.Tie) -> DOTAttributes {
    let color = drawing.colors.edge.mixed(with: drawing.colors.background, percent: 50)
    var attributes: DOTAttributes = [
      "tooltip": .text(drawing.localizer(count: tie.edges, one: .oneTieToOthers, many: .tiesToOthers)),
      "penwidth": 0.8, "style": "dotted", "color": .verbatim(color.text), "len": 2.5,
    ]
    if excerpt.isDirected { attributes["dir"] = "none" }
    return attributes
  }

  private func isNegative(_ tie: NetworkExcerpt.Tie) -> Bool { (tie.forward ?? 0) < 0 || (tie.backward ?? 0) < 0 }

  private func tooltip(_ tie: NetworkExcerpt.Tie) -> String {
    guard let to = tie.to else { return "" }
    let nodes = [tie.from, to].map { LabelText.short(network.nodes[excerpt.nodes[$0].node].label, 60) }
    func line(_ sign: String, _ weight: Double?) -> String? {
      guard let weight else { return nil }
      let names = "\(nodes[0]) \(sign) \(nodes[1])"
      return excerpt.isWeighted ? "\(names): \(drawing.localizer.number(weight))" : names
    }
    return [line(excerpt.isDirected ? "→" : "–", tie.forward), line("←", tie.backward)].compactMap(\.self)
      .joined(separator: "\n")
  }

  private var note: String {
    let localizer = drawing.localizer
    let nodes = localizer(count: excerpt.nodeCount, one: .oneNode, many: .nodes)
    let ties = localizer(count: excerpt.edgeCount, one: .oneTie, many: .ties)
    return "\(nodes), \(ties)\(groups.map { ", " + $0.note } ?? "")\(projection)"
  }

  /// What was tied in a dataset, after a colon.
  private var projection: String {
    guard let projection = network.projection else { return "" }
    let phrase: LocalizedText =
      switch projection {
      case .overlap: .overlapProjection
      case .given: .givenProjection
      case .ties: .tiesProjection
      case .channels: .channelsProjection
      }
    return ": \(drawing.localizer(phrase))"
  }

  private var legend: DiagramLegend {
    let localizer = drawing.localizer
    var legend = DiagramLegend()
    var sentences = [localizer(.tiesLegend)]
    if hasWidths, let most = drawn.map(\.strength).max() {
      sentences.append(localizer(.weightLegend, localizer.number(most)))
    }
    if excerpt.isDirected { sentences.append(localizer(.arrowLegend)) }
    if !excerpt.tiesToRest.isEmpty { sentences.append(localizer(.dottedLegend)) }
    if drawn.contains(where: isNegative) { sentences.append(localizer(.negativeLegend)) }
    legend.entries.append(.text(sentences.joined(separator: " ")))
    if isCrowded {
      legend.entries.append(.text(localizer(.dotsLegend, localizer.number(TiesDiagram.namedOfMany))))
    }
    let hidden = excerpt.ties.count - drawn.count
    if hidden > 0 { legend.entries.append(.text(localizer(count: hidden, one: .oneWeakerTie, many: .weakerTies))) }
    if excerpt.loops > 0 {
      legend.entries.append(.text(localizer(count: excerpt.loops, one: .oneLoop, many: .loops)))
    }
    legend.entries += categories
    return legend
  }

  private var categories: [DiagramLegend.Entry] {
    let colors = drawing.colors.categories
    guard let groups else {
      guard Set(excerpt.nodes.map { network.nodes[$0.node].kind }) == [.contact, .channel] else { return [] }
      return [
        .category(colors[0], drawing.localizer(.contactNodes)), .category(colors[1], drawing.localizer(.channelNodes)),
      ]
    }
    let shown = Set(excerpt.nodes.compactMap { groups.groupOf[$0.node] })
    var entries = groups.names.indices.prefix(colors.count).filter(shown.contains).map {
      DiagramLegend.Entry.category(colors[$0], groups.names[$0])
    }
    if shown.contains(where: { $0 >= colors.count }) { entries.append(.category(drawing.colors.plain, groups.others)) }
    return entries
  }
}
