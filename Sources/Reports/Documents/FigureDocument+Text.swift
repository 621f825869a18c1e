public import CampaignAnalysis
internal import CampaignModel

extension FigureDocument {
  /// The figures as tables for a terminal, campaign by campaign.
  public func text(_ format: TerminalTable, _ options: TableOptions = TableOptions()) -> String {
    figures.map { entry in
      "\(heading(of: entry.scope).withoutControls)\n\n\(format.text(of: tables(of: entry, options)))"
    }.joined(separator: "\n")
  }

  /// The figures as Markdown, campaign by campaign.
  public func markdown(_ options: TableOptions = TableOptions()) -> String {
    figures.map { entry in
      "# \(MarkdownTable.escaped(heading(of: entry.scope)))\n\n\(MarkdownTable.text(of: tables(of: entry, options)))"
    }.joined(separator: "\n")
  }

  /// The figures as one list in CSV; see ``CSVText`` for its columns.
  public func csv(_ options: TableOptions = TableOptions()) -> [UInt8] {
    CSVText.bytes(
      of: figures.map { entry in
        (campaign: entry.scope.campaign.map { dataset.campaigns[$0].id } ?? "", tables: tables(of: entry, options))
      })
  }

  /// The tables of one scope.
  public func tables(of entry: ScopeFigures, _ options: TableOptions) -> [FigureTable] {
    var tables: [FigureTable] = []
    if let figures = entry.touchpoints { tables += figures.tables(in: dataset, options: options) }
    if let figures = entry.reach { tables += figures.tables(in: dataset, options: options) }
    if let figures = entry.retention {
      tables += figures.tables(in: dataset, options: options)
      if comparesSurvival, let survival = figures.baseline.survival {
        tables.append(
          Retention.survivalTable(
            "baseline.survival", "How long the baseline stays",
            "Share of the contacts won elsewhere still active so many days after the end.", survival.curve, options))
      }
    }
    return tables
  }

  /// What was measured, in one line: the campaign and its window.
  public func heading(of scope: Scope) -> String {
    let start = max(scope.start, scope.filter.from ?? scope.start)
    let end = min(scope.end, scope.filter.until ?? scope.end)
    let window = "\(InstantText.plain(start)) until \(InstantText.plain(end)) UTC"
    let filters = [
      scope.filter.level.map { "level \($0.name)" }, scope.filter.medium.map { "medium \($0)" },
      scope.filter.segment.map { "segment \($0)" },
    ].compactMap(\.self)
    let filter = filters.isEmpty ? "" : " · \(filters.joined(separator: ", "))"
    guard let index = scope.campaign else { return "\(dataset.name) · \(window)\(filter)" }
    let campaign = dataset.campaigns[index]
    let name = campaign.name.map { "\($0) (\(campaign.id))" } ?? campaign.id
    return "\(name) · \(window)\(filter)"
  }
}
