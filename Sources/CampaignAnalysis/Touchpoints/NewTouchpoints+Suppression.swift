import CampaignFigures
package import CampaignModel

extension NewTouchpoints {
  /// Adds every count with the sums that hold among them.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    let contacts = system.add(TouchpointFigures.newContacts.count, newContacts ?? 0)
    let total = system.add(TouchpointFigures.newTouchpoints.count, newTouchpoints ?? 0)
    if let count = relevantNewContacts {
      let relevant = system.add(TouchpointFigures.relevantNewContacts.count, count)
      system.nest(TouchpointFigures.relevantNewContacts.count, in: TouchpointFigures.newContacts.count)
      if let unaffordable = unaffordableContacts, unaffordable > 0 {
        let name = TouchpointFigures.unaffordableContacts.count
        let affordable = system.add(name.rest, count - unaffordable, ofContacts: false, isFixed: true)
        system.sum(relevant, of: [affordable, system.add(name, unaffordable)])
      }
    }
    addOwnAndForeign(to: &system, total, contacts)
    addChannels(to: &system, total, contacts, dataset)
    addWeeks(to: &system, total, contacts)
    for row in audiencePenetration {
      let whole = system.add(TouchpointFigures.audienceShare.count[row.partner].whole, row.share?.of ?? 0)
      system.part(TouchpointFigures.audienceShare.count[row.partner], row.share?.count ?? 0, of: whole)
    }
  }

  /// Own and foreign are told together or not at all.
  private func addOwnAndForeign(to system: inout CountSystem, _ total: Int, _ contacts: Int) {
    let brands = byBrand.map { row in system.add(TouchpointFigures.brandTotal.count[row.brand], row.total ?? 0) }
    system.sum(total, of: brands)
    guard let own, let foreign else {
      for (index, count) in firstContactMix.enumerated() {
        if let count { system.add(TouchpointFigures.mixContacts.count[index], count) }
      }
      return
    }
    let (ownTotal, foreignTotal) = (
      system.add(TouchpointFigures.own.count, own), system.add(TouchpointFigures.foreign.count, foreign)
    )
    system.sum(total, of: [ownTotal, foreignTotal])
    system.sum(
      contacts,
      of: firstContactMix.enumerated().map {
        system.add(TouchpointFigures.mixContacts.count[$0.offset], $0.element ?? 0)
      })
    let introduced = introducedBy.map { row in
      system.add(TouchpointFigures.introducedContacts.count[row.partner], row.newContacts ?? 0)
      return system.add(TouchpointFigures.introducedTouchpoints.count[row.partner], row.newTouchpoints ?? 0)
    }
    system.sum(foreignTotal, of: introduced)
    let ofBrands = zip(byBrand, brands).map { row, sum in
      let own = system.add(TouchpointFigures.brandOwn.count[row.brand], row.own ?? 0)
      let foreign = system.add(TouchpointFigures.brandForeign.count[row.brand], row.foreign ?? 0)
      system.sum(sum, of: [own, foreign])
      return (own: own, foreign: foreign)
    }
    system.sum(ownTotal, of: ofBrands.map(\.own))
    system.sum(foreignTotal, of: ofBrands.map(\.foreign))
  }

  /// A touch at the very instant that observation stops may lie in a week that has not begun: it is the rest.
  private func addWeeks(to system: inout CountSystem, _ total: Int, _ contacts: Int) {
    for (name, whole, count) in [
      (TouchpointFigures.weekTouchpoints.count, total, \WeekCount.newTouchpoints),
      (TouchpointFigures.weekContacts.count, contacts, \WeekCount.newContacts),
    ] {
      let weeks = byWeek.compactMap { week in week[keyPath: count].map { system.add(name[week.week], $0) } }
      let rest = system.counts[whole] - weeks.reduce(0) { $0 + system.counts[$1] }
      system.sum(whole, of: rest == 0 ? weeks : weeks + [system.add(name.rest, rest)])
    }
  }

  private func addChannels(to system: inout CountSystem, _ total: Int, _ contacts: Int, _ dataset: Dataset) {
    let touchpoints = byChannel.map {
      system.add(TouchpointFigures.channelTouchpoints.count[$0.channel], $0.newTouchpoints ?? 0)
    }
    let new = byChannel.map { system.add(TouchpointFigures.channelContacts.count[$0.channel], $0.newContacts ?? 0) }
    system.sum(total, of: touchpoints)
    system.sum(contacts, of: new)
    for row in byMedium {
      let members = byChannel.indices.filter { dataset.channels[byChannel[$0].channel].medium == row.medium }
      let key = row.medium ?? ""
      system.sum(
        system.add(TouchpointFigures.mediumTouchpoints.count[key], row.newTouchpoints ?? 0),
        of: members.map { touchpoints[$0] })
      system.sum(
        system.add(TouchpointFigures.mediumContacts.count[key], row.newContacts ?? 0), of: members.map { new[$0] })
    }
    system.sum(total, of: byMedium.map { system.add(TouchpointFigures.mediumTouchpoints.count[$0.medium ?? ""], 0) })
    system.sum(contacts, of: byMedium.map { system.add(TouchpointFigures.mediumContacts.count[$0.medium ?? ""], 0) })
  }

  /// Takes out what is withheld.
  package mutating func withhold(_ suppression: Suppression) {
    let system = suppression.system
    let begunWeeks = byWeek.count { $0.newContacts != nil }
    withholdTotals(system)
    for index in introducedBy.indices {
      let key = introducedBy[index].partner
      introducedBy[index].newTouchpoints = system.shown(
        introducedBy[index].newTouchpoints, TouchpointFigures.introducedTouchpoints.count[key])
      introducedBy[index].newContacts = system.shown(
        introducedBy[index].newContacts, TouchpointFigures.introducedContacts.count[key])
    }
    for index in byBrand.indices {
      let key = byBrand[index].brand
      byBrand[index].total = system.shown(byBrand[index].total, TouchpointFigures.brandTotal.count[key])
      byBrand[index].own = system.shown(byBrand[index].own, TouchpointFigures.brandOwn.count[key])
      byBrand[index].foreign = system.shown(byBrand[index].foreign, TouchpointFigures.brandForeign.count[key])
    }
    for index in byChannel.indices {
      let key = byChannel[index].channel
      byChannel[index].newTouchpoints = system.shown(
        byChannel[index].newTouchpoints, TouchpointFigures.channelTouchpoints.count[key])
      byChannel[index].newContacts = system.shown(
        byChannel[index].newContacts, TouchpointFigures.channelContacts.count[key])
    }
    for index in byMedium.indices {
      let key = byMedium[index].medium ?? ""
      byMedium[index].newTouchpoints = system.shown(
        byMedium[index].newTouchpoints, TouchpointFigures.mediumTouchpoints.count[key])
      byMedium[index].newContacts = system.shown(
        byMedium[index].newContacts, TouchpointFigures.mediumContacts.count[key])
    }
    for index in byWeek.indices {
      byWeek[index].newContacts = system.shown(byWeek[index].newContacts, TouchpointFigures.weekContacts.count[index])
      byWeek[index].newTouchpoints = system.shown(
        byWeek[index].newTouchpoints, TouchpointFigures.weekTouchpoints.count[index])
    }
    for index in audiencePenetration.indices {
      let key = audiencePenetration[index].partner
      audiencePenetration[index].share = system.shown(
        audiencePenetration[index].share, TouchpointFigures.audienceShare.count[key],
        of: TouchpointFigures.audienceShare.count[key].whole)
    }
    nameWithheldRows(begunWeeks: begunWeeks)
    sort(suppression.dataset)
  }

  private mutating func withholdTotals(_ system: CountSystem) {
    newContacts = system.shown(newContacts, TouchpointFigures.newContacts.count)
    newTouchpoints = system.shown(newTouchpoints, TouchpointFigures.newTouchpoints.count)
    own = system.shown(own, TouchpointFigures.own.count)
    foreign = system.shown(foreign, TouchpointFigures.foreign.count)
    let isPenetrationKnown = penetration != nil
    penetration = system.shown(penetration, TouchpointFigures.foreign.count, of: TouchpointFigures.newTouchpoints.count)
    relevantNewContacts = system.shown(relevantNewContacts, TouchpointFigures.relevantNewContacts.count)
    let isCostWithheld = relevantNewContacts == nil && singleBrandCost != nil
    if isCostWithheld { singleBrandCost = nil }
    let isRestWithheld =
      unaffordableContacts != nil && system.isWithheldIfCounted(TouchpointFigures.unaffordableContacts.count) == true
    if isRestWithheld { unaffordableContacts = nil }
    for index in firstContactMix.indices {
      firstContactMix[index] = system.shown(firstContactMix[index], TouchpointFigures.mixContacts.count[index])
    }
    unknown.addWithheld(TouchpointFigures.newContacts, if: newContacts == nil)
    unknown.addWithheld(TouchpointFigures.newTouchpoints, if: newTouchpoints == nil)
    unknown.addWithheld(TouchpointFigures.own, if: own == nil)
    unknown.addWithheld(TouchpointFigures.foreign, if: foreign == nil)
    unknown.addWithheld(TouchpointFigures.penetration, if: isPenetrationKnown && penetration == nil)
    for (figure, count) in zip(TouchpointFigures.firstContactMix, firstContactMix) {
      unknown.addWithheld(figure, if: count == nil)
    }
    unknown.addWithheld(TouchpointFigures.relevantNewContacts, if: relevantNewContacts == nil)
    unknown.addWithheld(TouchpointFigures.singleBrandCost, if: isCostWithheld)
    unknown.addWithheld(TouchpointFigures.unaffordableContacts, if: isRestWithheld)
  }

  private mutating func nameWithheldRows(begunWeeks: Int) {
    unknown.addWithheld(
      introducedBy, TouchpointFigures.introducedTouchpoints, TouchpointFigures.introducedContacts)
    unknown.addWithheld(
      byBrand, TouchpointFigures.brandTotal, TouchpointFigures.brandOwn, TouchpointFigures.brandForeign)
    unknown.addWithheld(byChannel, TouchpointFigures.channelTouchpoints, TouchpointFigures.channelContacts)
    unknown.addWithheld(byMedium, TouchpointFigures.mediumTouchpoints, TouchpointFigures.mediumContacts)
    unknown.addWithheld(
      byWeek.prefix(begunWeeks), TouchpointFigures.weekContacts, TouchpointFigures.weekTouchpoints)
    unknown.addWithheld(audiencePenetration, TouchpointFigures.audienceShare)
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
