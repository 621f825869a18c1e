package import CampaignAnalysis
package import CampaignFigures
package import CampaignModel

/// One page on one partner, ready for any format.
package struct PartnerDocument: TableDocument, Sendable {
  package var dataset: Dataset
  package var profiles: [PartnerProfile]
  /// Whether several campaigns were asked for, so that they stand in a list even where it is only one.
  package var isList: Bool

  package init(_ dataset: Dataset, _ profiles: [PartnerProfile], isList: Bool) {
    precondition(isList || profiles.count == 1, "A document without a list holds the profile of one scope.")
    self.dataset = dataset
    self.profiles = profiles
    self.isList = isList
  }

  /// Writes `{schema, dataset, campaign, partner, takes_part, carrier, audience_penetration, introduced, as_brand,
  /// acquired, partnerships, payback: {first_campaign, years: [{year, start, end, benefit, invest, pays, complete}],
  /// second_year_pays}}`.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    let ids = EncodedIDs(dataset)
    JSONWriter.write("partner", dataset.name, profiles, isList: isList, isPretty: isPretty, to: deliver) {
      write($0, ids, to: &$1)
    }
  }

  private func write(_ profile: PartnerProfile, _ ids: EncodedIDs, to writer: inout JSONWriter) {
    writer.scope(profile.scope, in: dataset)
    writer.member("partner", encoded: ids.partners[profile.partner])
    writer.member("takes_part", profile.takesPart)
    writer.object("carrier", isInline: true) { writer in
      writer.member("reach", profile.carrier?.reach)
      writer.member("exclusive", profile.carrier?.exclusive)
      writer.member("incremental_over_own", profile.carrier?.incrementalOverOwn)
      writer.member("shapley", profile.carrier?.shapley)
    }
    writer.member("audience_penetration", profile.audience?.share)
    writer.object("introduced", isInline: true) { writer in
      writer.member("new_touchpoints", profile.introduced?.newTouchpoints)
      writer.member("new_contacts", profile.introduced?.newContacts)
    }
    writer.object("as_brand", isInline: true) { writer in
      writer.member("new_touchpoints", profile.asBrand?.total)
      writer.member("own", profile.asBrand?.own)
      writer.member("foreign", profile.asBrand?.foreign)
    }
    writer.object("acquired", isInline: true) { writer in
      writer.member("cohort", profile.acquired?.cohort)
      writer.member("stays", profile.acquired?.stays)
      writer.member("kept", profile.acquired?.kept)
      writer.member("passed_on", profile.acquired?.passedOn)
    }
    let members = JSONMembers(PartnershipFigures.members, ids)
    writer.list("partnerships", profile.partnerships) { writer, pair in
      writer.item { members.write(pair, to: &$0) }
    }
    writer.object("payback") { writer in
      writer.member("first_campaign", profile.payback.firstCampaign.map { dataset.campaigns[$0].id })
      writer.rows("years", profile.payback.years) { writer, year in
        writer.member("year", year.year)
        writer.member("start", year.start)
        writer.member("end", year.end)
        writer.member("benefit", year.benefit)
        writer.member("invest", year.invest)
        writer.member("pays", year.pays)
        writer.member("complete", year.isComplete)
      }
      writer.member("second_year_pays", profile.payback.secondYearPays)
    }
    writer.unknown(profile.unknown)
  }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    profiles.map { profile in
      DocumentPart(
        campaign: profile.scope.campaign.map { dataset.campaigns[$0].id } ?? "",
        heading: .verbatim("\(dataset.partners[profile.partner].label) · ") + dataset.heading(of: profile.scope),
        tables: [headline(profile), gifts(profile, options), payback(profile)])
    }
  }

  private func headline(_ profile: PartnerProfile) -> FigureTable {
    var table = HeadlineTable(unknown: profile.unknown)
    table.add(
      "takes_part", LocalizedText("Takes part", "Nimmt teil"), .term(profile.takesPart),
      LocalizedText("Whether it is a participant.", "Ob er Teilnehmer ist."))
    table.add(
      "carrier.reach", LocalizedText("Reach of its channels", "Reichweite seiner Kanäle"),
      profile.carrier.map(\.reach) ?? 0,
      .touchedInItsChannels)
    table.add(
      "carrier.exclusive", ReachFigures.exclusive.title, profile.carrier.map(\.exclusive) ?? 0,
      .reachedByItAlone)
    table.add(
      "carrier.incremental_over_own", ReachFigures.incrementalOverOwn.title,
      profile.carrier.map(\.incrementalOverOwn) ?? 0,
      LocalizedText(
        "Contacts that no brand reached in a channel of its own.",
        "Kontakte, die keine Marke in einem eigenen Kanal erreichte."))
    table.add(
      "carrier.shapley", LocalizedText("Share of the reach", "Anteil an der Reichweite"),
      profile.carrier.map(\.shapley) ?? 0,
      LocalizedText(
        "Each contact divided evenly among the owners that reached it.",
        "Jeder Kontakt gleichmäßig auf die Besitzer verteilt, die ihn erreichten."))
    table.add(
      "audience_penetration", LocalizedText("Audience touched", "Berührtes Publikum"), profile.audience?.share,
      LocalizedText(
        "Of all ever touched in its channels before the end.",
        "Von allen, die je vor dem Ende in seinen Kanälen berührt wurden."))
    table.add(
      "introduced.new_touchpoints", LocalizedText("Introduced touchpoints", "Hergestellte Kontaktpunkte"),
      profile.introduced.map(\.newTouchpoints) ?? 0,
      LocalizedText(
        "Others' new touchpoints whose first touch was in its channels.",
        "Neue Kontaktpunkte anderer, deren erste Berührung in seinen Kanälen war."))
    table.add(
      "introduced.new_contacts", LocalizedText("Introduced contacts", "Vermittelte Kontakte"),
      profile.introduced.map(\.newContacts) ?? 0,
      .introducedToOthers)
    table.add(
      "acquired.cohort", LocalizedText("Acquired contacts", "Gewonnene Kontakte"), profile.acquired.map(\.cohort) ?? 0,
      LocalizedText("New contacts that came by it.", "Neue Kontakte, die über ihn kamen."))
    table.add(
      "acquired.stays", LocalizedText("of them stayed", "davon geblieben"), profile.acquired.map(\.stays) ?? 0,
      LocalizedText("Active after the end.", "Nach dem Ende aktiv."))
    table.add(
      "as_brand.foreign", LocalizedText("Met at partners", "Bei Partnern begegnet"),
      profile.asBrand.map(\.foreign) ?? 0,
      LocalizedText(
        "New touchpoints of its own message in partners' channels.",
        "Neue Kontaktpunkte der eigenen Botschaft in Kanälen von Partnern."))
    return table.table(
      "partner", title: LocalizedText("At a glance", "Auf einen Blick"),
      note: LocalizedText("What the partner brings, and what it gets.", "Was der Partner bringt, und was er bekommt."))
  }

  private func gifts(_ profile: PartnerProfile, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "give_and_take", title: LocalizedText("Gives and takes", "Gibt und nimmt"),
      note: LocalizedText(
        "Contacts touched in its channels about the other, and in the other's channels about it.",
        "Kontakte, die in seinen Kanälen mit dem anderen berührt wurden, und in dessen Kanälen mit ihm."),
      columns: [
        FigureTable.Column("partner", "With", "Mit", .words), FigureTable.Column("gives", "Gives", "Gibt"),
        FigureTable.Column("takes", "Takes", "Nimmt"), FigureTable.Column("knot", "Knot", "Knoten", .words),
        FigureTable.Column("shared_contacts", "Shared contacts", "Gemeinsame Kontakte"),
        FigureTable.Column("direction", "Direction", "Richtung", .words),
        FigureTable.Column("maturity", "Maturity", "Reife", .words),
      ], first: profile.partnerships, options
    ) { pair in
      let isA = pair.a == profile.partner
      let other = isA ? pair.b : pair.a
      return FigureTable.Row(
        dataset.partners[other].id,
        [
          .partner(other, in: dataset), .count(isA ? pair.aToB : pair.bToA), .count(isA ? pair.bToA : pair.aToB),
          pair.knot.map { .term($0.term.title) } ?? .unknown(.withheld), .count(pair.sharedContacts),
          .term(pair.direction?.term.title ?? .notKnown), .term(pair.barometer.maturity?.term.title ?? .notKnown),
        ])
    }
  }

  private func payback(_ profile: PartnerProfile) -> FigureTable {
    let currency = dataset.settings.currency
    let verdict =
      switch profile.payback.secondYearPays {
      case true?: LocalizedText("The second year pays.", "Das zweite Jahr lohnt sich.")
      case false?: LocalizedText("The second year does not pay.", "Das zweite Jahr lohnt sich nicht.")
      case nil:
        LocalizedText(
          "Whether the second year pays is not yet known.", "Ob sich das zweite Jahr lohnt, ist noch nicht bekannt.")
      }
    return FigureTable(
      "payback", title: LocalizedText("Payback", "Amortisation"),
      note: LocalizedText(
        "Value credited to its channels against what it gave, per year since its first campaign. %1",
        "Seinen Kanälen zugerechneter Wert gegen das, was er gab, je Jahr seit seiner ersten Kampagne. %1"
      ).filled(verdict),
      columns: [
        FigureTable.Column("year", "Year", "Jahr"), FigureTable.Column("start", "From", "Von"),
        FigureTable.Column("benefit", "Benefit", "Nutzen"), FigureTable.Column("invest", "Invest", "Einsatz"),
        FigureTable.Column("pays", "Pays", "Lohnt sich", .words),
        FigureTable.Column("complete", "Over", "Vorbei", .words),
      ],
      rows: profile.payback.years.map { year in
        FigureTable.Row(
          "\(year.year)",
          [
            .count(year.year), .date(year.start, in: dataset),
            year.benefit.map { .money($0, currency: currency) }
              ?? .unknown(profile.payback.unknown.state(of: "payback.benefit")),
            year.invest.map { .money($0, currency: currency) } ?? .unknown(.notConfigured),
            year.pays.map { .term($0) } ?? .empty, .term(year.isComplete),
          ])
      })
  }
}

extension LocalizedText {
  package static let touchedInItsChannels = LocalizedText(
    "Contacts touched in its channels.", "In seinen Kanälen berührte Kontakte.")
  static let reachedByItAlone = LocalizedText(
    "Contacts that no other owner reached.", "Kontakte, die kein anderer Besitzer erreichte.")
  package static let introducedToOthers = LocalizedText(
    "New contacts that it introduced to others.", "Neue Kontakte, die er anderen vermittelte.")
}
