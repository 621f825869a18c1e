package import CampaignAnalysis
package import CampaignModel

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
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.contact/1")
      writer.member("dataset", dataset.name)
      if isList {
        writer.list("campaigns", profiles) { writer, profile in writer.item { write(profile, to: &$0) } }
      } else {
        write(profiles[0], to: &writer)
      }
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
        heading: "\(label == id ? id : "\(label) (\(id))") · \(dataset.heading(of: profile.scope))",
        tables: [headlines(profile), partners(profile, options), channels(profile, options), paths(profile, options)])
    }
  }

  private func headlines(_ profile: ContactProfile) -> FigureTable {
    let contacts = dataset.contacts
    var table = HeadlineTable(unknown: profile.unknown)
    table.add("touches", "Touches", profile.total?.touches ?? 0, "Touches of the contact in scope.")
    table.add("first", "First touch", profile.total?.first, in: dataset, "The earliest of them.")
    table.add("last", "Last touch", profile.total?.last, in: dataset, "The latest of them.")
    table.add("level", "Highest level", text: profile.total?.level.name, "How far it went.")
    if let segment = contacts.segments[profile.contact] {
      table.add("segment", "Segment", text: segment, "Its segment.")
    }
    if let sector = contacts.sectors[profile.contact] { table.add("sector", "Sector", text: sector, "Its sector.") }
    table.add("ties_to", "Ties to", profile.tiesTo, "Contacts it has a tie to.")
    table.add("ties_from", "Ties from", profile.tiesFrom, "Contacts that have a tie to it.")
    return table.table("contact", title: "The contact", note: "What is known of it.")
  }

  private static let encounterColumns = [
    FigureTable.Column("touches", "Touches"), FigureTable.Column("first", "First", .date),
    FigureTable.Column("last", "Last", .date), FigureTable.Column("level", "Level", .text),
  ]

  private func cells(_ encounter: ContactProfile.Encounter) -> [FigureTable.Cell] {
    [
      .integer(encounter.touches), .date(encounter.first, in: dataset), .date(encounter.last, in: dataset),
      .text(encounter.level.name),
    ]
  }

  private func partners(_ profile: ContactProfile, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "reached_by", title: "Who reaches it", note: "Partners whose channels touched it, and how far it went there.",
      columns: dataset.partnerColumns() + ContactDocument.encounterColumns, first: profile.byPartner, options
    ) { encounter in
      FigureTable.Row(
        dataset.partners[encounter.index].id, dataset.partnerCells(encounter.index) + cells(encounter))
    }
  }

  private func channels(_ profile: ContactProfile, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "channels", title: "Where", note: "The channels it was touched in.",
      columns: dataset.channelColumns() + ContactDocument.encounterColumns, first: profile.byChannel, options
    ) { encounter in
      FigureTable.Row(
        dataset.channels[encounter.index].id, dataset.channelCells(encounter.index) + cells(encounter))
    }
  }

  private func paths(_ profile: ContactProfile, _ options: TableOptions) -> FigureTable {
    func chain(_ chain: WarmChain?) -> String {
      chain?.contacts.map { dataset.contacts.ids[$0] }.joined(separator: " → ") ?? ""
    }
    return FigureTable(
      "warm_paths", title: "Warm ways to it",
      note: "The shortest and the most trusted chain of ties from a partner's contacts; no ties: it reaches it itself.",
      columns: [
        FigureTable.Column("from", "From", .text), FigureTable.Column("ties", "Ties"),
        FigureTable.Column("shortest", "Shortest", .text), FigureTable.Column("trust", "Trust", .decimal),
        FigureTable.Column("most_trusted", "Most trusted", .text),
      ], first: profile.warmPaths, options
    ) { path in
      FigureTable.Row(
        id(of: path.start),
        [
          .text(id(of: path.start)), .integer(path.shortest.ties), .text(chain(path.shortest)),
          path.mostTrusted?.trust.map { .decimal($0) } ?? .unknown(.undefined), .text(chain(path.mostTrusted)),
        ])
    }
  }
}
