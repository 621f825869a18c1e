import CampaignFigures
package import CampaignModel
import LogScanning

extension Partnerships {
  /// Adds the contacts given, which are of the giver's reach.
  package func add(to system: inout CountSystem, in dataset: Dataset) {
    for pair in pairs {
      for (figure, count, giver) in [
        (PartnershipFigures.aToB, pair.aToB, pair.a), (PartnershipFigures.bToA, pair.bToA, pair.b),
      ] {
        guard let count else { continue }
        system.add(figure.count[[pair.a, pair.b]], count)
        system.nest(figure.count[[pair.a, pair.b]], in: ReachFigures.carrierReach.count[giver])
      }
    }
  }

  /// Takes out what is withheld. Contacts shared are the overlap of reach, and withheld with it.
  package mutating func withhold(_ suppression: Suppression) {
    let (system, group) = (suppression.system, suppression.group)
    var trust: [Int: CountSystem] = [:]
    for pair in pairs { for side in pair.trust { side.add(to: &trust[side.to, default: CountSystem()]) } }
    for brand in trust.keys { trust[brand]?.protect(group) }
    for index in pairs.indices {
      let isOverlapWithheld =
        system.isWithheldIfCounted(ReachFigures.overlapContacts.count[[pairs[index].a, pairs[index].b]]) == true
      pairs[index].sharedContacts = isOverlapWithheld ? nil : group.shown(pairs[index].sharedContacts)
      let isKnown = pairs[index].aToB != nil
      let key = [pairs[index].a, pairs[index].b]
      pairs[index].aToB = system.shown(pairs[index].aToB, PartnershipFigures.aToB.count[key])
      pairs[index].bToA = system.shown(pairs[index].bToA, PartnershipFigures.bToA.count[key])
      if isKnown, pairs[index].aToB == nil || pairs[index].bToA == nil { pairs[index].withholdBalance() }
      for side in pairs[index].trust.indices {
        if let system = trust[pairs[index].trust[side].to] { pairs[index].trust[side].withhold(system) }
      }
    }
    // A q value tells of all others that are compared.
    setQValues()
    nameWithheldRows()
    let rank = PartnerOrder(suppression.dataset).rank
    pairs = pairs.sortedByMainFigure(\.given) { (rank[$0.a], rank[$0.b]) < (rank[$1.a], rank[$1.b]) }
  }

  private mutating func nameWithheldRows() {
    unknown.addWithheld(
      pairs, PartnershipFigures.aToB, PartnershipFigures.bToA, PartnershipFigures.knot,
      PartnershipFigures.sharedContacts)
    unknown.addWithheld(pairs.flatMap(\.trust), PartnershipFigures.endorsed, PartnershipFigures.unendorsed)
  }
}

extension Partnerships.Pair {
  /// Takes out whatever would tell contacts given.
  fileprivate mutating func withholdBalance() {
    balance = nil
    balanceLow = nil
    balanceHigh = nil
    knot = nil
    isConclusive = nil
    givesMore = nil
    guard barometer.derived.contains(.performance) else { return }
    barometer.performance = nil
    barometer.maturity = nil
  }
}

extension TrustTransfer {
  /// Adds the counts with the sums that hold among them: all new touchpoints of a brand are those that one partner
  /// endorsed and the others, whoever that partner is.
  fileprivate func add(to system: inout CountSystem) {
    guard let endorsed, let unendorsed else { return }
    let groups = [(PartnershipFigures.endorsed, endorsed), (PartnershipFigures.unendorsed, unendorsed)]
    var (wholes, outcomes): ([Int], [Int]) = ([], [])
    for (figure, share) in groups {
      let name = figure.count[from]
      outcomes.append(system.add(name, share.count))
      wholes.append(system.add(name.whole, share.of))
      let rest = system.add(name.rest, share.of - share.count)
      system.sum(wholes[wholes.count - 1], of: [outcomes[outcomes.count - 1], rest])
    }
    let all = CountName(PartnershipFigures.trust.path)
    system.sum(system.add(all.whole, endorsed.of + unendorsed.of), of: wholes)
    system.sum(system.add(all, endorsed.count + unendorsed.count), of: outcomes)
  }

  fileprivate mutating func withhold(_ system: CountSystem) {
    for figure in [PartnershipFigures.endorsed, PartnershipFigures.unendorsed] where figure.value(self) != nil {
      let name = figure.count[from]
      if [name, name.whole, name.rest].contains(where: system.isWithheld) { figure.remove?(&self) }
    }
    guard endorsed == nil || unendorsed == nil else { return }
    (lift, p, q) = (nil, nil, nil)
    difference = nil
    isConclusive = false
  }
}
