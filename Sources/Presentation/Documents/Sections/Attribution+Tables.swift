package import CampaignAnalysis
import CampaignFigures
package import CampaignModel

extension Attribution {
  /// Attribution as tables: the whole, then conversions, value and roles row by row.
  package func tables(in dataset: Dataset, options: TableOptions = TableOptions()) -> [FigureTable] {
    [
      headline(dataset),
      credit("attribution", LocalizedText("Conversions by %1", "Abschlüsse nach %1"), nil, dataset, options),
      credit(
        "attribution_value", LocalizedText("Value by %1", "Wert nach %1"), dataset.settings.currency, dataset, options),
      roles(dataset, options),
    ]
  }

  private func headline(_ dataset: Dataset) -> FigureTable {
    var table = HeadlineTable(unknown: unknown)
    let currency = dataset.settings.currency
    table.add(
      "conversions", LocalizedText("Conversions", "Abschlüsse"), conversions,
      LocalizedText("Touches of kind %1.", "Berührungen der Art %1.").filled(
        .verbatim(options.conversionKinds.joined(separator: ", "))))
    table.add(
      "value", LocalizedText("Value", "Wert"), money: value, currency: currency,
      LocalizedText("What they record.", "Was sie verzeichnen."))
    table.add(
      "paths", LocalizedText("With a path", "Mit einem Weg"), paths,
      LocalizedText("Touches within %1 days led to them.", "Berührungen binnen %1 Tagen führten zu ihnen.").filled(
        .number(lookbackDays)))
    table.add(
      "null_paths", LocalizedText("Paths without conversion", "Wege ohne Abschluss"), nullPaths,
      LocalizedText("Contacts whose last touches led to none.", "Kontakte, deren letzte Berührungen zu keinem führten.")
    )
    return table.table(
      "conversions", title: LocalizedText("Conversions", "Abschlüsse"),
      note: LocalizedText("What credit is shared out for.", "Wofür Anteile vergeben werden."))
  }

  /// Credit by model, with a last row for what nobody earns.
  private func credit(
    _ id: String, _ title: LocalizedText, _ currency: String?, _ dataset: Dataset, _ options: TableOptions
  ) -> FigureTable {
    let absent: UnknownFigure.State = currency == nil ? .withheld : unknown.state(of: "value")
    func cell(_ credit: Double?) -> FigureTable.Cell {
      guard let credit else { return .unknown(absent) }
      return currency.map { .money(credit, currency: $0) } ?? .number(credit)
    }
    let grouping = self.options.by
    let columns = AttributionModel.allCases.map { model in
      FigureTable.Column(model.rawValue, model.title)
    }
    var table = FigureTable(
      id, title: title.filled(grouping.words),
      note: LocalizedText(
        "Under each model the column adds up to the whole.", "Unter jedem Modell ergibt die Spalte das Ganze."),
      columns: [FigureTable.Column(grouping.rawValue, grouping.title, .words)] + columns, first: rows, options
    ) { row in
      FigureTable.Row(
        row.group.id(in: dataset) ?? "",
        [.group(row.group, in: dataset)]
          + AttributionModel.allCases.indices.map { cell(currency == nil ? row.conversions?[$0] : row.value?[$0]) })
    }
    let rest = currency == nil ? unattributedConversions.map(Double.init) : unattributedValue
    table.rows.append(
      FigureTable.Row("unattributed", [.term(.unattributed)] + AttributionModel.allCases.map { _ in cell(rest) }))
    return table
  }

  private func roles(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "roles", title: LocalizedText("Roles", "Rollen"),
      note: LocalizedText(
        "Where on the way to a conversion each one stood.", "Wo auf dem Weg zum Abschluss jeder stand."),
      columns: [
        FigureTable.Column(self.options.by.rawValue, self.options.by.title, .words),
        FigureTable.Column("introducer", "Opens", "Eröffnet"), FigureTable.Column("influencer", "Carries", "Trägt"),
        FigureTable.Column("closer", "Closes", "Schließt ab"), FigureTable.Column("solo", "Alone", "Allein"),
        FigureTable.Column("removal_effect", "Lost without it", "Ohne ihn verloren"),
      ], first: rows, options
    ) { row in
      FigureTable.Row(
        row.group.id(in: dataset) ?? "",
        [
          .group(row.group, in: dataset), .count(row.roles?.introducer), .count(row.roles?.influencer),
          .count(row.roles?.closer), .count(row.roles?.solo), .share(row.removalEffect),
        ])
    }
  }
}
