import CampaignAnalysis
import CampaignFigures
import CampaignModel
package import Networks

/// Who can be reached over ties, ready for any format.
package struct ReachWithinDocument: TableDocument, Sendable {
  package var reach: ReachWithin

  package init(_ reach: ReachWithin) { self.reach = reach }

  /// The dataset; nil for a graph that comes from none.
  private var dataset: Dataset? { reach.subject.campaign?.dataset }

  /// Writes `{schema, dataset, campaign, node, via, within, time_respecting, waiting_days, reach_within, undated_ties,
  /// steps: [{step, contacts, cumulative}]}`; of a graph from no dataset without campaign and via, with max_wait for
  /// waiting_days.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.reach-within/1")
      writer.member("dataset", reach.subject.name)
      writer.scope(of: reach.subject)
      writer.member("node", reach.options.node.map { reach.subject.id(of: $0) })
      if let dataset { writer.member("via", reach.options.via.map { dataset.partners[$0].id }) }
      writer.member("within", reach.options.within)
      writer.member("time_respecting", reach.options.isTimeRespecting)
      writer.member(dataset == nil ? "max_wait" : "waiting_days", reach.options.waitingDays)
      writer.member("reach_within", reach.contacts)
      writer.member("undated_ties", reach.undatedTies)
      writer.rows("steps", reach.steps) { writer, step in
        writer.member("step", step.step)
        writer.member("contacts", step.contacts)
        writer.member("cumulative", step.cumulative)
      }
      writer.unknown(reach.unknown)
    }
  }

  /// The contacts as a list in the way of other lists.
  package var list: ListDocument { ListDocument(reach.subject, listing: reach.listing) }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    let things = dataset == nil ? LocalizedText("Nodes", "Knoten") : LocalizedText("Contacts", "Kontakte")
    var table = HeadlineTable(unknown: reach.unknown)
    table.add(
      "reach_within",
      LocalizedText("%1 within %2", "%1 in höchstens %2").filled(things, .verbatim("\(reach.options.within)")),
      reach.contacts,
      LocalizedText("%1 reached, the start left out.", "Erreichte %1, ohne den Anfang.").filled(things))
    if reach.options.isTimeRespecting {
      table.add(
        "undated_ties", LocalizedText("Ties without a time", "Verbindungen ohne Zeit"), reach.undatedTies,
        LocalizedText(
          "Paths in order of time cannot use them.", "Wege in der Ordnung der Zeit können sie nicht nutzen."))
    }
    let node = reach.options.node.map { LocalizedText.verbatim(reach.subject.label(of: $0)) }
    let via = reach.options.via.flatMap { via in dataset?.partners[via].label }.map {
      LocalizedText("the channels of %1", "den Kanälen von %1").filled(.verbatim($0))
    }
    let starts = [node, via].compactMap(\.self)
    let start = starts.count == 2 ? LocalizedText("%1 by %2", "%1 über %2").filled(starts[0], starts[1]) : starts[0]
    let order =
      reach.options.isTimeRespecting ? LocalizedText(", in order of time", ", in der Ordnung der Zeit") : .verbatim("")
    return [
      DocumentPart(
        campaign: reach.subject.campaignKey(),
        heading: LocalizedText("From %1%2 · ", "Von %1%2 · ").filled(start, order)
          + reach.subject.heading(),
        tables: [
          table.table(
            "reach_within", title: LocalizedText("Reach over ties", "Reichweite über Verbindungen"),
            note: LocalizedText("Who can be reached in so many steps.", "Wer in so vielen Schritten erreichbar ist.")),
          FigureTable(
            "steps", title: .stepByStep,
            note: LocalizedText(
              "%1 that take exactly so many steps, and up to there.", "%1 in genau so vielen Schritten, und bis dahin."
            ).filled(things),
            columns: [
              FigureTable.Column("step", "Step", "Schritt", .words, alignment: .trailing),
              FigureTable.Column("contacts", things), FigureTable.Column("cumulative", "So far", "Bisher"),
            ], first: reach.steps, options
          ) { step in
            FigureTable.Row(
              "\(step.step)", [.name("\(step.step)"), .count(step.contacts), .count(step.cumulative)])
          },
        ])
    ]
  }
}
