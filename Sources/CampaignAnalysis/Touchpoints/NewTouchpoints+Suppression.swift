import CampaignFigures
package import CampaignModel

extension NewTouchpoints {
  /// Adds every count with the sums that hold among them.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    let contacts = system.add("new_contacts", newContacts ?? 0)
    let total = system.add("new_touchpoints", newTouchpoints ?? 0)
    if let count = relevantNewContacts {
      let relevant = system.add("relevant_new_contacts", count)
      if let unaffordable = unaffordableContacts, unaffordable > 0 {
        let affordable = system.add("affordable", count - unaffordable, ofContacts: false, isFixed: true)
        system.sum(relevant, of: [affordable, system.add("unaffordable_contacts", unaffordable)])
      }
    }
    addOwnAndForeign(to: &system, total, contacts)
    addChannels(to: &system, total, contacts, dataset)
    addWeeks(to: &system, total, contacts)
    for row in audiencePenetration {
      system.add("audience_penetration:\(row.partner)", row.share?.count ?? 0)
      system.add("audience_penetration.of:\(row.partner)", row.share?.of ?? 0)
    }
  }

  /// Own and foreign are told together or not at all.
  private func addOwnAndForeign(to system: inout CountSystem, _ total: Int, _ contacts: Int) {
    let brands = byBrand.map { row in system.add("by_brand:\(row.brand)", row.total ?? 0) }
    system.sum(total, of: brands)
    guard let own, let foreign else {
      for (index, count) in firstContactMix.enumerated() {
        if let count { system.add("first_contact_mix:\(index)", count) }
      }
      return
    }
    let (ownTotal, foreignTotal) = (
      system.add("new_touchpoints.own", own), system.add("new_touchpoints.foreign", foreign)
    )
    system.sum(total, of: [ownTotal, foreignTotal])
    system.sum(
      contacts, of: firstContactMix.enumerated().map { system.add("first_contact_mix:\($0.offset)", $0.element ?? 0) })
    let introduced = introducedBy.map { row in
      system.add("introduced_by.new_contacts:\(row.partner)", row.newContacts ?? 0)
      return system.add("introduced_by:\(row.partner)", row.newTouchpoints ?? 0)
    }
    system.sum(foreignTotal, of: introduced)
    let ofBrands = zip(byBrand, brands).map { row, sum in
      let own = system.add("by_brand.own:\(row.brand)", row.own ?? 0)
      let foreign = system.add("by_brand.foreign:\(row.brand)", row.foreign ?? 0)
      system.sum(sum, of: [own, foreign])
      return (own: own, foreign: foreign)
    }
    system.sum(ownTotal, of: ofBrands.map(\.own))
    system.sum(foreignTotal, of: ofBrands.map(\.foreign))
  }

  /// A touch at the very instant that observation stops may lie in a week that has not begun: it is the rest.
  private func addWeeks(to system: inout CountSystem, _ total: Int, _ contacts: Int) {
    for (name, whole, count) in [
      ("by_week", total, \WeekCount.newTouchpoints), ("by_week.new_contacts", contacts, \WeekCount.newContacts),
    ] {
      let weeks = byWeek.compactMap { week in week[keyPath: count].map { system.add("\(name):\(week.week)", $0) } }
      let rest = system.counts[whole] - weeks.reduce(0) { $0 + system.counts[$1] }
      system.sum(whole, of: rest == 0 ? weeks : weeks + [system.add("\(name).rest", rest)])
    }
  }

  private func addChannels(to system: inout CountSystem, _ total: Int, _ contacts: Int, _ dataset: Dataset) {
    let touchpoints = byChannel.map { system.add("by_channel:\($0.channel)", $0.newTouchpoints ?? 0) }
    let new = byChannel.map { system.add("by_channel.new_contacts:\($0.channel)", $0.newContacts ?? 0) }
    system.sum(total, of: touchpoints)
    system.sum(contacts, of: new)
    for row in byMedium {
      let members = byChannel.indices.filter { dataset.channels[byChannel[$0].channel].medium == row.medium }
      let key = row.medium ?? ""
      system.sum(system.add("by_medium:\(key)", row.newTouchpoints ?? 0), of: members.map { touchpoints[$0] })
      system.sum(system.add("by_medium.new_contacts:\(key)", row.newContacts ?? 0), of: members.map { new[$0] })
    }
    system.sum(total, of: byMedium.map { system.add("by_medium:\($0.medium ?? "")", 0) })
    system.sum(contacts, of: byMedium.map { system.add("by_medium.new_contacts:\($0.medium ?? "")", 0) })
  }

  /// Takes out what is withheld.
  package mutating func withhold(_ suppression: Suppression) {
    let system = suppression.system
    let begunWeeks = byWeek.count { $0.newContacts != nil }
    withholdTotals(system)
    for index in introducedBy.indices {
      let key = introducedBy[index].partner
      introducedBy[index].newTouchpoints = system.shown(introducedBy[index].newTouchpoints, "introduced_by:\(key)")
      introducedBy[index].newContacts = system.shown(
        introducedBy[index].newContacts, "introduced_by.new_contacts:\(key)")
    }
    for index in byBrand.indices {
      let key = byBrand[index].brand
      byBrand[index].total = system.shown(byBrand[index].total, "by_brand:\(key)")
      byBrand[index].own = system.shown(byBrand[index].own, "by_brand.own:\(key)")
      byBrand[index].foreign = system.shown(byBrand[index].foreign, "by_brand.foreign:\(key)")
    }
    for index in byChannel.indices {
      let key = byChannel[index].channel
      byChannel[index].newTouchpoints = system.shown(byChannel[index].newTouchpoints, "by_channel:\(key)")
      byChannel[index].newContacts = system.shown(byChannel[index].newContacts, "by_channel.new_contacts:\(key)")
    }
    for index in byMedium.indices {
      let key = byMedium[index].medium ?? ""
      byMedium[index].newTouchpoints = system.shown(byMedium[index].newTouchpoints, "by_medium:\(key)")
      byMedium[index].newContacts = system.shown(byMedium[index].newContacts, "by_medium.new_contacts:\(key)")
    }
    for index in byWeek.indices {
      byWeek[index].newContacts = system.shown(byWeek[index].newContacts, "by_week.new_contacts:\(index)")
      byWeek[index].newTouchpoints = system.shown(byWeek[index].newTouchpoints, "by_week:\(index)")
    }
    for index in audiencePenetration.indices {
      let key = audiencePenetration[index].partner
      audiencePenetration[index].share = system.shown(
        audiencePenetration[index].share, "audience_penetration:\(key)", of: "audience_penetration.of:\(key)")
    }
    nameWithheldRows(begunWeeks: begunWeeks)
    sort(suppression.dataset)
  }

  private mutating func withholdTotals(_ system: CountSystem) {
    newContacts = system.shown(newContacts, "new_contacts")
    newTouchpoints = system.shown(newTouchpoints, "new_touchpoints")
    own = system.shown(own, "new_touchpoints.own")
    foreign = system.shown(foreign, "new_touchpoints.foreign")
    let isPenetrationKnown = penetration != nil
    penetration = system.shown(penetration, "new_touchpoints.foreign", of: "new_touchpoints")
    relevantNewContacts = system.shown(relevantNewContacts, "relevant_new_contacts")
    let isCostWithheld = relevantNewContacts == nil && singleBrandCost != nil
    if isCostWithheld { singleBrandCost = nil }
    let isRestWithheld = unaffordableContacts != nil && system.isWithheldIfCounted("unaffordable_contacts") == true
    if isRestWithheld { unaffordableContacts = nil }
    for index in firstContactMix.indices {
      firstContactMix[index] = system.shown(firstContactMix[index], "first_contact_mix:\(index)")
    }
    unknown.addWithheld("new_contacts", if: newContacts == nil)
    unknown.addWithheld("new_touchpoints.total", if: newTouchpoints == nil)
    unknown.addWithheld("new_touchpoints.own", if: own == nil)
    unknown.addWithheld("new_touchpoints.foreign", if: foreign == nil)
    unknown.addWithheld("penetration", if: isPenetrationKnown && penetration == nil)
    for kind in FirstContactClass.allCases {
      unknown.addWithheld("first_contact_mix.\(kind.name)", if: firstContactMix[kind.rawValue] == nil)
    }
    unknown.addWithheld("relevant_new_contacts", if: relevantNewContacts == nil)
    unknown.addWithheld("single_brand_cost", if: isCostWithheld)
    unknown.addWithheld("unaffordable_contacts", if: isRestWithheld)
  }

  private mutating func nameWithheldRows(begunWeeks: Int) {
    func name<Row>(_ list: String, _ figure: String, _ rows: [Row], _ count: (Row) -> Bool) {
      unknown.addWithheld("\(list).\(figure)", rows.count { count($0) }, of: rows.count)
    }
    name("introduced_by", "new_touchpoints", introducedBy) { $0.newTouchpoints == nil }
    name("introduced_by", "new_contacts", introducedBy) { $0.newContacts == nil }
    name("by_brand", "total", byBrand) { $0.total == nil }
    name("by_brand", "own", byBrand) { $0.own == nil }
    name("by_brand", "foreign", byBrand) { $0.foreign == nil }
    name("by_channel", "new_touchpoints", byChannel) { $0.newTouchpoints == nil }
    name("by_channel", "new_contacts", byChannel) { $0.newContacts == nil }
    name("by_medium", "new_touchpoints", byMedium) { $0.newTouchpoints == nil }
    name("by_medium", "new_contacts", byMedium) { $0.newContacts == nil }
    name("by_week", "new_contacts", Array(byWeek.prefix(begunWeeks))) { $0.newContacts == nil }
    name("by_week", "new_touchpoints", Array(byWeek.prefix(begunWeeks))) { $0.newTouchpoints == nil }
    name("audience_penetration", "count", audiencePenetration) { $0.share == nil }
  }

  /// Brings rows whose main figure is withheld to the end.
  private mutating func sort(_ dataset: Dataset) {
    let (partners, channels) = (dataset.partners, dataset.channels)
    introducedBy = introducedBy.sortedByMainFigure(\.newTouchpoints) {
      partners[$0.partner].id < partners[$1.partner].id
    }
    byBrand = byBrand.sortedByMainFigure(\.total) { partners[$0.brand].id < partners[$1.brand].id }
    byChannel = byChannel.sortedByMainFigure(\.newTouchpoints) { channels[$0.channel].id < channels[$1.channel].id }
    byMedium = byMedium.sortedByMainFigure(\.newTouchpoints) { ($0.medium ?? "") < ($1.medium ?? "") }
    audiencePenetration = audiencePenetration.sortedByMainFigure(\.share?.count) {
      partners[$0.partner].id < partners[$1.partner].id
    }
  }
}
