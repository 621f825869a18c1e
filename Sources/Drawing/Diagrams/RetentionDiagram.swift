import CampaignAnalysis
import CampaignFigures
import CampaignModel
import GraphvizRendering
import Presentation

/// What each acquiring partner's contacts did after the end, as one bar a partner: active in its own channels, active only
/// elsewhere, lost.
struct RetentionDiagram: CampaignView {
  static let name = "retention"
  static let summary = "acquiring partners' contacts: stayed, stayed with others, lost"
  static let engine = LayoutEngine.dot
  static let analysis = AnalysisOptions(sections: [.retention])

  private let retention: Retention
  private let drawing: DiagramDrawing
  private let shown: [Retention.PartnerGroup]
  private let rest: [Retention.PartnerGroup]

  /// Partners drawn one by one unless asked otherwise.
  static let standardTop = 16
  /// Length of the longest bar, in points.
  private var longest: Double { isTall ? TallForm.width : 360 }
  private var isTall: Bool { drawing.options.isTall }

  init?(_ figures: [ScopeFigures], _ drawing: DiagramDrawing) {
    guard let retention = figures[0].retention else { return nil }
    self.retention = retention
    self.drawing = drawing
    let top = drawing.options.top ?? RetentionDiagram.standardTop
    let count = retention.byPartner.count == top + 1 ? top + 1 : top
    shown = Array(retention.byPartner.prefix(count))
    rest = Array(retention.byPartner.dropFirst(count))
  }

  /// A part of a bar; the parts add up to the cohort.
  private enum Part: String, CaseIterable {
    case kept
    case passedOn
    case lost

    var title: LocalizedText {
      switch self {
      case .kept: .keptPart
      case .passedOn: .passedOnPart
      case .lost: .lost
      }
    }

    /// Place among the theme's outcomes.
    var colorIndex: Int {
      switch self {
      case .kept: 0
      case .passedOn: 1
      case .lost: 3
      }
    }

    func count(of group: Retention.PartnerGroup) -> Int? {
      switch self {
      case .kept: group.kept
      case .passedOn: group.passedOn
      case .lost: group.lost
      }
    }
  }

  func document() -> DOTDocument {
    let localizer = drawing.localizer
    let note = localizer(
      .retentionNote, localizer.count(retention.cohortSize),
      localizer.day(
        drawing.dataset.asGiven(retention.ended, isDate: drawing.dataset.endIsDate(of: retention.scope))),
      localizer.number(retention.observedDays))
    var sentences = [localizer(.retentionLegend)]
    if !rest.isEmpty {
      let total = Retention.PartnerGroup.Total(rest)
      sentences.append(
        localizer(
          .restOfRetention, localizer.number(rest.count), localizer.count(total.cohort), localizer.count(total.stays)))
    }
    var sheet = drawing.sheet(directed: false, title: .retentionTitle, note: note, sentences: sentences)
    addTotals(to: &sheet)
    let most = shown.compactMap(\.cohort).max() ?? 0
    var names = DistinctNames.cut(shown.map { drawing.dataset.partners[$0.partner].label }, to: 36)
    if isTall {
      names = names.map { TextWidth.fitted($0, points: TallForm.points, width: TallForm.width, isBold: true) }
    }
    let longestName = names.map { TextWidth.of($0, points: 11, isBold: true) }.max() ?? 0
    let top = sheet.bounds?.maxY ?? 0
    // In a tall drawing name, bar and words stand one below the other.
    let rowHeight = isTall ? 53 + 17 * Double(shown.map { lines(of: $0).count }.max() ?? 1) : 30
    for (row, group) in shown.enumerated() {
      let y = top + 14 + rowHeight * Double(row) + (isTall ? 27 : rowHeight / 2)
      let start = isTall ? Point(x: 0, y: y) : Point(x: longestName + 12, y: y)
      sheet.text(
        names[row], isTall ? Point(x: 0, y: y - 19) : Point(x: longestName, y: y), points: 11,
        anchor: isTall ? .start : .end, isBold: true)
      addBar(group, start, longest / Double(max(1, most)), to: &sheet)
    }
    var key = SheetKey()
    for part in Part.allCases {
      key.entries.append(.category(drawing.colors.outcomes[part.colorIndex], localizer(part.title)))
    }
    key.add(to: &sheet)
    return sheet.finished
  }

