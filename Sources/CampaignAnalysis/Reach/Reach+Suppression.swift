import CampaignFigures
import CampaignModel
import LogScanning

extension Reach {
  /// Takes out what is withheld.
  package mutating func withhold(_ suppression: Suppression) {
    guard reach != nil else { return }
    let system = suppression.system
    withholdTotals(system)
    let hidden = withholdRegions(system)
    let isCurveWithheld =
      regions.count > Reach.maximumRegionsChecked
      || (1...max(1, carriers.count)).contains { system.isWithheld(ReachFigures.averageReach.count[$0]) }
      || randomOrderCurve.contains { ($0.reach ?? 0) > 0 && ($0.reach ?? 0) < Double(suppression.group.minimum) }
    if isCurveWithheld {
      for index in randomOrderCurve.indices { randomOrderCurve[index].reach = nil }
    }
    for index in carriers.indices {
      let key = carriers[index].partner
      carriers[index].reach = system.shown(carriers[index].reach, ReachFigures.carrierReach.count[key])
      carriers[index].exclusive = system.shown(carriers[index].exclusive, ReachFigures.exclusive.count[key])
      carriers[index].incrementalOverOwn = system.shown(
        carriers[index].incrementalOverOwn, ReachFigures.incrementalOverOwn.count[key])
      // A share is a weighted sum of the regions it is made of.
      if hidden.contains(key) || carriers[index].reach == nil { carriers[index].shapley = nil }
    }
    for index in stacked.indices {
      stacked[index].gain = system.shown(stacked[index].gain, ReachFigures.gain.count[stacked[index].partner])
      stacked[index].cumulative = system.shown(stacked[index].cumulative, ReachFigures.cumulative.count[index])
    }
    thinStack(suppression.group.minimum)
    for index in overlap.indices {
      let (a, b) = (overlap[index].a, overlap[index].b)
      overlap[index].contacts = system.shown(overlap[index].contacts, ReachFigures.overlapContacts.count[[a, b]])
      let isKnown = [a, b].allSatisfy { !system.isWithheld(ReachFigures.carrierReach.count[$0]) }
      if overlap[index].contacts == nil || !isKnown { overlap[index].jaccard = nil }
    }
    for index in byChannel.indices {
      let name = ReachFigures.channelReach.count[byChannel[index].channel]
      byChannel[index].reach = system.shown(byChannel[index].reach, name)
      if byChannel[index].reach == nil { byChannel[index].share = nil }
    }
    let begunDays = reachCurve.count { $0.reach != nil }
    thinCurve(suppression.group.minimum)
    nameWithheldRows(begunDays: begunDays)
    if firstCarrierStays != nil, carriers.contains(where: { $0.reach == nil }) {
      firstCarrierStays = nil
      unknown.addWithheld(ReachFigures.firstCarrierStays, if: true)
    }
    intervals = ReachFigures.resampled.shown(intervals, of: self)
    for index in carriers.indices {
      carriers[index].intervals = ReachFigures.resampledOfCarrier.shown(carriers[index].intervals, of: carriers[index])
    }
    sort(suppression.dataset)
  }

