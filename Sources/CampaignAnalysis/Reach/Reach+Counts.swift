import CampaignFigures
import CampaignModel
import LogScanning

extension Reach {
  /// Turns the counts of a pass into figures.
  ///
  /// O(r·k² + n log n) for r regions of k owners and n partners.
  init(_ tally: ReachTally, scope: Scope, brand: Int?, order: [Int], dataset: Dataset) {
    let partners = PartnerOrder(dataset)
    let regions = tally.regions.regions
    self.scope = scope
    self.brand = brand
    reach = tally.reach
    contactsGross = tally.contactsGross
    frequency = tally.reach > 0 ? Double(tally.contactsGross) / Double(tally.reach) : nil
    frequencyDistribution = tally.frequencyDistribution
    kPlus = (0..<10).map { tally.frequencyDistribution[$0...].reduce(0, +) }
    own = tally.own
    foreign = tally.foreign
    duplicated = tally.duplicated
    incremental = tally.foreign - tally.duplicated
    synergy = tally.own > 0 ? Double(tally.reach) / Double(tally.own) : nil
    takeovers = tally.takeovers.count
    organicShares = tally.organicShares
    let sums = RegionSums(regions, partnerCount: partners.partners.count)
    carriers = Reach.carriers(sums, partners)
    stacked = StackedReach(regions, partners, reach: partners.rank.map(sums.reach), order: order).gains
    randomOrderCurve = Reach.randomOrderCurve(sums.contactsBySize, carrierCount: carriers.count)
    self.regions = RegionList(regions, partners)
    overlap = Reach.overlaps(sums, partners)
    reachCurve = []
    unknown = []
    var cumulative = 0
    for (day, count) in tally.firstTouchesByDay.enumerated() {
      cumulative += count
      reachCurve.append(DailyReach(day: day, reach: cumulative))
    }
    if frequency == nil {
      unknown.append(UnknownFigure("frequency", .undefined, "Nobody was reached."))
    }
    if synergy == nil {
      unknown.append(UnknownFigure("synergy", .undefined, "Nobody was reached in own channels."))
    }
  }

  /// Each owner that reached anyone.
  private static func carriers(_ sums: RegionSums, _ partners: PartnerOrder) -> [Carrier] {
    let carriers = partners.partners.enumerated().filter { sums.reach(of: $0.offset) > 0 }.map { rank, owner in
      Carrier(
        partner: owner, reach: sums.reach(of: rank), exclusive: sums.exclusive(of: rank),
        incrementalOverOwn: sums.withoutOwn[rank], shapley: sums.shapley(of: rank))
    }
    return carriers.sorted {
      let (left, right) = ($0.reach ?? 0, $1.reach ?? 0)
      return left != right ? left > right : partners.rank[$0.partner] < partners.rank[$1.partner]
    }
  }

  /// reach(k) = Σ over contacts of 1 − C(n−d, k) / C(n, k), with d owners that reached the contact and n carriers.
  private static func randomOrderCurve(_ contactsBySize: [Int], carrierCount n: Int) -> [AverageReach] {
    // missed[d] = C(n−d, k) / C(n, k), taken from k − 1 to k by the factor (n−d−k+1) / (n−k+1).
    var missed = [Double](repeating: 1, count: n + 1)
    guard n > 0 else { return [] }
    return (1...n).map { k in
      var reach = 0.0
      for d in 1...n {
        missed[d] *= Double(max(0, n - d - k + 1)) / Double(n - k + 1)
        if contactsBySize[d] > 0 { reach += Double(contactsBySize[d]) * (1 - missed[d]) }
      }
      return AverageReach(carriers: k, reach: reach)
    }
  }

  private static func overlaps(_ sums: RegionSums, _ partners: PartnerOrder) -> [Overlap] {
    let count = partners.partners.count
    var pairs: [(a: Int, b: Int, contacts: Int)] = []
    for a in 0..<count {
      for b in (a + 1)..<max(a + 1, count) where sums.common(a, b) > 0 { pairs.append((a, b, sums.common(a, b))) }
    }
    return pairs.sorted { ($1.contacts, $0.a, $0.b) < ($0.contacts, $1.a, $1.b) }.map { pair in
      Overlap(
        a: partners.partners[pair.a], b: partners.partners[pair.b], contacts: pair.contacts,
        jaccard: Double(pair.contacts) / Double(sums.reach(of: pair.a) + sums.reach(of: pair.b) - pair.contacts))
    }
  }
}
