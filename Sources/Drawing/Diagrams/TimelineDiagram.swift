import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Presentation

/// Partners by contacts in common before, during and after a campaign, side by side: every partner stands in the same place
/// in each.
struct TimelineDiagram: CampaignView {
  static let name = "timeline"
  static let summary = "partners by contacts in common before, during and after, side by side"
  static let engine = LayoutEngine.neato
  static let analysis = AnalysisOptions(sections: [.reach])

  private let phases: [Phase]
  private let drawing: DiagramDrawing
  private let partners: [Int]
  private let restCount: Int

  /// Partners drawn one by one unless asked otherwise.
  static let standardTop = 16
  /// Radius of the largest circle, in points.
  private static let largest = 34.0
  /// Width of the widest line, in points.
  private static let widest = 6.0

  private struct Phase {
    /// Names its nodes.
    var id: String
    var title: LocalizedText
    /// Where the stretch ends as far as it was observed.
    var end: Instant
    /// Whether observation stopped before the stretch was over.
    var isInPart: Bool
    var reach: Reach
  }

  /// Stretches of the log as long as the campaign: before it, of it, and after it as far as there are data. All touches of
  /// a stretch count, whatever they are about, for before and after there are none of the campaign.
  static func scopes(for scope: Scope, in dataset: Dataset) -> [Scope] {
    let length = scope.end.milliseconds - scope.start.milliseconds
    let before = Instant(milliseconds: scope.start.milliseconds - length)
    let after = Instant(milliseconds: scope.end.milliseconds + length)
    let observed = Scope(windowOf: dataset).end
    return [(before, scope.start), (scope.start, scope.end), (scope.end, min(after, observed))]
      .filter { $0.0 < $0.1 }
      .map { from, until in
        var filter = scope.filter
        filter.from = from
        filter.until = until
        return Scope(windowOf: dataset, filter: filter)
      }
  }

  init?(_ figures: [ScopeFigures], _ drawing: DiagramDrawing) {
    var phases: [Phase] = []
    for entry in figures {
      guard let reach = entry.reach else { return nil }
      let isBefore = entry.scope.end <= drawing.scope.start
      let isAfter = entry.scope.start >= drawing.scope.end
      let length = drawing.scope.end.milliseconds - drawing.scope.start.milliseconds
      let end = isAfter ? Instant(milliseconds: drawing.scope.end.milliseconds + length) : entry.scope.end
      let observed = min(entry.scope.end, drawing.dataset.observedUntil ?? entry.scope.end)
      phases.append(
        Phase(
          id: isBefore ? "before" : isAfter ? "after" : "during",
          title: isBefore ? .beforePhase : isAfter ? .afterPhase : .duringPhase, end: observed,
          isInPart: !isBefore && observed < end, reach: reach))
    }
    self.phases = phases
    self.drawing = drawing
    var most: [Int: Int] = [:]
    for carrier in phases.flatMap(\.reach.carriers) {
      most[carrier.partner] = max(most[carrier.partner] ?? 0, carrier.reach ?? 0)
    }
    let ranked = most.keys.sorted {
      (most[$1] ?? 0, drawing.dataset.partners[$0].id) < (most[$0] ?? 0, drawing.dataset.partners[$1].id)
    }
    partners = Array(ranked.prefix(drawing.options.top ?? TimelineDiagram.standardTop))
    restCount = ranked.count - partners.count
  }

