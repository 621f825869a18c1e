package import CampaignAnalysis
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
    table.add("visitors", "Visitors", total.visitors, "Contacts touched at least once.")
    table.add("leads", "Leads", total.leads, KPIName.leads.meaning)
    table.add("customers", "Customers", total.customers, KPIName.customers.meaning)
    table.add("visitor_to_lead", "Visitor to lead", total.visitorToLead, KPIName.visitorToLead.meaning)
    table.add("lead_to_customer", "Lead to customer", total.leadToCustomer, KPIName.leadToCustomer.meaning)
    table.add("visitor_to_customer", "Visitor to customer", total.visitorToCustomer, KPIName.visitorToCustomer.meaning)
    table.add("pipeline", "Pipeline", money: total.pipeline, currency: currency, KPIName.pipeline.meaning)
    table.add("revenue", "Revenue", money: total.revenue, currency: currency, KPIName.revenue.meaning)
    table.add("cost", "Cost", money: total.cost, currency: currency, KPIName.cost.meaning)
    table.add("cost_coverage", "Touches with a cost", total.costCoverage, "The others record none.")
    table.add(
      "cost_per_contact", "Cost per contact", money: total.costPerContact, currency: currency,
      KPIName.costPerContact.meaning)
    table.add(
      "cost_per_lead", "Cost per lead", money: total.costPerLead, currency: currency, KPIName.costPerLead.meaning)
    table.add(
      "cost_per_customer", "Cost per customer", money: total.costPerCustomer, currency: currency,
      KPIName.costPerCustomer.meaning)
    table.add("roi", "Return on investment", total.roi, KPIName.roi.meaning)
    return table.table("funnel", title: "Funnel", note: "From the first contact to the customer.")
  }

  private func stages(_ by: Grouping, _ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    FigureTable(
      "funnel_by_\(by.rawValue)", title: "Funnel by \(by.rawValue)",
      note: "Contacts are counted anew in each row, so that rows do not add up to the whole.",
      columns: [
        FigureTable.Column(by.rawValue, by.title, .text), FigureTable.Column("visitors", "Visitors"),
        FigureTable.Column("leads", "Leads"), FigureTable.Column("customers", "Customers"),
        FigureTable.Column("visitor_to_lead", "Visitor to lead", .proportion),
        FigureTable.Column("lead_to_customer", "Lead to customer", .proportion),
        FigureTable.Column("visitor_to_customer", "Visitor to customer", .proportion),
      ], first: rows, options
    ) { row in
      let figures = row.figures
      return FigureTable.Row(
        row.group.id(in: dataset) ?? "",
        [
          .text(row.group.label(in: dataset) ?? "none given"), .count(figures.visitors), .count(figures.leads),
          .count(figures.customers), .share(figures.visitorToLead), .share(figures.leadToCustomer),
          .share(figures.visitorToCustomer),
        ])
    }
  }

  private func money(_ by: Grouping, _ dataset: Dataset, _ options: TableOptions) -> FigureTable {
    let currency = dataset.settings.currency
    func amount(_ value: Double?, _ figure: String, _ figures: Figures) -> FigureTable.Cell {
      value.map { .money($0, currency: currency) } ?? .unknown(figures.unknown.state(of: figure))
    }
    return FigureTable(
      "money_by_\(by.rawValue)", title: "Money by \(by.rawValue)",
      note: "What each row cost and brought, on one scale.",
      columns: [
        FigureTable.Column(by.rawValue, by.title, .text), FigureTable.Column("pipeline", "Pipeline", .money),
        FigureTable.Column("revenue", "Revenue", .money), FigureTable.Column("cost", "Cost", .money),
        FigureTable.Column("cost_per_contact", "per contact", .money),
        FigureTable.Column("cost_per_lead", "per lead", .money),
        FigureTable.Column("cost_per_customer", "per customer", .money),
        FigureTable.Column("roi", "Return", .decimal),
        FigureTable.Column("cost_coverage", "Touches with a cost", .proportion),
      ], first: rows, options
    ) { row in
      let figures = row.figures
      return FigureTable.Row(
        row.group.id(in: dataset) ?? "",
        [
          .text(row.group.label(in: dataset) ?? "none given"), amount(figures.pipeline, "pipeline", figures),
          amount(figures.revenue, "revenue", figures), amount(figures.cost, "cost", figures),
          amount(figures.costPerContact, "cost_per_contact", figures),
          amount(figures.costPerLead, "cost_per_lead", figures),
          amount(figures.costPerCustomer, "cost_per_customer", figures),
          figures.roi.map { .decimal($0) } ?? .unknown(figures.unknown.state(of: "roi")),
          .share(figures.costCoverage),
        ])
    }
  }
}

extension FigureTable.Cell {
  /// A proportion, or that it is withheld.
  package static func share(_ share: Proportion?) -> FigureTable.Cell {
    share.map { .proportion($0) } ?? .unknown(.withheld)
  }
}

extension Grouping {
  /// The heading of a column of such groups.
  package var title: String {
    switch self {
    case .channel: "Channel"
    case .partner: "Partner"
    case .medium: "Medium"
    case .format: "Format"
    }
  }
}
