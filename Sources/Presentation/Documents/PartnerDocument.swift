package import CampaignAnalysis
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
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.partner/1")
      writer.member("dataset", dataset.name)
      if isList {
        writer.list("campaigns", profiles) { writer, profile in writer.item { write(profile, ids, to: &$0) } }
      } else {
        write(profiles[0], ids, to: &writer)
      }
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
    writer.list("partnerships", profile.partnerships) { writer, pair in
      writer.item { $0.partnership(pair, ids: ids) }
    }
    writer.object("payback") { writer in
      writer.member("first_campaign", profile.payback.firstCampaign.map { dataset.campaigns[$0].id })
      writer.rows("years", profile.payback.years) { writer, year in
        writer.member("year", year.year)
        writer.member("start", year.start)
        writer.member("end", year.end)
        writer.member("benefit", year.benefit)
        writer.member("invest", year.invest)
        if let pays = year.pays { writer.member("pays", pays) } else { writer.null("pays") }
        writer.member("complete", year.isComplete)
      }
      if let pays = profile.payback.secondYearPays {
        writer.member("second_year_pays", pays)
      } else {
        writer.null("second_year_pays")
      }
    }
    writer.unknown(profile.unknown)
  }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    profiles.map { profile in
      DocumentPart(
        campaign: profile.scope.campaign.map { dataset.campaigns[$0].id } ?? "",
        heading: "\(dataset.partners[profile.partner].label) · \(dataset.heading(of: profile.scope))",
        tables: [headline(profile), gifts(profile, options), payback(profile)])
    }
  }

  private func headline(_ profile: PartnerProfile) -> FigureTable {
    var table = HeadlineTable(unknown: profile.unknown)
    table.add("takes_part", "Takes part", text: profile.takesPart ? "yes" : "no", "Whether it is a participant.")
    table.add(
      "carrier.reach", "Reach of its channels", profile.carrier.map(\.reach) ?? 0, "Contacts touched in its channels.")
    table.add(
      "carrier.exclusive", "Only here", profile.carrier.map(\.exclusive) ?? 0, "Contacts that no other owner reached.")
    table.add(
      "carrier.incremental_over_own", "Beyond own channels", profile.carrier.map(\.incrementalOverOwn) ?? 0,
      "Contacts that no brand reached in a channel of its own.")
    table.add(
      "carrier.shapley", "Share of the reach", profile.carrier.map(\.shapley) ?? 0,
      "Each contact divided evenly among the owners that reached it.")
    table.add(
      "audience_penetration", "Audience touched", profile.audience?.share,
      "Of all ever touched in its channels before the end.")
    table.add(
      "introduced.new_touchpoints", "Introduced touchpoints", profile.introduced.map(\.newTouchpoints) ?? 0,
      "Others' new touchpoints whose first touch was in its channels.")
    table.add(
      "introduced.new_contacts", "Introduced contacts", profile.introduced.map(\.newContacts) ?? 0,
      "New contacts that it introduced to others.")
    table.add(
      "acquired.cohort", "Acquired contacts", profile.acquired.map(\.cohort) ?? 0, "New contacts that came by it.")
    table.add(
      "acquired.stays", "of them stayed", profile.acquired.map(\.stays) ?? 0,
      "Active after the end.")
    table.add(
      "as_brand.foreign", "Met at partners", profile.asBrand.map(\.foreign) ?? 0,
      "New touchpoints of its own message in partners' channels.")
    return table.table("partner", title: "At a glance", note: "What the partner brings, and what it gets.")
  }

  private func gifts(_ profile: PartnerProfile, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "give_and_take", title: "Gives and takes",
      note: "Contacts touched in its channels about the other, and in the other's channels about it.",
      columns: [
        FigureTable.Column("partner", "With", .text), FigureTable.Column("gives", "Gives"),
        FigureTable.Column("takes", "Takes"), FigureTable.Column("knot", "Knot", .text),
        FigureTable.Column("shared_contacts", "Shared contacts"), FigureTable.Column("direction", "Direction", .text),
        FigureTable.Column("maturity", "Maturity", .text),
      ], first: profile.partnerships, options
    ) { pair in
      let isA = pair.a == profile.partner
      let other = dataset.partners[isA ? pair.b : pair.a]
      return FigureTable.Row(
        other.id,
        [
          .text(other.label), .count(isA ? pair.aToB : pair.bToA), .count(isA ? pair.bToA : pair.aToB),
          .text(pair.knot?.title ?? "withheld"), .count(pair.sharedContacts),
          .text(pair.direction?.rawValue ?? "not known"), .text(pair.barometer.maturity?.rawValue ?? "not known"),
        ])
    }
  }

  private func payback(_ profile: PartnerProfile) -> FigureTable {
    let currency = dataset.settings.currency
    let verdict =
      switch profile.payback.secondYearPays {
      case true?: "The second year pays."
      case false?: "The second year does not pay."
      case nil: "Whether the second year pays is not yet known."
      }
    return FigureTable(
      "payback", title: "Payback",
      note: "Value credited to its channels against what it gave, per year since its first campaign. \(verdict)",
      columns: [
        FigureTable.Column("year", "Year"), FigureTable.Column("start", "From", .date),
        FigureTable.Column("benefit", "Benefit", .money), FigureTable.Column("invest", "Invest", .money),
        FigureTable.Column("pays", "Pays", .text), FigureTable.Column("complete", "Over", .text),
      ],
      rows: profile.payback.years.map { year in
        FigureTable.Row(
          "\(year.year)",
          [
            .integer(year.year), .date(year.start, in: dataset), .money(year.benefit, currency: currency),
            year.invest.map { .money($0, currency: currency) } ?? .unknown(.notConfigured),
            year.pays.map { .text($0 ? "yes" : "no") } ?? .empty, .text(year.isComplete ? "yes" : "no"),
          ])
      })
  }
}