  func document() throws(GraphvizError) -> DOTDocument {
    let localizer = drawing.localizer
    let drawn = ties
    var sentences = [localizer(.timelineLegend)]
    if restCount > 0 {
      sentences.append(localizer(.notDrawn, localizer(.morePartners, localizer.number(restCount))))
    }
    var sheet = drawing.sheet(directed: false, title: .timelineTitle, note: note, sentences: sentences)
    guard !partners.isEmpty else {
      sheet.text(localizer(.nobodyReached), Point(x: 0, y: 0), points: 12)
      return sheet.finished
    }
    // Three of them stand side by side: each is as narrow as a phone.
    let network = NetworkSheet(
      marks: marks, lines: drawn.map(line), engine: drawing.engine, isTall: true)
    let layout = try network.layout()
    let boxes = layout.shapes.map(\.bounds) + layout.words.compactMap(\.self)
    let bounds = boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
    for (place, phase) in phases.enumerated() {
      let start = start(place, bounds)
      let offset = Point(x: start.x - bounds.minX, y: start.y + headHeight - bounds.minY)
      add(phase, at: start.y, layout, drawn, offset, to: &sheet)
      addRule(before: place, bounds, to: &sheet)
    }
    if let unknown = unknownPhase {
      let start = start(phases.count, bounds)
      addRule(before: phases.count, bounds, to: &sheet)
      sheet.text(unknown, Point(x: start.x, y: start.y + 4), points: 11, isBold: true)
    }
    layout.tellMissingLines(on: &sheet, localizer)
    var key = SheetKey()
    key.entries += drawing.widthKey(mostInCommon, widest: TimelineDiagram.widest, .contactsInCommon)
    key.add(to: &sheet)
    return sheet.finished
  }

  /// The upper left corner of a stretch: they stand side by side, in a tall drawing one below the other.
  private func start(_ place: Int, _ bounds: Rectangle) -> Point {
    drawing.options.isTall
      ? Point(x: 0, y: Double(place) * (bounds.height + headHeight + 46))
      : Point(x: Double(place) * (bounds.width + 60), y: 0)
  }

  /// Room for what stands above a stretch.
  private var headHeight: Double { drawing.options.isTall ? 48 : 30 }

  /// A thin line between a stretch and the one before it.
  private func addRule(before place: Int, _ bounds: Rectangle, to sheet: inout Sheet) {
    guard place > 0 else { return }
    let start = start(place, bounds)
    let ends =
      drawing.options.isTall
      ? [Point(x: 0, y: start.y - 23), Point(x: bounds.width, y: start.y - 23)]
      : [Point(x: start.x - 30, y: 0), Point(x: start.x - 30, y: bounds.height + headHeight)]
    sheet.rule(ends, drawing.colors.hairline)
  }

  /// Two partners, by their places, with contacts in common in some phase.
  private struct Tie: Hashable {
    var from: Int
    var to: Int
    /// The most in any phase.
    var contacts: Int
  }

  private var ties: [Tie] {
    let place = Dictionary(uniqueKeysWithValues: partners.enumerated().map { ($1, $0) })
    var most: [[Int]: Int] = [:]
    for overlap in phases.flatMap(\.reach.overlap) {
      guard let a = place[overlap.a], let b = place[overlap.b], let contacts = overlap.contacts else { continue }
      let pair = [min(a, b), max(a, b)]
      most[pair] = max(most[pair] ?? 0, contacts)
    }
    let all = most.map { Tie(from: $0.key[0], to: $0.key[1], contacts: $0.value) }
      .sorted { ($1.contacts, $0.from, $0.to) < ($0.contacts, $1.from, $1.to) }
    return StrongestTies.of(all, nodes: partners.count) { ($0.from, $0.to) }
  }

  private var mostInCommon: Int { ties.first?.contacts ?? 0 }
  private var mostReached: Int { phases.flatMap(\.reach.carriers).compactMap(\.reach).max() ?? 0 }

  private func radius(_ count: Int) -> Double {
    max(4, TimelineDiagram.largest * (Double(count) / Double(max(1, mostReached))).squareRoot())
  }

  private func carrier(_ partner: Int, _ phase: Phase) -> Reach.Carrier? {
    phase.reach.carriers.first { $0.partner == partner }
  }

  /// As large as each partner ever is.
  private var marks: [NetworkSheet.Mark] {
    names.enumerated().map { place, name in
      let most = phases.compactMap { carrier(partners[place], $0)?.reach }.max() ?? 0
      return NetworkSheet.Mark(
        name: drawing.partnerNode(partners[place]), shape: .circle(radius: radius(most)),
        label: label(name, drawing.localizer.number(most)), attributes: [:])
    }
  }

  private var names: [String] { DistinctNames.cut(partners.map { drawing.dataset.partners[$0].label }, to: 30) }

