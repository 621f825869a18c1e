package import CampaignAnalysis
package import CampaignModel

extension Cooperation {
  /// How partners work together, as tables: the single figures, and who brought new contacts.
  package func tables(in dataset: Dataset, options: TableOptions = TableOptions()) -> [FigureTable] {
    var table = HeadlineTable(unknown: unknown)
    table.add("active_partners", "Active partners", activePartners, KPIName.activePartners.meaning)
    table.add("co_creation_rate", "Co-creation", coCreationRate, KPIName.coCreationRate.meaning)
    table.add("interactions", "Interactions", interactions, KPIName.interactions.meaning)
    table.add("engagement_depth", "Depth of engagement", engagementDepth, KPIName.engagementDepth.meaning)
    table.add(
      "engagement_per_contact", "Interactions per contact", engagementPerContact, KPIName.engagementPerContact.meaning)
    table.add("reciprocity", "Reciprocity", reciprocity.answered, KPIName.reciprocity.meaning)
    table.add(
      "median_days_to_answer", "Days to answer", reciprocity.medianDaysToAnswer,
      "Half of the answered gestures were answered sooner.")
    table.add("sectors", "Sectors", sectors, "Distinct sectors of active partners.")
    table.add(
      "sector_diversity", "Diversity of sectors", sectorDiversity,
      "Shannon's H in nats: 0 for a single sector, more for many of equal weight.")
    table.add("ambassadors", "Ambassadors", ambassadorCount, KPIName.ambassadors.meaning)
    return [
      table.table("cooperation", title: "Cooperation", note: "How partners and contacts take part."),
      FigureTable(
        "ambassadors", title: "Ambassadors",
        note: "Contacts that referred new ones: themselves, and through those they brought.",
        columns: [
          FigureTable.Column("contact", "Contact", .text), FigureTable.Column("direct", "Referred"),
          FigureTable.Column("reached", "Through chains"),
        ], first: ambassadors, options
      ) { ambassador in
        let id = dataset.contacts.ids[ambassador.contact]
        return FigureTable.Row(id, [.text(id), .integer(ambassador.direct), .integer(ambassador.reached)])
      },
    ]
  }
}
