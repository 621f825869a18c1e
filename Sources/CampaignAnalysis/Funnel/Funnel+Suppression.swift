import CampaignFigures
package import CampaignModel

extension Funnel {
  /// Adds the counts of contacts of the whole with the sums that hold among them. Rows have systems of their own.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    guard let visitors = total.visitors else { return }
    let all = system.add("funnel.visitors", visitors)
    if system.count(of: "reach") == visitors { system.same(all, system.add("reach", visitors)) }
    total.add(to: &system, all)
  }

  /// Takes out what is withheld.
  package mutating func withhold(_ suppression: Suppression) {
    let (system, group) = (suppression.system, suppression.group)
    total.withhold(system)
    for figure in total.withheld { unknown.addWithheld(figure, if: true) }
    for index in rows.indices { withholdRow(index, system, group) }
    for figure in Figures.guarded {
      unknown.addWithheld("rows.\(figure)", rows.count { $0.figures.withheld.contains(figure) }, of: rows.count)
    }
    rows = rows.sortedByMainFigure(\.figures.visitors) {
      ($0.group.id(in: suppression.dataset) ?? "") < ($1.group.id(in: suppression.dataset) ?? "")
    }
  }

  /// A row's contacts are counted anew, so that no sum ties it to others; a partner's visitors are its reach, which is
  /// shown or withheld with that.
  private mutating func withholdRow(_ index: Int, _ system: CountSystem, _ group: MinimumGroup) {
    var isWithheldElsewhere: Bool?
    if case .partner(let partner) = rows[index].group {
      isWithheldElsewhere = system.isWithheldIfCounted("carriers:\(partner)")
    }
    var own = CountSystem()
    let all = own.add("funnel.visitors", rows[index].figures.visitors ?? 0, isFixed: isWithheldElsewhere != nil)
    rows[index].figures.add(to: &own, all)
    own.protect(group)
    rows[index].figures.withhold(own, isVisitorsWithheld: isWithheldElsewhere)
  }
}

extension Funnel.Figures {
  /// Figures that may be withheld.
  fileprivate static let guarded = [
    "visitors", "leads", "customers", "visitor_to_lead", "lead_to_customer", "visitor_to_customer", "pipeline",
    "revenue", "cost_per_contact", "cost_per_lead", "cost_per_customer", "roi",
  ]

  /// Adds leads and customers of all visitors.
  fileprivate func add(to system: inout CountSystem, _ all: Int) {
    guard let visitors, let leads, let customers, let both = leadToCustomer?.count else { return }
    let led = system.add("funnel.leads", leads)
    let bought = system.add("funnel.customers", customers)
    let ledAndBought = system.add("funnel.lead_to_customer", both)
    // What is left can be had by subtraction, so that it must not be small either.
    system.sum(all, of: [led, system.add("funnel.no_leads", visitors - leads)])
    system.sum(all, of: [bought, system.add("funnel.no_customers", visitors - customers)])
    system.sum(led, of: [ledAndBought, system.add("funnel.leads_only", leads - both)])
    system.sum(bought, of: [ledAndBought, system.add("funnel.customers_only", customers - both)])
  }

  /// - Parameter isVisitorsWithheld: whether visitors are withheld where this is settled elsewhere.
  fileprivate mutating func withhold(_ system: CountSystem, isVisitorsWithheld: Bool? = nil) {
    func isHidden(_ count: String) -> Bool { system.isWithheld("funnel.\(count)") }
    let noVisitors = isVisitorsWithheld ?? isHidden("visitors")
    let (noLeads, noCustomers) = (isHidden("leads"), isHidden("customers"))
    withhold(\.visitors, "visitors", if: noVisitors)
    withhold(\.leads, "leads", if: noLeads)
    withhold(\.customers, "customers", if: noCustomers)
    withhold(\.visitorToLead, "visitor_to_lead", if: noVisitors || noLeads)
    withhold(\.leadToCustomer, "lead_to_customer", if: noLeads || isHidden("lead_to_customer"))
    withhold(\.visitorToCustomer, "visitor_to_customer", if: noVisitors || noCustomers)
    withhold(\.pipeline, "pipeline", if: noLeads)
    withhold(\.revenue, "revenue", if: noCustomers)
    withhold(\.costPerContact, "cost_per_contact", if: noVisitors)
    withhold(\.costPerLead, "cost_per_lead", if: noLeads)
    withhold(\.costPerCustomer, "cost_per_customer", if: noCustomers)
    withhold(\.roi, "roi", if: noCustomers)
  }

  private mutating func withhold<Value>(
    _ figure: WritableKeyPath<Funnel.Figures, Value?>, _ name: String, if isHidden: Bool
  ) {
    guard isHidden, self[keyPath: figure] != nil else { return }
    self[keyPath: figure] = nil
    withheld.append(name)
  }
}
