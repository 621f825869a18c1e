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
      warnings.append(
        days < 0 ? localizer(.noHistory) : localizer(.shortHistory, localizer.number(days, decimals: 0)))
    }
    if let retention = entry.retention {
      let states = retention.unknown.filter { $0.state == .incomplete }
      if states.contains(where: { $0.figure == Section.retention.id }) {
        warnings.append(localizer(.stillRunning))
      } else if states.contains(where: { $0.figure == RetentionFigures.lost.path }) {
        let gap = localizer.number(dataset.settings.activityGapDays)
        warnings.append(localizer(.shortObservation, localizer.number(retention.observedDays), gap))
      }
    }
    if dataset.contents.isEmpty { warnings.append(localizer(.withoutContents)) }
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
  ///
  /// - Parameter comparison: with the campaign that stands beside; nil for none.
  func cards(of entry: ScopeFigures, _ comparison: KPIComparison?) -> [ReportContent.Card] {
    var cards: [ReportContent.Card] = []
    func card<Result: SectionFigures>(
      _ figure: Figure<Result>, of result: Result, _ detail: String? = nil
    ) -> ReportContent.Card {
      var card = self.card(figure, of: result, detail)
      if !card.isUnknown { card.earlier = earlier(figure, comparison) }
      return card
    }
    if let reach = entry.reach {
      let touches = reach.frequency.map {
        localizer(.touchesDetail, localizer.count(reach.contactsGross), localizer.number($0))
      }
      let synergy = reach.synergy.flatMap { $0 > 1 ? localizer(.synergyDetail, localizer.number($0)) : nil }
      cards += [
        card(ReachFigures.reach, of: reach, touches), card(ReachFigures.incremental, of: reach, synergy),
      ]
    }
    if let touchpoints = entry.touchpoints {
      let parts = touchpoints.own.flatMap { own in
        touchpoints.foreign.map { localizer(.ownForeignDetail, localizer.number(own), localizer.number($0)) }
      }
      cards += [
        card(TouchpointFigures.newContacts, of: touchpoints),
        card(TouchpointFigures.newTouchpoints, of: touchpoints, parts),
        card(TouchpointFigures.penetration, of: touchpoints),
      ]
    }
    if let retention = entry.retention {
      cards += [RetentionFigures.stays, RetentionFigures.joins, RetentionFigures.lost].map { card($0, of: retention) }
      if let difference = retention.baseline?.difference { cards.append(baselineCard(difference)) }
    }
    // What the dataset lacks, and what only time will tell, is told once, in sentences.
    let told = [localizer(.notConfigured), localizer(.incomplete)]
    return cards.filter { !told.contains($0.value) }
  }

  /// How the loss differs from that of contacts won elsewhere; a difference that could be chance is not told as one.
  private func baselineCard(_ difference: RateDifference) -> ReportContent.Card {
    let title: LocalizedText
    if difference.high < 0 {
      title = .lostLessCard
    } else {
      title = difference.low > 0 ? .lostMoreCard : .lostAlikeCard
    }
    return ReportContent.Card(
      title: localizer(title), value: localizer(.points, points(difference.difference)),
      detail: localizer(.intervalDetail, localizer(.interval, points(difference.low), points(difference.high))),
      meaning: localizer(.lossDifferenceMeaning))
  }

  /// A difference of rates in percentage points, with its sign.
  private func points(_ difference: Double) -> String {
    (difference > 0 ? "+" : "") + localizer.number(difference * 100, decimals: 1)
  }

  /// A figure with its name and meaning, or why it is not known.
  ///
  /// - Parameter detail: what stands below it; below a share without one, its counts and interval.
  private func card<Result: SectionFigures>(
    _ figure: Figure<Result>, of result: Result, _ detail: String? = nil
  ) -> ReportContent.Card {
    let cell = cell(figure, of: result)
    var detail = detail
    if case .share(let share) = figure.value(result) { detail = detail ?? counts(of: share) }
    var isUnknown = false
    if case .unknown = cell { isUnknown = true }
    return ReportContent.Card(
      title: localizer(figure.title), value: cell.text(localizer), detail: isUnknown ? nil : detail,
      meaning: figure.meaning(in: result).map { localizer($0) } ?? "", isUnknown: isUnknown)
  }

  private func counts(of share: Proportion) -> String {
    var text = localizer(.ofDetail, localizer.number(share.count), localizer.number(share.of))
    if let low = share.low, let high = share.high {
      text += " · " + localizer(.intervalDetail, localizer.interval(low, high))
    }
    return text
  }

  /// A headline figure; of a share the rate alone.
  private func cell<Result: SectionFigures>(_ figure: Figure<Result>, of result: Result) -> FigureTable.Cell {
    let state = result.unknown.state(of: figure)
    switch figure.value(result) {
    case .count(let count): return .count(count)
    case .share(let share): return .share(share.rate, else: state)
    case .fraction(let fraction): return .share(fraction)
    default: return .unknown(state)
    }
  }

  /// The headline figures of several campaigns, one campaign a row.
  var comparison: FigureTable {
    let columns =
      [
        FigureTable.Column("campaign", .campaignColumn, .words), FigureTable.Column("start", .startColumn),
        FigureTable.Column("days", .daysColumn),
      ] + [column(ReachFigures.reach), column(ReachFigures.incremental)]
      + [
        column(TouchpointFigures.newContacts), column(TouchpointFigures.newTouchpoints),
        column(TouchpointFigures.penetration),
      ] + [column(RetentionFigures.observedDays), column(RetentionFigures.stays), column(RetentionFigures.lost)]
    let rows = figures.enumerated().map { FigureTable.Row("c\($0 + 1)", comparisonCells($1)) }
    return FigureTable("comparison", title: .comparisonTitle, note: .comparisonNote, columns: columns, rows: rows)
  }

  private func column(_ figure: Figure<some Any>) -> FigureTable.Column {
    FigureTable.Column(figure.id, figure.title)
  }

  private func comparisonCells(_ entry: ScopeFigures) -> [FigureTable.Cell] {
    func cell<Result: SectionFigures>(_ figure: Figure<Result>) -> FigureTable.Cell {
      entry[Result.self].map { self.cell(figure, of: $0) } ?? .empty
    }
    let length = entry.scope.end.milliseconds - entry.scope.start.milliseconds
    let days = Double(length) / Double(Instant.millisecondsPerDay)
    let known: [FigureTable.Cell] = [
      .name(name(of: entry.scope)), .date(entry.scope.start, in: dataset), .count(Int(days.rounded(.toNearestOrEven))),
    ]
    // Zeros would read as a campaign that reached nobody.
    if hasNoTouch(entry) { return known + [.term(.noTouchesCell)] + Array(repeating: .empty, count: 7) }
    return known + [
      cell(ReachFigures.reach), cell(ReachFigures.incremental), cell(TouchpointFigures.newContacts),
      cell(TouchpointFigures.newTouchpoints), cell(TouchpointFigures.penetration), cell(RetentionFigures.observedDays),
      cell(RetentionFigures.stays), cell(RetentionFigures.lost),
    ]
  }
}
