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
        tables: (kpis?.tables(in: dataset) ?? []) + [comparison?.table(in: dataset)].compactMap(\.self)
          + [kpis?.trust.table(in: dataset)].compactMap(\.self)
          + tables(of: entry, options), remark: remark(on: entry))
    }
  }

  /// The sections of which nothing is known without a touch.
  private static let sectionsOfTouches: Set<Section> = [.touchpoints, .reach, .retention, .funnel, .attribution]

  /// What is said in place of figures that would all be 0, though nothing was measured.
  private func remark(on entry: ScopeFigures) -> LocalizedText? {
    if section == nil, entry.reach?.contactsGross == 0 { return .nothingMeasured }
    guard section.map(FigureDocument.sectionsOfTouches.contains) ?? false, !dataset.hasTouches(in: entry.scope) else {
      return nil
    }
    return .noTouchesInWindow
  }

  /// The single figures of each analysis without its lists, campaign by campaign.
  package func headlines(_ format: TerminalTable) -> String {
    figures.map { entry in
      let heading = heading(of: entry.scope)
      guard dataset.hasTouches(in: entry.scope) else {
        return "\(format.heading(heading))\n\(format.text(of: .noTouchesInWindow))"
      }
      let tables = [
        entry.reach?.firstTable(in: dataset), entry.touchpoints?.firstTable(in: dataset),
        entry.retention?.firstTable(in: dataset),
      ].compactMap(\.self)
      return "\(format.heading(heading))\n\(format.text(of: tables))"
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
    for document in Section.documents where shows(document) && document != .kpis {
      for part in entry.parts(of: document) { tables += part.tables(in: dataset, options: options) }
      guard document == .retention, comparesSurvival, let retention = entry.retention else { continue }
      tables += [FigureTable.table(RetentionFigures.baselineCurve, of: retention, in: dataset, options)]
        .compactMap(\.self)
    }
    return tables
  }

  /// What was measured, in one line: the campaign and its window.
  package func heading(of scope: Scope) -> LocalizedText { dataset.heading(of: scope) }
}
