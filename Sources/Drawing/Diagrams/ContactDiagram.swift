import CampaignAnalysis
import CampaignFigures
public import CampaignModel
public import GraphvizRendering
public import Networks
import Presentation

/// One contact: when each partner's channels reached it, and the warm ways to it.
public struct ContactDiagram: Sendable {
  private let profile: ContactProfile
  private let drawing: DiagramDrawing

  /// Partners and ways drawn unless asked otherwise.
  static let standardTop = 12
  /// Ways of a tall drawing, whose steps stand one below the other.
  private static let standardTallWays = 5
  private var isTall: Bool { drawing.options.isTall }
  private var rowHeight: Double { isTall ? 44 : 26 }
  /// Bars reach half their height over both ends of the axis.
  private var axisLength: Double { isTall ? TallForm.width - 10 : 420 }

  /// - Parameter profile: of a contact of `dataset`; whether it may be shown is for the caller to decide.
  public init(_ profile: ContactProfile, in dataset: Dataset, options: DiagramOptions = DiagramOptions()) {
    self.profile = profile
    drawing = DiagramDrawing(
      name: "contact", scope: profile.scope, dataset: dataset, options: options, engine: options.engine ?? .dot)
  }

  /// The diagram, in DOT.
  public var document: DOTDocument {
    let localizer = drawing.localizer
    let top = drawing.options.top ?? ContactDiagram.standardTop
    let shown = Array(profile.byPartner.prefix(top))
    let ways = profile.warmPaths.filter { $0.shortest.ties > 0 }
    let shownWays = Array(ways.prefix(drawing.options.top ?? (isTall ? ContactDiagram.standardTallWays : top)))
    var missing: [String] = []
    if profile.byPartner.count > shown.count {
      missing.append(localizer(.morePartners, localizer.number(profile.byPartner.count - shown.count)))
    }
    if ways.count > shownWays.count {
      missing.append(localizer(.moreWays, localizer.number(ways.count - shownWays.count)))
    }
    var sentences = [localizer(.contactLegend)]
    if !missing.isEmpty { sentences.append(localizer(.notDrawn, missing.joined(separator: ", "))) }
    var sheet = drawing.sheet(directed: true, title: .contactTitle, note: note, sentences: sentences)
    addMeetings(shown, to: &sheet)
    addWays(shownWays, from: Double(shown.count) * rowHeight + 84, to: &sheet)
    var key = SheetKey()
    for level in Set(shown.map(level)).sorted() {
      key.entries.append(.category(category(level), localizer(LocalizedText.levelsReached[level])))
    }
    key.add(to: &sheet)
    return sheet.finished
  }

  private var dataset: Dataset { drawing.dataset }

  /// How far a partner got, by ``LocalizedText/levelsReached``.
  private func level(_ encounter: ContactProfile.Encounter) -> Int { min(2, Int(encounter.level.rawValue)) }

  private func category(_ level: Int) -> DiagramColors.Category { drawing.colors.outcomes[[3, 1, 0][level]] }

  private func name(_ contact: Int) -> String {
    if let name = dataset.contacts.names?[contact], !name.isEmpty { return name }
    return dataset.contacts.ids[contact]
  }

  private var note: String {
    let localizer = drawing.localizer
    let words = LabelText.short(name(profile.contact), 60)
    guard let total = profile.total else { return localizer(.contactUntouched, words) }
    return localizer(
      .contactNote, words, localizer.number(total.touches), localizer.number(profile.byPartner.count),
      localizer.day(total.first), localizer.day(total.last))
  }

  /// A row a partner: a line from the first touch to the last, over time. Name and number of touches stand beside it, in a
  /// tall drawing above it.
  private func addMeetings(_ shown: [ContactProfile.Encounter], to sheet: inout Sheet) {
    guard let total = profile.total else { return }
    let names = DistinctNames.cut(shown.map { dataset.partners[$0.index].label }, to: 34)
    let left = isTall ? 5 : (names.map { TextWidth.of($0, points: 11, isBold: true) }.max() ?? 0) + 14
    let length = Double(max(1, total.last.milliseconds - total.first.milliseconds))
    func x(_ instant: Instant) -> Double {
      left + axisLength * Double(instant.milliseconds - total.first.milliseconds) / length
    }
    let bottom = Double(shown.count) * rowHeight + 8
    addCampaigns(total, bottom, x, to: &sheet)
    for (row, encounter) in shown.enumerated() {
      let y = rowHeight * Double(row) + (isTall ? 32 : rowHeight / 2)
      let partner = dataset.partners[encounter.index]
      let category = category(level(encounter))
      let touches = drawing.localizer(.touchCount, drawing.localizer.number(encounter.touches))
      let tooltip = drawing.tooltip(
        partner.label, touches,
        "\(drawing.localizer.day(encounter.first)) – \(drawing.localizer.day(encounter.last))")
      let (start, end) = (x(encounter.first) - 5, x(encounter.last) + 5)
      sheet.box(
        drawing.partnerNode(encounter.index), Rectangle(minX: start, minY: y - 5, maxX: end, maxY: y + 5),
        drawing.attributes(of: category).merging([
          "tooltip": tooltip, "style": .verbatim("filled,\(category.borderStyle)"),
        ]))
      if isTall {
        let room = TallForm.width - TextWidth.of(touches, points: TallForm.points) - 16
        let name = TextWidth.fitted(names[row], points: TallForm.points, width: room, isBold: true)
        sheet.text(name, Point(x: 4, y: y - 18), points: TallForm.points, isBold: true)
        sheet.text(
          touches, Point(x: TallForm.width - 4, y: y - 18), points: TallForm.points, color: drawing.colors.mutedText,
          anchor: .end)
      } else {
        sheet.text(names[row], Point(x: left - 12, y: y), points: 11, anchor: .end, isBold: true)
        sheet.text(touches, Point(x: end + 6, y: y), points: 9.5, color: drawing.colors.mutedText)
      }
    }
    sheet.rule([Point(x: left, y: bottom), Point(x: left + axisLength, y: bottom)], drawing.colors.mutedText)
    sheet.text(drawing.localizer.day(total.first), Point(x: left, y: bottom + 12), points: 9.5)
    sheet.text(
      drawing.localizer.day(total.last), Point(x: left + axisLength, y: bottom + 12), points: 9.5, anchor: .end)
  }

