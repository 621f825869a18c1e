package import CampaignAnalysis
import CampaignFigures
package import CampaignModel

extension Reach {
  /// The figures as tables: the single ones first, then every breakdown.
  package func tables(in dataset: Dataset, options: TableOptions = TableOptions()) -> [FigureTable] {
    [
      headline(dataset), frequencyTable(), carrierTable(dataset, options), stackedTable(dataset, options),
      averageTable(options), regionTable(dataset, options), overlapTable(dataset, options), curveTable(options),
      channelTable(dataset, options),
    ]
  }

  private func headline(_ dataset: Dataset) -> FigureTable {
    var table = HeadlineTable(unknown: unknown)
    if let brand {
      table.add(
        "brand", LocalizedText("Brand", "Marke"), .partner(brand, in: dataset),
        LocalizedText("Only touches about this brand count.", "Nur Berührungen mit dieser Marke zählen."))
    }
    table.add(
      "reach", LocalizedText("Reach", "Reichweite"), reach,
      LocalizedText("Contacts touched, each counted once.", "Berührte Kontakte, jeder einmal gezählt."))
    table.add(
      "contacts_gross", LocalizedText("Touches", "Berührungen"), contactsGross,
      LocalizedText("Every touch counts.", "Jede Berührung zählt."))
    table.add(
      "frequency", LocalizedText("Frequency", "Häufigkeit"), frequency,
      LocalizedText("Touches per contact reached.", "Berührungen je erreichtem Kontakt."))
    table.add(
      "own", LocalizedText("Reached in own channels", "In eigenen Kanälen erreicht"), own,
      LocalizedText(
        "Contacts with a touch in a channel of the brand itself.",
        "Kontakte mit einer Berührung in einem Kanal der Marke selbst."))
    table.add(
      "foreign", LocalizedText("Reached in partners' channels", "In Kanälen von Partnern erreicht"), foreign,
      LocalizedText(
        "Contacts with a touch in another's channel.", "Kontakte mit einer Berührung im Kanal eines anderen."))
    table.add(
      "duplicated", LocalizedText("Reached in both", "In beiden erreicht"), duplicated,
      LocalizedText(
        "Contacts with an own and a foreign touch.", "Kontakte mit einer eigenen und einer fremden Berührung."))
    table.add(
      "incremental", LocalizedText("Incremental reach", "Zusätzliche Reichweite"), incremental,
      LocalizedText(
        "Contacts that only partners' channels reached.", "Kontakte, die nur Kanäle von Partnern erreichten."))
    table.add(
      "synergy", LocalizedText("Synergy", "Synergie"), synergy,
      LocalizedText(
        "Reach divided by reach in own channels.", "Reichweite geteilt durch die Reichweite in eigenen Kanälen."))
    table.add(
      "takeovers", LocalizedText("Takeovers", "Übernahmen"), takeovers,
      LocalizedText(
        "Pairs of content and unpaid partner channel that carried it.",
        "Paare aus Inhalt und unbezahltem Partnerkanal, der ihn trug."))
    table.add(
      "organic_shares", LocalizedText("Organic shares", "Organisch geteilt"), organicShares,
      LocalizedText("Touches of kind share in unpaid channels.", "Berührungen der Art share in unbezahlten Kanälen."))
    return table.table(
      "reach", title: LocalizedText("Reach", "Reichweite"),
      note: LocalizedText("Whom the campaign touched, and how often.", "Wen die Kampagne berührte, und wie oft."))
  }

  private func frequencyTable() -> FigureTable {
    FigureTable(
      "frequency_distribution",
      title: LocalizedText("How often contacts were touched", "Wie oft Kontakte berührt wurden"),
      note: LocalizedText(
        "Contacts touched exactly so many times, and at least so many times.",
        "Kontakte, die genau so oft und die mindestens so oft berührt wurden."),
      columns: [
        FigureTable.Column("touches", "Touches", "Berührungen"), FigureTable.Column("contacts", "Contacts", "Kontakte"),
        FigureTable.Column("k_plus", "At least", "Mindestens"),
      ],
      rows: frequencyDistribution.indices.map { index in
        let count: FigureTable.Cell =
          index == 9 ? .term(LocalizedText("10 or more", "10 oder mehr")) : .count(index + 1)
        return FigureTable.Row("\(index + 1)", [count, .count(frequencyDistribution[index]), .count(kPlus[index])])
      })
  }

