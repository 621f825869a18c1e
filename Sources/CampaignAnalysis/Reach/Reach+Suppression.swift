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
      || (1...max(1, carriers.count)).contains { system.isWithheld(Reach.name(ofSize: $0)) }
      || randomOrderCurve.contains { ($0.reach ?? 0) > 0 && ($0.reach ?? 0) < Double(suppression.group.minimum) }
    if isCurveWithheld {
      for index in randomOrderCurve.indices { randomOrderCurve[index].reach = nil }
    }
    for index in carriers.indices {
      let key = carriers[index].partner
      carriers[index].reach = system.shown(carriers[index].reach, "carriers:\(key)")
      carriers[index].exclusive = system.shown(carriers[index].exclusive, "exclusive:\(key)")
      carriers[index].incrementalOverOwn = system.shown(
        carriers[index].incrementalOverOwn, "incremental_over_own:\(key)")
      // A share is a weighted sum of the regions it is made of.
      if hidden.contains(key) || carriers[index].reach == nil { carriers[index].shapley = nil }
    }
    for index in stacked.indices {
      stacked[index].gain = system.shown(stacked[index].gain, "stacked:\(stacked[index].partner)")
      stacked[index].cumulative = system.shown(stacked[index].cumulative, "stacked.cumulative:\(index)")
    }
    for index in overlap.indices {
      let (a, b) = (overlap[index].a, overlap[index].b)
      overlap[index].contacts = system.shown(overlap[index].contacts, "overlap:\(a),\(b)")
      let isKnown = [a, b].allSatisfy { !system.isWithheld("carriers:\($0)") }
      if overlap[index].contacts == nil || !isKnown { overlap[index].jaccard = nil }
    }
    for index in byChannel.indices {
      byChannel[index].reach = system.shown(byChannel[index].reach, "reach.by_channel:\(byChannel[index].channel)")
      if byChannel[index].reach == nil { byChannel[index].share = nil }
    }
    let begunDays = reachCurve.count { $0.reach != nil }
    thinCurve(suppression.group.minimum)
    nameWithheldRows(begunDays: begunDays)
    sort(suppression.dataset)
  }

  private mutating func withholdTotals(_ system: CountSystem) {
    reach = system.shown(reach, "reach")
    contactsGross = system.shown(contactsGross, "contacts_gross")
    own = system.shown(own, "own")
    foreign = system.shown(foreign, "foreign")
    duplicated = system.shown(duplicated, "duplicated")
    incremental = system.shown(incremental, "incremental")
    organicShares = system.shown(organicShares, "organic_shares")
    for index in frequencyDistribution.indices {
      frequencyDistribution[index] = system.shown(frequencyDistribution[index], "frequency:\(index + 1)")
      kPlus[index] = system.shown(kPlus[index], "k_plus:\(index + 1)")
    }
    let isFrequencyWithheld = frequency != nil && (reach == nil || contactsGross == nil)
    if isFrequencyWithheld { frequency = nil }
    let isSynergyWithheld = synergy != nil && (reach == nil || own == nil)
    if isSynergyWithheld { synergy = nil }
    unknown.addWithheld("reach", if: reach == nil)
    unknown.addWithheld("contacts_gross", if: contactsGross == nil)
    unknown.addWithheld("frequency", if: isFrequencyWithheld)
    unknown.addWithheld("frequency_distribution", frequencyDistribution.count { $0 == nil }, of: 10)
    unknown.addWithheld("k_plus", kPlus.count { $0 == nil }, of: 10)
    unknown.addWithheld("own", if: own == nil)
    unknown.addWithheld("foreign", if: foreign == nil)
    unknown.addWithheld("duplicated", if: duplicated == nil)
    unknown.addWithheld("incremental", if: incremental == nil)
    unknown.addWithheld("synergy", if: isSynergyWithheld)
    unknown.addWithheld("organic_shares", if: organicShares == nil)
  }

  /// - Returns: the partners of regions that are withheld.
  private mutating func withholdRegions(_ system: CountSystem) -> Set<Int> {
    let areAll = regions.count > Reach.maximumRegionsChecked
    var hidden: Set<Int> = []
    regions.withhold { region in
      guard areAll || system.isWithheld(Reach.name(of: region)) else { return false }
      hidden.formUnion(region.partners)
      return true
    }
    return hidden
  }

  /// Leaves of the daily curve what differs from the day shown before by nobody, or by enough contacts.
  private mutating func thinCurve(_ minimum: Int) {
    let final = reachCurve.last { $0.reach != nil }?.reach ?? 0
    var shown = 0
    for index in reachCurve.indices {
      guard let count = reachCurve[index].reach else { continue }
      let isFar = { (difference: Int) in difference == 0 || difference >= minimum }
      if reach != nil, isFar(count - shown), isFar(final - count) {
        shown = count
      } else {
        reachCurve[index].reach = nil
      }
    }
  }

  private mutating func nameWithheldRows(begunDays: Int) {
    unknown.addWithheld("carriers.reach", carriers.count { $0.reach == nil }, of: carriers.count)
    unknown.addWithheld("carriers.exclusive", carriers.count { $0.exclusive == nil }, of: carriers.count)
    unknown.addWithheld(
      "carriers.incremental_over_own", carriers.count { $0.incrementalOverOwn == nil }, of: carriers.count)
    unknown.addWithheld("carriers.shapley", carriers.count { $0.shapley == nil }, of: carriers.count)
    unknown.addWithheld("stacked.gain", stacked.count { $0.gain == nil }, of: stacked.count)
    unknown.addWithheld("stacked.cumulative", stacked.count { $0.cumulative == nil }, of: stacked.count)
    unknown.addWithheld(
      "random_order_curve.reach", randomOrderCurve.count { $0.reach == nil }, of: randomOrderCurve.count)
    unknown.addWithheld("regions.contacts", regions.count { $0.contacts == nil }, of: regions.count)
    unknown.addWithheld("overlap.contacts", overlap.count { $0.contacts == nil }, of: overlap.count)
    unknown.addWithheld("overlap.jaccard", overlap.count { $0.jaccard == nil }, of: overlap.count)
    unknown.addWithheld("reach_curve.reach", reachCurve.prefix(begunDays).count { $0.reach == nil }, of: begunDays)
    unknown.addWithheld("by_channel.reach", byChannel.count { $0.reach == nil }, of: byChannel.count)
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
