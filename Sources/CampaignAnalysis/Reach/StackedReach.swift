/// What each carrier adds to those before it (metrics.md, section 2, `stacked`).
///
/// The greedy order takes the largest gain first, ties by id. Gains are kept up to date: when a carrier is taken,
/// each region it reaches is covered once and leaves the gains of all its owners, so the work is one visit per
/// owner of a region plus n² comparisons for n carriers.
struct StackedReach {
  private(set) var gains: [Reach.StackedGain] = []

  private let regions: Regions
  private let partnerOfRank: [Int]
  private var gain: [Int]
  private var regionsOfOwner: [[Int]]
  private var isCovered: [Bool]
  private var cumulative = 0

  /// - Parameter order: carriers to be taken first, in this order; the others follow greedily.
  init(_ regions: Regions, _ partners: PartnerOrder, order: [Int]) {
    self.regions = regions
    partnerOfRank = partners.partners
    gain = [Int](repeating: 0, count: partners.partners.count)
    regionsOfOwner = [[Int]](repeating: [], count: partners.partners.count)
    isCovered = [Bool](repeating: false, count: regions.all.count)
    for (index, region) in regions.all.enumerated() {
      regions.forEachRank(of: index) { rank in
        gain[partners.partners[rank]] += region.contacts
        regionsOfOwner[partners.partners[rank]].append(index)
      }
    }
    var left = partners.partners.filter { !regionsOfOwner[$0].isEmpty }
    for owner in order where left.contains(owner) {
      left.removeAll { $0 == owner }
      take(owner)
    }
    while let best = left.max(by: {
      gain[$0] < gain[$1] || gain[$0] == gain[$1] && partners.rank[$0] > partners.rank[$1]
    }) {
      left.removeAll { $0 == best }
      take(best)
    }
  }

  private mutating func take(_ carrier: Int) {
    cumulative += gain[carrier]
    gains.append(Reach.StackedGain(partner: carrier, gain: gain[carrier], cumulative: cumulative))
    for index in regionsOfOwner[carrier] where !isCovered[index] {
      isCovered[index] = true
      regions.forEachRank(of: index) { gain[partnerOfRank[$0]] -= regions.all[index].contacts }
    }
  }
}
