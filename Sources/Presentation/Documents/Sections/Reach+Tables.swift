package import CampaignAnalysis
package import CampaignModel

extension Reach {
  /// The figures as tables: the single ones first, then every breakdown.
  package func tables(in dataset: Dataset, options: TableOptions = TableOptions()) -> [FigureTable] {
    [
      headline(dataset), frequencyTable(), carrierTable(dataset, options), stackedTable(dataset, options),
      averageTable(options), regionTable(dataset, options), overlapTable(dataset, options), curveTable(options),
    ]
  }

  private func headline(_ dataset: Dataset) -> FigureTable {
    var table = HeadlineTable(unknown: unknown)
    if let brand {
      table.add("brand", "Brand", text: dataset.partners[brand].label, "Only touches about this brand count.")
    }
    table.add("reach", "Reach", reach, "Contacts touched, each counted once.")
    table.add("contacts_gross", "Touches", contactsGross, "Every touch counts.")
    table.add("frequency", "Frequency", frequency, "Touches per contact reached.")
    table.add("own", "Reached in own channels", own, "Contacts with a touch in a channel of the brand itself.")
    table.add("foreign", "Reached in partners' channels", foreign, "Contacts with a touch in another's channel.")
    table.add("duplicated", "Reached in both", duplicated, "Contacts with an own and a foreign touch.")
    table.add(
      "incremental", "Incremental reach", incremental, "Contacts that only partners' channels reached.")
    table.add("synergy", "Synergy", synergy, "Reach divided by reach in own channels.")
    table.add(
      "takeovers", "Takeovers", takeovers, "Pairs of content and unpaid partner channel that carried it.")
    table.add("organic_shares", "Organic shares", organicShares, "Touches of kind share in unpaid channels.")
    return table.table("reach", title: "Reach", note: "Whom the campaign touched, and how often.")
  }

  private func frequencyTable() -> FigureTable {
    FigureTable(
      "frequency_distribution", title: "How often contacts were touched",
      note: "Contacts touched exactly so many times, and at least so many times.",
      columns: [
        FigureTable.Column("touches", "Touches"), FigureTable.Column("contacts", "Contacts"),
        FigureTable.Column("k_plus", "At least"),
      ],
      rows: frequencyDistribution.indices.map { index in
        let count: FigureTable.Cell = index == 9 ? .text("10 or more") : .integer(index + 1)
        return FigureTable.Row("\(index + 1)", [count, .count(frequencyDistribution[index]), .count(kPlus[index])])
      })
  }

  private func carrierTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "carriers", title: "Who reached whom",
      note: "Per owner of channels. A share divides each contact evenly among the owners that reached it.",
      columns: dataset.partnerColumns() + [
        FigureTable.Column("reach", "Reach"), FigureTable.Column("exclusive", "Only here"),
        FigureTable.Column("incremental_over_own", "Beyond own channels"),
        FigureTable.Column("shapley", "Shapley share", .decimal),
      ], first: carriers, options
    ) {
      FigureTable.Row(
        dataset.partners[$0.partner].id,
        dataset.partnerCells($0.partner) + [
          .count($0.reach), .count($0.exclusive), .count($0.incrementalOverOwn),
          $0.shapley.map { .decimal($0) } ?? .unknown(.withheld),
        ])
    }
  }

  private func stackedTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "stacked", title: "Stacked reach", note: "What each carrier adds to those above it.",
      columns: dataset.partnerColumns() + [
        FigureTable.Column("gain", "Adds"), FigureTable.Column("cumulative", "Together"),
      ], first: stacked, options
    ) {
      FigureTable.Row(
        dataset.partners[$0.partner].id,
        dataset.partnerCells($0.partner) + [.count($0.gain), .count($0.cumulative)])
    }
  }

  private func averageTable(_ options: TableOptions) -> FigureTable {
    FigureTable(
      "random_order_curve", title: "Reach by number of carriers",
      note: "What so many carriers reach on average, whichever they are.",
      columns: [FigureTable.Column("carriers", "Carriers"), FigureTable.Column("reach", "Average reach", .decimal)],
      course: randomOrderCurve, options
    ) {
      FigureTable.Row(
        "\($0.carriers)", [.integer($0.carriers), $0.reach.map { .decimal($0) } ?? .unknown(.withheld)])
    }
  }

  private func regionTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "regions", title: "Who was reached by exactly whom",
      note: "Contacts by the exact set of partners that reached them; the rows add up to the reach.",
      columns: [FigureTable.Column("partners", "Partners", .text), FigureTable.Column("contacts", "Contacts")],
      first: regions, options
    ) { region in
      let ids = region.partners.map { dataset.partners[$0].id }
      return FigureTable.Row(
        ids.joined(separator: "+"), [.text(ids.joined(separator: " + ")), .count(region.contacts)])
    }
  }

  private func overlapTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "overlap", title: "Contacts in common", note: "Jaccard: contacts in common, of contacts of either.",
      columns: [
        FigureTable.Column("a", "Partner", .text), FigureTable.Column("b", "and partner", .text),
        FigureTable.Column("contacts", "Contacts"), FigureTable.Column("jaccard", "Jaccard", .percent),
      ], first: overlap, options
    ) { pair in
      let (a, b) = (dataset.partners[pair.a].id, dataset.partners[pair.b].id)
      return FigureTable.Row(
        "\(a)+\(b)",
        [.text(a), .text(b), .count(pair.contacts), pair.jaccard.map { .percent($0) } ?? .unknown(.withheld)])
    }
  }

  private func curveTable(_ options: TableOptions) -> FigureTable {
    FigureTable(
      "reach_curve", title: "Reach day by day", note: "Contacts reached up to the end of each day since the start.",
      columns: [FigureTable.Column("day", "Day"), FigureTable.Column("reach", "Reach")], course: reachCurve, options
    ) { FigureTable.Row("\($0.day)", [.integer($0.day), .count($0.reach)]) }
  }
}
