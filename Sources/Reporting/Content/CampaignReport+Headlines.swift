import CampaignAnalysis
import CampaignFigures
import CampaignModel
import Drawing
import Presentation

extension CampaignReport {
  /// What a reader must know before trusting the figures.
  package func warnings(of entry: ScopeFigures) -> [String] {
    var warnings: [String] = []
    if let days = entry.touchpoints?.historyDays, days < 30 {
      warnings.append(localizer(.shortHistory, localizer.number(max(0, days), decimals: 0)))
    }
    if let retention = entry.retention {
      let states = retention.unknown.filter { $0.state == .incomplete }
      if states.contains(where: { $0.figure == "retention" }) {
        warnings.append(localizer(.stillRunning))
      } else if states.contains(where: { $0.figure == "lost" }) {
        let gap = localizer.number(dataset.settings.activityGapDays)
        warnings.append(localizer(.shortObservation, localizer.number(retention.observedDays), gap))
      }
    }
    warnings += (entry.trustEntries ?? []).sentences(in: dataset).map { localizer($0) }
    if entry.scope.filter != .none { warnings.append(localizer(.filtered)) }
    let late = dataset.rowsAfterObservation.values.reduce(0, +)
    if late > 0 { warnings.append(localizer(count: late, one: .oneRowAfter, many: .rowsAfter)) }
    if dataset.settings.minimumGroup > 1 {
      warnings.append(localizer(.smallGroups, localizer.number(dataset.settings.minimumGroup)))
    }
    return warnings
  }

  /// The figures that answer the campaign's questions, each with what it means.
  func cards(of entry: ScopeFigures) -> [ReportContent.Card] {
    var cards: [ReportContent.Card] = []
    if let reach = entry.reach { cards += reachCards(reach) }
    if let touchpoints = entry.touchpoints { cards += touchpointCards(touchpoints) }
    if let retention = entry.retention { cards += retentionCards(retention) }
    return cards
  }

  private func reachCards(_ reach: Reach) -> [ReportContent.Card] {
    let detail = reach.frequency.map {
      localizer(.touchesDetail, localizer.count(reach.contactsGross), localizer.number($0))
    }
    return [
      card(.reachCard, reach.reach.map { localizer.number($0) }, detail, .reachMeaning, reach.unknown, "reach"),
      card(
        .incrementalCard, reach.incremental.map { localizer.number($0) },
        reach.synergy.flatMap { $0 > 1 ? localizer(.synergyDetail, localizer.number($0)) : nil }, .incrementalMeaning,
        reach.unknown, "incremental"),
    ]
  }

  private func touchpointCards(_ figures: NewTouchpoints) -> [ReportContent.Card] {
    [
      card(
        .newContactsCard, figures.newContacts.map { localizer.number($0) }, nil, .newContactsMeaning, figures.unknown,
        "new_contacts"),
      card(
        .newTouchpointsCard, figures.newTouchpoints.map { localizer.number($0) },
        figures.own.flatMap { own in
          figures.foreign.map { localizer(.ownForeignDetail, localizer.number(own), localizer.number($0)) }
        }, .newTouchpointsMeaning, figures.unknown, "new_touchpoints"),
      card(.penetrationCard, figures.penetration, .penetrationMeaning, figures.unknown, "penetration"),
    ]
  }

  private func retentionCards(_ figures: Retention) -> [ReportContent.Card] {
    var cards = [
      card(.staysCard, figures.stays, .staysMeaning, figures.unknown, "stays"),
      card(.joinsCard, figures.joins, .joinsMeaning, figures.unknown, "joins"),
      card(.lostCard, figures.lost, .lostMeaning, figures.unknown, "lost"),
    ]
    if let change = figures.baseline?.lossChange {
      let detail = figures.baseline?.difference.map {
        localizer(.differenceDetail, points($0.difference), points($0.low), points($0.high))
      }
      cards.append(
        ReportContent.Card(
          title: localizer(.lossChangeCard), value: localizer.percent(change), detail: detail,
          meaning: localizer(.lossChangeMeaning)))
    }
    return cards
  }

  /// A difference of rates in percentage points, with its sign.
  private func points(_ difference: Double) -> String {
    (difference > 0 ? "+" : "") + localizer.number(difference * 100, decimals: 1)
  }

  private func card(
    _ title: LocalizedText, _ value: String?, _ detail: String?, _ meaning: LocalizedText, _ unknown: [UnknownFigure],
    _ figure: String
  ) -> ReportContent.Card {
    ReportContent.Card(
      title: localizer(title), value: value ?? localizer.state(unknown.state(of: figure)),
      detail: value == nil ? nil : detail, meaning: localizer(meaning), isUnknown: value == nil)
  }

  private func card(
    _ title: LocalizedText, _ share: Proportion?, _ meaning: LocalizedText, _ unknown: [UnknownFigure], _ figure: String
  ) -> ReportContent.Card {
    let detail = share.map { share in
      var text = localizer(.ofDetail, localizer.number(share.count), localizer.number(share.of))
      if let low = share.low, let high = share.high {
        text += " · " + localizer(.intervalDetail, localizer.interval(low, high))
      }
      return text
    }
    return card(title, share?.rate.map { localizer.percent($0) }, detail, meaning, unknown, figure)
  }

  /// The headline figures of several campaigns, one campaign a row.
  var comparison: FigureTable {
    let columns = [
      FigureTable.Column("campaign", .campaignColumn, .words), FigureTable.Column("start", .startColumn),
      FigureTable.Column("days", .daysColumn), FigureTable.Column("reach", .reachCard),
      FigureTable.Column("incremental", .incrementalCard), FigureTable.Column("new_contacts", .newContactsCard),
      FigureTable.Column("new_touchpoints", .newTouchpointsCard), FigureTable.Column("penetration", .penetrationCard),
      FigureTable.Column("stays", .staysCard), FigureTable.Column("lost", .lostCard),
    ]
    let rows = figures.enumerated().map { FigureTable.Row("c\($0 + 1)", comparisonCells($1)) }
    return FigureTable("comparison", title: .comparisonTitle, note: .comparisonNote, columns: columns, rows: rows)
  }

  private func comparisonCells(_ entry: ScopeFigures) -> [FigureTable.Cell] {
    func count(_ value: Int?, _ unknown: [UnknownFigure]?, _ figure: String) -> FigureTable.Cell {
      unknown.map { .count(value, else: $0.state(of: figure)) } ?? .empty
    }
    func rate(_ share: Proportion?, _ unknown: [UnknownFigure]?, _ figure: String) -> FigureTable.Cell {
      unknown.map { .share(share?.rate, else: $0.state(of: figure)) } ?? .empty
    }
    let length = entry.scope.end.milliseconds - entry.scope.start.milliseconds
    let days = Double(length) / Double(Instant.millisecondsPerDay)
    return [
      .name(name(of: entry.scope)), .date(entry.scope.start, in: dataset), .count(Int(days.rounded(.toNearestOrEven))),
      count(entry.reach?.reach, entry.reach?.unknown, "reach"),
      count(entry.reach?.incremental, entry.reach?.unknown, "incremental"),
      count(entry.touchpoints?.newContacts, entry.touchpoints?.unknown, "new_contacts"),
      count(entry.touchpoints?.newTouchpoints, entry.touchpoints?.unknown, "new_touchpoints"),
      rate(entry.touchpoints?.penetration, entry.touchpoints?.unknown, "penetration"),
      rate(entry.retention?.stays, entry.retention?.unknown, "stays"),
      rate(entry.retention?.lost, entry.retention?.unknown, "lost"),
    ]
  }
}
