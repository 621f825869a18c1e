package import CampaignAnalysis
import CampaignFigures
package import CampaignModel

extension Cooperation {
  /// How partners work together, as tables: the single figures, and who brought new contacts.
  package func tables(in dataset: Dataset, options: TableOptions = TableOptions()) -> [FigureTable] {
    var table = HeadlineTable(unknown: unknown)
    table.add(
      "active_partners", LocalizedText("Active partners", "Aktive Partner"), activePartners,
      KPIName.activePartners.meaning)
    table.add(
      "co_creation_rate", LocalizedText("Co-creation", "Ko-Kreation"), coCreationRate, KPIName.coCreationRate.meaning)
    table.add(
      "interactions", LocalizedText("Interactions", "Interaktionen"), interactions, KPIName.interactions.meaning)
    table.add(
      "engagement_depth", LocalizedText("Depth of engagement", "Tiefe der Beteiligung"), engagementDepth,
      KPIName.engagementDepth.meaning)
    table.add(
      "engagement_per_contact", LocalizedText("Interactions per contact", "Interaktionen je Kontakt"),
      engagementPerContact, KPIName.engagementPerContact.meaning)
    table.add(
      "reciprocity", LocalizedText("Reciprocity", "Gegenseitigkeit"), reciprocity.answered, KPIName.reciprocity.meaning)
    table.add(
      "median_days_to_answer", LocalizedText("Days to answer", "Tage bis zur Antwort"), reciprocity.medianDaysToAnswer,
      LocalizedText(
        "Half of the answered gestures were answered sooner.",
        "Die Hälfte der erwiderten Gesten wurde schneller erwidert."))
    table.add(
      "sectors", LocalizedText("Sectors", "Branchen"), sectors,
      LocalizedText("Distinct sectors of active partners.", "Verschiedene Branchen aktiver Partner."))
    table.add(
      "sector_diversity", LocalizedText("Diversity of sectors", "Vielfalt der Branchen"), sectorDiversity,
      LocalizedText(
        "Shannon's H in nats: 0 for a single sector, more for many of equal weight.",
        "Shannons H in Nat: 0 bei einer einzigen Branche, mehr bei vielen von gleichem Gewicht."))
    table.add("ambassadors", LocalizedText("Ambassadors", "Botschafter"), ambassadorCount, KPIName.ambassadors.meaning)
    return [
      table.table(
        "cooperation", title: LocalizedText("Cooperation", "Zusammenarbeit"),
        note: LocalizedText("How partners and contacts take part.", "Wie Partner und Kontakte teilnehmen.")),
      FigureTable(
        "ambassadors", title: LocalizedText("Ambassadors", "Botschafter"),
        note: LocalizedText(
          "Contacts that referred new ones: themselves, and through those they brought.",
          "Kontakte, die neue warben: selbst, und durch die, die sie brachten."),
        columns: [
          FigureTable.Column("contact", "Contact", "Kontakt", .words),
          FigureTable.Column("direct", "Referred", "Geworben"),
          FigureTable.Column("reached", "Through chains", "Über Ketten"),
        ], first: ambassadors, options
      ) { ambassador in
        let id = dataset.contacts.ids[ambassador.contact]
        return FigureTable.Row(
          id, [.contact(ambassador.contact, in: dataset), .count(ambassador.direct), .count(ambassador.reached)])
      },
    ]
  }
}
