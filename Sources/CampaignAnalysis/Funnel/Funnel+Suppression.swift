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
    var hidden = rows.map { smallCounts(of: $0, suppression) }
    for part in FunnelPart.allCases {
      if part == .visitors, rows.contains(where: { $0.group.isReachWithheld(suppression.system) != nil }) { continue }
      if total.shows(part) {
        // Reach tells the visitors in any case.
        if !complete(&hidden, part, of: whole, suppression.group), part != .visitors {
          total.withhold(FunnelPart.Hidden(parts: [part]))
        }
      } else if part.addsUp, whole.shows(part) {
        withholdOne(&hidden, part)
      }
    }
    if !completeCoverage(&hidden) { total.withhold(FunnelPart.Hidden(parts: [.touches])) }
    for figure in FunnelFigures.all { unknown.addWithheld(figure, if: total.withheld.contains(figure.path)) }
    for index in rows.indices { rows[index].figures.withhold(hidden[index]) }
    for figure in FunnelFigures.all {
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
    let isWithheldElsewhere = row.group.isReachWithheld(suppression.system)
    var own = CountSystem()
    let all = own.add(FunnelFigures.visitors.count, row.figures.visitors ?? 0, isFixed: isWithheldElsewhere != nil)
    row.figures.add(to: &own, all)
    own.protect(suppression.group)
    var hidden = row.figures.small(own, suppression.group)
    if isWithheldElsewhere == true { hidden.parts.formUnion([.visitors, .touches]) }
    if isWithheldElsewhere == false { hidden.parts.subtract([.visitors, .touches]) }
    return hidden
  }

  /// Withholds the next smallest of one part in other rows, until those withheld are two at least and of enough contacts
  /// together: the total less the shown ones tells of them.
  ///
  /// Contacts are counted anew in each row. How many several rows have together is not known; it is at least as many as
  /// the largest has, and as the total lacks without the shown ones.
  ///
  /// - Returns: whether they are; if not, the total must not be told.
  private func complete(
    _ hidden: inout [FunnelPart.Hidden], _ part: FunnelPart, of whole: Figures, _ group: MinimumGroup
  ) -> Bool {
    let counts = rows.map { $0.figures.contacts(of: part) }
    while true {
      let withheld = rows.indices.filter { hidden[$0].hides(part) && counts[$0] > 0 }
      let shown = rows.indices.filter { !hidden[$0].hides(part) && counts[$0] > 0 }
      guard !withheld.isEmpty else { return true }
      let rest = whole.contacts(of: part) - shown.reduce(0) { $0 + counts[$1] }
      let together = max(rest, withheld.map { counts[$0] }.max() ?? 0)
      if withheld.count > 1, !group.withholds(together), !group.withholds(rest) { return true }
      guard let next = shown.min(by: { counts[$0] < counts[$1] }) else { return false }
      hidden[next].parts.insert(part)
    }
  }

  /// Withholds the smallest row of a part whose total is withheld, unless one is: all rows together tell the total.
  private func withholdOne(_ hidden: inout [FunnelPart.Hidden], _ part: FunnelPart) {
    let filled = rows.indices.filter { rows[$0].figures.contacts(of: part) > 0 }
    guard !filled.contains(where: { hidden[$0].hides(part) }),
      let next = filled.min(by: { rows[$0].figures.contacts(of: part) < rows[$1].figures.contacts(of: part) })
    else { return }
    hidden[next].parts.insert(part)
  }

  /// Withholds how many touches record a cost of the next smallest rows, until those withheld have more touches with a
  /// cost than they are rows, and more without, lest each have one.
  ///
  /// - Returns: whether they are; if not, the total must not be told.
  private func completeCoverage(_ hidden: inout [FunnelPart.Hidden]) -> Bool {
    let shares = rows.map { $0.figures.costCoverage ?? Proportion(0, of: 0) }
    while true {
      let withheld = rows.indices.filter { hidden[$0].hidesCoverage }
      let costed = withheld.reduce(0) { $0 + shares[$1].count }
      let all = withheld.reduce(0) { $0 + shares[$1].of }
      guard [costed, all - costed].contains(where: { $0 > 0 && $0 <= withheld.count }) else { return true }
      guard let next = rows.indices.filter({ !hidden[$0].hidesCoverage }).min(by: { shares[$0].of < shares[$1].of })
      else { return false }
      hidden[next].parts.insert(.touches)
    }
  }
}

extension Group {
  /// Whether its visitors, as the reach of the partner or channel that it is, are withheld; nil where no reach is told.
  fileprivate func isReachWithheld(_ system: CountSystem) -> Bool? {
    switch self {
    case .partner(let partner): system.isWithheldIfCounted(ReachFigures.carrierReach.count[partner])
    case .channel(let channel): system.isWithheldIfCounted(ReachFigures.channelReach.count[channel])
    case .medium, .format: nil
    }
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
    case .cost: contactsOfCost
    case .uncosted: contactsWithoutCost
    case .touches: visitors ?? 0
    }
  }

  fileprivate func shows(_ part: FunnelPart) -> Bool {
    switch part {
    case .visitors: visitors != nil
    case .leads: leads != nil
    case .customers: customers != nil
    case .pipeline: pipeline != nil
    case .revenue: revenue != nil
    case .cost: cost != nil || costCoverage != nil
    case .uncosted: costCoverage != nil
    // Reach tells how many touches there are in all.
    case .touches: true
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
    if isHidden(FunnelFigures.visitors) { hidden.parts.insert(.touches) }
    if group.withholds(contactsOfCost) { hidden.parts.insert(.cost) }
    if group.withholds(contactsWithoutCost) { hidden.parts.insert(.uncosted) }
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
    withhold(FunnelFigures.pipeline, if: hidden.hides(.pipeline))
    withhold(FunnelFigures.revenue, if: hidden.hides(.revenue))
    let noCost = hidden.parts.contains(.cost)
    withhold(FunnelFigures.cost, if: noCost)
    withhold(FunnelFigures.costCoverage, if: hidden.hidesCoverage)
    withhold(FunnelFigures.costPerContact, if: noCost || noVisitors)
    withhold(FunnelFigures.costPerLead, if: noCost || noLeads)
    withhold(FunnelFigures.costPerCustomer, if: noCost || noCustomers)
    withhold(FunnelFigures.roi, if: noCost || withheld.contains(FunnelFigures.revenue.path))
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
