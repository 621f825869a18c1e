package import CampaignAnalysis
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
    table.add("audience", "Audience", asking.audience, "Contacts touched in its channels.")
    table.add("exclusive", "Only here", asking.exclusive, "Contacts that no other owner reached.")
    table.add("new_sector", "Its sector alone", text: asking.newSector ?? "shared", "Whether no other partner has it.")
    return [
      DocumentPart(
        campaign: screening.scope.campaign.map { dataset.campaigns[$0].id } ?? "",
        heading: "\(dataset.partners[asking.partner].label) · \(dataset.heading(of: screening.scope))",
        tables: [
          table.table("screening", title: "Who asks", note: "The partner that looks for others."),
          candidates(options),
        ])
    ]
  }

  private func candidates(_ options: TableOptions) -> FigureTable {
    FigureTable(
      "candidates", title: "Would-be partners",
      note: "Each side brings the contacts that the other has not reached.",
      columns: [
        FigureTable.Column("partner", "Partner", .text), FigureTable.Column("audience", "Audience"),
        FigureTable.Column("exclusive", "Only here"), FigureTable.Column("shared", "Shared"),
        FigureTable.Column("brings", "Brings"), FigureTable.Column("takes", "Takes"),
        FigureTable.Column("offer", "Offer", .text), FigureTable.Column("direction", "Direction", .text),
        FigureTable.Column("new_sector", "New sector", .text), FigureTable.Column("new_stage", "New stage", .text),
      ], first: screening.candidates, options
    ) { candidate in
      let offer = candidate.offer
      return FigureTable.Row(
        dataset.partners[offer.partner].id,
        [
          .text(dataset.partners[offer.partner].label), .count(offer.audience), .count(offer.exclusive),
          .count(candidate.shared), .count(candidate.brings), .count(candidate.takes),
          .text(ScreeningDocument.verdict(candidate)), .text(candidate.direction?.rawValue ?? "not known"),
          offer.newSector.map { .text($0) } ?? .empty, offer.newStage.map { .text($0) } ?? .empty,
        ])
    }
  }

  private static func verdict(_ candidate: Screening.Candidate) -> String {
    let bringsMore = (candidate.brings ?? 0) > (candidate.takes ?? 0)
    return switch candidate.knot {
    case nil: "withheld"
    case .some(.none): "nothing to give"
    case .unclear: "too few to tell"
    case .reef: "even"
    case .granny: bringsMore ? "lopsided: brings more" : "lopsided: takes more"
    case .oneSided: bringsMore ? "one-sided: only brings" : "one-sided: only takes"
    }
  }
}
