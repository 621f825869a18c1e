import CampaignAnalysis
import CampaignModel

extension CampaignReport {
  /// What a reader must know before trusting the figures.
  func warnings(of entry: ScopeFigures) -> [String] {
    var warnings: [String] = []
    if let days = entry.touchpoints?.historyDays, days < 30 {
      warnings.append(wording(.shortHistory, wording.number(max(0, days), decimals: 0)))
    }
    if let retention = entry.retention {
      let states = retention.unknown.filter { $0.state == .incomplete }
      if states.contains(where: { $0.figure == "retention" }) {
        warnings.append(wording(.stillRunning))
      } else if states.contains(where: { $0.figure == "lost" }) {
        let gap = wording.number(dataset.settings.activityGapDays)
        warnings.append(wording(.shortObservation, wording.number(retention.observedDays), gap))
      }
    }
    if entry.scope.filter != .none { warnings.append(wording(.filtered)) }
    let late = dataset.rowsAfterObservation.values.reduce(0, +)
    if late > 0 { warnings.append(wording(count: late, one: .oneRowAfter, many: .rowsAfter)) }
    if dataset.settings.minimumGroup > 1 {
      warnings.append(wording(.smallGroups, wording.number(dataset.settings.minimumGroup)))
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
      wording(.touchesDetail, wording.count(reach.contactsGross), wording.number($0))
    }
    return [
      card(.reachCard, reach.reach.map { wording.number($0) }, detail, .reachMeaning, reach.unknown, "reach"),
      card(
        .incrementalCard, reach.incremental.map { wording.number($0) },
        reach.synergy.flatMap { $0 > 1 ? wording(.synergyDetail, wording.number($0)) : nil }, .incrementalMeaning,
        reach.unknown, "incremental"),
    ]
  }

  private func touchpointCards(_ figures: NewTouchpoints) -> [ReportContent.Card] {
    [
      card(
        .newContactsCard, figures.newContacts.map { wording.number($0) }, nil, .newContactsMeaning, figures.unknown,
        "new_contacts"),
      card(
        .newTouchpointsCard, figures.newTouchpoints.map { wording.number($0) },
        figures.own.flatMap { own in
          figures.foreign.map { wording(.ownForeignDetail, wording.number(own), wording.number($0)) }
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
    if let change = figures.baseline.lossChange {
      let detail = figures.baseline.difference.map {
        wording(.differenceDetail, points($0.difference), points($0.low), points($0.high))
      }
      cards.append(
        ReportContent.Card(
          title: wording(.lossChangeCard), value: wording.percent(change), detail: detail,
          meaning: wording(.lossChangeMeaning)))
    }
    return cards
  }

  /// A difference of rates in percentage points, with its sign.
  private func points(_ difference: Double) -> String {
    (difference > 0 ? "+" : "") + wording.number(difference * 100, decimals: 1)
  }

  private func card(
    _ title: Phrase, _ value: String?, _ detail: String?, _ meaning: Phrase, _ unknown: [UnknownFigure],
    _ figure: String
  ) -> ReportContent.Card {
    ReportContent.Card(
      title: wording(title), value: value ?? wording.state(unknown.state(of: figure)),
      detail: value == nil ? nil : detail, meaning: wording(meaning), isUnknown: value == nil)
  }

  private func card(
    _ title: Phrase, _ share: Proportion?, _ meaning: Phrase, _ unknown: [UnknownFigure], _ figure: String
  ) -> ReportContent.Card {
    let detail = share.map { share in
      var text = wording(.ofDetail, wording.number(share.count), wording.number(share.of))
      if let low = share.low, let high = share.high {
        text += " · " + wording(.intervalDetail, wording.interval(low, high))
      }
      return text
    }
    return card(title, share?.rate.map { wording.percent($0) }, detail, meaning, unknown, figure)
  }

  /// The headline figures of several campaigns, one campaign a row.
  var comparison: FigureTable {
    let columns = [
      FigureTable.Column("campaign", wording(.campaignColumn), .text),
      FigureTable.Column("start", wording(.startColumn), .text, alignment: .trailing),
      FigureTable.Column("days", wording(.daysColumn)), FigureTable.Column("reach", wording(.reachCard)),
      FigureTable.Column("incremental", wording(.incrementalCard)),
      FigureTable.Column("new_contacts", wording(.newContactsCard)),
      FigureTable.Column("new_touchpoints", wording(.newTouchpointsCard)),
      FigureTable.Column("penetration", wording(.penetrationCard), .text, alignment: .trailing),
      FigureTable.Column("stays", wording(.staysCard), .text, alignment: .trailing),
      FigureTable.Column("lost", wording(.lostCard), .text, alignment: .trailing),
    ]
    let rows = figures.enumerated().map { index, entry in
      FigureTable.Row("c\(index + 1)", comparisonCells(entry).map { .text($0) })
    }
    return FigureTable(
      "comparison", title: wording(.comparisonTitle), note: wording(.comparisonNote), columns: columns, rows: rows)
  }

  private func comparisonCells(_ entry: ScopeFigures) -> [String] {
    func count(_ value: Int?, _ unknown: [UnknownFigure]?, _ figure: String) -> String {
      value.map { wording.number($0) } ?? unknown.map { wording.state($0.state(of: figure)) } ?? ""
    }
    func rate(_ share: Proportion?, _ unknown: [UnknownFigure]?, _ figure: String) -> String {
      share?.rate.map { wording.percent($0) } ?? unknown.map { wording.state($0.state(of: figure)) } ?? ""
    }
    let length = entry.scope.end.milliseconds - entry.scope.start.milliseconds
    let days = Double(length) / Double(Instant.millisecondsPerDay)
    return [
      name(of: entry.scope), wording.day(entry.scope.start), wording.number(days, decimals: 0),
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