  private mutating func withholdTotals(_ system: CountSystem) {
    reach = system.shown(reach, ReachFigures.reach.count)
    contactsGross = system.shown(contactsGross, ReachFigures.contactsGross.count)
    own = system.shown(own, ReachFigures.own.count)
    foreign = system.shown(foreign, ReachFigures.foreign.count)
    duplicated = system.shown(duplicated, ReachFigures.duplicated.count)
    incremental = system.shown(incremental, ReachFigures.incremental.count)
    organicShares = system.shown(organicShares, ReachFigures.organicShares.count)
    for index in frequencyDistribution.indices {
      frequencyDistribution[index] = system.shown(
        frequencyDistribution[index], ReachFigures.frequencyDistribution.count[index + 1])
      kPlus[index] = system.shown(kPlus[index], ReachFigures.kPlus.count[index + 1])
    }
    let isFrequencyWithheld = frequency != nil && (reach == nil || contactsGross == nil)
    if isFrequencyWithheld { frequency = nil }
    let isSynergyWithheld = synergy != nil && (reach == nil || own == nil)
    if isSynergyWithheld { synergy = nil }
    unknown.addWithheld(ReachFigures.reach, if: reach == nil)
    unknown.addWithheld(ReachFigures.contactsGross, if: contactsGross == nil)
    unknown.addWithheld(ReachFigures.frequency, if: isFrequencyWithheld)
    unknown.addWithheld(ReachFigures.frequencyDistribution, frequencyDistribution.count { $0 == nil }, of: 10)
    unknown.addWithheld(ReachFigures.kPlus, kPlus.count { $0 == nil }, of: 10)
    unknown.addWithheld(ReachFigures.own, if: own == nil)
    unknown.addWithheld(ReachFigures.foreign, if: foreign == nil)
    unknown.addWithheld(ReachFigures.duplicated, if: duplicated == nil)
    unknown.addWithheld(ReachFigures.incremental, if: incremental == nil)
    unknown.addWithheld(ReachFigures.synergy, if: isSynergyWithheld)
    unknown.addWithheld(ReachFigures.organicShares, if: organicShares == nil)
  }

  /// - Returns: the partners of regions that are withheld.
  private mutating func withholdRegions(_ system: CountSystem) -> Set<Int> {
    let areAll = regions.count > Reach.maximumRegionsChecked
    var hidden: Set<Int> = []
    regions.withhold { region in
      guard areAll || system.isWithheld(region.count) else { return false }
      hidden.formUnion(region.partners)
      return true
    }
    return hidden
  }

  /// Leaves of the daily curve what differs from the day shown before by nobody, or by enough contacts.
  private mutating func thinCurve(_ minimum: Int) {
    let counts = reach == nil ? [] : CumulativeCounts.thinned(reachCurve.map(\.reach), atLeast: minimum)
    for index in reachCurve.indices { reachCurve[index].reach = index < counts.count ? counts[index] : nil }
  }

  /// Leaves of the stack the sums that are far enough from each other, and the gains between two of them: several
  /// carriers together may add few contacts.
  private mutating func thinStack(_ minimum: Int) {
    let counts = CumulativeCounts.thinned(stacked.map(\.cumulative), atLeast: minimum)
    for index in stacked.indices {
      stacked[index].cumulative = counts[index]
      if counts[index] == nil || index > 0 && counts[index - 1] == nil { stacked[index].gain = nil }
    }
  }

  private mutating func nameWithheldRows(begunDays: Int) {
    unknown.addWithheld(
      carriers, ReachFigures.carrierReach, ReachFigures.exclusive, ReachFigures.incrementalOverOwn,
      ReachFigures.shapley)
    unknown.addWithheld(stacked, ReachFigures.gain, ReachFigures.cumulative)
    unknown.addWithheld(randomOrderCurve, ReachFigures.averageReach)
    unknown.addWithheld(regions, ReachFigures.regionContacts)
    unknown.addWithheld(overlap, ReachFigures.overlapContacts, ReachFigures.jaccard)
    unknown.addWithheld(reachCurve.prefix(begunDays), ReachFigures.dailyReach)
    unknown.addWithheld(byChannel, ReachFigures.channelReach)
  }

  /// Brings rows whose main figure is withheld to the end.
  private mutating func sort(_ dataset: Dataset) {
    let rank = PartnerOrder(dataset).rank
    carriers = carriers.sortedByMainFigure(\.reach) { rank[$0.partner] < rank[$1.partner] }
    byChannel = byChannel.sortedByMainFigure(\.reach) {
      dataset.channels[$0.channel].id < dataset.channels[$1.channel].id
    }
    overlap = overlap.sortedByMainFigure(\.contacts) { (rank[$0.a], rank[$0.b]) < (rank[$1.a], rank[$1.b]) }
  }
}