  private func label(_ name: String, _ size: String) -> NodeLabel {
    NodeLabel(name, [size], width: 16, points: 10, least: drawing.leastPoints)
  }

  private func line(_ tie: Tie) -> NetworkSheet.Line {
    NetworkSheet.Line(
      from: tie.from, to: tie.to, gap: 40, width: width(tie.contacts), attributes: [:])
  }

  private func width(_ contacts: Int) -> Double {
    drawing.penWidth(Double(contacts), of: Double(mostInCommon), widest: TimelineDiagram.widest)
  }

  private func add(
    _ phase: Phase, at top: Double, _ layout: NetworkSheet.Layout, _ ties: [Tie], _ offset: Point,
    to sheet: inout Sheet
  ) {
    let localizer = drawing.localizer
    let scope = phase.reach.scope
    let period = localizer.period(scope.start, phase.end)
    let words =
      phase.isInPart ? localizer(.phaseInPart, localizer(phase.title), period) : "\(localizer(phase.title)): \(period)"
    let left = layout.shapes.map(\.bounds.minX).min().map { $0 + offset.x } ?? offset.x
    let lines =
      drawing.options.isTall ? LabelText.wrapped(words, width: 34, lines: 2).split(separator: "\n") : [words[...]]
    for (line, text) in lines.enumerated() {
      sheet.text(String(text), Point(x: left, y: top + 4 + 18 * Double(line)), points: 11, isBold: true)
    }
    let names = names
    for (place, partner) in partners.enumerated() {
      let entry = drawing.dataset.partners[partner]
      let carrier = carrier(partner, phase)
      let size = carrier.map { localizer.count($0.reach) } ?? localizer.number(0)
      var attributes = drawing.attributes(of: carrier == nil ? drawing.colors.plain : drawing.colors.categories[0])
      attributes["tooltip"] = drawing.tooltip(entry.label, localizer(.contactsReached, size))
      if carrier == nil { attributes["style"] = "filled,solid" }
      attributes["label"] = ""
      attributes = attributes.merging(drawing.pick([partner]))
      let label = label(names[place], size)
      if let words = layout.words[place] {
        attributes = attributes.merging(
          sheet.outside(label, Point(x: words.center.x, y: words.minY + label.height / 2) + offset))
      } else {
        attributes["label"] = .markup(label.markup)
      }
      sheet.circle(
        name(phase, partner), layout.centers[place] + offset, radius: carrier == nil ? 5 : radius(carrier?.reach ?? 0),
        attributes)
    }
    let pairs = phase.reach.overlap.reduce(into: [Set<Int>: Int]()) { $0[[$1.a, $1.b]] = $1.contacts }
    for (tie, curve) in zip(ties, layout.curves).reversed() {
      guard let curve, let contacts = pairs[[partners[tie.from], partners[tie.to]]] else { continue }
      let whole = curve.extended(from: layout.centers[tie.from], to: layout.centers[tie.to]).moved(by: offset)
      sheet.line(
        from: name(phase, partners[tie.from]), to: name(phase, partners[tie.to]), whole,
        [
          "penwidth": .number(width(contacts)),
          "tooltip": .text(localizer(.contactsInCommon, localizer.number(contacts))),
        ])
    }
  }

  private func name(_ phase: Phase, _ partner: Int) -> String { "\(phase.id):\(drawing.partnerNode(partner))" }

  private var note: String {
    let counts = phases.map { drawing.localizer.count($0.reach.reach) }
    let unknown = unknownPhase.map { _ in [drawing.localizer(.incomplete)] } ?? []
    return drawing.localizer(.timelineNote, (counts + unknown).joined(separator: " → "))
  }

  /// What is said of the stretch after the campaign where observation stopped before it; nil where it did not.
  private var unknownPhase: String? {
    guard phases.last?.id == "during" else { return nil }
    return drawing.localizer(.phaseUnknown, drawing.localizer(.afterPhase))
  }
}

extension CampaignDiagram {
  /// Partners before, during and after, side by side.
  public static let timeline = CampaignDiagram(TimelineDiagram.self)
}
