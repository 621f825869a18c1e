import CampaignFigures
package import CampaignModel
import LogScanning

extension Partnerships {
  /// Adds nothing: contacts given add up to nothing that is shown.
  package func add(to system: inout CountSystem, in dataset: Dataset) {}

  /// Takes out what is withheld.
  ///
  /// Contacts given add up to nothing that is shown. Contacts shared are the overlap of reach, and withheld with it.
  package mutating func withhold(_ suppression: Suppression) {
    let (system, group) = (suppression.system, suppression.group)
    var trust: [Int: CountSystem] = [:]
    for pair in pairs { for side in pair.trust { side.add(to: &trust[side.to, default: CountSystem()]) } }
    for brand in trust.keys { trust[brand]?.protect(group) }
    for index in pairs.indices {
      let isOverlapWithheld = system.isWithheldIfCounted("overlap:\(pairs[index].a),\(pairs[index].b)") == true
      pairs[index].sharedContacts = isOverlapWithheld ? nil : group.shown(pairs[index].sharedContacts)
      let isKnown = pairs[index].aToB != nil
      pairs[index].aToB = group.shown(pairs[index].aToB)
      pairs[index].bToA = group.shown(pairs[index].bToA)
      if isKnown, pairs[index].aToB == nil || pairs[index].bToA == nil { pairs[index].withholdBalance() }
      for side in pairs[index].trust.indices {
        if let system = trust[pairs[index].trust[side].to] { pairs[index].trust[side].withhold(system) }
      }
    }
    nameWithheldRows()
    let rank = PartnerOrder(suppression.dataset).rank
    pairs = pairs.sortedByMainFigure(\.given) { (rank[$0.a], rank[$0.b]) < (rank[$1.a], rank[$1.b]) }
  }

  private mutating func nameWithheldRows() {
    unknown.addWithheld("partnerships.a_to_b", pairs.count { $0.aToB == nil }, of: pairs.count)
    unknown.addWithheld("partnerships.b_to_a", pairs.count { $0.bToA == nil }, of: pairs.count)
    unknown.addWithheld("partnerships.knot", pairs.count { $0.knot == nil }, of: pairs.count)
    unknown.addWithheld("partnerships.shared_contacts", pairs.count { $0.sharedContacts == nil }, of: pairs.count)
    let trust = pairs.flatMap(\.trust)
    unknown.addWithheld("partnerships.trust.endorsed", trust.count { $0.endorsed == nil }, of: trust.count)
    unknown.addWithheld("partnerships.trust.unendorsed", trust.count { $0.unendorsed == nil }, of: trust.count)
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
    let groups = [("endorsed", endorsed), ("unendorsed", unendorsed)]
    var (wholes, outcomes): ([Int], [Int]) = ([], [])
    for (name, share) in groups {
      outcomes.append(system.add("\(name):\(from)", share.count))
      wholes.append(system.add("\(name).of:\(from)", share.of))
      let rest = system.add("\(name).rest:\(from)", share.of - share.count)
      system.sum(wholes[wholes.count - 1], of: [outcomes[outcomes.count - 1], rest])
    }
    system.sum(system.add("all.of", endorsed.of + unendorsed.of), of: wholes)
    system.sum(system.add("all", endorsed.count + unendorsed.count), of: outcomes)
  }

  fileprivate mutating func withhold(_ system: CountSystem) {
    func shown(_ share: Proportion?, _ group: String) -> Proportion? {
      guard share != nil else { return nil }
      return system.isWithheld("\(group).rest:\(from)")
        ? nil : system.shown(share, "\(group):\(from)", of: "\(group).of:\(from)")
    }
    endorsed = shown(endorsed, "endorsed")
    unendorsed = shown(unendorsed, "unendorsed")
    guard endorsed == nil || unendorsed == nil else { return }
    lift = nil
    difference = nil
    isConclusive = false
  }
}
