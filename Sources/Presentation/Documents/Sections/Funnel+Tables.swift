package import CampaignAnalysis
import CampaignFigures
package import CampaignModel

extension Funnel {
  /// The funnel as tables: the whole, then row by row the ways and the money.
  package func tables(in dataset: Dataset, options: TableOptions = TableOptions()) -> [FigureTable] {
    var tables = [headline(dataset)]
    if let by {
      tables.append(stages(by, dataset, options))
      tables.append(money(by, dataset, options))
    }
    return tables
  }

  private func headline(_ dataset: Dataset) -> FigureTable {
    let currency = dataset.settings.currency
    var table = HeadlineTable(unknown: unknown)
    table.add(
      "visitors", LocalizedText("Visitors", "Besucher"), total.visitors,
      LocalizedText("Contacts touched at least once.", "Mindestens einmal berührte Kontakte."))
    table.add("leads", LocalizedText("Leads", "Interessenten"), total.leads, KPIName.leads.meaning)
    table.add("customers", LocalizedText("Customers", "Kunden"), total.customers, KPIName.customers.meaning)
    table.add(
      "visitor_to_lead", LocalizedText("Visitor to lead", "Besucher zu Interessent"), total.visitorToLead,
      KPIName.visitorToLead.meaning)
    table.add(
      "lead_to_customer", LocalizedText("Lead to customer", "Interessent zu Kunde"), total.leadToCustomer,
      KPIName.leadToCustomer.meaning)
    table.add(
      "visitor_to_customer", LocalizedText("Visitor to customer", "Besucher zu Kunde"), total.visitorToCustomer,
      KPIName.visitorToCustomer.meaning)
    table.add(
      "pipeline", LocalizedText("Pipeline", "Aussichten"), money: total.pipeline, currency: currency,
      KPIName.pipeline.meaning)
    table.add(
      "revenue", LocalizedText("Revenue", "Einnahmen"), money: total.revenue, currency: currency,
      KPIName.revenue.meaning)
    table.add("cost", LocalizedText("Cost", "Kosten"), money: total.cost, currency: currency, KPIName.cost.meaning)
    table.add(
      "cost_coverage", LocalizedText("Touches with a cost", "Berührungen mit Kosten"), total.costCoverage,
      LocalizedText("The others record none.", "Die anderen verzeichnen keine."))
    table.add(
      "cost_per_contact", LocalizedText("Cost per contact", "Kosten je Kontakt"), money: total.costPerContact,
      currency: currency,
      KPIName.costPerContact.meaning)
    table.add(
      "cost_per_lead", LocalizedText("Cost per lead", "Kosten je Interessent"), money: total.costPerLead,
      currency: currency, KPIName.costPerLead.meaning)
    table.add(
      "cost_per_customer", LocalizedText("Cost per customer", "Kosten je Kunde"), money: total.costPerCustomer,
      currency: currency,
      KPIName.costPerCustomer.meaning)
    table.add("roi", LocalizedText("Return on investment", "Ertrag der Ausgaben"), total.roi, KPIName.roi.meaning)
    return table.table(
      "funnel", title: LocalizedText("Funnel", "Trichter"),
      note: LocalizedText("From the first contact to the customer.", "Vom ersten Kontakt bis zum Kunden."))
  }

  private func stages(_ by: Grouping, _ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "funnel_by_\(by.rawValue)", title: LocalizedText("Funnel by %1", "Trichter nach %1").filled(by.words),
      note: LocalizedText(
        "Contacts are counted anew in each row, so that rows do not add up to the whole.",
        "Kontakte sind in jeder Zeile neu gezählt, sodass die Zeilen nicht das Ganze ergeben."),
      columns: [
        FigureTable.Column(by.rawValue, by.title, .words), FigureTable.Column("visitors", "Visitors", "Besucher"),
        FigureTable.Column("leads", "Leads", "Interessenten"), FigureTable.Column("customers", "Customers", "Kunden"),
        FigureTable.Column("visitor_to_lead", "Visitor to lead", "Besucher zu Interessent"),
        FigureTable.Column("lead_to_customer", "Lead to customer", "Interessent zu Kunde"),
        FigureTable.Column("visitor_to_customer", "Visitor to customer", "Besucher zu Kunde"),
      ], first: rows, options
    ) { row in
      let figures = row.figures
      return FigureTable.Row(
        row.group.id(in: dataset) ?? "",
        [
          .group(row.group, in: dataset), .count(figures.visitors), .count(figures.leads),
          .count(figures.customers), .proportion(figures.visitorToLead), .proportion(figures.leadToCustomer),
          .proportion(figures.visitorToCustomer),
        ])
    }
  }

  private func money(_ by: Grouping, _ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    let currency = dataset.settings.currency
    func amount(_ value: Double?, _ figure: String, _ figures: Figures) -> FigureTable.Cell {
      value.map { .money($0, currency: currency) } ?? .unknown(figures.unknown.state(of: figure))
    }
    return FigureTable(
      "money_by_\(by.rawValue)", title: LocalizedText("Money by %1", "Geld nach %1").filled(by.words),
      note: LocalizedText(
        "What each row cost and brought, on one scale.", "Was jede Zeile kostete und brachte, auf einer Skala."),
      columns: [
        FigureTable.Column(by.rawValue, by.title, .words), FigureTable.Column("pipeline", "Pipeline", "Aussichten"),
        FigureTable.Column("revenue", "Revenue", "Einnahmen"), FigureTable.Column("cost", "Cost", "Kosten"),
        FigureTable.Column("cost_per_contact", "per contact", "je Kontakt"),
        FigureTable.Column("cost_per_lead", "per lead", "je Interessent"),
        FigureTable.Column("cost_per_customer", "per customer", "je Kunde"),
        FigureTable.Column("roi", "Return", "Ertrag"),
        FigureTable.Column("cost_coverage", "Touches with a cost", "Berührungen mit Kosten"),
      ], first: rows, options
    ) { row in
      let figures = row.figures
      return FigureTable.Row(
        row.group.id(in: dataset) ?? "",
        [
          .group(row.group, in: dataset), amount(figures.pipeline, "pipeline", figures),
          amount(figures.revenue, "revenue", figures), amount(figures.cost, "cost", figures),
          amount(figures.costPerContact, "cost_per_contact", figures),
          amount(figures.costPerLead, "cost_per_lead", figures),
          amount(figures.costPerCustomer, "cost_per_customer", figures),
          .number(figures.roi, else: figures.unknown.state(of: "roi")),
          .proportion(figures.costCoverage),
        ])
    }
  }
}
