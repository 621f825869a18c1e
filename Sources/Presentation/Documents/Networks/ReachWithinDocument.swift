package import CampaignAnalysis
package import CampaignModel

/// Who can be reached over ties, ready for any format.
package struct ReachWithinDocument: TableDocument, Sendable {
  package var dataset: Dataset
  package var reach: ReachWithin

  package init(_ dataset: Dataset, _ reach: ReachWithin) {
    self.dataset = dataset
    self.reach = reach
  }

  /// Writes `{schema, dataset, campaign, node, via, within, time_respecting, waiting_days, reach_within, undated_ties,
  /// steps: [{step, contacts, cumulative}]}`; of a graph from no dataset without campaign and via, with max_wait for
  /// waiting_days.
  package func writeJSON(isPretty: Bool = true, to deliver: @escaping ([UInt8]) -> Void) {
    JSONWriter.write(isPretty: isPretty, to: deliver) { writer in
      writer.member("schema", "reefknot.reach-within/1")
      writer.member("dataset", dataset.name)
      if !dataset.isOfGraph { writer.scope(reach.scope, in: dataset) }
      writer.member("node", reach.options.node.map { dataset.contacts.ids[$0] })
      if !dataset.isOfGraph { writer.member("via", reach.options.via.map { dataset.partners[$0].id }) }
      writer.member("within", reach.options.within)
      writer.member("time_respecting", reach.options.isTimeRespecting)
      writer.member(dataset.isOfGraph ? "max_wait" : "waiting_days", reach.options.waitingDays)
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
  package var list: ListDocument { ListDocument(dataset, scope: reach.scope, listing: reach.listing) }

  package func parts(_ options: TableOptions) -> [DocumentPart] {
    let things = dataset.isOfGraph ? "Nodes" : "Contacts"
    var table = HeadlineTable(unknown: reach.unknown)
    table.add(
      "reach_within", "\(things) within \(reach.options.within)", reach.contacts,
      "\(things) reached, the start left out.")
    if reach.options.isTimeRespecting {
      table.add("undated_ties", "Ties without a time", reach.undatedTies, "Paths in order of time cannot use them.")
    }
    let node = reach.options.node.map { dataset.contacts.label(of: $0) }
    let via = reach.options.via.map { "the channels of \(dataset.partners[$0].label)" }
    let start = [node, via].compactMap(\.self).joined(separator: " by ")
    return [
      DocumentPart(
        campaign: dataset.campaignKey(of: reach.scope),
        heading: "From \(start)\(reach.options.isTimeRespecting ? ", in order of time" : "") · "
          + (dataset.isOfGraph ? dataset.name : dataset.heading(of: reach.scope)),
        tables: [
          table.table("reach_within", title: "Reach over ties", note: "Who can be reached in so many steps."),
          FigureTable(
            "steps", title: "Step by step", note: "\(things) that take exactly so many steps, and up to there.",
            columns: [
              FigureTable.Column("step", "Step", .text, alignment: .trailing),
              FigureTable.Column("contacts", things), FigureTable.Column("cumulative", "So far"),
            ], first: reach.steps, options
          ) { step in
            FigureTable.Row(
              "\(step.step)", [.text("\(step.step)"), .count(step.contacts), .count(step.cumulative)])
          },
        ])
    ]
  }
}
