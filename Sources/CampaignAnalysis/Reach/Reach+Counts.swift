import CampaignModel

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
    carriers = Reach.carriers(regions, partners)
    stacked = StackedReach(regions, partners, order: order).gains
    randomOrderCurve = Reach.randomOrderCurve(regions, carrierCount: carriers.count)
    self.regions = Reach.sortedRegions(regions, partners)
    overlap = Reach.overlaps(regions, partners, carriers)
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

  /// Each owner that reached anyone. Shapley shares are sums of region size / owners, added by set size, so that
  /// they do not depend on the order of the regions.
  private static func carriers(_ regions: Regions, _ partners: PartnerOrder) -> [Carrier] {
    let count = partners.partners.count
    var withoutOwn = [Int](repeating: 0, count: count)
    var bySize = [[Int]](repeating: [], count: count)
    for (index, region) in regions.all.enumerated() {
      regions.forEachRank(of: index) { rank in
        let owner = partners.partners[rank]
        withoutOwn[owner] += region.contactsWithoutOwn
        while bySize[owner].count < region.size { bySize[owner].append(0) }
        bySize[owner][region.size - 1] += region.contacts
      }
    }
    let carriers = partners.partners.filter { !bySize[$0].isEmpty }.map { owner in
      Carrier(
        partner: owner, reach: bySize[owner].reduce(0, +), exclusive: bySize[owner][0],
        incrementalOverOwn: withoutOwn[owner],
        shapley: bySize[owner].enumerated().reduce(0.0) { $0 + Double($1.element) / Double($1.offset + 1) })
    }
    return carriers.sorted {
      let (left, right) = ($0.reach ?? 0, $1.reach ?? 0)
      return left != right ? left > right : partners.rank[$0.partner] < partners.rank[$1.partner]
    }
  }

  /// reach(k) = Σ over contacts of 1 − C(n−d, k) / C(n, k), with d owners that reached the contact and n carriers.
  private static func randomOrderCurve(_ regions: Regions, carrierCount n: Int) -> [AverageReach] {
    var contactsBySize = [Int](repeating: 0, count: n + 1)
    for region in regions.all { contactsBySize[region.size] += region.contacts }
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

  private static func sortedRegions(_ regions: Regions, _ partners: PartnerOrder) -> [Region] {
    let sorted = regions.sortedIndices
    var owners: [Int] = []
    owners.reserveCapacity(regions.all.reduce(0) { $0 + $1.size })
    for index in sorted { regions.forEachRank(of: index) { owners.append(partners.partners[$0]) } }
    var start = 0
    return sorted.map { index in
      let region = regions.all[index]
      defer { start += region.size }
      return Region(partners: owners[start..<start + region.size], contacts: region.contacts)
    }
  }

  private static func overlaps(_ regions: Regions, _ partners: PartnerOrder, _ carriers: [Carrier]) -> [Overlap] {
    let count = partners.partners.count
    var common = [Int](repeating: 0, count: count * count)
    var ranks: [Int] = []
    for (index, region) in regions.all.enumerated() where region.size > 1 {
      ranks.removeAll(keepingCapacity: true)
      regions.forEachRank(of: index) { ranks.append($0) }
      for left in ranks.indices {
        for right in (left + 1)..<ranks.count { common[ranks[left] * count + ranks[right]] += region.contacts }
      }
    }
    var reach = [Int](repeating: 0, count: count)
    for carrier in carriers { reach[partners.rank[carrier.partner]] = carrier.reach ?? 0 }
    var pairs: [(a: Int, b: Int, contacts: Int)] = []
    for a in 0..<count {
      for b in (a + 1)..<max(a + 1, count) where common[a * count + b] > 0 {
        pairs.append((a, b, common[a * count + b]))
      }
    }
    return pairs.sorted { ($1.contacts, $0.a, $0.b) < ($0.contacts, $1.a, $1.b) }.map { pair in
      Overlap(
        a: partners.partners[pair.a], b: partners.partners[pair.b], contacts: pair.contacts,
        jaccard: Double(pair.contacts) / Double(reach[pair.a] + reach[pair.b] - pair.contacts))
    }
  }
}
