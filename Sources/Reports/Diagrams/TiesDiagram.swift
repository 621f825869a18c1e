import CampaignAnalysis
import CampaignModel
import GraphvizRendering

/// A network as boxes with names, larger for more neighbors, and lines as wide as their weight.
///
/// Of many nodes only those with the most neighbors bear their names; the others are dots.
struct TiesDiagram {
  private let network: Network
  private let excerpt: NetworkExcerpt
  private let drawing: DiagramDrawing
  private let communityOf: [Network.Node: Int]
  private let communities: NetworkCommunities?
  private let drawn: [NetworkExcerpt.Tie]
  /// The name of each node in the document.
  private let names: [String]
  /// Whether lines differ in weight.
  private let hasWidths: Bool

  /// Nodes drawn one by one unless asked otherwise.
  static let standardTop = 60
  /// The most nodes that all bear their names.
  static let mostNamed = 120
  /// Of more nodes, how many bear their names.
  private static let namedOfMany = 40

  init(
    _ network: Network, _ excerpt: NetworkExcerpt, _ communities: NetworkCommunities?, _ drawing: DiagramDrawing
  ) {
    self.network = network
    self.excerpt = excerpt
    self.communities = communities
    self.drawing = drawing
    var communityOf: [Network.Node: Int] = [:]
    for community in communities?.communities ?? [] {
      for node in community.members { communityOf[node] = community.number }
    }
    self.communityOf = communityOf
    drawn = TiesDiagram.strongest(of: excerpt)
    names = excerpt.nodes.map { entry in
      let node = network.nodes[entry.node]
      return "\(node.kind.rawValue):\(node.id)"
    }
    hasWidths = drawn.first?.strength != drawn.last?.strength
  }

  /// The most ties that so many nodes have room for: more than five a node would be a ball of lines.
  private static func mostTies(_ nodes: Int) -> Int { max(50, 5 * nodes) }

  /// The part of a network that is drawn unless asked otherwise: fewer nodes where too many ties are equally strong.
  static func standardExcerpt(of network: Network) -> NetworkExcerpt {
    let excerpt = NetworkExcerpt(network, top: standardTop)
    let strongest = excerpt.ties.prefix { $0.strength == excerpt.ties[0].strength }
    var counts = [Int](repeating: 0, count: excerpt.nodes.count + 1)
    for tie in strongest { counts[max(tie.from, tie.to ?? 0) + 1] += 1 }
    for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
    guard let top = counts.indices.last(where: { counts[$0] <= mostTies($0) }), top < excerpt.nodes.count
    else { return excerpt }
    return NetworkExcerpt(network, top: max(1, top))
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
      directed: excerpt.isDirected, title: communities == nil ? .tiesTitle : .communitiesTitle, note: note,
      legend: legend)
    document.attributes["overlap"] = "prism"
    document.attributes["overlap_scaling"] = "-4"
    document.attributes["sep"] = isCrowded ? "+3" : "+10"
    document.attributes["splines"] = "line"
    // Parts that do not hang together are placed one by one.
    document.attributes["pack"] = 16
    document.attributes["packmode"] = "node"
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

