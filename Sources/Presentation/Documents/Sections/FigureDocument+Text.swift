package import CampaignAnalysis
package import CampaignFigures
package import CampaignModel

extension FigureDocument: TableDocument {
  /// One part per campaign; several campaigns' KPIs stand side by side in one.
  package func parts(_ options: TableOptions) -> [DocumentPart] {
    let kpis = kpis()
    if section == .kpis, figures.count > 1 { return [comparison(kpis)] }
    return zip(figures, kpis).map { entry, kpis in
      DocumentPart(
        campaign: entry.scope.campaign.map { dataset.campaigns[$0].id } ?? "", heading: heading(of: entry.scope),
        tables: (kpis?.tables(in: dataset) ?? []) + [kpis?.trust.table(in: dataset)].compactMap(\.self)
          + tables(of: entry, options))
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
      campaign: "", heading: .verbatim("\(dataset.name) · \(campaigns.map(\.heading).joined(separator: ", "))"),
      tables: [KPIs.comparison(campaigns, in: dataset)])
  }

  /// The tables of one scope, save its KPIs.
  package func tables(of entry: ScopeFigures, _ options: TableOptions) -> [FigureTable] {
    var tables: [FigureTable] = []
    if shows(.touchpoints), let figures = entry.touchpoints { tables += figures.tables(in: dataset, options: options) }
    if shows(.reach), let figures = entry.reach { tables += figures.tables(in: dataset, options: options) }
    if shows(.retention), let figures = entry.retention {
      tables += figures.tables(in: dataset, options: options)
      if comparesSurvival, let survival = figures.baseline?.survival {
        tables.append(
          Retention.survivalTable(
            "baseline.survival", LocalizedText("How long the baseline stays", "Wie lange die Verglichenen bleiben"),
            LocalizedText(
              "Share of the contacts won elsewhere still active so many days after the end.",
              "Anteil der anderswo gewonnenen Kontakte, der so viele Tage nach dem Ende noch aktiv ist."),
            survival.curve, options))
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
  package func heading(of scope: Scope) -> LocalizedText { dataset.heading(of: scope) }
}
