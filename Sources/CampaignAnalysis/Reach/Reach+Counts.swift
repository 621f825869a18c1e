import CampaignFigures
import CampaignModel
import LogScanning

extension Reach {
  /// Turns the counts of a pass into figures.
  ///
  /// O(r·k² + n log n) for r regions of k owners and n partners.
  init(_ tally: ReachTally, scope: Scope, brand: Int?, order: [Int], dataset: Dataset) {
    let hasContents = dataset.tellsOwnFromForeign
    let partners = PartnerOrder(dataset)
    let regions = tally.regions.regions
    self.scope = scope
    self.brand = brand
    frequencyDistribution = tally.frequencyDistribution
    kPlus = (0..<10).map { tally.frequencyDistribution[$0...].reduce(0, +) }
    takeovers = hasContents ? tally.takeovers.count : nil
    organicShares = tally.organicShares
    let sums = RegionSums(regions, partnerCount: partners.partners.count)
    carriers = Reach.carriers(sums, partners, hasContents: hasContents)
    stacked = StackedReach(regions, partners, reach: partners.rank.map(sums.reach), order: order).gains
    randomOrderCurve = Reach.randomOrderCurve(sums.contactsBySize, carrierCount: carriers.count)
    self.regions = RegionList(regions, partners)
    overlap = Reach.overlaps(sums, partners)
    reachCurve = Reach.curve(tally, scope, dataset)
    byChannel = Reach.channels(tally, dataset)
    unknown = []
    take(
      Totals(
        reach: tally.reach, contactsGross: tally.contactsGross, own: tally.own, foreign: tally.foreign,
        duplicated: tally.duplicated), hasContents: hasContents)
    if let replicates = tally.replicates { addIntervals(replicates, partners, hasContents: hasContents) }
    if sums.pairs == nil {
      unknown.append(
        UnknownFigure(
          ReachFigures.overlap, .undefined,
          .manyPairs.filled(["\(RegionSums.maximumPairs)"])))
    }
    addUnknown(hasContents: hasContents)
  }

  /// The reach of a brand where it is not known whose message a touch carried: nothing is.
  init(withoutContents scope: Scope, brand: Int, dataset: Dataset) {
    self.scope = scope
    self.brand = brand
    frequencyDistribution = []
    kPlus = []
    carriers = []
    stacked = []
    randomOrderCurve = []
    regions = RegionList(Regions(wordsPerRow: 1, capacity: 0), PartnerOrder(dataset))
    overlap = []
    reachCurve = []
    byChannel = []
    unknown = []
    unknown.addWithoutContents([
      ReachFigures.reach, ReachFigures.contactsGross, ReachFigures.frequency, ReachFigures.frequencyDistribution,
      ReachFigures.kPlus, ReachFigures.own, ReachFigures.foreign, ReachFigures.total, ReachFigures.duplicated,
      ReachFigures.incremental, ReachFigures.synergy, ReachFigures.takeovers, ReachFigures.organicShares,
      ReachFigures.carriers, ReachFigures.stacked, ReachFigures.randomOrderCurve, ReachFigures.regions,
      ReachFigures.overlap, ReachFigures.reachCurve, ReachFigures.byChannel,
    ])
  }

  private mutating func addUnknown(hasContents: Bool) {
    if frequency == nil {
      unknown.append(UnknownFigure(ReachFigures.frequency, .undefined, .nobodyReached))
    }
    if !hasContents {
      unknown.addWithoutContents([
        ReachFigures.own, ReachFigures.foreign, ReachFigures.duplicated, ReachFigures.incremental, ReachFigures.synergy,
        ReachFigures.takeovers, ReachFigures.incrementalOverOwn,
      ])
    } else if synergy == nil {
      unknown.append(
        UnknownFigure(
          ReachFigures.synergy, .undefined,
          LocalizedText("Nobody was reached in own channels.", "In eigenen Kanälen wurde niemand erreicht.")))
    }
    let unbegun = reachCurve.count { $0.reach == nil }
    if unbegun > 0 {
      unknown.append(
        UnknownFigure(
          "reach_curve.reach", .incomplete,
          LocalizedText(
            "%1 of %2 days had not begun when observation stopped.",
            "%1 von %2 Tagen hatten am Ende der Beobachtung nicht begonnen."
          ).filled(["\(unbegun)", "\(reachCurve.count)"])))
    }
  }

