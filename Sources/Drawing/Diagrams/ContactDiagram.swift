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
  private static let (rowHeight, axisLength) = (26.0, 420.0)

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
    let shownWays = Array(ways.prefix(top))
    var missing: [String] = []
    if profile.byPartner.count > shown.count {
      missing.append(localizer(.morePartners, localizer.number(profile.byPartner.count - shown.count)))
    }
    if ways.count > shownWays.count {
      missing.append(localizer(.moreWays, localizer.number(ways.count - shownWays.count)))
    }
    var sentences = [localizer(.contactLegend)]
    if !missing.isEmpty { sentences.append(localizer(.notDrawn, missing.joined(separator: ", "))) }
    var sheet = drawing.sheet(
      directed: true, title: .contactTitle, note: note, sentences: sentences, hasTallForm: false)
    let width = addMeetings(shown, to: &sheet)
    addWays(shownWays, from: Point(x: 0, y: Double(shown.count) * ContactDiagram.rowHeight + 84), width, to: &sheet)
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

  /// A row a partner: a line from the first touch to the last, over time.
  ///
  /// - Returns: the width of the names.
  private func addMeetings(_ shown: [ContactProfile.Encounter], to sheet: inout Sheet) -> Double {
    guard let total = profile.total else { return 0 }
    let names = DistinctNames.cut(shown.map { dataset.partners[$0.index].label }, to: 34)
    let left = (names.map { TextWidth.of($0, points: 11, isBold: true) }.max() ?? 0) + 14
    let length = Double(max(1, total.last.milliseconds - total.first.milliseconds))
    func x(_ instant: Instant) -> Double {
      left + ContactDiagram.axisLength * Double(instant.milliseconds - total.first.milliseconds) / length
    }
    let bottom = Double(shown.count) * ContactDiagram.rowHeight + 8
    addCampaigns(total, bottom, x, to: &sheet)
    for (row, encounter) in shown.enumerated() {
      let y = ContactDiagram.rowHeight * (Double(row) + 0.5)
      sheet.text(names[row], Point(x: left - 12, y: y), points: 11, anchor: .end, isBold: true)
      let partner = dataset.partners[encounter.index]
      let category = category(level(encounter))
      let tooltip = drawing.tooltip(
        partner.label, drawing.localizer(.touchCount, drawing.localizer.number(encounter.touches)),
        "\(drawing.localizer.day(encounter.first)) – \(drawing.localizer.day(encounter.last))")
      let (start, end) = (x(encounter.first) - 5, x(encounter.last) + 5)
      sheet.box(
        drawing.partnerNode(encounter.index), Rectangle(minX: start, minY: y - 5, maxX: end, maxY: y + 5),
        drawing.attributes(of: category).merging([
          "tooltip": tooltip, "style": .verbatim("filled,\(category.borderStyle)"),
        ]))
      sheet.text(
        drawing.localizer(.touchCount, drawing.localizer.number(encounter.touches)), Point(x: end + 6, y: y),
        points: 9.5,
        color: drawing.colors.mutedText)
    }
    sheet.rule(
      [Point(x: left, y: bottom), Point(x: left + ContactDiagram.axisLength, y: bottom)], drawing.colors.mutedText)
    sheet.text(drawing.localizer.day(total.first), Point(x: left, y: bottom + 12), points: 9.5)
    sheet.text(
      drawing.localizer.day(total.last), Point(x: left + ContactDiagram.axisLength, y: bottom + 12), points: 9.5,
      anchor: .end)
    return left
  }

  /// The campaigns that lie within the time shown, as areas behind the rows.
  private func addCampaigns(
    _ total: ContactProfile.Encounter, _ bottom: Double, _ x: (Instant) -> Double, to sheet: inout Sheet
  ) {
    let shown = dataset.campaigns.filter { $0.start < total.last && $0.end > total.first }.prefix(4)
    for (place, campaign) in shown.enumerated() {
      let area = Rectangle(
        minX: x(max(campaign.start, total.first)), minY: -22, maxX: x(min(campaign.end, total.last)), maxY: bottom)
      sheet.area(area, fill: (place % 2 == 0 ? drawing.colors.stripe : drawing.colors.off).text)
      sheet.text(
        TextWidth.fitted(campaign.label, points: 9.5, width: max(12, area.width - 4)),
        Point(x: area.minX + 3, y: -14), points: 9.5, color: drawing.colors.mutedText)
    }
  }

  /// A row a way: the partner, then the contacts over which it leads.
  private func addWays(_ ways: [WarmPath], from corner: Point, _ left: Double, to sheet: inout Sheet) {
    let localizer = drawing.localizer
    sheet.text(localizer(.warmWays), Point(x: 0, y: corner.y - 28), points: 12, isBold: true)
    guard !ways.isEmpty else {
      let words = localizer(dataset.tables.contains(.ties) ? .noWarmWays : .noTiesTable)
      sheet.text(words, Point(x: 0, y: corner.y - 8), points: 10.5, color: drawing.colors.mutedText)
      return
    }
    for (row, way) in ways.enumerated() {
      let y = corner.y + 34 * Double(row)
      var steps: [(name: String, label: String, isContact: Bool)] = []
      if case .partner(let partner) = way.start {
        steps.append(("way\(row + 1):\(drawing.partnerNode(partner))", dataset.partners[partner].label, false))
      }
      steps += way.shortest.contacts.map { ("way\(row + 1):contact:\(dataset.contacts.ids[$0])", name($0), true) }
      var x = 0.0
      var previous: (name: String, edge: Point)?
      for step in steps {
        let label = NodeLabel(LabelText.short(step.label, 26), width: 30, lines: 1, points: 10, isBold: !step.isContact)
        let box = Rectangle(minX: x, minY: y - 11, maxX: x + label.width + 14, maxY: y + 11)
        let category = step.isContact ? drawing.colors.plain : drawing.colors.categories[0]
        sheet.box(
          step.name, box,
          drawing.attributes(of: category).merging([
            "label": .markup(label.markup), "tooltip": drawing.tooltip(step.label),
          ]))
        if let previous {
          sheet.line(
            from: previous.name, to: step.name, Curve(from: previous.edge, to: Point(x: box.minX, y: y)), [:],
            arrows: (false, true), arrowSize: 0.7)
        }
        previous = (step.name, Point(x: box.maxX, y: y))
        x = box.maxX + 26
      }
      if let trust = way.shortest.trust {
        sheet.text(
          localizer(.trustOfWay, localizer.number(trust)), Point(x: x - 18, y: y), points: 9.5,
          color: drawing.colors.mutedText)
      }
    }
  }
}
