import CampaignAnalysis
import CampaignFigures
package import CampaignModel
package import Networks

/// One contact, who reaches it and the ways to it, ready for any format.
package struct ContactDocument: TableDocument, Sendable {
  package var dataset: Dataset
  package var profiles: [ContactProfile]
  /// Whether several campaigns were asked for, so that they stand in a list even where it is only one.
  package var isList: Bool

  package init(_ dataset: Dataset, _ profiles: [ContactProfile], isList: Bool) {
    precondition(isList || profiles.count == 1, "A document without a list holds one profile.")
    self.dataset = dataset
    self.profiles = profiles
    self.isList = isList
  }

  /// Writes `{schema, dataset, campaign, contact: {id, name, segment, sector, organisation, relevant}, touches, first,
  /// last, level, ties_to, ties_from, reached_by: [{partner, touches, first, last, level, reach, interaction,
  /// transaction}], channels: [{channel, partner, …}], warm_paths: [{from, kind, ties, shortest: [ids], trust,
  /// most_trusted: [ids]}]}`; the last three levels count touches of exactly that level.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write("contact", dataset.name, profiles, isList: isList, isPretty: isPretty, to: deliver) {
      write($0, to: &$1)
    }
  }

  private func write(_ profile: ContactProfile, to writer: inout JSONWriter) {
    let contacts = dataset.contacts
    writer.scope(profile.scope, in: dataset)
    writer.object("contact", isInline: true) { writer in
      writer.member("id", contacts.ids[profile.contact])
      writer.member("name", name(of: profile.contact))
      writer.member("segment", contacts.segments[profile.contact])
      writer.member("sector", contacts.sectors[profile.contact])
      writer.member("organisation", contacts.organizations[profile.contact])
      writer.member("relevant", contacts.isRelevant(profile.contact))
    }
    writer.member("touches", profile.total?.touches ?? 0)
    writer.member("first", profile.total?.first)
    writer.member("last", profile.total?.last)
    writer.member("level", profile.total?.level.name)
    writer.member("ties_to", profile.tiesTo)
    writer.member("ties_from", profile.tiesFrom)
    writer.rows("reached_by", profile.byPartner) { writer, encounter in
      writer.member("partner", dataset.partners[encounter.index].id)
      write(encounter, to: &writer)
    }
    writer.rows("channels", profile.byChannel) { writer, encounter in
      writer.member("channel", dataset.channels[encounter.index].id)
      writer.member("partner", dataset.partners[dataset.channels[encounter.index].owner].id)
      write(encounter, to: &writer)
    }
    writer.rows("warm_paths", profile.warmPaths) { writer, path in
      writer.member("from", id(of: path.start))
      writer.member("kind", kind(of: path.start))
      writer.member("ties", path.shortest.ties)
      writer.list("shortest", path.shortest.contacts) { $0.item(contacts.ids[$1]) }
      writer.member("trust", path.mostTrusted?.trust)
      writer.list("most_trusted", path.mostTrusted?.contacts ?? []) { $0.item(contacts.ids[$1]) }
    }
    writer.unknown(profile.unknown)
  }

  private func write(_ encounter: ContactProfile.Encounter, to writer: inout JSONWriter) {
    writer.member("touches", encounter.touches)
    writer.member("first", encounter.first)
    writer.member("last", encounter.last)
    writer.member("level", encounter.level.name)
    for level in Level.allCases { writer.member(level.name, encounter.byLevel[Int(level.rawValue)]) }
  }

  private func name(of contact: Int) -> String? {
    guard let name = dataset.contacts.names?[contact], !name.isEmpty else { return nil }
    return name
  }

  private func id(of start: WarmPath.Start) -> String {
    switch start {
    case .partner(let partner): dataset.partners[partner].id
    case .contact(let contact): dataset.contacts.ids[contact]
    }
  }

  private func kind(of start: WarmPath.Start) -> String {
    if case .partner = start { "partner" } else { "contact" }
  }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    profiles.map { profile in
      let label = dataset.contacts.label(of: profile.contact)
      let id = dataset.contacts.ids[profile.contact]
      return DocumentPart(
        campaign: dataset.campaignKey(of: profile.scope),
        heading: .verbatim("\(label == id ? id : "\(label) (\(id))") · ") + dataset.heading(of: profile.scope),
        tables: [headlines(profile), partners(profile, options), channels(profile, options), paths(profile, options)])
    }
  }

  private func headlines(_ profile: ContactProfile) -> FigureTable {
    let contacts = dataset.contacts
    var table = HeadlineTable(unknown: profile.unknown)
    table.add(
      "touches", LocalizedText("Touches", "Berührungen"), profile.total?.touches ?? 0,
      LocalizedText("Touches of the contact in scope.", "Berührungen des Kontakts im betrachteten Ausschnitt."))
    table.add(
      "first", LocalizedText("First touch", "Erste Berührung"), profile.total?.first, in: dataset,
      LocalizedText("The earliest of them.", "Die früheste davon."))
    table.add(
      "last", LocalizedText("Last touch", "Letzte Berührung"), profile.total?.last, in: dataset,
      LocalizedText("The latest of them.", "Die späteste davon."))
    table.add(
      "level", LocalizedText("Highest level", "Höchste Stufe"), profile.total.map { .term($0.level.words) },
      LocalizedText("How far it went.", "Wie weit er ging."))
    if let segment = contacts.segments[profile.contact] {
      table.add(
        "segment", LocalizedText("Segment", "Segment"), .name(segment), LocalizedText("Its segment.", "Sein Segment."))
    }
    if let sector = contacts.sectors[profile.contact] {
      table.add(
        "sector", LocalizedText("Sector", "Branche"), .name(sector), LocalizedText("Its sector.", "Seine Branche."))
    }
    table.add(
      "ties_to", LocalizedText("Ties to", "Verbindungen zu"), profile.tiesTo,
      LocalizedText("Contacts it has a tie to.", "Kontakte, zu denen er eine Verbindung hat."))
    table.add(
      "ties_from", LocalizedText("Ties from", "Verbindungen von"), profile.tiesFrom,
      LocalizedText("Contacts that have a tie to it.", "Kontakte, die eine Verbindung zu ihm haben."))
    return table.table(
      "contact", title: LocalizedText("The contact", "Der Kontakt"),
      note: LocalizedText("What is known of it.", "Was von ihm bekannt ist."))
  }

  private static let encounterColumns = [
    FigureTable.Column("touches", "Touches", "Berührungen"), FigureTable.Column("first", "First", "Erste"),
    FigureTable.Column("last", "Last", "Letzte"), FigureTable.Column("level", "Level", "Stufe", .words),
  ]

  private func cells(_ encounter: ContactProfile.Encounter) -> [FigureTable.Cell] {
    [
      .count(encounter.touches), .date(encounter.first, in: dataset), .date(encounter.last, in: dataset),
      .term(encounter.level.words),
    ]
  }

  private func partners(_ profile: ContactProfile, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "reached_by", title: LocalizedText("Who reaches it", "Wer ihn erreicht"),
      note: LocalizedText(
        "Partners whose channels touched it, and how far it went there.",
        "Partner, deren Kanäle ihn berührten, und wie weit er dort ging."),
      columns: [.partner] + ContactDocument.encounterColumns, first: profile.byPartner, options
    ) { encounter in
      FigureTable.Row(
        dataset.partners[encounter.index].id, [.partner(encounter.index, in: dataset)] + cells(encounter))
    }
  }

  private func channels(_ profile: ContactProfile, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "channels", title: LocalizedText("Where", "Wo"),
      note: LocalizedText("The channels it was touched in.", "Die Kanäle, in denen er berührt wurde."),
      columns: [.channel] + ContactDocument.encounterColumns, first: profile.byChannel, options
    ) { encounter in
      FigureTable.Row(
        dataset.channels[encounter.index].id, [.channel(encounter.index, in: dataset)] + cells(encounter))
    }
  }

  private func paths(_ profile: ContactProfile, _ options: TableOptions) -> FigureTable {
    func chain(_ chain: WarmChain?) -> String {
      chain?.contacts.map { dataset.contacts.ids[$0] }.joined(separator: " → ") ?? ""
    }
    return FigureTable(
      "warm_paths", title: LocalizedText("Warm ways to it", "Warme Wege zu ihm"),
      note: LocalizedText(
        "The shortest and the most trusted chain of ties from a partner's contacts; no ties: it reaches it itself.",
        "Die kürzeste und die vertrauteste Kette von Verbindungen ab den Kontakten eines Partners; keine Verbindung: er erreicht ihn selbst."
      ),
      columns: [
        FigureTable.Column("from", "From", "Von", .words), FigureTable.Column("ties", "Ties", "Verbindungen"),
        FigureTable.Column("shortest", "Shortest", "Kürzester", .words),
        FigureTable.Column("trust", "Trust", "Vertrauen"),
        FigureTable.Column("most_trusted", "Most trusted", "Vertrautester", .words),
      ], first: profile.warmPaths, options
    ) { path in
      FigureTable.Row(
        id(of: path.start),
        [
          .name(id(of: path.start)), .count(path.shortest.ties), .name(chain(path.shortest)),
          .number(path.mostTrusted?.trust), .name(chain(path.mostTrusted)),
        ])
    }
  }
}
