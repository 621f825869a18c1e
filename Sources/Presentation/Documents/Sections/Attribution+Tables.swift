package import CampaignAnalysis
package import CampaignModel

extension Attribution {
  /// Attribution as tables: the whole, then conversions, value and roles row by row.
  package func tables(in dataset: Dataset, options: TableOptions = TableOptions()) -> [FigureTable] {
    [
      headline(dataset), credit("attribution", "Conversions by \(self.options.by.rawValue)", nil, dataset, options),
      credit(
        "attribution_value", "Value by \(self.options.by.rawValue)", dataset.settings.currency, dataset, options),
      roles(dataset, options),
    ]
  }

  private func headline(_ dataset: Dataset) -> FigureTable {
    var table = HeadlineTable(unknown: unknown)
    let currency = dataset.settings.currency
    table.add(
      "conversions", "Conversions", conversions,
      "Touches of kind \(options.conversionKinds.joined(separator: ", ")).")
    table.add("value", "Value", money: value, currency: currency, "What they record.")
    table.add("paths", "With a path", paths, "Touches within \(lookbackDays) days led to them.")
    table.add("null_paths", "Paths without conversion", nullPaths, "Contacts whose last touches led to none.")
    return table.table("conversions", title: "Conversions", note: "What credit is shared out for.")
  }

  /// Credit by model, with a last row for what nobody earns.
  private func credit(
    _ id: String, _ title: String, _ currency: String?, _ dataset: Dataset, _ options: TableOptions
  ) -> FigureTable {
    func cell(_ credit: Double) -> FigureTable.Cell {
      currency.map { .money(credit, currency: $0) } ?? .decimal(credit)
    }
    let grouping = self.options.by
    let columns = AttributionModel.allCases.map { model in
      FigureTable.Column(model.rawValue, model.title, currency == nil ? .decimal : .money)
    }
    var table = FigureTable(
      id, title: title, note: "Under each model the column adds up to the whole.",
      columns: [FigureTable.Column(grouping.rawValue, grouping.title, .text)] + columns, first: rows, options
    ) { row in
      FigureTable.Row(
        row.group.id(in: dataset) ?? "",
        [.text(row.group.label(in: dataset) ?? "none given")]
          + (currency == nil ? row.conversions : row.value).map(cell))
    }
    let rest = currency == nil ? Double(unattributedConversions) : unattributedValue
    table.rows.append(
      FigureTable.Row("unattributed", [.text("unattributed")] + AttributionModel.allCases.map { _ in cell(rest) }))
    return table
  }

  private func roles(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "roles", title: "Roles", note: "Where on the way to a conversion each one stood.",
      columns: [
        FigureTable.Column(self.options.by.rawValue, self.options.by.title, .text),
        FigureTable.Column("introducer", "Opens"), FigureTable.Column("influencer", "Carries"),
        FigureTable.Column("closer", "Closes"), FigureTable.Column("solo", "Alone"),
        FigureTable.Column("removal_effect", "Lost without it", .percent),
      ], first: rows, options
    ) { row in
      FigureTable.Row(
        row.group.id(in: dataset) ?? "",
        [
          .text(row.group.label(in: dataset) ?? "none given"), .integer(row.introducer), .integer(row.influencer),
          .integer(row.closer), .integer(row.solo),
          row.removalEffect.map { .percent($0) } ?? .unknown(.undefined),
        ])
    }
  }
}

extension AttributionModel {
  /// The model's name in plain words.
  package var title: String {
    switch self {
    case .first: "First"
    case .last: "Last"
    case .linear: "Linear"
    case .position: "Position"
    case .timeDecay: "Time decay"
    case .shapley: "Shapley"
    case .markov: "Markov"
    }
  }
}
