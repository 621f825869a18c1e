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
  /// Whether each node bears its name.
  private let isNamed: [Bool]
  private let mostNeighbors: Int
  /// Whether lines differ in weight.
  private let hasWidths: Bool

  /// Nodes drawn one by one unless asked otherwise.
  static let standardTop = 300
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

  /// The part of a network that is drawn unless asked otherwise: all of up to 300 nodes, of more the largest components
  /// that fit; fewer where too many ties are equally strong.
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

  func document() throws(GraphvizError) -> DOTDocument {
    // A sum of the largest weights may be too large for a number.
    let strongest = min(drawn.map(\.strength).max() ?? 0, .greatestFiniteMagnitude)
    let areas = groups.map { $0.areAreas ? shownGroups : [] } ?? []
    let numbers = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1, $0) })
    let network = NetworkSheet(
      marks: marks(numbers), lines: drawn.compactMap { line($0, strongest: strongest) },
      groups: areas.map { NetworkSheet.Group(title: groups?.names[$0] ?? "", category: category(ofGroup: $0)) },
      engine: drawing.engine, gap: isCrowded ? 6 : 12, root: groups?.hasCenter == true ? 0 : nil,
      isTall: drawing.options.isTall)
    var sheet = drawing.sheet(
      directed: excerpt.isDirected, title: groups?.title ?? .tiesTitle, note: note, sentences: sentences)
    try network.draw(on: &sheet, drawing.localizer)
    key(strongest, hasAreas: !areas.isEmpty).add(to: &sheet)
    return sheet.finished
  }

  private var isCrowded: Bool { excerpt.nodes.count > TiesDiagram.mostNamed }

  private func points(_ entry: NetworkExcerpt.Node) -> Double { 8 + 7 * size(entry) }

  /// 0 to 1: how many neighbors a node has, of the most; its square root, so that an area grows with the number.
  private func size(_ entry: NetworkExcerpt.Node) -> Double {
    (Double(entry.neighbors) / Double(max(1, mostNeighbors))).squareRoot()
  }

  private func marks(_ numbers: [Int: Int]) -> [NetworkSheet.Mark] {
    guard !excerpt.nodes.isEmpty else {
      return [
        NetworkSheet.Mark(
          name: "empty", shape: .box, label: NodeLabel(drawing.localizer(.noNodes), width: 60, isBold: false),
          attributes: ["style": "rounded,filled,dashed"])
      ]
    }
    let names = DistinctNames.cut(excerpt.nodes.map { network.nodes[$0.node].label }, to: 40)
    return excerpt.nodes.indices.map { mark($0, names[$0], numbers) }
  }

  private func mark(_ place: Int, _ name: String, _ numbers: [Int: Int]) -> NetworkSheet.Mark {
    let entry = excerpt.nodes[place]
    let node = network.nodes[entry.node]
    var lines = [LabelText.shortened(node.label, to: 200)]
    if node.label != node.id { lines.append(LabelText.shortened(node.id, to: 80)) }
    lines.append(drawing.localizer(count: entry.neighbors, one: .oneNeighbor, many: .neighbors))
    let group = groups?.groupOf[entry.node]
    if let groups, groups.areDistinct, let group { lines.append(groups.names[group]) }
    var attributes = drawing.attributes(of: category(of: entry.node))
    attributes["tooltip"] = .text(lines.joined(separator: "\n"))
    let label = NodeLabel(name, width: 22, points: points(entry), least: drawing.leastPoints, isBold: false)
    return NetworkSheet.Mark(
      name: "\(node.kind.rawValue):\(node.id)", shape: isNamed[place] ? .box : .circle(radius: 3 + 10 * size(entry)),
      label: isNamed[place] ? label : nil, attributes: attributes, group: group.flatMap { numbers[$0] })
  }

  private func category(of node: Int) -> DiagramColors.Category {
    let colors = drawing.colors
    guard let groups else { return colors.categories[network.nodes[node].kind == .channel ? 1 : 0] }
    guard let group = groups.groupOf[node], groups.areDistinct else { return colors.plain }
    return category(ofGroup: group)
  }

  private func category(ofGroup group: Int) -> DiagramColors.Category {
    group < drawing.colors.categories.count ? drawing.colors.categories[group] : drawing.colors.plain
  }

  private func line(_ tie: NetworkExcerpt.Tie, strongest: Double) -> NetworkSheet.Line? {
    guard let to = tie.to else { return nil }
    let thinnest = isDense ? 0.4 : 0.8
    let width =
      hasWidths
      ? max(thinnest, widest * min(1, tie.strength / max(strongest, .leastNonzeroMagnitude))) : isDense ? 0.6 : 1.2
    // What is tied more strongly stands closer.
    let farther = hasWidths ? 1 - min(1, tie.strength / strongest).squareRoot() : 0
    var attributes: DOTAttributes = ["tooltip": .text(tooltip(tie))]
    if isNegative(tie) { attributes["style"] = "dashed" }
    return NetworkSheet.Line(
      from: tie.from, to: to, gap: isCrowded ? 20 : 26 + 60 * farther, width: width, attributes: attributes,
      arrows: excerpt.isDirected ? (tie.backward != nil, tie.forward != nil) : (false, false),
      arrowSize: isCrowded ? 0.4 : 0.7)
  }

  private var widest: Double { isCrowded ? 2.5 : 5.0 }
  private var isDense: Bool { isCrowded || drawn.count > TiesDiagram.mostTies(excerpt.nodes.count) }

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
    network.projection.map { ": \(drawing.localizer($0.heading))" } ?? ""
  }

  /// How the drawing is read, and what is left out.
  private var sentences: [String] {
    let localizer = drawing.localizer
    var reading = [localizer(isCrowded ? .dotsLegend : .tiesLegend, localizer.number(TiesDiagram.namedOfMany))]
    if excerpt.isDirected { reading.append(localizer(.arrowLegend)) }
    if drawn.contains(where: isNegative) { reading.append(localizer(.negativeLegend)) }
    var missing: [String] = []
    if excerpt.rest > 0 {
      let ties = excerpt.edgesWithinRest + excerpt.tiesToRest.reduce(0) { $0 + $1.edges }
      missing.append(localizer(.restOfNetwork, localizer.number(excerpt.rest), localizer.number(ties)))
    }
    let hidden = excerpt.ties.count - drawn.count
    if hidden > 0 { missing.append(localizer(count: hidden, one: .oneWeakerTie, many: .weakerTies)) }
    if excerpt.loops > 0 { missing.append(localizer(count: excerpt.loops, one: .oneLoop, many: .loops)) }
    return [reading.joined(separator: " "), missing.joined(separator: " ")].filter { !$0.isEmpty }
  }

  private func key(_ strongest: Double, hasAreas: Bool) -> SheetKey {
    let localizer = drawing.localizer
    var key = SheetKey()
    if hasWidths, strongest > 0 {
      for weight in [strongest, strongest / 2] {
        let strand = SheetKey.Strand(color: drawing.colors.edge, width: widest * (weight / strongest))
        key.entries.append(.line([strand], localizer(.weightKey, localizer.number(weight))))
      }
    }
    if !hasAreas { key.entries += categories }
    return key
  }

  /// Groups with a node in the drawing.
  private var shownGroups: [Int] { Set(excerpt.nodes.compactMap { groups?.groupOf[$0.node] }).sorted() }

  private var categories: [SheetKey.Entry] {
    let colors = drawing.colors.categories
    guard let groups else {
      guard Set(excerpt.nodes.map { network.nodes[$0.node].kind }) == [.contact, .channel] else { return [] }
      return [
        .category(colors[0], drawing.localizer(.contactNodes)), .category(colors[1], drawing.localizer(.channelNodes)),
      ]
    }
    guard groups.areDistinct else { return [] }
    let shown = shownGroups
    var entries = shown.filter { $0 < colors.count }.map { SheetKey.Entry.category(colors[$0], groups.names[$0]) }
    if shown.contains(where: { $0 >= colors.count }) { entries.append(.category(drawing.colors.plain, groups.others)) }
    return entries
  }
}
