package import CampaignAnalysis
import CampaignFigures
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
    table.add(
      "new_contacts", LocalizedText("New contacts", "Neue Kontakte"), newContacts,
      LocalizedText(
        "Contacts whose very first touch is the campaign's.",
        "Kontakte, deren allererste Berührung zur Kampagne gehört."))
    table.add(
      "new_touchpoints", LocalizedText("New touchpoints", "Neue Kontaktpunkte"), newTouchpoints,
      LocalizedText(
        "Pairs of contact and brand that met here for the first time.",
        "Paare aus Kontakt und Marke, die sich hier zum ersten Mal begegneten."))
    table.add(
      "new_touchpoints.own", LocalizedText("of them own", "davon eigene"), own,
      LocalizedText(
        "They met in a channel of the brand itself.", "Sie begegneten sich in einem Kanal der Marke selbst."))
    table.add(
      "new_touchpoints.foreign", LocalizedText("of them foreign", "davon fremde"), foreign,
      LocalizedText("They met in a partner's channel.", "Sie begegneten sich im Kanal eines Partners."))
    table.add(
      "penetration", LocalizedText("Network penetration", "Netzwerkdurchdringung"), penetration,
      LocalizedText(
        "How many of the new touchpoints partners brought about.",
        "Wie viele der neuen Kontaktpunkte Partner herstellten."))
    table.add(
      "relevant_new_contacts", LocalizedText("Relevant new contacts", "Relevante neue Kontakte"), relevantNewContacts,
      LocalizedText(
        "New contacts that are marked as relevant in contacts.csv.",
        "Neue Kontakte, die in contacts.csv als relevant markiert sind."))
    table.add(
      "single_brand_cost", LocalizedText("Cost without the network", "Kosten ohne das Netzwerk"),
      money: singleBrandCost, currency: dataset.settings.currency,
      LocalizedText(
        "What the relevant new contacts would have cost in single-brand marketing.",
        "Was die relevanten neuen Kontakte im Einzelmarketing gekostet hätten."))
    table.add(
      "unaffordable_contacts", LocalizedText("Unaffordable contacts", "Unerschwingliche Kontakte"),
      unaffordableContacts,
      LocalizedText(
        "Relevant new contacts beyond what the budget would have bought alone.",
        "Relevante neue Kontakte über das hinaus, was das Budget allein gekauft hätte."))
    table.add(
      "history_days", LocalizedText("Days of history", "Tage Vorgeschichte"), historyDays,
      LocalizedText(
        "Recorded before the start; with few, contacts from earlier times may count as new.",
        "Vor dem Beginn aufgezeichnet; bei wenigen können frühere Kontakte als neu zählen."))
    return table.table(
      "touchpoints", title: LocalizedText("New contacts and touchpoints", "Neue Kontakte und Kontaktpunkte"),
      note: LocalizedText("Whom the campaign met for the first time.", "Wem die Kampagne zum ersten Mal begegnete."))
  }

  /// A count, or why it is not known.
  private func count(_ number: Int?, _ figure: String) -> FigureTable.Cell {
    .count(number, else: unknown.first { $0.figure == figure }?.state ?? .withheld)
  }

  private func mixTable() -> FigureTable {
    FigureTable(
      "first_contact_mix", title: LocalizedText("How new contacts came", "Wie neue Kontakte kamen"),
      note: LocalizedText("New contacts by their very first touch.", "Neue Kontakte nach ihrer allerersten Berührung."),
      columns: [
        FigureTable.Column("class", "First contact", "Erstkontakt", .words),
        FigureTable.Column("new_contacts", "New contacts", "Neue Kontakte"),
      ],
      rows: FirstContactClass.allCases.map {
        FigureTable.Row(
          $0.name, [.term($0.title), count(firstContactMix[$0.rawValue], "first_contact_mix.\($0.name)")])
      })
  }

  private static let newColumns = [
    FigureTable.Column("new_touchpoints", "New touchpoints", "Neue Kontaktpunkte"),
    FigureTable.Column("new_contacts", "New contacts", "Neue Kontakte"),
  ]

  private func introductionTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "introduced_by", title: LocalizedText("Who introduced them", "Wer den Kontakt herstellte"),
      note: LocalizedText(
        "New touchpoints and contacts by the partner in whose channel they first met another's message.",
        "Neue Kontaktpunkte und Kontakte nach dem Partner, in dessen Kanal sie zuerst der Botschaft eines anderen begegneten."
      ),
      columns: [.partner] + NewTouchpoints.newColumns, first: introducedBy, options
    ) {
      FigureTable.Row(
        dataset.partners[$0.partner].id,
        [.partner($0.partner, in: dataset)] + [.count($0.newTouchpoints), .count($0.newContacts)])
    }
  }

  private func brandTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "by_brand", title: LocalizedText("New touchpoints by brand", "Neue Kontaktpunkte nach Marke"),
      note: LocalizedText(
        "Contacts each brand met for the first time.", "Kontakte, denen jede Marke zum ersten Mal begegnete."),
      columns: [.brand] + [
        FigureTable.Column("total", "New touchpoints", "Neue Kontaktpunkte"),
        FigureTable.Column("own", "Own", "Eigene"),
        FigureTable.Column("foreign", "Foreign", "Fremde"),
      ], first: byBrand, options
    ) {
      FigureTable.Row(
        dataset.partners[$0.brand].id,
        [.partner($0.brand, in: dataset)] + [
          .count($0.total), count($0.own, "by_brand.own"), count($0.foreign, "by_brand.foreign"),
        ])
    }
  }

  private func channelTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "by_channel", title: LocalizedText("New touchpoints by channel", "Neue Kontaktpunkte nach Kanal"),
      note: LocalizedText("Where they met first, own or foreign.", "Wo sie sich zuerst begegneten, eigen oder fremd."),
      columns: [.channel] + NewTouchpoints.newColumns, first: byChannel, options
    ) {
      FigureTable.Row(
        dataset.channels[$0.channel].id,
        [.channel($0.channel, in: dataset)] + [.count($0.newTouchpoints), .count($0.newContacts)])
    }
  }

  private func mediumTable(_ options: TableOptions) -> FigureTable {
    FigureTable(
      "by_medium", title: LocalizedText("New touchpoints by medium", "Neue Kontaktpunkte nach Medium"),
      note: LocalizedText(
        "In what kind of channel they met first.", "In welcher Art von Kanal sie sich zuerst begegneten."),
      columns: [FigureTable.Column("medium", "Medium", "Medium", .words)] + NewTouchpoints.newColumns, first: byMedium,
      options
    ) {
      FigureTable.Row(
        $0.medium ?? "",
        [$0.medium.map { .name($0) } ?? .term(.noneGiven), .count($0.newTouchpoints), .count($0.newContacts)])
    }
  }

  private func weekTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "by_week", title: LocalizedText("New by week", "Neu je Woche"),
      note: LocalizedText(
        "Weeks of seven days from the start, and how far each was observed.",
        "Wochen zu sieben Tagen ab Beginn, und wie weit jede beobachtet wurde."),
      columns: [
        FigureTable.Column("week", "Week", "Woche"), FigureTable.Column("start", "Starts", "Beginnt"),
        FigureTable.Column("new_contacts", "New contacts", "Neue Kontakte"),
        FigureTable.Column("new_touchpoints", "New touchpoints", "Neue Kontaktpunkte"), .observed,
      ], first: byWeek, options
    ) {
      let state = $0.isComplete ? UnknownFigure.State.withheld : .incomplete
      return FigureTable.Row(
        "\($0.week)",
        [
          .count($0.week), .date($0.start, in: dataset), .count($0.newContacts, else: state),
          .count($0.newTouchpoints, else: state),
          .observed(isComplete: $0.isComplete, hasBegun: $0.newContacts != nil || state == .withheld),
        ])
    }
  }

  private func audienceTable(_ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "audience_penetration",
      title: LocalizedText("How much of each audience took part", "Wie viel von jedem Publikum teilnahm"),
      note: LocalizedText(
        "Contacts the campaign touched in a partner's channels, of those ever touched there before its end.",
        "Kontakte, die die Kampagne in den Kanälen eines Partners berührte, von allen dort je vor ihrem Ende berührten."
      ),
      columns: [.partner] + [FigureTable.Column("audience_penetration", "Touched", "Berührt")],
      first: audiencePenetration, options
    ) {
      FigureTable.Row(
        dataset.partners[$0.partner].id,
        [.partner($0.partner, in: dataset)] + [.proportion($0.share)])
    }
  }
}

extension FigureTable.Column {
  /// A column that tells how far a block of time was observed.
  static let observed = FigureTable.Column("complete", "Observed", "Beobachtet", .words)
}

extension FigureTable.Cell {
  /// How far a block of time was observed.
  static func observed(isComplete: Bool, hasBegun: Bool) -> FigureTable.Cell {
    if isComplete { return .term(LocalizedText("whole", "ganz")) }
    return .term(hasBegun ? LocalizedText("in part", "teilweise") : LocalizedText("not yet", "noch nicht"))
  }
}
