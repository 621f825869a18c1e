import CampaignFigures
import CampaignModel
import LogScanning

extension Reach {
  /// Contacts of a scope, by what they were touched by.
  struct Totals {
    var reach = 0
    var contactsGross = 0
    var own = 0
    var foreign = 0
    var duplicated = 0

    /// Counts some contacts touched alike.
    mutating func add(_ count: Int, touches: Int, isOwn: Bool, isForeign: Bool) {
      reach += count
      contactsGross += count * touches
      if isOwn { own += count }
      if isForeign { foreign += count }
      if isOwn, isForeign { duplicated += count }
    }
  }

  /// Takes what follows from how many contacts were touched by what.
  mutating func take(_ totals: Totals, hasContents: Bool) {
    reach = totals.reach
    contactsGross = totals.contactsGross
    frequency = totals.reach > 0 ? Double(totals.contactsGross) / Double(totals.reach) : nil
    own = hasContents ? totals.own : nil
    foreign = hasContents ? totals.foreign : nil
    duplicated = hasContents ? totals.duplicated : nil
    incremental = hasContents ? totals.foreign - totals.duplicated : nil
    synergy = hasContents && totals.own > 0 ? Double(totals.reach) / Double(totals.own) : nil
  }

  /// Adds the intervals of a bootstrap. O(replicates × carriers²) at worst.
  mutating func addIntervals(_ bootstrap: ReachReplicates, _ partners: PartnerOrder, hasContents: Bool) {
    var totals = FigureReplicates(ReachFigures.resampled)
    var rows = carriers.map { _ in FigureReplicates(ReachFigures.resampledOfCarrier) }
    var ranking = FirstInRanking(places: carriers.map { partners.rank[$0.partner] })
    var whole = self
    for replicate in bootstrap.replicates {
      whole.take(replicate.totals, hasContents: hasContents)
      totals.add(whole)
      for (index, carrier) in carriers.enumerated() {
        let counts = replicate.carriers[partners.rank[carrier.partner]]
        rows[index].add(
          Carrier(
            partner: carrier.partner, reach: counts.reach, exclusive: counts.exclusive,
            incrementalOverOwn: hasContents ? counts.withoutOwn : nil, shapley: counts.shapley))
      }
      ranking.add(carriers.map { Double(replicate.carriers[partners.rank[$0.partner]].reach) })
    }
    intervals = totals.intervals
    for index in carriers.indices { carriers[index].intervals = rows[index].intervals }
    firstCarrierStays = ranking.share
    if firstCarrierStays == nil {
      unknown.append(UnknownFigure(ReachFigures.firstCarrierStays, .undefined, .fewRanked))
    }
  }
}
