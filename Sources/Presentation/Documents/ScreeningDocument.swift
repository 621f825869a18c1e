package import CampaignAnalysis
import CampaignFigures
package import CampaignModel

/// What would-be partnerships would bring and take, ready for any format.
package struct ScreeningDocument: TableDocument, Sendable {
  package var dataset: Dataset
  package var screening: Screening

  package init(_ dataset: Dataset, _ screening: Screening) {
    self.dataset = dataset
    self.screening = screening
  }

  /// Writes `{schema, dataset, campaign, with: {partner, audience, exclusive, new_sector, new_stage}, candidates:
  /// [{partner, audience, exclusive, new_sector, new_stage, direction, shared, brings, takes, balance, knot, one_sided}]}`.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.screening/1")
      writer.member("dataset", dataset.name)
      writer.scope(screening.scope, in: dataset)
      writer.object("with", isInline: true) { write(screening.asking, to: &$0) }
      writer.rows("candidates", screening.candidates) { writer, candidate in
        write(candidate.offer, to: &writer)
        writer.member("direction", candidate.direction?.rawValue)
        writer.member("shared", candidate.shared)
        writer.member("brings", candidate.brings)
        writer.member("takes", candidate.takes)
        writer.member("balance", candidate.balance)
        writer.member("knot", candidate.knot?.rawValue)
        writer.member("one_sided", candidate.isOneSided)
      }
      writer.unknown(screening.unknown)
    }
  }

  private func write(_ offer: Screening.Offer, to writer: inout JSONWriter) {
    writer.member("partner", dataset.partners[offer.partner].id)
    writer.member("audience", offer.audience)
    writer.member("exclusive", offer.exclusive)
    writer.member("new_sector", offer.newSector)
    writer.member("new_stage", offer.newStage)
  }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    let asking = screening.asking
    var table = HeadlineTable(unknown: screening.unknown)
    table.add(
      "audience", LocalizedText("Audience", "Publikum"), asking.audience,
      .touchedInItsChannels)
    table.add(
      "exclusive", ReachFigures.exclusive.title, asking.exclusive,
      .reachedByItAlone)
    table.add(
      "new_sector", LocalizedText("Its sector alone", "Seine Branche allein"),
      asking.newSector.map { .name($0) } ?? .term(LocalizedText("shared", "geteilt")),
      LocalizedText("Whether no other partner has it.", "Ob kein anderer Partner sie hat."))
    return [
      DocumentPart(
        campaign: screening.scope.campaign.map { dataset.campaigns[$0].id } ?? "",
        heading: .verbatim("\(dataset.partners[asking.partner].label) · ") + dataset.heading(of: screening.scope),
        tables: [
          table.table(
            "screening", title: LocalizedText("Who asks", "Wer fragt"),
            note: LocalizedText("The partner that looks for others.", "Der Partner, der andere sucht.")),
          candidates(options),
        ])
    ]
  }

  private func candidates(_ options: TableOptions) -> FigureTable {
    FigureTable(
      "candidates", title: LocalizedText("Would-be partners", "Mögliche Partner"),
      note: LocalizedText(
        "Each side brings the contacts that the other has not reached.",
        "Jede Seite bringt die Kontakte, die die andere nicht erreicht hat."),
      columns: [
        FigureTable.Column("partner", "Partner", "Partner", .words),
        FigureTable.Column("audience", "Audience", "Publikum"),
        FigureTable.Column("exclusive", "Only here", "Nur hier"), FigureTable.Column("shared", "Shared", "Gemeinsam"),
        FigureTable.Column("brings", "Brings", "Bringt"), FigureTable.Column("takes", "Takes", "Nimmt"),
        FigureTable.Column("offer", "Offer", "Angebot", .words),
        FigureTable.Column("direction", "Direction", "Richtung", .words),
        FigureTable.Column("new_sector", "New sector", "Neue Branche", .words),
        FigureTable.Column("new_stage", "New stage", "Neue Stufe", .words),
      ], first: screening.candidates, options
    ) { candidate in
      let offer = candidate.offer
      return FigureTable.Row(
        dataset.partners[offer.partner].id,
        [
          .partner(offer.partner, in: dataset), .count(offer.audience), .count(offer.exclusive),
          .count(candidate.shared), .count(candidate.brings), .count(candidate.takes),
          ScreeningDocument.verdict(candidate), .term(candidate.direction?.term.title ?? .notKnown),
          offer.newSector.map { .name($0) } ?? .empty, offer.newStage.map { .name($0) } ?? .empty,
        ])
    }
  }

  private static func verdict(_ candidate: Screening.Candidate) -> FigureTable.Cell {
    let bringsMore = (candidate.brings ?? 0) > (candidate.takes ?? 0)
    return switch candidate.knot {
    case nil: .unknown(.withheld)
    case .some(.none): .term(LocalizedText("nothing to give", "nichts zu geben"))
    case .unclear: .term(LocalizedText("too few to tell", "zu wenige"))
    case .reef: .term(LocalizedText("even", "ausgeglichen"))
    case .granny where bringsMore: .term(LocalizedText("lopsided: brings more", "ungleich: bringt mehr"))
    case .granny: .term(LocalizedText("lopsided: takes more", "ungleich: nimmt mehr"))
    case .oneSided where bringsMore: .term(LocalizedText("one-sided: only brings", "einseitig: bringt nur"))
    case .oneSided: .term(LocalizedText("one-sided: only takes", "einseitig: nimmt nur"))
    }
  }
}
