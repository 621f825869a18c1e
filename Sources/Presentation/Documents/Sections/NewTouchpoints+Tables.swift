package import CampaignAnalysis
package import CampaignModel

extension NewTouchpoints {
  /// The figures as tables: the single ones first, then every breakdown.
  package func tables(in dataset: Dataset, options: TableOptions = TableOptions()) -> [FigureTable] {
    [
      headline(dataset), mixTable(), introductionTable(dataset, options), brandTable(dataset, options),
      channelTable(dataset, options), mediumTable(options), weekTable(dataset, options),
      audienceTable(dataset, options),
    ]
  }

  private func headline(_ dataset: Dataset) -> FigureTable {
    var table = HeadlineTable(unknown: unknown)
    table.add("new_contacts", "New contacts", newContacts, "Contacts whose very first touch is the campaign's.")
    table.add(
      "new_touchpoints", "New touchpoints", newTouchpoints,
      "Pairs of contact and brand that met here for the first time.")
    table.add("new_touchpoints.own", "of them own", own, "They met in a channel of the brand itself.")
    table.add("new_touchpoints.foreign", "of them foreign", foreign, "They met in a partner's channel.")
    table.add(
      "penetration", "Network penetration", penetration, "How many of the new touchpoints partners brought about.")
    table.add(
      "relevant_new_contacts", "Relevant new contacts", relevantNewContacts,
      "New contacts that are marked as relevant in contacts.csv.")
    table.add(
      "single_brand_cost", "Cost without the network", money: singleBrandCost, currency: dataset.settings.currency,
      "What the relevant new contacts would have cost in single-brand marketing.")
    table.add(
      "unaffordable_contacts", "Unaffordable contacts", unaffordableContacts,
      "Relevant new contacts beyond what the budget would have bought alone.")
    table.add(
      "history_days", "Days of history", historyDays,
      "Recorded before the start; with few, contacts from earlier times may count as new.")
    return table.table(
      "touchpoints", title: "New contacts and touchpoints", note: "Whom the campaign met for the first time.")
  }

  private func mixTable() -> FigureTable {
    let titles: [FirstContactClass: String] = [
      .ads: "Paid channel", .joint: "Joint content of two brands or more", .own: "Own channel",
      .partner: "Partner's channel",
    ]
    return FigureTable(
      "first_contact_mix", title: "How new contacts came", note: "New contacts by their very first touch.",
      columns: [
        FigureTable.Column("class", "First contact", .text), FigureTable.Column("new_contacts", "New contacts"),
      ],
      rows: FirstContactClass.allCases.map {
        FigureTable.Row($0.name, [.text(titles[$0] ?? $0.name), .count(firstContactMix[$0.rawValue])])
      })
  }

  private static let newColumns = [
    FigureTable.Column("new_touchpoints", "New touchpoints"), FigureTable.Column("new_contacts", "New contacts"),
  ]

  private func introductionTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "introduced_by", title: "Who introduced them",
      note: "New touchpoints and contacts by the partner in whose channel they first met another's message.",
      columns: dataset.partnerColumns() + NewTouchpoints.newColumns, first: introducedBy, options
    ) {
      FigureTable.Row(
        dataset.partners[$0.partner].id,
        dataset.partnerCells($0.partner) + [.count($0.newTouchpoints), .count($0.newContacts)])
    }
  }

  private func brandTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "by_brand", title: "New touchpoints by brand", note: "Contacts each brand met for the first time.",
      columns: dataset.partnerColumns("brand", "Brand") + [
        FigureTable.Column("total", "New touchpoints"), FigureTable.Column("own", "Own"),
        FigureTable.Column("foreign", "Foreign"),
      ], first: byBrand, options
    ) {
      FigureTable.Row(
        dataset.partners[$0.brand].id,
        dataset.partnerCells($0.brand) + [.count($0.total), .count($0.own), .count($0.foreign)])
    }
  }

  private func channelTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "by_channel", title: "New touchpoints by channel", note: "Where they met first, own or foreign.",
      columns: dataset.channelColumns() + NewTouchpoints.newColumns, first: byChannel, options
    ) {
      FigureTable.Row(
        dataset.channels[$0.channel].id,
        dataset.channelCells($0.channel) + [.count($0.newTouchpoints), .count($0.newContacts)])
    }
  }

  private func mediumTable(_ options: TableOptions) -> FigureTable {
    FigureTable(
      "by_medium", title: "New touchpoints by medium", note: "In what kind of channel they met first.",
      columns: [FigureTable.Column("medium", "Medium", .text)] + NewTouchpoints.newColumns, first: byMedium, options
    ) {
      FigureTable.Row(
        $0.medium ?? "", [.text($0.medium ?? "none given"), .count($0.newTouchpoints), .count($0.newContacts)])
    }
  }

  private func weekTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "by_week", title: "New by week", note: "Weeks of seven days from the start.",
      columns: [
        FigureTable.Column("week", "Week"), FigureTable.Column("start", "Starts", .date),
        FigureTable.Column("new_contacts", "New contacts"), FigureTable.Column("new_touchpoints", "New touchpoints"),
      ], first: byWeek, options
    ) {
      FigureTable.Row(
        "\($0.week)",
        [.integer($0.week), .date($0.start, in: dataset), .count($0.newContacts), .count($0.newTouchpoints)])
    }
  }

  private func audienceTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "audience_penetration", title: "How much of each audience took part",
      note: "Contacts the campaign touched in a partner's channels, of those ever touched there before its end.",
      columns: dataset.partnerColumns() + [FigureTable.Column("audience_penetration", "Touched", .proportion)],
      first: audiencePenetration, options
    ) {
      FigureTable.Row(
        dataset.partners[$0.partner].id,
        dataset.partnerCells($0.partner) + [$0.share.map { .proportion($0) } ?? .unknown(.withheld)])
    }
  }
}