  /// The shares of the whole cohort, in words.
  private func addTotals(to sheet: inout Sheet) {
    let entries: [(LocalizedText, Proportion?)] = [
      (.stayed, retention.stays), (.carriedOn, retention.carriesOn), (.joined, retention.joins),
      (.lost, retention.lost),
    ]
    let words = entries.map { "\(drawing.localizer($0.0)): \(shareText($0.1))" }
    let inLine = isTall ? 1 : words.count
    for start in stride(from: 0, to: words.count, by: inLine) {
      sheet.text(
        words[start..<min(start + inLine, words.count)].joined(separator: "   "),
        Point(x: 0, y: 12 + 18 * Double(start)), points: 12, isBold: true)
    }
  }

  private func addBar(_ group: Retention.PartnerGroup, _ start: Point, _ scale: Double, to sheet: inout Sheet) {
    let localizer = drawing.localizer
    let partner = drawing.dataset.partners[group.partner]
    guard group.cohort != nil, Part.allCases.allSatisfy({ $0.count(of: group) != nil }) else {
      // Where a part is withheld the others would tell it: the bar shows the whole, or nothing but the word.
      let state = localizer.state(partState)
      let words = [localizer(.cohortLine, localizer.count(group.cohort)), state]
      if let cohort = group.cohort, cohort > 0 {
        let bar = Rectangle(
          minX: start.x, minY: start.y - 9, maxX: start.x + max(1, Double(cohort) * scale), maxY: start.y + 9)
        sheet.box(
          drawing.partnerNode(group.partner), bar,
          drawing.attributes(of: drawing.colors.plain).merging([
            "style": "filled,dashed", "tooltip": drawing.tooltip(partner.label, words[0], words[1]),
          ]))
        addWords(of: group, start, barEnd: bar.maxX, to: &sheet)
      } else {
        addWords(of: group, start, barEnd: start.x - 8, to: &sheet)
      }
      return
    }
    var x = start.x
    for part in Part.allCases {
      let count = part.count(of: group) ?? 0
      guard count > 0 else { continue }
      let end = x + Double(count) * scale
      let number = localizer.number(count)
      var attributes = drawing.attributes(of: drawing.colors.outcomes[part.colorIndex])
      attributes["style"] = .verbatim("filled,\(drawing.colors.outcomes[part.colorIndex].borderStyle)")
      attributes["tooltip"] = drawing.tooltip(partner.label, "\(localizer(part.title)): \(number)")
      attributes = attributes.merging(drawing.pick([group.partner]))
      let points = max(10, drawing.leastPoints)
      if TextWidth.of(number, points: points) + 4 <= end - x {
        attributes["label"] = .text(number)
        attributes["fontsize"] = .number(points)
      }
      sheet.box(
        "\(drawing.partnerNode(group.partner)):\(part.rawValue)",
        Rectangle(minX: x, minY: start.y - 9, maxX: end, maxY: start.y + 9), attributes)
      x = end
    }
    addWords(of: group, start, barEnd: x, to: &sheet)
  }

  /// What is said of a partner beside its bar, in a tall drawing below it.
  private func lines(of group: Retention.PartnerGroup) -> [String] {
    let localizer = drawing.localizer
    let words: String
    if let cohort = group.cohort, Part.allCases.allSatisfy({ $0.count(of: group) != nil }) {
      words = localizer(
        .retentionRow, localizer.count(group.stays), localizer.number(cohort), localizer.count(group.carriesOn),
        localizer.count(group.joins))
    } else if let cohort = group.cohort, cohort > 0 {
      words = localizer(.partsUnknown, localizer.number(cohort), localizer.state(partState))
    } else {
      words = localizer(.withheld)
    }
    return isTall ? LabelText.wrapped(words, width: 42, lines: 3).split(separator: "\n").map(String.init) : [words]
  }

  private func addWords(of group: Retention.PartnerGroup, _ start: Point, barEnd: Double, to sheet: inout Sheet) {
    for (line, words) in lines(of: group).enumerated() {
      let place = isTall ? Point(x: start.x, y: start.y + 22 + 17 * Double(line)) : Point(x: barEnd + 8, y: start.y)
      sheet.text(words, place, points: 10, color: drawing.colors.mutedText)
    }
  }

  /// Why the parts of a bar are not shown.
  private var partState: UnknownFigure.State {
    let isOpen = retention.unknown.contains {
      ["retention", "stays", "lost"].contains($0.figure) && $0.state == .incomplete
    }
    return isOpen ? .incomplete : .withheld
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
}

extension CampaignDiagram {
  /// What each acquiring partner's contacts did after the end.
  public static let retention = CampaignDiagram(RetentionDiagram.self)
}