  private func carrierTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    let beyondOwn = unknown.first { $0.figure == "carriers.incremental_over_own" }?.state ?? .withheld
    return FigureTable(
      "carriers", title: LocalizedText("Who reached whom", "Wer wen erreichte"),
      note: LocalizedText(
        "Per owner of channels. A share divides each contact evenly among the owners that reached it.",
        "Je Besitzer von Kanälen. Ein Anteil teilt jeden Kontakt gleichmäßig unter den Besitzern auf, die ihn erreichten."
      ),
      columns: [.partner] + [
        FigureTable.Column("reach", "Reach", "Reichweite"), FigureTable.Column("exclusive", "Only here", "Nur hier"),
        FigureTable.Column("incremental_over_own", "Beyond own channels", "Über eigene Kanäle hinaus"),
        FigureTable.Column("shapley", "Shapley share", "Shapley-Anteil"),
      ], first: carriers, options
    ) {
      FigureTable.Row(
        dataset.partners[$0.partner].id,
        [.partner($0.partner, in: dataset)] + [
          .count($0.reach), .count($0.exclusive), .count($0.incrementalOverOwn, else: beyondOwn),
          .number($0.shapley, else: .withheld),
        ])
    }
  }

  private func stackedTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "stacked", title: LocalizedText("Stacked reach", "Gestapelte Reichweite"),
      note: LocalizedText("What each carrier adds to those above it.", "Was jeder Träger zu denen darüber hinzufügt."),
      columns: [.partner] + [
        FigureTable.Column("gain", "Adds", "Zusätzlich"), FigureTable.Column("cumulative", "Together", "Zusammen"),
      ], first: stacked, options
    ) {
      FigureTable.Row(
        dataset.partners[$0.partner].id,
        [.partner($0.partner, in: dataset)] + [.count($0.gain), .count($0.cumulative)])
    }
  }

  private func averageTable(_ options: TableOptions) -> FigureTable {
    FigureTable(
      "random_order_curve", title: LocalizedText("Reach by number of carriers", "Reichweite nach Zahl der Träger"),
      note: LocalizedText(
        "What so many carriers reach on average, whichever they are.",
        "Was so viele Träger im Mittel erreichen, gleich welche."),
      columns: [
        FigureTable.Column("carriers", "Carriers", "Träger"),
        FigureTable.Column("reach", "Average reach", "Mittlere Reichweite"),
      ],
      course: randomOrderCurve, options
    ) {
      FigureTable.Row(
        "\($0.carriers)", [.count($0.carriers), .number($0.reach, else: .withheld)])
    }
  }

  private func regionTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "regions", title: LocalizedText("Who was reached by exactly whom", "Wer von genau wem erreicht wurde"),
      note: LocalizedText(
        "Contacts by the exact set of partners that reached them; the rows add up to the reach.",
        "Kontakte nach der genauen Menge der Partner, die sie erreichten; die Zeilen ergeben die Reichweite."),
      columns: [
        FigureTable.Column("partners", "Partners", "Partner", .references(.id)),
        FigureTable.Column("contacts", "Contacts", "Kontakte"),
      ],
      first: regions, options
    ) { region in
      let partners = region.partners.map { Reference(partner: $0, in: dataset) }
      return FigureTable.Row(
        partners.map(\.id).joined(separator: "+"), [.references(partners), .count(region.contacts)])
    }
  }

  private func overlapTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "overlap", title: LocalizedText("Contacts in common", "Gemeinsame Kontakte"),
      note: LocalizedText(
        "Jaccard: contacts in common, of contacts of either.",
        "Jaccard: gemeinsame Kontakte, von den Kontakten eines der beiden."),
      columns: [
        FigureTable.Column("a", "Partner", "Partner", .references(.id)),
        FigureTable.Column("b", "and partner", "und Partner", .references(.id)),
        FigureTable.Column("contacts", "Contacts", "Kontakte"), FigureTable.Column("jaccard", "Jaccard", "Jaccard"),
      ], first: overlap, options
    ) { pair in
      let (a, b) = (dataset.partners[pair.a].id, dataset.partners[pair.b].id)
      return FigureTable.Row(
        "\(a)+\(b)",
        [
          .partner(pair.a, in: dataset), .partner(pair.b, in: dataset), .count(pair.contacts),
          .share(pair.jaccard, else: .withheld),
        ])
    }
  }

  private func curveTable(_ options: TableOptions) -> FigureTable {
    FigureTable(
      "reach_curve", title: LocalizedText("Reach day by day", "Reichweite Tag für Tag"),
      note: LocalizedText(
        "Contacts reached up to the end of each day since the start, and how far each was observed.",
        "Kontakte, die bis zum Ende jedes Tages seit Beginn erreicht wurden, und wie weit jeder beobachtet wurde."),
      columns: [
        FigureTable.Column("day", "Day", "Tag"), FigureTable.Column("reach", "Reach", "Reichweite"), .observed,
      ], course: reachCurve, options
    ) { day in
      let state = day.isComplete ? UnknownFigure.State.withheld : .incomplete
      return FigureTable.Row(
        "\(day.day)",
        [
          .count(day.day), .count(day.reach, else: state),
          .observed(isComplete: day.isComplete, hasBegun: day.reach != nil),
        ])
    }
  }

  private func channelTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "by_channel", title: LocalizedText("Reach of each channel", "Reichweite je Kanal"),
      note: LocalizedText(
        "Contacts the campaign reached in a channel, and their share of its stated audience.",
        "Kontakte, die die Kampagne in einem Kanal erreichte, und ihr Anteil an dessen angegebenem Publikum."),
      columns: [
        .channel, .partner, FigureTable.Column("reach", "Reach", "Reichweite"),
        FigureTable.Column("audience", "Audience", "Publikum"), FigureTable.Column("share", "Share", "Anteil"),
      ], first: byChannel, options
    ) { row in
      let channel = dataset.channels[row.channel]
      return FigureTable.Row(
        channel.id,
        [
          .channel(row.channel, in: dataset), .partner(channel.owner, in: dataset), .count(row.reach),
          channel.audience.map { .number($0) } ?? .empty, row.share.map { .share($0) } ?? .empty,
        ])
    }
  }
}
