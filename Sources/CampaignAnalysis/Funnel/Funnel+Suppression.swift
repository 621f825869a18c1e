import CampaignFigures
package import CampaignModel

extension Funnel {
  /// Adds the counts of contacts of the whole with the sums that hold among them. Rows have systems of their own.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    guard let visitors = total.visitors else { return }
    let all = system.add(FunnelFigures.visitors.count, visitors)
    if system.count(of: ReachFigures.reach.count) == visitors {
      system.same(all, system.add(ReachFigures.reach.count, visitors))
    }
    total.add(to: &system, all)
  }

  /// Takes out what is withheld.
  package mutating func withhold(_ suppression: Suppression) {
    let whole = total
    total.withhold(total.small(suppression.system, suppression.group))
    for figure in FunnelFigures.guarded { unknown.addWithheld(figure, if: total.withheld.contains(figure.path)) }
    var hidden = rows.map { smallCounts(of: $0, suppression) }
    for part in FunnelPart.allCases {
      // A partner's visitors are its reach, which is shown or withheld with that.
      if part == .visitors, by == .partner { continue }
      guard total.shows(part) else { continue }
      complete(&hidden, part, of: whole, suppression.group)
    }
    for index in rows.indices { rows[index].figures.withhold(hidden[index]) }
    for figure in FunnelFigures.guarded {
      unknown.addWithheld(
        figure, in: FunnelFigures.stages, rows.count { $0.figures.withheld.contains(figure.path) }, of: rows.count)
    }
    if firstRowStays != nil, rows.contains(where: { $0.figures.visitors == nil }) {
      firstRowStays = nil
      unknown.addWithheld(FunnelFigures.firstRowStays, if: true)
    }
    total.intervals = FunnelFigures.resampled.shown(total.intervals, of: total)
    for index in rows.indices {
      let figures = rows[index].figures
      rows[index].figures.intervals = FunnelFigures.resampled.shown(figures.intervals, of: figures)
    }
    rows = rows.sortedByMainFigure(\.figures.visitors) {
      ($0.group.id(in: suppression.dataset) ?? "") < ($1.group.id(in: suppression.dataset) ?? "")
    }
  }

  /// What of a row is small by itself, or could be worked out from the row's other figures.
  private func smallCounts(of row: Row, _ suppression: Suppression) -> FunnelPart.Hidden {
    var isWithheldElsewhere: Bool?
    if case .partner(let partner) = row.group {
      isWithheldElsewhere = suppression.system.isWithheldIfCounted(ReachFigures.carrierReach.count[partner])
    }
    var own = CountSystem()
    let all = own.add(FunnelFigures.visitors.count, row.figures.visitors ?? 0, isFixed: isWithheldElsewhere != nil)
    row.figures.add(to: &own, all)
    own.protect(suppression.group)
    var hidden = row.figures.small(own, suppression.group)
    if isWithheldElsewhere == true { hidden.parts.insert(.visitors) }
    if isWithheldElsewhere == false { hidden.parts.remove(.visitors) }
    return hidden
  }

  /// Withholds the next smallest of one part in other rows, until those withheld are two at least and of enough contacts
  /// together: the total less the shown ones tells of them.
  ///
  /// Contacts are counted anew in each row. How many several rows have together is not known; it is at least as many as
  /// the largest has, and as the total lacks without the shown ones.
  private func complete(
    _ hidden: inout [FunnelPart.Hidden], _ part: FunnelPart, of whole: Figures, _ group: MinimumGroup
  ) {
    let counts = rows.map { $0.figures.contacts(of: part) }
    while true {
      let withheld = rows.indices.filter { hidden[$0].parts.contains(part) && counts[$0] > 0 }
      let shown = rows.indices.filter { !hidden[$0].parts.contains(part) && counts[$0] > 0 }
      guard !withheld.isEmpty else { return }
      let rest = whole.contacts(of: part) - shown.reduce(0) { $0 + counts[$1] }
      let together = max(rest, withheld.map { counts[$0] }.max() ?? 0)
      if withheld.count > 1, !group.withholds(together), !group.withholds(rest) { return }
      guard let next = shown.min(by: { counts[$0] < counts[$1] }) else { return }
      hidden[next].parts.insert(part)
    }
  }
}

/// A figure of the funnel that a group of contacts is behind, with which others go.
enum FunnelPart: CaseIterable {
  case visitors
  case leads
  case customers
  case pipeline
  case revenue

  /// What is withheld of one group of touches.
  struct Hidden {
    var parts: Set<FunnelPart> = []
    /// Whether the shares of visitors and of leads go beside what the parts take with them.
    var visitorToLead = false
    var visitorToCustomer = false
    var leadToCustomer = false
  }
}

extension Funnel.Figures {
  /// How many contacts are behind a part.
  fileprivate func contacts(of part: FunnelPart) -> Int {
    switch part {
    case .visitors: visitors ?? 0
    case .leads: leads ?? 0
    case .customers: customers ?? 0
    case .pipeline: contactsOfPipeline
    case .revenue: contactsOfRevenue
    }
  }

