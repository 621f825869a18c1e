package import CampaignAnalysis
import CampaignFigures
package import CampaignModel

extension KPIs {
  /// The KPIs as a table for each level, with targets beside them, and one line on what lacks a target.
  package func tables(in dataset: Dataset) -> [FigureTable] {
    Level.allCases.map { table(of: $0, in: dataset) }
  }

  /// The date by which a target is due, as it was given.
  private static func due(_ target: TargetStatus?, in dataset: Dataset) -> FigureTable.Cell {
    guard let target, let due = target.due else { return .empty }
    return .date(dataset.asGiven(due, isDate: target.dueIsDate), in: dataset)
  }

  private func table(of level: Level, in dataset: Dataset) -> FigureTable {
    let currency = dataset.settings.currency
    let rows = entries.filter { $0.kpi.level == level }.map { entry in
      var interval = FigureTable.Cell.empty
      if let low = entry.proportion?.low, let high = entry.proportion?.high { interval = .interval(low, high) }
      if let ends = entry.interval {
        let (low, high) = entry.kpi.unit == .count ? (ends.low.rounded(), ends.high.rounded()) : (ends.low, ends.high)
        interval = .limits(KPIs.cell(low, of: entry.kpi, currency), KPIs.cell(high, of: entry.kpi, currency))
      }
      return FigureTable.Row(
        entry.kpi.id,
        [
          .term(entry.kpi.title), KPIs.cell(entry, currency), interval,
          entry.target.map { KPIs.cell($0.target, of: entry.kpi, currency) } ?? .empty,
          KPIs.due(entry.target, in: dataset), KPIs.atDue(entry, currency),
          entry.target?.attainment.map { .share($0) } ?? .empty,
          entry.target.map { $0.state.map { .term($0.words) } ?? .unknown(.incomplete) } ?? .empty,
        ], note: entry.kpi.meaning)
    }
    return FigureTable(
      "kpis", title: level.title, note: note(of: level, in: dataset),
      columns: [
        FigureTable.Column("figure", "KPI", "Kennzahl", .words),
        FigureTable.Column("value", "Value", "Wert"), .interval,
        FigureTable.Column("target", "Target", "Ziel"), FigureTable.Column("due", "Due", "Fällig"),
        FigureTable.Column("value_at_due", "When due", "Bei Fälligkeit"),
        FigureTable.Column("attainment", "Attained", "Erreicht"),
        FigureTable.Column("status", "Status", "Stand", .words, isFigure: true),
      ], rows: rows)
  }

  /// Several campaigns side by side, with the change from each to the next.
  ///
  /// - Parameter campaigns: one or more, each under a heading.
  package static func comparison(_ campaigns: [(heading: String, kpis: KPIs)], in dataset: Dataset) -> FigureTable {
    let currency = dataset.settings.currency
    var columns = [
      FigureTable.Column("level", "Level", "Stufe", .words), FigureTable.Column("figure", "KPI", "Kennzahl", .words),
    ]
    for (index, campaign) in campaigns.enumerated() {
      columns.append(FigureTable.Column("value.\(index)", .verbatim(campaign.heading)))
      if index > 0 {
        columns.append(FigureTable.Column("change.\(index)", "Change", "Änderung"))
        columns.append(FigureTable.Column("relative.\(index)", "in percent", "in Prozent"))
      }
    }
    let changes = zip(campaigns.dropFirst(), campaigns).map { $0.kpis.changes(since: $1.kpis) }
    let rows = KPI.all.enumerated().map { place, kpi in
      var cells: [FigureTable.Cell] = [.term(kpi.level.title), .term(kpi.title)]
      for (index, campaign) in campaigns.enumerated() {
        cells.append(cell(campaign.kpis.entries[place], currency))
        guard index > 0 else { continue }
        let change = changes[index - 1][place]
        cells.append(change.absolute.map { difference($0, of: kpi, currency) } ?? .empty)
        cells.append(change.relative.map { .share($0) } ?? .empty)
      }
      return FigureTable.Row(kpi.id, cells, note: kpi.meaning)
    }
    let kpis = campaigns.map(\.kpis)
    let remarks = [
      .eachAgainstLeft, remarkOnDays(kpis), remarkOnLateDays(kpis, in: dataset), remarkOnTouches(campaigns),
    ].compactMap(\.self)
    return FigureTable(
      "kpis", title: LocalizedText("KPIs side by side", "Kennzahlen nebeneinander"),
      note: LocalizedText { language in remarks.map { $0[language] }.joined(separator: " ") },
      columns: columns,
      rows: rows)
  }