  private static func curve(_ tally: ReachTally, _ scope: Scope, _ dataset: Dataset) -> [DailyReach] {
    let days = TimeBlocks(ofDays: 1, in: scope, of: dataset)
    var cumulative = 0
    return tally.firstTouchesByDay.enumerated().map { day, count in
      cumulative += count
      let hasBegun = days.hasBegun(day)
      return DailyReach(
        day: day, isComplete: days.isComplete(day), hasBegun: hasBegun, reach: hasBegun ? cumulative : nil)
    }
  }

  private static func channels(_ tally: ReachTally, _ dataset: Dataset) -> [ChannelReach] {
    let reach = tally.contactsByChannel
    return reach.indices.filter { reach[$0] > 0 }
      .sorted { reach[$0] != reach[$1] ? reach[$0] > reach[$1] : dataset.channels[$0].id < dataset.channels[$1].id }
      .map { channel in
        let audience = dataset.channels[channel].audience
        return ChannelReach(
          channel: channel, owner: dataset.channels[channel].owner, audience: audience, reach: reach[channel],
          share: audience.flatMap { $0 > 0 ? Double(reach[channel]) / $0 : nil })
      }
  }

  /// Each owner that reached anyone.
  private static func carriers(_ sums: RegionSums, _ partners: PartnerOrder, hasContents: Bool) -> [Carrier] {
    let carriers = partners.partners.enumerated().filter { sums.reach(of: $0.offset) > 0 }.map { rank, owner in
      Carrier(
        partner: owner, reach: sums.reach(of: rank), exclusive: sums.exclusive(of: rank),
        incrementalOverOwn: hasContents ? sums.withoutOwn[rank] : nil, shapley: sums.shapley(of: rank))
    }
    return carriers.sorted {
      let (left, right) = ($0.reach ?? 0, $1.reach ?? 0)
      return left != right ? left > right : partners.rank[$0.partner] < partners.rank[$1.partner]
    }
  }

  /// reach(k) = Σ over contacts of 1 − C(n−d, k) / C(n, k), with d owners that reached the contact and n carriers.
  private static func randomOrderCurve(_ contactsBySize: [Int], carrierCount n: Int) -> [AverageReach] {
    guard n > 0 else { return [] }
    // missed = C(n−d, k) / C(n, k), taken from k − 1 to k by the factor (n−d−k+1) / (n−k+1).
    var sizes = (1...n).filter { contactsBySize[$0] > 0 }.map { (d: $0, missed: 1.0) }
    return (1...n).map { k in
      var reach = 0.0
      for index in sizes.indices {
        let d = sizes[index].d
        sizes[index].missed *= Double(max(0, n - d - k + 1)) / Double(n - k + 1)
        reach += Double(contactsBySize[d]) * (1 - sizes[index].missed)
      }
      return AverageReach(carriers: k, reach: reach)
    }
  }

  private static func overlaps(_ sums: RegionSums, _ partners: PartnerOrder) -> [Overlap] {
    (sums.pairs ?? []).sorted { ($1.contacts, $0.a, $0.b) < ($0.contacts, $1.a, $1.b) }.map { pair in
      Overlap(
        a: partners.partners[pair.a], b: partners.partners[pair.b], contacts: pair.contacts,
        jaccard: Double(pair.contacts) / Double(sums.reach(of: pair.a) + sums.reach(of: pair.b) - pair.contacts))
    }
  }
}