  fileprivate func shows(_ part: FunnelPart) -> Bool {
    switch part {
    case .visitors: visitors != nil
    case .leads: leads != nil
    case .customers: customers != nil
    case .pipeline: pipeline != nil
    case .revenue: revenue != nil
    }
  }

  /// Adds leads and customers, of all visitors and beside them.
  fileprivate func add(to system: inout CountSystem, _ all: Int) {
    guard let visitors, let leads, let customers, let both = leadToCustomer?.count,
      let ledVisitors = visitorToLead?.count, let boughtVisitors = visitorToCustomer?.count
    else { return }
    let led = system.add(FunnelFigures.leads.count, leads)
    let bought = system.add(FunnelFigures.customers.count, customers)
    let ledHere = system.add(FunnelFigures.visitorToLead.count, ledVisitors)
    let boughtHere = system.add(FunnelFigures.visitorToCustomer.count, boughtVisitors)
    let ledAndBought = system.add(FunnelFigures.leadToCustomer.count, both)
    // What is left can be had by subtraction, so that it must not be small either.
    system.sum(all, of: [ledHere, system.add(FunnelFigures.visitorToLead.count.rest, visitors - ledVisitors)])
    system.sum(
      all, of: [boughtHere, system.add(FunnelFigures.visitorToCustomer.count.rest, visitors - boughtVisitors)])
    system.sum(led, of: [ledHere, system.add(.leadsElsewhere, leads - ledVisitors)])
    system.sum(bought, of: [boughtHere, system.add(.customersElsewhere, customers - boughtVisitors)])
    system.sum(led, of: [ledAndBought, system.add(.leadsOnly, leads - both)])
    system.sum(bought, of: [ledAndBought, system.add(.customersOnly, customers - both)])
  }

  /// What a system of these counts withholds, and sums of money that only a small group is behind.
  fileprivate func small(_ system: CountSystem, _ group: MinimumGroup) -> FunnelPart.Hidden {
    func isHidden(_ figure: Figure<Funnel.Figures>) -> Bool { system.isWithheldIfCounted(figure.count) == true }
    var hidden = FunnelPart.Hidden(
      visitorToLead: isHidden(FunnelFigures.visitorToLead),
      visitorToCustomer: isHidden(FunnelFigures.visitorToCustomer),
      leadToCustomer: isHidden(FunnelFigures.leadToCustomer))
    if isHidden(FunnelFigures.visitors) { hidden.parts.insert(.visitors) }
    if isHidden(FunnelFigures.leads) { hidden.parts.insert(.leads) }
    if isHidden(FunnelFigures.customers) { hidden.parts.insert(.customers) }
    if isHidden(FunnelFigures.leads) || group.withholds(contactsOfPipeline) { hidden.parts.insert(.pipeline) }
    if isHidden(FunnelFigures.customers) || group.withholds(contactsOfRevenue) { hidden.parts.insert(.revenue) }
    return hidden
  }

  fileprivate mutating func withhold(_ hidden: FunnelPart.Hidden) {
    let (noVisitors, noLeads) = (hidden.parts.contains(.visitors), hidden.parts.contains(.leads))
    let noCustomers = hidden.parts.contains(.customers)
    withhold(FunnelFigures.visitors, if: noVisitors)
    withhold(FunnelFigures.leads, if: noLeads)
    withhold(FunnelFigures.customers, if: noCustomers)
    withhold(FunnelFigures.visitorToLead, if: noVisitors || noLeads || hidden.visitorToLead)
    withhold(FunnelFigures.leadToCustomer, if: noLeads || noCustomers || hidden.leadToCustomer)
    withhold(FunnelFigures.visitorToCustomer, if: noVisitors || noCustomers || hidden.visitorToCustomer)
    withhold(FunnelFigures.pipeline, if: noLeads || hidden.parts.contains(.pipeline))
    withhold(FunnelFigures.revenue, if: noCustomers || hidden.parts.contains(.revenue))
    withhold(FunnelFigures.costPerContact, if: noVisitors)
    withhold(FunnelFigures.costPerLead, if: noLeads)
    withhold(FunnelFigures.costPerCustomer, if: noCustomers)
    withhold(FunnelFigures.roi, if: revenue == nil && withheld.contains(FunnelFigures.revenue.path))
  }

  private mutating func withhold(_ figure: Figure<Funnel.Figures>, if isHidden: Bool) {
    guard isHidden, figure.value(self) != nil else { return }
    figure.remove?(&self)
    withheld.append(figure.path)
  }
}

extension CountName {
  /// Leads and customers without a touch of the scope, and those that are not both.
  fileprivate static let leadsElsewhere = CountName("funnel.leads_elsewhere")
  fileprivate static let customersElsewhere = CountName("funnel.customers_elsewhere")
  fileprivate static let leadsOnly = CountName("funnel.leads_only")
  fileprivate static let customersOnly = CountName("funnel.customers_only")
}