  /// That the KPIs of those who stay are of unequal spans of time; nil where they are not, or fewer than two are known.
  private static func remarkOnDays(_ campaigns: [KPIs]) -> LocalizedText? {
    let known = campaigns.filter { $0[RetentionFigures.stays]?.value != nil }
    guard Set(known.map(\.observedDays)).count > 1 else { return nil }
    return LocalizedText(
      "How many stay, carry on or join grows with the days observed after the end, from left to right: %1.",
      "Wie viele bleiben, weitertragen oder sich anschließen, wächst mit den nach dem Ende beobachteten Tagen, von links nach rechts: %1."
    ).filled([campaigns.map { "\($0.observedDays ?? 0)" }.joined(separator: ", ")])
  }

  /// Which campaigns have no touch; nil where all have.
  private static func remarkOnTouches(_ campaigns: [(heading: String, kpis: KPIs)]) -> LocalizedText? {
    let names = campaigns.filter { !$0.kpis.hasTouches }.map(\.heading)
    return names.isEmpty ? nil : LocalizedText.nothingToCompare.filled([names.joined(separator: ", ")])
  }

  /// The KPI as it stood when its target was due, where it has changed since.
  private static func atDue(_ entry: Entry, _ currency: String) -> FigureTable.Cell {
    guard let target = entry.target, target.valueAtDue != entry.value else { return .empty }
    return target.valueAtDue.map { cell($0, of: entry.kpi, currency) } ?? .unknown(.incomplete)
  }

  private func note(of level: Level, in dataset: Dataset) -> LocalizedText? {
    if level == .transaction { return hasTouches ? dataset.remarkOnLateDays(observedDays) : nil }
    guard level == Level.allCases.first else { return nil }
    return hasTouches ? targetsNote : .nothingMeasured
  }

  private var targetsNote: LocalizedText? {
    if unknown.contains(where: { $0.figure == "targets" }) {
      return LocalizedText(
        "Targets are left out: they are held against the whole campaign, without a filter.",
        "Ziele sind weggelassen: Sie gelten für die ganze Kampagne, ohne Filter.")
    }
    guard !targetsMissing.isEmpty else { return nil }
    return LocalizedText("Without a target: %1.", "Ohne Ziel: %1.").filled(
      targetsMissing.map(\.words).joined(separator: ", "))
  }

  /// The cell of a KPI's value; a proportion with its count.
  static func cell(_ entry: Entry, _ currency: String) -> FigureTable.Cell {
    if let share = entry.proportion, entry.value != nil { return .proportion(share) }
    guard let value = entry.value else { return .unknown(entry.unknown?.state ?? .withheld) }
    return cell(value, of: entry.kpi, currency)
  }

  /// A difference of two numbers in a KPI's unit.
  static func difference(_ value: Double, of kpi: KPI, _ currency: String) -> FigureTable.Cell {
    switch kpi.unit {
    case .share, .fraction: .points(value)
    default: cell(value, of: kpi, currency)
    }
  }

  /// A number in a KPI's unit.
  private static func cell(_ value: Double, of kpi: KPI, _ currency: String) -> FigureTable.Cell {
    switch kpi.unit {
    case .count: value == value.rounded() && abs(value) < 0x1p53 ? .count(Int(value)) : .number(value)
    case .share, .fraction: .share(value)
    case .money: .money(value, currency: currency)
    default: .number(value)
    }
  }
}

extension LocalizedText {
  fileprivate static let eachAgainstLeft = LocalizedText(
    "Each change is against the campaign to its left; that of a share is in percentage points.",
    "Jede Änderung gegenüber der Kampagne links davon; die eines Anteils in Prozentpunkten.")
}
