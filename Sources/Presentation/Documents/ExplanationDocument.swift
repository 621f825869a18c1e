package import CampaignAnalysis
import CampaignFigures
package import CampaignModel

/// The conversions of one contact, with where each share of their credit comes from, ready for any format.
package struct ExplanationDocument: TableDocument, Sendable {
  package var dataset: Dataset
  package var scope: Scope
  /// Index of the contact.
  package var contact: Int
  package var options: AttributionOptions
  /// In order of time.
  package var conversions: [ConversionExplanation]
  /// The scope's attribution, for each group's share under Markov.
  package var attribution: Attribution

  package init(
    _ dataset: Dataset, scope: Scope, contact: Int, options: AttributionOptions, attribution: Attribution
  ) {
    self.dataset = dataset
    self.scope = scope
    self.contact = contact
    self.options = options
    self.attribution = attribution
    conversions = explainConversions(of: contact, in: dataset, scope: scope, options: options)
  }

  /// Writes `{schema, dataset, campaign, contact, by, conversions: [{time, channel, content, kind, value, refund,
  /// unattributed, path: [{id, time, shares: {first, …, markov}, removal_effect}]}]}`; shares are of one conversion, null for Markov.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.explanation/1")
      writer.member("dataset", dataset.name)
      writer.scope(scope, in: dataset)
      writer.member("contact", dataset.contacts.ids[contact])
      writer.member("by", options.by.rawValue)
      writer.member("lookback_days", attribution.lookbackDays)
      writer.list("conversions", conversions) { writer, conversion in
        writer.item { write(conversion, to: &$0) }
      }
    }
  }

  private func write(_ conversion: ConversionExplanation, to writer: inout JSONWriter) {
    writer.member("time", conversion.time)
    writer.member("channel", dataset.channels[conversion.channel].id)
    writer.member("content", conversion.content.map { dataset.contents[$0].id })
    writer.member("kind", dataset.kinds.kinds[conversion.kind].name)
    writer.member("value", conversion.value)
    writer.member("refund", conversion.isRefund)
    writer.member("unattributed", conversion.steps.isEmpty)
    writer.rows("path", conversion.steps) { writer, step in
      writer.member("id", step.group.id(in: dataset))
      writer.member("time", step.time)
      writer.object("shares") { writer in
        for (model, share) in zip(AttributionModel.allCases, step.shares) { writer.member(model.rawValue, share) }
      }
      writer.member("removal_effect", removalEffect(step.group))
    }
  }

  private func removalEffect(_ group: Group) -> Double? {
    attribution.rows.first { $0.group == group }?.removalEffect
  }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    let tables = conversions.enumerated().map { number, conversion in table(number + 1, conversion) }
    let heading = .verbatim("\(dataset.contacts.ids[contact]) · ") + dataset.heading(of: scope)
    return [
      DocumentPart(
        campaign: scope.campaign.map { dataset.campaigns[$0].id } ?? "",
        heading: conversions.isEmpty ? heading + LocalizedText(" · no conversion", " · kein Abschluss") : heading,
        tables: tables)
    ]
  }

  private func table(_ number: Int, _ conversion: ConversionExplanation) -> FigureTable {
    let kind = dataset.kinds.kinds[conversion.kind].name
    let value = conversion.value.map { .verbatim(", ") + .money($0, dataset.settings.currency) } ?? .verbatim("")
    let day = Localizer(.english, style: .plain).date(conversion.time, timeZone: dataset.settings.timeZone)
    let models = AttributionModel.allCases.filter { $0 != .markov }
    let columns = [
      FigureTable.Column("step", "Step", "Schritt"),
      FigureTable.Column(options.by.rawValue, options.by.term.title, .words),
      FigureTable.Column("time", "When", "Wann"),
    ]
    let rows = conversion.steps.enumerated().map { index, step in
      let shares: [FigureTable.Cell] = zip(AttributionModel.allCases, step.shares)
        .filter { $0.0 != .markov }.map { $0.1.map { .share($0) } ?? .empty }
      return FigureTable.Row(
        "\(index + 1)",
        [.count(index + 1), .group(step.group, in: dataset), .date(step.time, in: dataset)]
          + shares
          + [.share(removalEffect(step.group))])
    }
    let unattributed = FigureTable.Row(
      "unattributed",
      [.empty, .term(.unattributed), .empty] + models.map { _ in .share(1) } + [.empty])
    return FigureTable(
      "conversion_\(number)",
      title: LocalizedText("%1 on %2%3", "%1 am %2%3").filled(
        .verbatim(kind.capitalizedFirst), .verbatim(day), value),
      note: LocalizedText(
        "In %1. Share of the credit by step; Markov looks at all paths: what would be lost without the %2.",
        "In %1. Anteil am Verdienst je Schritt; Markow betrachtet alle Wege: was ohne %2 verloren ginge."
      ).filled(.verbatim(dataset.channels[conversion.channel].label), options.by.words),
      columns: columns + models.map { FigureTable.Column($0.rawValue, $0.term.title) }
        + [FigureTable.Column("removal_effect", AttributionFigures.removalEffect.title)],
      rows: rows.isEmpty ? [unattributed] : rows)
  }
}
