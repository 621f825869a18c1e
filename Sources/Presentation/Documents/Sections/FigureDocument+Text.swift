package import CampaignAnalysis
package import CampaignModel

extension FigureDocument: TableDocument {
  /// One part per campaign; several campaigns' KPIs stand side by side in one.
  package func parts(_ options: TableOptions) -> [DocumentPart] {
    let kpis = kpis()
    if section == .kpis, figures.count > 1 { return [comparison(kpis)] }
    return zip(figures, kpis).map { entry, kpis in
      DocumentPart(
        campaign: entry.scope.campaign.map { dataset.campaigns[$0].id } ?? "", heading: heading(of: entry.scope),
        tables: (kpis?.tables(in: dataset) ?? []) + tables(of: entry, options))
    }
  }

  /// The single figures of each analysis without its lists, campaign by campaign.
  package func headlines(_ format: TerminalTable) -> String {
    figures.map { entry in
      let tables = [
        entry.reach?.tables(in: dataset).first, entry.touchpoints?.tables(in: dataset).first,
        entry.retention?.tables(in: dataset).first,
      ].compactMap(\.self)
      return "\(format.heading(heading(of: entry.scope)))\n\(format.text(of: tables))"
    }.joined(separator: "\n")
  }

  private func comparison(_ kpis: [KPIs?]) -> DocumentPart {
    let campaigns = kpis.compactMap { kpis in
      kpis.map { (heading: $0.scope.campaign.map { dataset.campaigns[$0].label } ?? dataset.name, kpis: $0) }
    }
    return DocumentPart(
      campaign: "", heading: "\(dataset.name) · \(campaigns.map(\.heading).joined(separator: ", "))",
      tables: [KPIs.comparison(campaigns, in: dataset)])
  }

  /// The tables of one scope, save its KPIs.
  package func tables(of entry: ScopeFigures, _ options: TableOptions) -> [FigureTable] {
    var tables: [FigureTable] = []
    if shows(.touchpoints), let figures = entry.touchpoints { tables += figures.tables(in: dataset, options: options) }
    if shows(.reach), let figures = entry.reach { tables += figures.tables(in: dataset, options: options) }
    if shows(.retention), let figures = entry.retention {
      tables += figures.tables(in: dataset, options: options)
      if comparesSurvival, let survival = figures.baseline.survival {
        tables.append(
          Retention.survivalTable(
            "baseline.survival", "How long the baseline stays",
            "Share of the contacts won elsewhere still active so many days after the end.", survival.curve, options))
      }
    }
    if shows(.partnerships), let figures = entry.partnerships {
      tables += figures.tables(in: dataset, options: options)
    }
    if shows(.partnerships), let figures = entry.cooperation { tables += figures.tables(in: dataset, options: options) }
    if shows(.funnel), let figures = entry.funnel { tables += figures.tables(in: dataset, options: options) }
    if shows(.funnel), let figures = entry.journeys { tables += figures.tables() }
    if shows(.attribution), let figures = entry.attribution { tables += figures.tables(in: dataset, options: options) }
    return tables
  }

  /// What was measured, in one line: the campaign and its window.
  package func heading(of scope: Scope) -> String { dataset.heading(of: scope) }
}

extension Dataset {
  /// What was measured, in one line: the campaign and its window.
  package func heading(of scope: Scope) -> String {
    let start = max(scope.start, scope.filter.from ?? scope.start)
    let end = min(scope.end, scope.filter.until ?? scope.end)
    let window = "\(shown(start)) until \(shown(end)) (\(settings.timeZone))"
    let filters = [
      scope.filter.level.map { "level \($0.name)" }, scope.filter.medium.map { "medium \($0)" },
      scope.filter.segment.map { "segment \($0)" },
    ].compactMap(\.self)
    let filter = filters.isEmpty ? "" : " · \(filters.joined(separator: ", "))"
    guard let index = scope.campaign else { return "\(name) · \(window)\(filter)" }
    let campaign = campaigns[index]
    let name = campaign.name.map { "\($0) (\(campaign.id))" } ?? campaign.id
    return "\(name) · \(window)\(filter)"
  }

  /// An instant as people in the dataset's time zone read it.
  package func shown(_ instant: Instant) -> String {
    InstantText.plain(CivilCalendar(timeZone: settings.timeZone).local(instant))
  }
}
