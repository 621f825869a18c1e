package import CampaignAnalysis
import CampaignFigures
package import CampaignModel

/// Who communicates what on which channel, ready for any format.
package struct PlanDocument: TableDocument, Sendable {
  package var dataset: Dataset
  package var reviews: [PlanReview]
  /// Whether several campaigns were asked for, so that they stand in a list even where it is only one.
  package var isList: Bool

  package init(_ dataset: Dataset, _ reviews: [PlanReview], isList: Bool) {
    precondition(isList || reviews.count == 1, "A document without a list holds the plan of one scope.")
    self.dataset = dataset
    self.reviews = reviews
    self.isList = isList
  }

  /// Writes `{schema, dataset, campaign, plan: [{content, channel, partner, due, state, first}], by_partner, by_channel:
  /// [{id, done, late, missed, open}], unplanned: [{content, channel, partner, first, touches}]}`.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write("plan", dataset.name, reviews, isList: isList, isPretty: isPretty, to: deliver) {
      write($0, to: &$1)
    }
  }

  private func write(_ review: PlanReview, to writer: inout JSONWriter) {
    writer.scope(review.scope, in: dataset)
    writer.rows("plan", review.items) { writer, item in
      writer.member("content", dataset.contents[item.content].id)
      writer.member("channel", dataset.channels[item.channel].id)
      writer.member("partner", dataset.partners[dataset.channels[item.channel].owner].id)
      writer.member("due", item.due)
      writer.member("state", item.state.rawValue)
      writer.member("first", item.first)
    }
    for (key, summaries) in [("by_partner", review.byPartner), ("by_channel", review.byChannel)] {
      writer.rows(key, summaries) { writer, summary in
        writer.member("id", summary.group.id(in: dataset))
        for (state, count) in zip(PlanReview.State.allCases, summary.counts) { writer.member(state.rawValue, count) }
      }
    }
    writer.rows("unplanned", review.unplanned) { writer, carrier in
      writer.member("content", dataset.contents[carrier.content].id)
      writer.member("channel", dataset.channels[carrier.channel].id)
      writer.member("partner", dataset.partners[dataset.channels[carrier.channel].owner].id)
      writer.member("first", carrier.first)
      writer.member("touches", carrier.touches)
    }
    writer.unknown(review.unknown)
  }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    reviews.map { review in
      DocumentPart(
        campaign: review.scope.campaign.map { dataset.campaigns[$0].id } ?? "",
        heading: dataset.heading(of: review.scope),
        tables: [
          items(review, options),
          summary("plan_by_partner", LocalizedText("Plan by partner", "Plan nach Partner"), review.byPartner, options),
          summary("plan_by_channel", LocalizedText("Plan by channel", "Plan nach Kanal"), review.byChannel, options),
          unplanned(review, options),
        ])
    }
  }

  private func items(_ review: PlanReview, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "plan", title: LocalizedText("Plan", "Plan"),
      note: LocalizedText(
        "What was planned for which channel, and when it was first there.",
        "Was für welchen Kanal geplant war, und wann es dort zuerst war."),
      columns: [
        FigureTable.Column("content", "Content", "Inhalt", .words),
        FigureTable.Column("channel", "Channel", "Kanal", .words),
        FigureTable.Column("partner", "Partner", "Partner", .words), FigureTable.Column("due", "Due", "Fällig"),
        FigureTable.Column("state", "State", "Stand", .words),
        FigureTable.Column("first", "First there", "Zuerst dort"),
      ], first: review.items, options
    ) { item in
      FigureTable.Row(
        "\(dataset.contents[item.content].id) @ \(dataset.channels[item.channel].id)",
        carrier(item.content, item.channel) + [
          item.due.map { .date(dataset.asGiven($0, isDate: item.dueIsDate), in: dataset) } ?? .empty,
          .term(item.state.words),
          item.first.map { .date($0, in: dataset) } ?? .empty,
        ])
    }
  }

  private func carrier(_ content: Int, _ channel: Int) -> [FigureTable.Cell] {
    [
      .content(content, in: dataset), .channel(channel, in: dataset),
      .partner(dataset.channels[channel].owner, in: dataset),
    ]
  }

  private func summary(
    _ id: String, _ title: LocalizedText, _ summaries: [PlanReview.Summary], _ options: TableOptions
  ) -> FigureTable {
    let columns = PlanReview.State.allCases.map { FigureTable.Column($0.rawValue, $0.title) }
    return FigureTable(
      id, title: title,
      note: LocalizedText("How many of the planned contents stand how.", "Wie viele der geplanten Inhalte wie stehen."),
      columns: [FigureTable.Column("id", "For", "Für", .words)] + columns, first: summaries, options
    ) { summary in
      FigureTable.Row(
        summary.group.id(in: dataset) ?? "",
        [.group(summary.group, in: dataset)] + summary.counts.map { .count($0) })
    }
  }

  private func unplanned(_ review: PlanReview, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "unplanned", title: LocalizedText("Unplanned", "Ungeplant"),
      note: LocalizedText(
        "Contents of the campaign in channels for which they were not planned.",
        "Inhalte der Kampagne in Kanälen, für die sie nicht geplant waren."),
      columns: [
        FigureTable.Column("content", "Content", "Inhalt", .words),
        FigureTable.Column("channel", "Channel", "Kanal", .words),
        FigureTable.Column("partner", "Partner", "Partner", .words),
        FigureTable.Column("first", "First there", "Zuerst dort"),
        FigureTable.Column("touches", "Touches", "Berührungen"),
      ], first: review.unplanned, options
    ) { entry in
      FigureTable.Row(
        "\(dataset.contents[entry.content].id) @ \(dataset.channels[entry.channel].id)",
        carrier(entry.content, entry.channel) + [
          .date(entry.first, in: dataset), entry.touches.map { .count($0) } ?? .unknown(.withheld),
        ])
    }
  }
}

extension String {
  /// The text with its first letter in upper case.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