  /// The campaigns that lie within the time shown, as areas behind the rows. In a tall drawing, where names are wider than
  /// areas, each name has a line of its own at the top of its area.
  private func addCampaigns(
    _ total: ContactProfile.Encounter, _ bottom: Double, _ x: (Instant) -> Double, to sheet: inout Sheet
  ) {
    let shown = dataset.campaigns.filter { $0.start < total.last && $0.end > total.first }.prefix(4)
    for (place, campaign) in shown.enumerated() {
      let top = isTall ? -20 * Double(shown.count - place) : -22
      let area = Rectangle(
        minX: x(max(campaign.start, total.first)), minY: top, maxX: x(min(campaign.end, total.last)), maxY: bottom)
      sheet.area(area, fill: (place % 2 == 0 ? drawing.colors.stripe : drawing.colors.off).text)
      if isTall {
        let name = TextWidth.fitted(campaign.label, points: TallForm.points, width: TallForm.width)
        let left = min(area.minX + 3, TallForm.width - TextWidth.of(name, points: TallForm.points))
        sheet.text(name, Point(x: left, y: top + 10), points: TallForm.points, color: drawing.colors.mutedText)
      } else {
        sheet.text(
          TextWidth.fitted(campaign.label, points: 9.5, width: max(12, area.width - 4)),
          Point(x: area.minX + 3, y: top + 8), points: 9.5, color: drawing.colors.mutedText)
      }
    }
  }

  /// A way: the partner, then the contacts over which it leads, in a row or, in a tall drawing, one below the other.
  private func addWays(_ ways: [WarmPath], from top: Double, to sheet: inout Sheet) {
    let localizer = drawing.localizer
    let heading = drawing.lines(localizer(.warmWays), isBold: true)
    sheet.text(lines: heading, Point(x: 0, y: top - 28), points: 12, isBold: true)
    let start = Point(x: 0, y: top + 17 * Double(heading.count - 1))
    guard !ways.isEmpty else {
      let words = localizer(dataset.tables.contains(.ties) ? .noWarmWays : .noTiesTable)
      sheet.text(
        lines: drawing.lines(words), Point(x: 0, y: start.y - 8), points: 10.5, color: drawing.colors.mutedText)
      return
    }
    var corner = start
    for (row, way) in ways.enumerated() {
      var steps: [(name: String, label: String, isContact: Bool)] = []
      if case .partner(let partner) = way.start {
        steps.append(("way\(row + 1):\(drawing.partnerNode(partner))", dataset.partners[partner].label, false))
      }
      steps += way.shortest.contacts.map { ("way\(row + 1):contact:\(dataset.contacts.ids[$0])", name($0), true) }
      var previous: (name: String, box: Rectangle)?
      for step in steps {
        var words = LabelText.short(step.label, isTall ? 40 : 26)
        if isTall {
          // Beside the last one, a contact, its trust has room.
          words = TextWidth.fitted(
            words, points: TallForm.points, width: step.isContact ? 230 : TallForm.width - 14, isBold: !step.isContact)
        }
        let label = NodeLabel(
          words, width: 40, lines: 1, points: 10, least: drawing.leastPoints, isBold: !step.isContact)
        let box = Rectangle(
          minX: corner.x, minY: corner.y - 11, maxX: corner.x + label.width + 14, maxY: corner.y + 11)
        let category = step.isContact ? drawing.colors.plain : drawing.colors.categories[0]
        sheet.box(
          step.name, box,
          drawing.attributes(of: category).merging([
            "label": .markup(label.markup), "tooltip": drawing.tooltip(step.label),
          ]))
        if let previous {
          sheet.line(
            from: previous.name, to: step.name, arrow(from: previous.box, to: box), [:], arrows: (false, true),
            arrowSize: 0.7)
        }
        previous = (step.name, box)
        corner = isTall ? Point(x: 0, y: corner.y + 40) : Point(x: box.maxX + 26, y: corner.y)
      }
      if let trust = way.shortest.trust, let last = previous?.box {
        sheet.text(
          localizer(.trustOfWay, localizer.number(trust)), Point(x: last.maxX + 8, y: last.center.y), points: 9.5,
          color: drawing.colors.mutedText)
      }
      corner = isTall ? Point(x: 0, y: corner.y + 12) : Point(x: 0, y: start.y + 34 * Double(row + 1))
    }
  }

  /// From a step to the next one: to its left side or, in a tall drawing, to its top.
  private func arrow(from step: Rectangle, to next: Rectangle) -> Curve {
    guard isTall else {
      return Curve(from: Point(x: step.maxX, y: step.center.y), to: Point(x: next.minX, y: next.center.y))
    }
    return Curve(from: Point(x: step.minX + 16, y: step.maxY), to: Point(x: step.minX + 16, y: next.minY))
  }
}