  /// Whether a node bears its name.
  private func isNamed(_ place: Int) -> Bool { !isCrowded || place < TiesDiagram.namedOfMany }

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
    (Double(entry.neighbors) / Double(max(1, excerpt.nodes.first?.neighbors ?? 1))).squareRoot()
  }

  private func node(_ entry: NetworkExcerpt.Node, _ place: Int) -> DOTAttributes {
    let node = network.nodes[entry.node]
    let neighbors = drawing.wording(count: entry.neighbors, one: .oneNeighbor, many: .neighbors)
    var lines = [LabelText.shortened(node.label, to: 200)]
    if node.label != node.id { lines.append(LabelText.shortened(node.id, to: 80)) }
    lines.append(neighbors)
    let community = communityOf[node]
    if let community { lines.append(drawing.wording(.communityNumber, drawing.wording.number(community))) }
    var attributes = drawing.attributes(of: category(of: node))
    attributes["tooltip"] = .text(lines.joined(separator: "\n"))
    if isNamed(place) {
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

  private func category(of node: Network.Node) -> DiagramColors.Category {
    let colors = drawing.colors
    guard communities != nil else { return node.kind == .channel ? colors.categories[1] : colors.categories[0] }
    guard let number = communityOf[node], number <= colors.categories.count else { return colors.plain }
    return colors.categories[number - 1]
  }

  private var othersNode: DOTAttributes {
    let wording = drawing.wording
    var attributes = drawing.attributes(of: drawing.colors.plain)
    attributes["style"] = "rounded,filled,dashed"
    let label = wording(.moreNodes, wording.number(excerpt.rest))
    attributes["label"] = .text(label)
    attributes["tooltip"] = .text(
      label + "\n" + wording(count: excerpt.edgesWithinRest, one: .oneTieAmongThem, many: .tiesAmongThem))
    return attributes
  }

  private var emptyNode: DOTAttributes {
    ["label": .text(drawing.wording(.noNodes)), "style": "rounded,filled,dashed"]
  }

  private func edge(_ tie: NetworkExcerpt.Tie, strongest: Double) -> DOTAttributes {
    var attributes: DOTAttributes = ["tooltip": .text(tooltip(tie))]
    let widest = isCrowded ? 2.5 : 5.0
    let isDense = isCrowded || drawn.count > TiesDiagram.mostTies(excerpt.nodes.count)
    let thinnest = isDense ? 0.4 : 0.8
    attributes["penwidth"] = .number(
      hasWidths ? max(thinnest, widest * tie.strength / strongest) : isDense ? 0.6 : 1.2)
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
      "tooltip": .text(drawing.wording(count: tie.edges, one: .oneTieToOthers, many: .tiesToOthers)),
      "penwidth": 0.8, "style": "dotted", "color": .verbatim(color.text), "len": 2.5,
    ]
    if excerpt.isDirected { attributes["dir"] = "none" }
    return attributes
  }

  private func isNegative(_ tie: NetworkExcerpt.Tie) -> Bool { (tie.forward ?? 0) < 0 || (tie.backward ?? 0) < 0 }

  private func tooltip(_ tie: NetworkExcerpt.Tie) -> String {
    guard let to = tie.to else { return "" }
    let nodes = [tie.from, to].map { DiagramName.short(network.nodes[excerpt.nodes[$0].node].label, 60) }
    func line(_ sign: String, _ weight: Double?) -> String? {
      guard let weight else { return nil }
      let names = "\(nodes[0]) \(sign) \(nodes[1])"
      return excerpt.isWeighted ? "\(names): \(drawing.wording.number(weight))" : names
    }
    return [line(excerpt.isDirected ? "→" : "–", tie.forward), line("←", tie.backward)].compactMap(\.self)
      .joined(separator: "\n")
  }

  private var note: String {
    let wording = drawing.wording
    let nodes = wording(count: excerpt.nodeCount, one: .oneNode, many: .nodes)
    let ties = wording(count: excerpt.edgeCount, one: .oneTie, many: .ties)
    guard let communities else { return "\(nodes), \(ties)\(projection)" }
    let groups = wording(count: communities.communities.count, one: .oneCommunity, many: .communities)
    guard let modularity = communities.modularity else { return "\(nodes), \(ties), \(groups)\(projection)" }
    return "\(nodes), \(ties), \(groups), \(wording(.modularityNote, wording.number(modularity)))\(projection)"
  }

  /// What was tied in a dataset, after a colon.
  private var projection: String {
    if drawing.dataset.isOfGraph { return "" }
    let phrase: Phrase =
      switch network.projection {
      case .overlap: .overlapProjection
      case .given: .givenProjection
      case .ties: .tiesProjection
      case .channels: .channelsProjection
      }
    return ": \(drawing.wording(phrase))"
  }

  private var legend: DiagramLegend {
    let wording = drawing.wording
    var legend = DiagramLegend()
    var sentences = [wording(.tiesLegend)]
    if hasWidths, let most = drawn.map(\.strength).max() {
      sentences.append(wording(.weightLegend, wording.number(most)))
    }
    if excerpt.isDirected { sentences.append(wording(.arrowLegend)) }
    if !excerpt.tiesToRest.isEmpty { sentences.append(wording(.dottedLegend)) }
    if drawn.contains(where: isNegative) { sentences.append(wording(.negativeLegend)) }
    legend.entries.append(.text(sentences.joined(separator: " ")))
    if isCrowded {
      legend.entries.append(.text(wording(.dotsLegend, wording.number(TiesDiagram.namedOfMany))))
    }
    let hidden = excerpt.ties.count - drawn.count
    if hidden > 0 { legend.entries.append(.text(wording(count: hidden, one: .oneWeakerTie, many: .weakerTies))) }
    legend.entries += categories
    return legend
  }

  private var categories: [DiagramLegend.Entry] {
    let wording = drawing.wording
    let colors = drawing.colors
    let kinds = Set(excerpt.nodes.map { network.nodes[$0.node].kind })
    guard let communities else {
      guard kinds == [.contact, .channel] else { return [] }
      return [
        .category(colors.categories[0], wording(.contactNodes)),
        .category(colors.categories[1], wording(.channelNodes)),
      ]
    }
    let shown = Set(excerpt.nodes.compactMap { communityOf[network.nodes[$0.node]] })
    var entries = communities.communities.prefix(colors.categories.count).filter { shown.contains($0.number) }.map {
      DiagramLegend.Entry.category(
        colors.categories[$0.number - 1],
        wording(.communityOf, wording.number($0.number), wording.count($0.size)))
    }
    if shown.contains(where: { $0 > colors.categories.count }) {
      entries.append(.category(colors.plain, wording(.otherCommunities)))
    }
    return entries
  }
}
